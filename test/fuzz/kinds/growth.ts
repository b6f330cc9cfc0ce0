/** Inputs that repeat: three times as much takes at most four and a half times as long, whatever is repeated. */
import { loadFormats } from '../../../src/formats/index.ts';
import { repeated, steepGrowth, UNITS } from '../../helpers/growth.ts';
import type { Kind, Outcome } from '../kind.ts';
import { HOSTILE, text } from '../pieces.ts';
import type { Files } from '../projects.ts';
import { Random } from '../random.ts';
import { runIn } from '../world.ts';

/** What leads a reader past its first look, so that what repeats is read and not only refused. */
const HEADS = [
  '',
  'WEBVTT\n\n',
  'onrecord: 1\nutterances:\n',
  'onrecord: 1\nutterances:\n  - {id: u1, text: "',
  'onrecord: 1\ntranscript: talk.yaml\nannotations:\n',
  'start,end,speaker,text\n',
  '{"segments":[',
  '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p>',
  '<w:document><w:body><w:p><w:r><w:t>',
  '1\n00:00:01,000 --> 00:00:02,000\n',
  '---\ntitle: x\n---\n',
];

const READER_SIZES = [10_000, 30_000, 90_000];
/** Entries. */
const TALK_SIZES = [300, 900];

async function readerProbe(random: Random): Promise<Outcome> {
  const formats = await loadFormats();
  const format = random.pick(formats.filter(({ read }) => read !== undefined));
  const head = random.pick(HEADS);
  const unit = random.times(1, 3, () => random.pick(random.once(4) ? HOSTILE : UNITS)).join('') || ' ';
  const inputOf = (size: number) => head + repeated(unit, size);
  const read = random.once(5)
    ? (input: string) => formats.map(each => each.detect(input, 'talk'))
    : (input: string) => format.read!(input, { file: 'talk.txt' });
  const steep = await steepGrowth(inputOf, read, READER_SIZES);
  return {
    reached: 'reader',
    files: new Map([['input', Buffer.from(inputOf(steep?.size ?? READER_SIZES[0]!))]]),
    call: ['read', format.id],
    problem:
      steep &&
      `${steep.ratio} times as long for three times ${steep.size} of ${JSON.stringify(head)} and ${JSON.stringify(unit)}`,
  };
}

/** A talk of many turns and notes, all alike or all different, and its earlier version. */
function talkOf(size: number, seed: number): Files {
  const random = new Random(seed);
  const isAlike = random.once(2);
  const said = text(random);
  const of = (index: number) => JSON.stringify(isAlike ? said : `${said} ${index} ${text(random)}`);
  const turns = Array.from(
    { length: size },
    (_, index) => `  - {id: u${index}, speaker: p${index % 3}, text: ${of(index)}}\n`,
  );
  const head = 'onrecord: 1\nparties: {p0: {name: A}, p1: {name: B}, p2: {name: C}}\nutterances:\n';
  const notes = (note: string) =>
    turns.map((_, index) => `  - {id: n${index}, target: u${index}, comment: ${note}}\n`).join('');
  const layer = (note: string) =>
    Buffer.from(`onrecord: 1\ntranscript: talk.yaml\nannotations:\n${notes(note)}`);
  return new Map<string, Uint8Array>([
    ['talk.yaml', Buffer.from(head + turns.join(''))],
    ['old.yaml', Buffer.from(head + turns.filter((_, index) => index % 7 !== 3).join(''))],
    ['draft.md', Buffer.from(turns.map(turn => `"${turn.slice(20, 90)}" she said.\n\n`).join(''))],
    ['notes.layer.yaml', layer('a')],
    ['ours.yaml', layer('b')],
    ['theirs.yaml', layer('c')],
  ]);
}

const LINES = [
  'check .',
  'check --fix --dry-run .',
  'show talk.yaml',
  'show talk.yaml --format html',
  'diff old.yaml talk.yaml',
  'reanchor old.yaml talk.yaml --dry-run',
  'merge notes.layer.yaml ours.yaml theirs.yaml',
  'convert talk.yaml --to vtt',
  'convert talk.yaml --to csv',
  'speakers talk.yaml',
  'find on .',
  'timeline .',
  'stats .',
  'agree talk.yaml',
  'collate old.yaml talk.yaml',
  'quotes draft.md --in talk.yaml',
  'edit talk.yaml --from old.yaml --dry-run',
  'annotate talk.yaml --quote on --comment x --dry-run',
];

async function commandProbe(random: Random, root: string): Promise<Outcome> {
  const argv = random.pick(LINES).split(' ');
  const seed = random.bits();
  const steep = await steepGrowth(
    size => talkOf(size, seed),
    files => runIn(root, { argv, files }, new Random(seed)),
    TALK_SIZES,
  );
  return {
    reached: 'command',
    files: talkOf(steep?.size ?? TALK_SIZES[0]!, seed),
    call: ['onrecord', ...argv],
    problem: steep && `${steep.ratio} times as long for three times ${steep.size} entries`,
  };
}

export const growth: Kind = {
  name: 'growth',
  share: 0.02,
  patience: Number.POSITIVE_INFINITY,
  run: (random, { root }) => (random.once(3) ? commandProbe(random, root) : readerProbe(random)),
};
