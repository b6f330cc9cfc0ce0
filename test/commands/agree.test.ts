/** Published figures through the front door: files in, figures out. And what must not change a figure. */
import { describe, expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const { folder, write: writeText } = folderOfEachTest();

interface Figure {
  readonly figure: string;
  readonly units: number;
  readonly both: number;
  readonly same: number;
  readonly alpha: number | null;
  readonly ac1?: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly undefined: string | null;
  readonly observed: number | null;
}

interface Result {
  readonly figures: readonly Figure[];
  readonly groups?: readonly { readonly name: string; readonly figures: readonly Figure[] }[];
  readonly seed: number;
}

function write(name: string, value: unknown): void {
  // JSON is YAML.
  writeText(name, JSON.stringify(value));
}

function writeLayer(reader: string, annotations: readonly object[], transcript = 'talk.yaml'): void {
  const own = annotations.map((annotation, index) => ({ id: `${reader}${index}`, ...annotation }));
  write(`${reader}.yaml`, { onrecord: 1, transcript, creator: reader, annotations: own });
}

async function agree(...args: string[]): Promise<Result> {
  const { stdout, stderr, status } = await runCli(['agree', ...args, '--format', 'json'], { cwd: folder });
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Result;
}

function figureOf({ figures }: Pick<Result, 'figures'>, name: string): Figure {
  return figures.find(({ figure }) => figure === name)!;
}

/** One reading a column; a dot is a reading that says nothing. */
function writeSpeakers(rows: readonly string[]): string[] {
  const units = rows.map(row => row.split(' '));
  const parties = Object.fromEntries(
    [...new Set(units.flat())].filter(value => value !== '.').map(value => [`p${value}`, {}]),
  );
  write('talk.yaml', {
    onrecord: 1,
    parties,
    utterances: units.map((_, i) => ({ id: `u${i}`, text: 'Words.' })),
  });
  return units[0]!.map((_, reading) => {
    const reader = `reader${reading}`;
    writeLayer(
      reader,
      units.flatMap((values, i) =>
        values[reading] === '.' ? [] : [{ target: `u${i}`, speaker: `p${values[reading]}` }],
      ),
    );
    return `${reader}.yaml`;
  });
}

const KRIPPENDORFF_2011 = [
  ...['1 1 . 1', '2 2 3 2', '3 3 3 3', '3 3 3 3', '2 2 2 2', '1 2 3 4', '4 4 4 4', '1 1 2 1', '2 2 2 2'],
  ...['. 5 5 5', '. . 1 1', '. . 3 .'],
];

test('alpha and AC1 of four readings with missing values', async () => {
  const layers = writeSpeakers(KRIPPENDORFF_2011);
  const speakers = figureOf(await agree(...layers), 'speakers');
  expect(speakers).toMatchObject({ units: 12, both: 11, same: 8 });
  expect(speakers.alpha).toBeCloseTo(0.743421052632, 9);
  expect(speakers.ac1).toBeCloseTo(0.77544, 5);
});

test('alpha of sets with MASI, and of each tag for itself', async () => {
  const items = ['A/A', 'A/B', 'AB/A', 'AB/AC', 'ABC/ABC', 'C/AC', 'C/AC'];
  const tags: Readonly<Record<string, string>> = { A: 'opinion', B: 'narration', C: 'gloss' };
  write('talk.yaml', {
    onrecord: 1,
    utterances: items.map((_, i) => ({ id: `u${i}`, text: 'Some words.' })),
  });
  for (const reading of [0, 1])
    writeLayer(
      `reader${reading}`,
      items.flatMap((item, i) =>
        [...item.split('/')[reading]!].map(letter => ({ target: `u${i}`, tag: tags[letter] })),
      ),
    );
  const { figures, groups } = await agree('reader0.yaml', 'reader1.yaml', '--by', 'tag');
  // 1 - J M of each item, by hand: 0, 1, 2/3, 8/9, 0, 2/3, 2/3.
  expect(figureOf({ figures }, 'tags').observed).toBeCloseTo((1 + 2 / 3 + 8 / 9 + 2 / 3 + 2 / 3) / 7, 9);
  const narration = groups!.find(({ name }) => name === 'narration')!;
  // Set on items 2, 3, 4 and 5, and by both on one.
  expect(figureOf(narration, 'tags')).toMatchObject({ units: 4, both: 4, same: 1 });
});

test('alpha_U of the example of Krippendorff 2004, p. 254', async () => {
  // A continuum of 300 letters, no two alike, cut into utterances where no stretch lies.
  const letters = Array.from({ length: 300 }, (_, i) => String.fromCodePoint(0x20000 + i));
  const cuts = [
    { id: 'u1', from: 0, to: 150 },
    { id: 'u2', from: 150, to: 200 },
    { id: 'u3', from: 200, to: 300 },
  ];
  const stretches = {
    i: {
      c: [
        [75, 145],
        [220, 250],
      ],
      k: [
        [30, 90],
        [150, 200],
      ],
    },
    j: {
      c: [
        [70, 150],
        [205, 225],
        [250, 270],
      ],
      k: [
        [30, 90],
        [150, 200],
      ],
    },
  } as const;
  write('talk.yaml', {
    onrecord: 1,
    utterances: cuts.map(({ id, from, to }) => ({ id, text: letters.slice(from, to).join('') })),
  });
  const tags = { c: 'opinion', k: 'gloss' } as const;
  for (const [reader, own] of Object.entries(stretches))
    writeLayer(
      reader,
      (['c', 'k'] as const).flatMap(category =>
        own[category].map(([start, end]) => ({
          target: cuts.find(({ from, to }) => from <= start && end <= to)!.id,
          quote: letters.slice(start, end).join(''),
          tag: tags[category],
        })),
      ),
    );
  const result = await agree('i.yaml', 'j.yaml', '--by', 'tag');
  expect(figureOf(result, 'passages').alpha).toBeCloseTo(0.8586654052, 9);
  const of = (tag: string) => figureOf(result.groups!.find(({ name }) => name === tag)!, 'passages');
  expect(of('opinion').alpha).toBeCloseTo(0.7285989968, 9);
  expect(of('opinion').observed).toBeCloseTo(0.0144444444, 9);
  expect(of('gloss').alpha).toBe(1);
});

describe('what changes no figure', () => {
  test('the order of layers, and a transcript that one reader alone has annotated', async () => {
    const layers = writeSpeakers(KRIPPENDORFF_2011);
    const { figures } = await agree(...layers);
    expect(figureOf(await agree(...layers.toReversed()), 'speakers').alpha).toBeCloseTo(
      figureOf({ figures }, 'speakers').alpha!,
      9,
    );
    write('other.yaml', { onrecord: 1, utterances: [{ id: 'v1', text: 'Other words.' }] });
    writeLayer('alone', [{ target: 'v1', speaker: 'unknown' }], 'other.yaml');
    const more = await agree(...layers, 'alone.yaml');
    expect(figureOf(more, 'speakers')).toMatchObject({ units: 13, both: 11 });
    expect(figureOf(more, 'speakers').alpha).toBe(figureOf({ figures }, 'speakers').alpha);
  });

  test('the same seed gives the same bytes, another seed another interval alone', async () => {
    const layers = writeSpeakers(KRIPPENDORFF_2011);
    const [one, again, other] = [
      await agree(...layers),
      await agree(...layers),
      await agree(...layers, '--seed', '2'),
    ];
    expect(again).toEqual(one);
    expect(other.seed).toBe(2);
    expect(figureOf(other, 'speakers').alpha).toBe(figureOf(one, 'speakers').alpha);
    expect(figureOf(other, 'speakers').interval).not.toEqual(figureOf(one, 'speakers').interval);
  });
});

test('annotations inside the transcript, by whoever is named, are a reading as layers are', async () => {
  write('talk.yaml', {
    onrecord: 1,
    creator: 'Ada',
    utterances: [
      { id: 'u1', text: 'One.' },
      { id: 'u2', text: 'Two.' },
    ],
    annotations: [
      { id: 'a1', target: 'u1', tag: 'opinion' },
      { id: 'a2', target: 'u2', tag: 'gloss' },
      { id: 'b1', target: 'u1', tag: 'opinion', creator: 'Ben' },
      { id: 'b2', target: 'u2', tag: 'narration', creator: 'Ben' },
    ],
  });
  expect(figureOf(await agree('talk.yaml'), 'tags')).toMatchObject({ units: 2, both: 2, same: 1 });
});

test('talks that cannot be understood keep nobody from comparing the others', async () => {
  for (const talk of ['good', 'bad']) {
    write(`${talk}/talk.yaml`, { onrecord: 1, utterances: [{ id: 'u1', text: 'One.' }] });
    for (const reader of ['Ada', 'Ben'])
      writeText(
        `${talk}/${reader}.layer.yaml`,
        `onrecord: 1\ntranscript: talk.yaml\ncreator: ${reader}\nannotations:\n  - {id: ${reader}, target: u1, tag: gloss}\n`,
      );
  }
  writeText('bad/broken.layer.yaml', 'onrecord: 1\ntranscript: [');
  writeText('empty.vtt', '');
  const { status, stdout, stderr } = await runCli(['agree', '.', '--format', 'json'], { cwd: folder });
  expect(status).toBe(2);
  expect(stderr).toContain('broken.layer.yaml');
  expect(stderr).toContain('error[bad-structure]: the file is empty\n --> empty.vtt');
  expect(figureOf(JSON.parse(stdout) as Result, 'tags')).toMatchObject({ units: 1, both: 1, same: 1 });
});

test('on a terminal it ends with the command that shows the first difference', async () => {
  const layers = writeSpeakers(['1 1', '2 2', '1 2']);
  const { stdout } = await runCli(['agree', ...layers, '--color', 'never'], { cwd: folder, columns: 100 });
  expect(stdout).toMatch(/\nnext: onrecord show talk\.yaml reader0\.yaml reader1\.yaml --where id:u2\n$/);
});

test('--min with a line break in it is wrong usage', async () => {
  const { status, stderr } = await runCli(['agree', '--min=tags=0.5\nout', folder]);
  expect(status).toBe(2);
  expect(stderr).toContain('expected numbers from -1 to 1');
});
