/** The merged file says what the merged model says, whatever the layout of OURS. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeFiles } from '../../../src/commands/merge/merge-files.ts';
import type { Fields } from '../../../src/core/diff/changes.ts';
import { fileFrom, headerFields, itemsOf } from '../../../src/core/merge/file-items.ts';
import { mergeVersions } from '../../../src/core/merge/merge.ts';
import { LIST_NAMES, type ListName } from '../../../src/core/merge/merged.ts';
import type { Layer, Transcript } from '../../../src/core/model/model.ts';
import { valueKey } from '../../../src/core/model/same-value.ts';
import { readDocument } from '../../../src/formats/onrecord/read.ts';
import { transcriptParts, writeLayer } from '../../../src/formats/onrecord/write.ts';
import { openYaml } from '../../../src/project/open-yaml.ts';
import { layers, transcripts } from '../../helpers/models.ts';
import { RUNS } from '../../helpers/runs.ts';

type File = Transcript | Layer;
type Items = Record<ListName, { id: string | undefined; fields: Fields }[]>;

const eachList = (make: (list: ListName) => Items[ListName]): Items =>
  Object.fromEntries(LIST_NAMES.map(list => [list, make(list)])) as Items;

/** Ids are unique in a file, as `check` wants it. */
function withUniqueIds<T extends File>(file: T): T {
  const seen = new Set<string>();
  const lists = eachList(list =>
    itemsOf(file, list).filter(({ id }) => {
      if (id === undefined) return true;
      const isNew = !seen.has(id);
      seen.add(id);
      return isNew;
    }),
  );
  return fileFrom(file, headerFields(file), lists);
}

/** What became of a file on a branch: fields and entries of another one in it, some of its own gone or elsewhere. */
function branched<T extends File>(base: T, other: T, dice: readonly number[]): T {
  let at = 0;
  const roll = (sides: number) => dice[at++ % dice.length]! % sides;
  const lists = eachList(list => {
    const own: Items[ListName] = itemsOf(base, list).flatMap(({ id, fields }) => {
      const change = roll(5);
      if (change === 0) return [];
      if (change > 2) return [{ id, fields }];
      const donor = itemsOf(other, list)[0]?.fields ?? {};
      const { id: _, ...taken } = donor;
      const kept = change === 1 ? fields : without(fields, roll(3));
      return [{ id, fields: { ...kept, ...taken } }];
    });
    const ids = new Set(LIST_NAMES.flatMap(name => itemsOf(base, name).map(({ id }) => id)));
    const added = itemsOf(other, list).filter(({ id }) => id === undefined || !ids.has(id));
    for (const { id, fields } of added)
      if (roll(2) === 0) own.splice(roll(own.length + 1), 0, { id, fields });
    return roll(4) === 0 && list === 'utterances' ? own.toReversed() : own;
  });
  const header = roll(2) === 0 ? headerFields(base) : { ...headerFields(base), ...headerFields(other) };
  return fileFrom(base, header, lists);
}

/** Without one field that an entry may lack. */
function without(fields: Fields, index: number): Fields {
  const optional = Object.keys(fields).filter(
    name => !['id', 'text', 'event', 'target', 'of'].includes(name),
  );
  const gone = optional[index % Math.max(optional.length, 1)];
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== gone));
}

const named = (file: string, text: string) => ({ file, bytes: new TextEncoder().encode(text) });
const valueIn = (text: string) => openYaml(named('talk.yaml', text)).yaml.value;

const LAYOUTS: readonly ((text: string) => string)[] = [
  text => text,
  text => text.replaceAll('\n', '\r\n'),
  text => `# first\n${text.replace(/^ {2}- /gm, '  # about this one\n  - ')}# last\n`,
  text => `${JSON.stringify(valueIn(text), undefined, 1)}\n`,
  text => JSON.stringify(valueIn(text)),
];

const write = (file: File) =>
  file.kind === 'transcript' ? [...transcriptParts(file)].join('') : writeLayer(file);

/** Everything but conflicts, whose versions are in the form of the file. */
function said(file: File): string {
  const plain = ({ conflict, ...fields }: Fields) => [fields, Object.keys(conflict ?? {}).sort()];
  return valueKey([
    plain(headerFields(file)),
    ...LIST_NAMES.map(list => {
      const entries = itemsOf(file, list).map(({ id, fields }) => [id ?? null, plain(fields)]);
      return list === 'parties' || list === 'sources' ? entries.map(valueKey).sort() : entries;
    }),
  ]);
}

const cases = fc
  .oneof(fc.tuple(transcripts, transcripts, transcripts), fc.tuple(layers, layers, layers))
  .chain(files =>
    fc.tuple(
      fc.constant(files as readonly [File, File, File]),
      fc.array(fc.nat(119), { minLength: 7, maxLength: 40 }),
      fc.array(fc.nat(119), { minLength: 7, maxLength: 40 }),
      fc.constantFrom(...LAYOUTS),
      fc.constantFrom(...LAYOUTS),
    ),
  );

test('the merged file reads as the merged model', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ([files, oursDice, theirsDice, layout, otherLayout]) => {
      const [first, left, right] = files.map(withUniqueIds) as [File, File, File];
      // What is read is what is merged: a file says some things in one way only.
      const read = (text: string) => {
        const { document, findings } = readDocument(new TextEncoder().encode(text), 'x');
        fc.pre(findings.length === 0);
        return document!.value;
      };
      const base = layout(write(first));
      const ours = layout(write(branched(read(base), left as never, oursDice)));
      const theirs = otherLayout(write(branched(read(base), right as never, theirsDice)));
      const expected = mergeVersions(read(base), read(ours), read(theirs));
      const result = await mergeFiles(named('base', base), named('ours', ours), named('theirs', theirs));
      if (!('bytes' in result)) throw new Error('expected a merged file');
      const written = readDocument(result.bytes, 'result');
      expect(written.findings).toEqual([]);
      expect(said(written.document!.value)).toBe(said(expected.value));
      expect(result.conflicts.length).toBe(expected.conflicts.length);
    }),
    // Shrinking files as large as these takes minutes; the seed tells the same.
    { numRuns: Math.max(5, RUNS / 200), endOnFailure: true },
  );
});

test('a list that is new in OURS comes behind what is added to the last one', async () => {
  const head = 'onrecord: 1\ntranscript: talk.yaml\nannotations:\n  - {id: a1, target: u1, comment: One.}\n';
  const added = '  - {id: a2, target: u1, comment: Two.}\n';
  const claims = 'claims:\n  - {id: c1, text: It is so.}\n';
  const result = await mergeFiles(named('b', head), named('o', head), named('t', `${head}${added}${claims}`));
  expect('bytes' in result && new TextDecoder().decode(result.bytes)).toBe(
    `${head}${added}claims:\n  - id: c1\n    text: It is so.\n`,
  );
});
