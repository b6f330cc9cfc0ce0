import { expect, test } from 'vitest';
import { decodeImport } from '../../../src/formats/shared/decode-import.ts';
import { isEncoding } from '../../../src/formats/shared/encodings.ts';

const bytes = (...list: number[]) => Uint8Array.from(list);
const utf16le = (text: string) =>
  Uint8Array.from([...text].flatMap(c => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]));

test.for([
  ['UTF-8', bytes(0x63, 0xc3, 0xa9), undefined, 'cé'],
  ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x61), undefined, 'a'],
  ['UTF-16LE with a mark', bytes(0xff, 0xfe, 0x61, 0, 0x38, 0x20), undefined, 'a‸'],
  ['UTF-16BE with a mark', bytes(0xfe, 0xff, 0, 0x61), undefined, 'a'],
  ['a mark overrules what the user says', bytes(0xff, 0xfe, 0x61, 0), 'windows-1252', 'a'],
  ['as the user says', bytes(0x63, 0xe9), 'windows-1252', 'cé'],
  [
    'quotation marks of Windows-1252',
    bytes(0x93, 0x61, 0x94, 0x97, 0x80, 0x81, 0x9f),
    'windows-1252',
    '“a”—€\u0081Ÿ',
  ],
  ['another name of it', bytes(0x84, 0x61, 0x93), 'latin1', '„a“'],
  ['GB2312', bytes(0xc4, 0xe3), 'gb2312', '你'],
  ['UTF-16 without a mark, as the user says', utf16le('ab'), 'utf-16le', 'ab'],
] as const)('%s', async ([, input, encoding, text]) => {
  expect(await decodeImport(input, 'a', { encoding, option: '--encoding' })).toEqual({ text });
});

test.for([
  ['a byte that is no UTF-8', bytes(0x61, 0x62, 0xe9), undefined, 'byte E9 at byte offset 2'],
  ['UTF-16 without a mark', utf16le('ab'), undefined, 'UTF-16LE'],
  ['not what the user says', bytes(0xd8, 0x00, 0x00), 'utf-16be', 'not valid utf-16be'],
] as const)('%s is refused with a way out', async ([, input, encoding, message]) => {
  const decoded = await decodeImport(input, 'a', { encoding, option: '--encoding' });
  expect(decoded).toMatchObject({
    finding: { rule: 'encoding', severity: 'error', help: expect.stringContaining('--encoding') },
  });
  expect('finding' in decoded && decoded.finding.message).toContain(message);
});

test.for([
  ['UTF-8', bytes(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x61)],
  ['UTF-16LE', bytes(0xff, 0xfe, 0xff, 0xfe, 0x61, 0)],
] as const)('more marks of %s than one are told, and are no words', async ([, input]) => {
  expect(await decodeImport(input, 'a')).toMatchObject({
    text: 'a',
    warning: { rule: 'encoding', severity: 'info', message: 'the file begins with two byte order marks' },
  });
});

test.for([
  ['UTF-32LE', bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0)],
  ['UTF-32BE', bytes(0, 0, 0xfe, 0xff, 0, 0, 0, 0x61)],
] as const)('%s is refused by name: no decoder reads it', async ([name, input]) => {
  const decoded = await decodeImport(input, 'a', { option: '--encoding' });
  expect(decoded).toMatchObject({
    finding: { message: `the file is ${name}, not UTF-8`, help: expect.stringContaining(`iconv -f ${name}`) },
  });
});

test('names of encodings', () => {
  expect(isEncoding('koi8-r')).toBe(true);
  expect(isEncoding('klingon')).toBe(false);
});

test('whisper.cpp cuts characters in two; its file is read all the same, and told', async () => {
  const bytes = (text: string) =>
    Uint8Array.from([...new TextEncoder().encode(text), 0xe4, 0xbd, 0x22, 0x7d]);
  const decoded = await decodeImport(bytes('{"systeminfo":"x","text":"'), 'a.json');
  expect(decoded).toMatchObject({
    text: '{"systeminfo":"x","text":"\ufffd"}',
    warning: { rule: 'encoding', severity: 'warning' },
  });
  expect(await decodeImport(bytes('{"segments":[],"text":"'), 'a.json')).toHaveProperty('finding');
});
