/** Formats that are known and not read are refused by name, with the way in; nothing foreign is plain text. */
import { expect, test } from 'vitest';
import { binaryFormat } from '../../src/formats/foreign/binary-signatures.ts';
import { recogniseFormat } from '../../src/formats/index.ts';

const TEXTS: Readonly<Record<string, string>> = {
  'ELAN annotations (EAF)':
    '<?xml version="1.0"?>\n<ANNOTATION_DOCUMENT AUTHOR="" FORMAT="3.0"><HEADER/></ANNOTATION_DOCUMENT>',
  'YouTube captions (SRV3)':
    '<?xml version="1.0" ?><timedtext format="3"><body><p t="0" d="1">Hi</p></body></timedtext>',
  'YouTube captions (SRV1)': '<transcript><text start="0" dur="1">Hi</text></transcript>',
  HTML: '<!DOCTYPE html>\n<html><body><div>Ada: Hi.</div></body></html>',
  TEI: '<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><u who="#a">Hi</u></text></TEI>',
  'Akoma Ntoso':
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate/></akomaNtoso>',
  'EXMARaLDA (EXB)':
    '<?xml version="1.0"?>\n<!-- made by hand -->\n<basic-transcription><head/></basic-transcription>',
  'Transcriber (TRS)':
    '<?xml version="1.0"?>\n<!DOCTYPE Trans SYSTEM "trans-14.dtd">\n<Trans><Episode/></Trans>',
  'XML whose first element is <talk>': '<?xml version="1.0"?><talk><turn>Hi</turn></talk>',
  'ASS/SSA (SubStation Alpha captions)':
    '; made by hand\n[Script Info]\nTitle: Bridge\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,Ada,0,0,0,,Hi\n',
  'SAMI (captions)': '<SAMI><BODY><SYNC Start=0><P>Hi</BODY></SAMI>',
  'SCC (Scenarist closed captions)': 'Scenarist_SCC V1.0\n\n00:00:00:22\t9425 9425\n',
  'MicroDVD captions': '{0}{25}Hi.\n{26}{50}Ho.\n',
  'MPL2 captions': '[0][25]Hi.\n[26][50]Ho.\n',
  'SubViewer captions': '[INFORMATION]\n[TITLE]Bridge\n[SUBTITLE]\n00:00:01.00,00:00:02.00\nHi.\n',
  'TMPlayer captions': '00:00:01:Hi.\n00:00:02:Ho.\n',
  'LRC (lyrics with times)': '[ti:Bridge]\n[ar:Ada]\n[00:03.12]Hi.\n[00:15.00]Ho.\n',
  'CHAT (TalkBank, CLAN)':
    '@UTF8\n@Begin\n@Languages:\teng\n@Participants:\tADA Ada Adult\n*ADA:\thi .\n@End\n',
  'Praat TextGrid': 'File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0\n',
  'RTF (Rich Text Format)': '{\\rtf1\\ansi Ada: Hi.\\par }',
  PDF: '%PDF-1.7\n1 0 obj',
  'RTTM (who speaks when, without words)': 'SPEAKER talk 1 0.00 2.50 <NA> <NA> ada <NA> <NA>\n',
  'STM (NIST segments)':
    'talk A ada 0.00 2.50 <o,f0,female> good morning\ntalk A per 2.50 4.00 <o,f0,male> since when\n',
  'CTM (words with times)': 'talk A 0.00 0.50 good\ntalk A 0.50 0.40 morning\n',
  'Google Speech-to-Text JSON':
    '{"results":[{"alternatives":[{"transcript":"Hi","confidence":0.9}],"languageCode":"en-us"}]}',
  'Azure Speech (batch transcription) JSON': '{"source":"a.wav","recognizedPhrases":[{"offsetInTicks":0}]}',
  'Speechmatics JSON':
    '{"format":"2.9","job":{"id":"x"},"results":[{"alternatives":[{"confidence":1,"content":"Hi"}],"type":"word"}]}',
  'oTranscribe (OTR)': '{"text":"<p>Hi</p>","media":"a.mp3","media-time":3}',
  'JSON Lines': '{"a":1}\n{"a":2}\n',
  'JSON of this shape': '{"version": 1, "lines": ["a"]}',
  'tab-delimited text, as ELAN and Audacity export it': 'Ada\t\t0.0\t2.5\tHi.\nPer\t\t2.5\t4.0\tHo.\n',
};

