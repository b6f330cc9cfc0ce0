/** Transcripts in other formats: their ids hold through line ends and edits, and annotations through a conversion and back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOfTranscripts } from '../../src/core/language/transcript-words.ts';
import type { Annotation, Layer, Transcript } from '../../src/core/model/model.ts';
import { type Document, isTranscript } from '../../src/core/model/project.ts';
import { SourceText } from '../../src/core/model/span.ts';
import { ONLY_EXACT } from '../../src/core/reanchor/acceptance.ts';
import { carryLayer } from '../../src/core/reanchor/carry-layer.ts';
import { versionsOf } from '../../src/core/reanchor/target-versions.ts';
import { readDocument } from '../../src/formats/onrecord/read.ts';
import { transcriptParts } from '../../src/formats/onrecord/write.ts';
import { format as webvtt } from '../../src/formats/webvtt/index.ts';
import { importFile } from '../../src/project/import-file.ts';
import { readOther } from '../../src/project/other-format.ts';
import { NOTHING } from '../fixtures/project.ts';
import { IS_FULL, RUNS } from '../helpers/runs.ts';

/** Each reads several whole files. */
const FILE_RUNS = IS_FULL ? RUNS : 12;

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function readAs(text: string | Uint8Array, file: string): Promise<Document<Transcript>> {
  const { document } = await readOther(typeof text === 'string' ? bytesOf(text) : text, file, {});
  if (document === undefined || !isTranscript(document)) throw new Error(`${file} was not read`);
  return document;
}

const NAMES = ['Harriet Okafor', 'Per Lind', 'Ida Bell'];
const WORDS = ['Yes.', 'No.', 'Is the bridge open?', 'It carries eight tonnes, not twelve.', 'Thank you.'];
const said = fc.record({
  name: fc.constantFrom(...NAMES),
  words: fc.oneof(
    fc.constantFrom(...WORDS),
    fc
      .array(fc.constantFrom(...'the board met on monday in june and nine members were there'.split(' ')), {
        minLength: 2,
        maxLength: 12,
      })
      .map(words => words.join(' ')),
  ),
});
const talk = fc.array(said, { minLength: 2, maxLength: 12 });
type Said = { readonly name: string; readonly words: string };

const clock = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23);

/** The same talk as it lies in repositories. */
const FILES: Readonly<Record<string, (talk: readonly Said[]) => string>> = {
  'talk.vtt': all =>
    `WEBVTT\n\n${all.map(({ name, words }, i) => `${i + 1}\n${clock(i * 3)} --> ${clock(i * 3 + 2)}\n<v ${name}>${words}\n`).join('\n')}`,
  'talk.srt': all =>
    all
      .map(
        ({ name, words }, i) =>
          `${i + 1}\n${clock(i * 3).replace('.', ',')} --> ${clock(i * 3 + 2).replace('.', ',')}\n${name}: ${words}\n`,
      )
      .join('\n'),
  'talk.txt': all => all.map(({ name, words }) => `${name}: ${words}\n`).join('\n'),
  'talk.md': all => all.map(({ name, words }) => `**${name}:** ${words}\n`).join('\n'),
};

const ids = ({ value }: Document<Transcript>) => value.utterances.map(({ id }) => id);

test.for(Object.entries(FILES))(
  'line ends, a byte order mark and trailing blanks keep the ids of %s',
  async ([file, written]) => {
    await fc.assert(
      fc.asyncProperty(talk, async all => {
        const text = written(all);
        const expected = ids(await readAs(text, file));
        expect(expected).toHaveLength(all.length);
        for (const other of [
          text.replaceAll('\n', '\r\n'),
          `\ufeff${text}`,
          text.replace(/(?<=\S)$/gm, ' '),
          `${text}\n\n`,
        ])
          expect(ids(await readAs(other, file))).toEqual(expected);
      }),
      { numRuns: FILE_RUNS },
    );
  },
);

