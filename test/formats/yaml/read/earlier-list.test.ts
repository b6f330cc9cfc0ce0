/** A later version reads the same by an earlier one as by itself, and shares the items that are the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EarlierVersion } from '../../../../src/formats/yaml/read/earlier-list.ts';
import { readYaml } from '../../../../src/formats/yaml/read/reader.ts';
import { RUNS } from '../../../helpers/runs.ts';
import { printed, printStyle, TYPED_KEYS, transcript } from '../arbitraries.ts';

const KEY = 'utterances';

const read = (text: string, earlier?: EarlierVersion) =>
  readYaml(text, { file: 'a.yaml', typedKeys: TYPED_KEYS, earlier });

/** Reads a text by an earlier one and alone, which must be the same; what it took over. */
function runsTaken(before: string, after: string) {
  const { document: old } = read(before);
  const result = read(after, { key: KEY, list: () => old?.listUnder(KEY) });
  const alone = read(after);
  expect({ after, value: result.document?.value }).toEqual({ after, value: alone.document?.value });
  expect(result.findings).toEqual(alone.findings);
  expect(JSON.stringify(result.document?.value)).toBe(JSON.stringify(alone.document?.value));
  const [items, oldItems] = [result, { document: old }].map(
    ({ document }) => document?.value[KEY] as unknown[],
  );
  const taken = result.taken?.map(run => ({ ...run, earlier: oldItems!.indexOf(items![run.start]) }));
  for (const { start, earlier, count } of taken ?? [])
    for (let step = 0; step < count; step++) expect(items![start + step]).toBe(oldItems![earlier + step]);
  for (let index = 0; Array.isArray(items) && index < items.length; index++) {
    expect(result.document!.locate([KEY, index])).toEqual(alone.document!.locate([KEY, index]));
    expect(result.document!.locate([KEY, index, 'text'], 'key')).toEqual(
      alone.document!.locate([KEY, index, 'text'], 'key'),
    );
  }
  return taken;
}

/** A version with some lines gone, twice, elsewhere or of other words. */
function withOtherLines(text: string, dice: readonly number[]): string {
  const lines = text.split('\n');
  for (const roll of dice) {
    const at = roll % lines.length;
    const other = Math.floor(roll / 5) % lines.length;
    switch (roll % 5) {
      case 0:
        lines.splice(at, 1);
        break;
      case 1:
        lines.splice(at, 0, lines[at]!);
        break;
      case 2:
        lines.splice(at, 0, ...lines.splice(other, 3));
        break;
      case 3:
        lines[at] = lines[at]?.replace(/[a-z]+/, 'word') ?? '';
        break;
      default:
        lines[at] = ` ${lines[at]}`;
    }
  }
  return lines.join('\n');
}

/** Enough utterances for some to stay as they are, with line breaks and keys as the quick reader takes them. */
const talks = fc.tuple(transcript, printStyle).map(([root, style]) => {
  const utterances = ['a', 'b', 'c', 'd'].flatMap(end =>
    root.utterances.map(utterance => ({ ...utterance, id: utterance.id + end })),
  );
  return printed({ ...root, utterances }, { ...style, lineBreak: '\n', plainKeys: true });
});

test('any later version', () => {
  let taken = 0;
  fc.assert(
    fc.property(talks, fc.array(fc.nat(99_999), { maxLength: 4 }), (before, dice) => {
      if (runsTaken(before, withOtherLines(before, dice))?.length) taken++;
    }),
    { numRuns: RUNS / 10 },
  );
  expect(taken).toBeGreaterThan(RUNS / 1000);
});

const talk = (...lines: string[]) => `onrecord: 1\nutterances:\n${lines.join('\n')}\nnote: end\n`;
const line = (number: number) => `  - {id: u${number}, text: Words of ${number}.}`;
const lines = (count: number) => Array.from({ length: count }, (_, index) => line(index));

describe('what is taken over', () => {
  test.for<[string, string[], string[], unknown]>([
    [
      'all but the last, which nothing like it follows',
      lines(3),
      lines(3),
      [{ start: 0, earlier: 0, count: 2 }],
    ],
    [
      'none where nothing is the same',
      lines(3),
      ['  - {id: v, text: Others.}', '  - {id: w, text: Others.}'],
      [],
    ],
    [
      'what stands around an edited one',
      lines(5),
      [line(0), line(1), line(9), line(3), line(4)],
      [
        { start: 0, earlier: 0, count: 2 },
        { start: 3, earlier: 3, count: 1 },
      ],
    ],
    [
      'what stands around an inserted one',
      lines(4),
      [line(0), line(9), line(1), line(2), line(3)],
      [
        { start: 0, earlier: 0, count: 1 },
        { start: 2, earlier: 1, count: 2 },
      ],
    ],
    [
      'what stands behind many that are gone',
      lines(90),
      [line(0), line(60), line(61), line(62), line(63), line(64), line(65), line(66), line(67), line(68)],
      [
        { start: 0, earlier: 0, count: 1 },
        { start: 5, earlier: 64, count: 4 },
      ],
    ],
    [
      'not what goes on behind the same lines',
      ['  - text: One.', '  - text: Two.', '  - text: Three.'],
      ['  - text: One.', '      and more.', '  - text: Two.', '  - text: Three.'],
      [{ start: 1, earlier: 1, count: 1 }],
    ],
    ['none where the indentation differs', lines(3), lines(3).map(line => ` ${line}`), []],
  ])('%s', ([, before, after, expected]) => {
    expect(runsTaken(talk(...before), talk(...after))).toEqual(expected);
  });

  test('nothing of a text with aliases: what they say may have changed', () => {
    const items = '  - {id: u1, text: *a}\n  - {id: u2, text: *a}\n';
    const before = `title: &a One\nutterances:\n${items}`;
    expect(runsTaken(before, `title: &a Two\nutterances:\n${items}`)).toBeUndefined();
    expect(runsTaken(before, `title: Two\nutterances:\n${items}`)).toBeUndefined();
  });

  test('nothing where something unusual stands between or behind', () => {
    const unusual = '  - {id: u9, text: "a\tb"}';
    expect(runsTaken(talk(...lines(3)), talk(...lines(2), unusual))).toBeUndefined();
    expect(runsTaken(talk(...lines(3)), talk(unusual, ...lines(3)))).toBeUndefined();
  });

  test('nothing of a list in brackets', () => {
    const text = 'utterances: [\n  {text: a},\n  {text: b}]\n';
    expect(runsTaken(text, text)).toEqual([]);
    expect(runsTaken(text, 'utterances:\n  - {text: a}\n  - {text: b}\n')).toEqual([]);
  });
});
