/** Formats in XML and HTML, by their first element. */
import { type ForeignFormat, WAYS } from './foreign-format.ts';

interface XmlSignature extends ForeignFormat {
  /** The first element without its prefix, in lower case. */
  readonly element: string;
  /** What else stands near the start. */
  readonly sign?: RegExp;
}

const YOUTUBE_WAY = 'fetch them as json3 or vtt: yt-dlp --sub-format json3';
const TEI_WAY = `take its words out with teicorpo, or: ${WAYS.plainText}`;

/** The first that fits is the one. */
const ELEMENTS: readonly XmlSignature[] = [
  { element: 'html', name: 'HTML', wayIn: WAYS.plainText },
  { element: 'annotation_document', name: 'ELAN annotations (EAF)', wayIn: WAYS.elan },
  { element: 'timedtext', name: 'YouTube captions (SRV3)', wayIn: YOUTUBE_WAY },
  { element: 'transcript', sign: /<text\s+start=/, name: 'YouTube captions (SRV1)', wayIn: YOUTUBE_WAY },
  { element: 'tei', name: 'TEI', wayIn: TEI_WAY },
  { element: 'teicorpus', name: 'TEI corpus', wayIn: TEI_WAY },
  { element: 'akomantoso', name: 'Akoma Ntoso', wayIn: WAYS.plainText },
  { element: 'publicwhip', name: 'ParlParse (Hansard in XML)', wayIn: WAYS.plainText },
  { element: 'hansard', name: 'Hansard in XML', wayIn: WAYS.plainText },
  { element: 'dbtplenarprotokoll', name: 'Plenarprotokoll of the Bundestag in XML', wayIn: WAYS.plainText },
  {
    element: 'basic-transcription',
    name: 'EXMARaLDA (EXB)',
    wayIn: 'export it from EXMARaLDA as SubRip or plain text',
  },
  { element: 'folker-transcription', name: 'FOLKER', wayIn: 'export it from FOLKER as plain text' },
  { element: 'trans', name: 'Transcriber (TRS)', wayIn: 'export it from Transcriber as plain text' },
  { element: 'chat', name: 'CHAT in XML (TalkBank)', wayIn: 'convert it with CLAN: chat2srt' },
  { element: 'praat', name: 'Praat in XML', wayIn: WAYS.praat },
  { element: 'finaldraft', name: 'Final Draft', wayIn: 'export it from Final Draft as plain text' },
  { element: 'fcpxml', name: 'Final Cut Pro XML', wayIn: WAYS.captions },
  { element: 'xmeml', name: 'Final Cut or Premiere XML', wayIn: WAYS.captions },
  { element: 'usx', name: 'USX', wayIn: WAYS.plainText },
  { element: 'worddocument', name: 'Word 2003 XML', wayIn: WAYS.plainText },
  {
    element: 'package',
    sign: /schemas\.microsoft\.com\/office/,
    name: 'Word (flat OPC)',
    wayIn: WAYS.plainText,
  },
  { element: 'document', sign: /opendocument/, name: 'OpenDocument (flat XML)', wayIn: WAYS.plainText },
  { element: 'rss', name: 'RSS', wayIn: 'convert the transcript that it links to' },
  { element: 'feed', name: 'Atom', wayIn: 'convert the transcript that it links to' },
  { element: 'article', sign: /jats|journal/i, name: 'JATS', wayIn: WAYS.plainText },
  { element: 'mets', name: 'METS', wayIn: WAYS.plainText },
  { element: 'ead', name: 'EAD (finding aid)', wayIn: WAYS.plainText },
  { element: 'svg', name: 'SVG', wayIn: WAYS.plainText },
  { element: 'plist', name: 'property list', wayIn: WAYS.plainText },
];

/** What may stand before the first element. */
const PROLOG =
  /^\s*(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE\s+([^\s>[]+)[^>[]*(?:\[[\s\S]*?\]\s*)?>\s*)*/i;
const ELEMENT = /^<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?=[\s/>])/;
/** Pages of preformatted text, which the reader of plain text takes. */
const RECORD = /\[Congressional Record|<pre>\s*\[/;
/** Elements of a page without `<html>`. */
const OF_HTML =
  /^(?:head|body|meta|title|div|p|cite|time|span|ul|ol|table|article|section|main|h[1-6]|br|a|style|script|link)$/i;

/** The format in XML or HTML that a text is; undefined if it begins otherwise. */
export function xmlFormat(start: string): ForeignFormat | undefined {
  const prolog = PROLOG.exec(start)![0];
  const match = ELEMENT.exec(start.slice(prolog.length));
  const isXml = prolog.includes('<?xml');
  if (match === null) return isXml ? otherXml(undefined) : undefined;
  const element = match[2]!.toLowerCase();
  if (element === 'html' && RECORD.test(start)) return undefined;
  const known = ELEMENTS.find(row => row.element === element && (row.sign?.test(start) ?? true));
  if (known !== undefined) return known;
  if (/<!DOCTYPE\s+html/i.test(prolog)) return ELEMENTS[0];
  if (isXml || match[1] !== undefined || /^<[^>]*\sxmlns(?::\w+)?=/.test(start.slice(prolog.length))) {
    return otherXml(match[2]);
  }
  return OF_HTML.test(element) && new RegExp(`</${element}\\s*>`, 'i').test(start) ? ELEMENTS[0] : undefined;
}

function otherXml(element: string | undefined): ForeignFormat {
  const name = element === undefined ? 'XML' : `XML whose first element is <${element}>`;
  return { name, wayIn: WAYS.plainText };
}