test.for(Object.entries(FILES))(
  'after an edit of one utterance of %s each id that still leads somewhere leads to the same words',
  async ([file, written]) => {
    await fc.assert(
      fc.asyncProperty(talk, fc.nat(), said, async (all, at, edited) => {
        const place = at % all.length;
        const before = await readAs(written(all), file);
        const after = await readAs(
          written(all.map((item, i) => (i === place ? { ...item, words: edited.words } : item))),
          file,
        );
        const old = new Map(before.value.utterances.flatMap(u => (u.id === undefined ? [] : [[u.id, u]])));
        for (const { id, speaker, text } of after.value.utterances) {
          const known = id === undefined ? undefined : old.get(id);
          if (known !== undefined) expect([known.speaker, known.text]).toEqual([speaker, text]);
        }
      }),
      { numRuns: FILE_RUNS },
    );
  },
);

/** A layer with an annotation on each utterance that has an id: on all of it, or on one of its words. */
function layerOn({ value }: Document<Transcript>, picks: readonly number[]): Layer {
  const annotations = value.utterances.flatMap(({ id, text = '' }, index): Annotation[] => {
    if (id === undefined) return [];
    const words = text.split(' ');
    const quote = words[(picks[index] ?? 0) % words.length]!;
    const isOnce = text.split(quote).length === 2;
    return [{ id: `a${index}`, target: [id], comment: 'Seen.', ...(isOnce && { quote }) } as Annotation];
  });
  return { ...NOTHING, kind: 'layer', transcript: 'talk', annotations };
}

async function carried(old: Document<Transcript>, fresh: Document<Transcript>, layer: Layer): Promise<Layer> {
  const { lists, unlistedIn } = await wordsOfTranscripts([fresh.value, old.value]);
  const document: Document<Layer> = {
    file: 'a.layer.yaml',
    source: new SourceText(''),
    value: layer,
    locate: () => ({ start: 0, end: 0 }),
  };
  const outcomes = carryLayer(
    layer,
    versionsOf(old, fresh, [document], { words: lists, unlistedIn }),
    ONLY_EXACT,
  );
  for (const { placement } of outcomes) expect(placement.verdict).toBe('exact');
  expect(outcomes).toHaveLength(layer.annotations.length);
  const annotations = layer.annotations.map((annotation, index) => {
    const outcome = outcomes.find(candidate => candidate.kind === 'annotation' && candidate.index === index)!;
    return { ...annotation, ...outcome.after } as Annotation;
  });
  return { ...layer, annotations };
}

test('from VTT to YAML and back all annotations are carried exactly', async () => {
  await fc.assert(
    fc.asyncProperty(
      talk,
      fc.array(fc.nat({ max: 20 }), { minLength: 12, maxLength: 12 }),
      async (all, picks) => {
        const text = FILES['talk.vtt']!(all);
        const vtt = await readAs(text, 'talk.vtt');
        const { value } = await importFile(bytesOf(text), 'talk.vtt', {});
        const { document } = readDocument(
          bytesOf([...transcriptParts(value!.transcript)].join('')),
          'talk.yaml',
        );
        const yaml = document as Document<Transcript>;
        const layer = layerOn(vtt, picks);
        const onYaml = await carried(vtt, yaml, layer);
        expect((await carried(yaml, vtt, onYaml)).annotations.map(({ target }) => target)).toEqual(
          layer.annotations.map(({ target }) => target),
        );
        // What the tool writes has the ids of our file.
        const written = webvtt.write!({ transcript: yaml.value, layers: [] }).text;
        await carried(yaml, await readAs(written, 'talk.vtt'), onYaml);
      },
    ),
    { numRuns: FILE_RUNS },
  );
});

test('ids of a file in each format are fixed', async () => {
  const all = [
    { name: 'Harriet Okafor', words: 'Is the bridge open?' },
    { name: 'Per Lind', words: 'No.' },
    { name: 'Harriet Okafor', words: 'Is the bridge open?' },
    { name: 'Per Lind', words: 'It carries eight tonnes, not twelve.' },
  ];
  for (const [file, written] of Object.entries(FILES))
    expect(ids(await readAs(written(all), file)), file).toEqual(FIXED);
});

const FIXED = ['h72jklya7ss', 'h6dwqxatyvi', 'hcy7lfedy7u', 'hzaxvfph2uz'];
