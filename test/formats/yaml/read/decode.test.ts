import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, encodeText } from '../../../../src/formats/yaml/read/decode.ts';
import { MAX_BYTES } from '../../../../src/formats/yaml/read/limits.ts';

const utf8 = (text: string) => [...new TextEncoder().encode(text)];
const decode = (bytes: readonly number[]) => decodeText(Uint8Array.from(bytes), 'a.yaml');

const MARK = [0xef, 0xbb, 0xbf];

describe('text', () => {
  test.for([
    ['nothing', [], { text: '', bom: false }],
    ['plain', utf8('onrecord: 1'), { text: 'onrecord: 1', bom: false }],
    ['with a byte order mark', [...MARK, ...utf8('é: 1')], { text: 'é: 1', bom: true }],
    ['a mark further on is text', utf8('a: \ufeffb'), { text: 'a: \ufeffb', bom: false }],
    ['beyond the basic plane', utf8('a: 😀\u{10ffff}'), { text: 'a: 😀\u{10ffff}', bom: false }],
  ] as const)('%s', ([, bytes, expected]) => {
    expect(decode(bytes)).toEqual(expected);
  });

  test('goes back to the same bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (text, bom) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
        const bytes = encodeText(text, bom);
        expect(decodeText(bytes, 'a.yaml')).toEqual({ text, bom });
      }),
    );
  });
});

describe('refused', () => {
  test.for([
    ['UTF-16LE', [0xff, 0xfe, 0x61, 0], 0, 'UTF-16LE'],
    ['UTF-16BE', [0xfe, 0xff, 0, 0x61], 0, 'UTF-16BE'],
    ['UTF-32LE', [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], 0, 'UTF-32LE'],
    ['UTF-16LE without a mark', [0x61, 0, 0x3a, 0], 1, 'UTF-16LE'],
    ['UTF-16BE without a mark', [0, 0x61, 0, 0x3a], 0, 'UTF-16BE'],
    ['a NUL in text', utf8('a: \0'), 3, 'NUL'],
    ['two byte order marks', [...MARK, ...MARK, 0x61], 3, 'two byte order marks'],
    ['Latin-1', [0x61, 0xe9, 0x20], 1, 'byte E9 at byte offset 1'],
    ['Latin-1 behind a mark', [...MARK, 0x61, 0xe9, 0x20], 4, 'byte E9 at byte offset 4'],
    ['a sequence cut short', [0x61, 0xe2, 0x82], 1, 'byte E2'],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80], 1, 'byte ED'],
    ['an overlong slash', [0xc0, 0xaf], 0, 'byte C0'],
    ['an overlong sequence of three', [0xe0, 0x80, 0xaf], 0, 'byte E0'],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80], 0, 'byte F4'],
    ['a stray continuation', [...utf8('é😀'), 0x80], 6, 'byte 80'],
  ] as const)('%s', ([, bytes, byteOffset, words]) => {
    const result = decode(bytes);
    const finding = 'finding' in result ? result.finding : undefined;
    expect(finding).toMatchObject({
      rule: 'encoding',
      severity: 'error',
      file: 'a.yaml',
      data: { byteOffset },
    });
    expect(finding!.message).toContain(words);
    expect(finding!.help).not.toBe('');
  });

  test('what is refused at an offset is valid up to there', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
        const result = decodeText(bytes, 'a.yaml');
        if (!('finding' in result) || !result.finding.message.startsWith('byte ')) return;
        const offset = Number(result.finding.data!['byteOffset']);
        const before = decodeText(bytes.subarray(0, offset), 'a.yaml');
        expect(before).not.toHaveProperty('finding');
      }),
    );
  });

  test('more than the limit', () => {
    const result = decodeText(new Uint8Array(MAX_BYTES + 1), 'a.yaml');
    expect(result).toMatchObject({ finding: { rule: 'too-large', data: { limit: MAX_BYTES } } });
  });
});
