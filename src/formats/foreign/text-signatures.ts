/** Formats of text that are known by how they begin. */
import { type ForeignFormat, WAYS } from './foreign-format.ts';
import { xmlFormat } from './xml-signatures.ts';

interface Signature extends ForeignFormat {
  readonly pattern: RegExp;
}

const CLAN_WAY = 'convert it with CLAN: chat2srt, or textin for the words alone';

/** Signs at the start of a file that nothing else has. */
const SIGNATURES: readonly Signature[] = [
  { name: 'RTF (Rich Text Format)', pattern: /^\s*\{\\rtf\d?/, wayIn: WAYS.plainText },
  { name: 'PDF', pattern: /^\s*%PDF-/, wayIn: WAYS.pdf },
  { name: 'PostScript', pattern: /^%!PS/, wayIn: 'take its text out: ps2ascii FILE | onrecord convert -' },
  {
    name: 'ASS/SSA (SubStation Alpha captions)',
    pattern: /^[ \t]*\[Script Info\]|^(?:Dialogue|Comment): (?:\d|Marked=)[^,\n]*,\d+:\d\d:\d\d\.\d\d,/im,
    wayIn: WAYS.ffmpeg,
  },
  { name: 'SAMI (captions)', pattern: /^\s*<SAMI\b/i, wayIn: WAYS.ffmpeg },
  { name: 'SCC (Scenarist closed captions)', pattern: /^\s*Scenarist_SCC\b/i, wayIn: WAYS.captions },
  { name: 'MCC (MacCaption captions)', pattern: /^\s*File Format=MacCaption_MCC/i, wayIn: WAYS.captions },
  { name: 'Spruce STL captions', pattern: /^[ \t]*\$(?:FontName|VertAlign)[ \t]*=/im, wayIn: WAYS.captions },
  { name: 'MicroDVD captions', pattern: /^\s*\{\d+\}\{\d*\}/, wayIn: WAYS.ffmpeg },
  { name: 'MPL2 captions', pattern: /^\s*\[\d+\]\[\d+\]/, wayIn: WAYS.ffmpeg },
  {
    name: 'TMPlayer captions',
    pattern: /^\s*\d\d:\d\d:\d\d[:=][^\s\d][^\n]*\n\d\d:\d\d:\d\d[:=][^\s\d]/,
    wayIn: WAYS.captions,
  },
  {
    name: 'SubViewer captions',
    pattern: /^\s*\[INFORMATION\]|^\s*\d\d:\d\d:\d\d\.\d\d,\d\d:\d\d:\d\d\.\d\d\s*$/im,
    wayIn: WAYS.ffmpeg,
  },
  { name: 'QuickTime Text captions', pattern: /^\s*\{QTtext\}/i, wayIn: WAYS.captions },
  { name: 'RealText captions', pattern: /^\s*<window\b[^>]*type/i, wayIn: WAYS.captions },
  {
    name: 'LRC (lyrics with times)',
    pattern:
      /^\s*\[(?:ti|ar|al|au|by|offset|length|re|ve|la|tool):[^\]\n]*\]\s*$[\s\S]*^\s*\[\d{1,3}:\d\d(?:[.:]\d{1,3})?\]/im,
    wayIn: WAYS.ffmpeg,
  },
  {
    name: 'CHAT (TalkBank, CLAN)',
    pattern:
      /^\s*@(?:UTF8|Begin|Font:|PID:|Window:)[ \t]*\S*\s*$[\s\S]{0,400}^@(?:Begin|Languages:|Participants:)/m,
    wayIn: CLAN_WAY,
  },
  {
    name: 'Praat TextGrid',
    pattern: /^\s*File type\s*=\s*"ooTextFile(?: short)?"|^\s*"ooTextFile"|^ooBinaryFile/,
    wayIn: WAYS.praat,
  },
  { name: 'ELAN preferences', pattern: /^\s*<\?xml[^>]*>\s*<preferences\b/, wayIn: WAYS.elan },
  { name: 'EDL (edit decision list)', pattern: /^\s*TITLE:[^\n]*\s+FCM:/, wayIn: WAYS.captions },
  { name: 'M3U (playlist)', pattern: /^\s*#EXTM3U/, wayIn: 'convert the caption files that it names' },
  { name: 'FFmpeg metadata', pattern: /^;FFMETADATA/, wayIn: WAYS.captions },
  {
    name: 'BibTeX',
    pattern: /^\s*@(?:article|book|misc|inproceedings|incollection)\{/i,
    wayIn: WAYS.plainText,
  },
  { name: 'LaTeX', pattern: /^[ \t]*\\documentclass\b/m, wayIn: WAYS.plainText },
  {
    name: 'RTTM (who speaks when, without words)',
    pattern: /^(?:;;[^\n]*\n)*SPEAKER\s+\S+\s+\d+\s+[\d.]+\s+[\d.]+\s+<NA>/,
    wayIn:
      'it holds no words: convert the transcript, and name its speakers with onrecord convert FILE --speakers',
  },
];

/** Enough to see how a file begins. */
const START = 8000;

/** The foreign format that a text surely is, whatever a reader might make of its lines. */
export function textFormat(text: string): ForeignFormat | undefined {
  const start = text.slice(0, START);
  return xmlFormat(start) ?? SIGNATURES.find(({ pattern }) => pattern.test(start));
}