test.for(Object.entries(TEXTS))('%s', async ([name, text]) => {
  const { foreign, format } = await recogniseFormat(text, 'a.txt');
  expect({ name: foreign?.name, format: format?.id }).toEqual({ name, format: undefined });
  expect(foreign!.wayIn).not.toBe('');
});

const BINARY: Readonly<Record<string, string>> = {
  PDF: '%PDF-1.7\n\xe2\xe3',
  'XLSX (Excel)': 'PK\x03\x04\x14\0\0\0xl/workbook.xml',
  EPUB: 'PK\x03\x04\x0a\0\0\0mimetypeapplication/epub+zip',
  'a ZIP archive': 'PK\x03\x04\x14\0\0\0talk.txt',
  'Word 97-2003 (DOC) or another old Office file': '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  'EBU STL captions': '850STL25.01',
  'audio (MP3)': 'ID3\x04\0',
  'audio or video (MP4)': '\0\0\0\x20ftypisom',
  gzip: '\x1f\x8b\x08\0',
  'a TAR archive': `${'talk.txt'.padEnd(257, '\0')}ustar\x0000`,
  'an empty ZIP archive': `PK\x05\x06${'\0'.repeat(18)}`,
  'a ZIP archive in parts': 'PK\x07\x08PK\x03\x04',
  Zstandard: '\x28\xb5\x2f\xfd\x24',
};

test.for(Object.entries(BINARY))('bytes of %s', ([name, text]) => {
  expect(binaryFormat(Uint8Array.from(text, sign => sign.charCodeAt(0)))?.name).toBe(name);
});

test.for([
  ['text', 'Ada: Hi.\nPer: Ho.\nAda: So.\n'],
  ['text', '[00:03.12] Good morning.\n[00:15.00] Since when?\n'],
  ['text', '00:00:03:12 Good morning.\n00:00:15:00 Since when?\n'],
  ['text', '<Ada> good morning\n<Per> since when\n'],
  ['text', '[1] A note.\n[2] Another.\n'],
  [
    'text',
    '<html><head><title>Congressional Record</title></head><body><pre>\n[Congressional Record Volume 1]\n  Mr. LIND. Hi.\n',
  ],
  ['text', 'The table\tof\tcontents\nsays\tno\tmore\n'],
  ['srt', '1\n00:00:01,000 --> 00:00:02,000\nHi.\n'],
  ['tsv', 'start\tend\ttext\n0\t2500\tHi.\n'],
  [
    'ttml',
    '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="0s" end="1s">Hi</p></div></body></tt>',
  ],
])('%s is still read: %j', async ([id, text]) => {
  expect((await recogniseFormat(text!, 'a')).format?.id).toBe(id);
});

test.for([
  [
    'ELAN',
    'Ada\t0.0\t2.5\t2.5\tGood morning.\nPer\t2.5\t4.0\t1.5\tSince when?\n',
    'speaker=1,start=2,end=3,text=5',
  ],
  [
    'an empty column',
    'Ada\t\t0.0\t2.5\t2.5\tHi.\nPer\t\t2.5\t4\t1.5\tHo there.\n',
    'speaker=1,start=3,end=4,text=6',
  ],
  ['Audacity', '0.0\t2.5\tGood morning.\n2.5\t4.0\tSince when?\n', 'start=1,end=2,text=3'],
])('the columns of a table are named as they are: %s', async ([, text, columns]) => {
  const { foreign } = await recogniseFormat(text!, 'a.txt');
  expect(foreign?.wayIn).toBe(`name its columns by number: --map ${columns}`);
});

test('Word and OpenDocument archives are none of them', () => {
  for (const name of ['word/document.xml', 'mimetypeapplication/vnd.oasis.opendocument.text']) {
    expect(binaryFormat(Uint8Array.from(`PK\x03\x04${name}`, sign => sign.charCodeAt(0)))).toBeUndefined();
  }
});
