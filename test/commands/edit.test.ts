/** `edit` under long random use: no annotation is lost, none lands on other words, and `diff` tells what was edited. */
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation, Layer, Transcript, Utterance } from '../../src/core/model/model.ts';
import { isTranscript, type Project } from '../../src/core/model/project.ts';
import { TargetResolver } from '../../src/core/model/targets.ts';
import { readDocument } from '../../src/formats/onrecord/read.ts';
import { seeded } from '../helpers/noisy-talk.ts';
import { type CliResult, runCli } from '../helpers/run-cli.ts';
import { IS_FULL } from '../helpers/runs.ts';
import { folderOfAllTests } from '../helpers/test-folder.ts';

const EDITS = IS_FULL ? 200 : 25;
/** Each is that many edits of real files. */
const SEQUENCES = IS_FULL ? 5 : 1;

const { folder, read, write } = folderOfAllTests();

function onrecord(args: readonly string[], random: () => number): Promise<CliResult> {
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
  return runCli(args, { cwd: folder, change: () => ({ random: bytes }) });
}

/** Letters for digits: no word is a number, and none is like another one. */
const SYLLABLES = ['ba', 'ko', 'mi', 'ru', 'te', 'so', 'na', 'di', 'lu', 'fe'];

function wordFor(index: number): string {
  return [...String(index + 1000)].map(digit => SYLLABLES[Number(digit)]).join('');
}

/** Every word stands once, so that where an annotation belongs is known whatever is split, joined or moved. */
function talk(random: () => number): { readonly transcript: string; readonly layer: string } {
  const utterances: string[] = [];
  const annotations: string[] = [];
  let word = 0;
  for (let index = 0; index < 24; index++) {
    const words = Array.from({ length: 4 + Math.floor(random() * 12) }, () => wordFor(word++));
    const time = (second: number) =>
      `00:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}.000`;
    const fields = [
      `id: u${index + 1}`,
      `speaker: ${index % 6 < 4 ? 'lind' : 'okafor'}`,
      `start: ${time(index * 10)}`,
      `end: ${time(index * 10 + 10)}`,
      `text: ${words.join(' ')}`,
    ];
    // Both styles in which people write, each with a comment that has to stay.
    utterances.push(
      index % 2 === 0
        ? `  - {${fields.join(', ')}}   # turn ${index + 1}`
        : `  - ${fields[0]}   # turn ${index + 1}\n    ${fields.slice(1).join('\n    ')}`,
    );
    const from = Math.floor(random() * (words.length - 2));
    const quote = words.slice(from, from + 1 + Math.floor(random() * 3)).join(' ');
    annotations.push(`  - {id: a${index + 1}, target: u${index + 1}, quote: ${quote}, comment: on a quote}`);
    if (index % 5 === 0)
      annotations.push(`  - {id: w${index + 1}, target: u${index + 1}, comment: on all of it}`);
  }
  return {
    transcript: `onrecord: 1\nlanguage: en\nparties:\n  lind: {name: Per Lind}\n  okafor: {name: Ada Okafor}\nutterances:\n${utterances.join('\n')}\n`,
    layer: `onrecord: 1\ntranscript: talk.yaml\ncreator: Rita\nannotations:\n${annotations.join('\n')}\n`,
  };
}

function transcriptIn(file: string): Transcript {
  const { document } = readDocument(fs.readFileSync(path.join(folder, file)), file);
  if (document === undefined || !isTranscript(document)) throw new Error(`${file} cannot be read`);
  return document.value;
}

function projectIn(): Project {
  const read = (file: string) => readDocument(fs.readFileSync(path.join(folder, file)), file).document!;
  return { transcript: read('talk.yaml'), layers: [read('notes.layer.yaml')] } as Project;
}

function annotationsOf({ layers }: Project): readonly Annotation[] {
  return (layers[0]!.value as Layer).annotations;
}

/** The words that an annotation is on now; undefined where its target or quote is not there. */
function wordsUnder({ target, quote }: Annotation, project: Project): string | undefined {
  const resolver = new TargetResolver(project);
  const entries = target.flatMap(text => {
    const found = resolver.resolve(text);
    return found.found === 'entries' ? found.entries : [];
  });
  const text = entries.map(({ value }) => (value as Utterance).text ?? '').join(' ');
  if (entries.length === 0) return undefined;
  return quote === undefined ? text : text.includes(quote) ? quote : undefined;
}

function nextEdit({ utterances }: Transcript, random: () => number): string[] {
  const pick = Math.floor(random() * utterances.length);
  const { id = '', text = '', speaker } = utterances[pick]!;
  const words = text.split(' ');
  const kind = random();
  if (kind < 0.35 && words.length > 1) {
    const at = 1 + Math.floor(random() * (words.length - 1));
    return [id, '--split-at', words.slice(at).join(' ')];
  }
  const next = utterances[pick + 1];
  if (kind < 0.7 && next?.speaker === speaker) return [`${id}..${next!.id}`, '--join'];
  if (kind < 0.75) return [id, '--speaker', speaker === 'lind' ? 'Ada Okafor' : 'lind'];
  const at = Math.floor(random() * words.length);
  const fresh = `x${wordFor(Math.floor(random() * 9_000))}`;
  const how = random();
  const changed =
    how < 0.4
      ? words.with(at, fresh)
      : how < 0.7 || words.length === 1
        ? words.toSpliced(at, 0, fresh)
        : words.toSpliced(at, 1);
  return [id, '--text', changed.join(' ')];
}

test(`after any ${EDITS} edits, splits and joins every annotation is on its words, waits, or is told as orphaned`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async seed => {
      const random = seeded(seed);
      const { transcript, layer } = talk(random);
      write('talk.yaml', transcript);
      write('start.yaml', transcript);
      write('notes.layer.yaml', layer);
      await onrecord(['check', 'talk.yaml', 'notes.layer.yaml', '--fix', '--rule', 'pin-missing'], random);
      const first = projectIn();
      const made = new Map(annotationsOf(first).map(entry => [entry.id, wordsUnder(entry, first)!]));
      const lines = transcript.split('\n').length;
      expect(lines).toBeGreaterThan(24);
      for (let count = 0; count < EDITS; count++) {
        const edit = nextEdit(transcriptIn('talk.yaml'), random);
        const { status, stdout, stderr } = await onrecord(['edit', 'talk.yaml', ...edit], random);
        const context = `edit ${count}: ${edit.join(' ')}\n${stdout}${stderr}`;
        expect(status, context).toBeLessThan(2);
        const project = projectIn();
        const annotations = annotationsOf(project);
        expect(
          annotations.map(({ id }) => id),
          context,
        ).toEqual([...made.keys()]);
        const waiting = annotations.filter(({ verdict }) => verdict !== undefined);
        for (const entry of annotations)
          if (entry.verdict === undefined)
            expect(wordsUnder(entry, project), `${JSON.stringify(entry)}\n${context}`).toBe(
              made.get(entry.id),
            );
        expect(status, context).toBe(waiting.length > 0 ? 1 : 0);
      }
      await expectDiffOfEdits(random);
      const text = read('talk.yaml');
      for (let turn = 1; turn <= 24; turn++) expect(text).toMatch(new RegExp(`# turn ${turn}$`, 'm'));
    }),
    { numRuns: SEQUENCES, endOnFailure: true },
  );
});

interface DiffChange {
  readonly kind: string;
  readonly what: string;
  readonly id?: string;
  readonly at?: { readonly old: number; readonly new: number };
  readonly facet?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly old?: readonly { readonly index: number }[];
  readonly new?: readonly { readonly index: number }[];
}

/** The utterances that `diff` names are those whose speaker or words are not what they were, and no others. */
async function expectDiffOfEdits(random: () => number): Promise<void> {
  const { stdout } = await onrecord(
    ['diff', 'start.yaml', 'talk.yaml', '--only', 'text', '--format', 'json'],
    random,
  );
  const { changes } = JSON.parse(stdout) as { changes: readonly DiffChange[] };
  const contents = (file: string) =>
    new Map(transcriptIn(file).utterances.map(({ id, speaker, text }) => [id!, `${speaker}: ${text}`]));
  const [start, end] = [contents('start.yaml'), contents('talk.yaml')];
  const [starts, ends] = [[...start.keys()], [...end.keys()]];
  const named = { old: new Set<string>(), new: new Set<string>() };
  for (const { what, id, at, facet, fields, old, new: fresh, kind } of changes) {
    if (what !== 'utterance' || kind === 'moved') continue;
    // Times follow the words that were split or joined.
    if (facet === 'time' || (facet === 'fields' && fields!['id'] === undefined)) continue;
    if (kind === 'added') named.new.add(id!);
    else if (kind === 'removed') named.old.add(id!);
    else if (at !== undefined) {
      named.old.add(starts[at.old]!);
      named.new.add(ends[at.new]!);
    } else {
      for (const { index } of old!) named.old.add(starts[index]!);
      for (const { index } of fresh!) named.new.add(ends[index]!);
    }
  }
  const differing = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) =>
    [...one].filter(([id, content]) => other.get(id) !== content).map(([id]) => id);
  expect([...named.old].sort()).toEqual(differing(start, end).sort());
  expect([...named.new].sort()).toEqual(differing(end, start).sort());
}
