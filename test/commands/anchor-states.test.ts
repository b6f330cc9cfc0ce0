/**
 * Every state of an anchor in every output, in a layer and inside the transcript: all name the same state and the same
 * standing, and none of them calls confirmed what waits.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WaitReason } from '../../src/core/model/anchor-state.ts';
import { STANDINGS, type StandingName, type Verdict } from '../../src/core/model/vocabulary.ts';
import { partOf } from '../helpers/runs.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const TALK = `onrecord: 1
language: en
parties:
  ann: {name: Ann}
  ben: {name: Ben}
  desk: {name: The Desk}
sources:
  minutes: {title: Minutes}
utterances:
  - {id: u1, speaker: ann, text: "We were sixteen. The hall was full."}
  - {id: u2, speaker: ben, text: Nobody left.}
`;
const ACT = 'by: desk, when: 2020, wording: "Yes.", sources: [{source: minutes, at: p. 1}]';
const STANCE = `  - {id: a1, target: u1, quote: were sixteen, tag: confirmed, aspect: content, ${ACT}}\n`;
const WHOLE = STANCE.replace('quote: were sixteen, ', '');
const ON_CLAIM = `  - {id: a1, target: c1, tag: confirmed, ${ACT}}\n`;
const CLAIM = '  - {id: c1, text: They were all there, aspect: content, target: u1}\n';

interface State {
  readonly claims?: string;
  readonly annotations?: string;
  /** Whether entries are pinned to the old text. */
  readonly isPinned?: boolean;
  /** What becomes of the transcript. */
  readonly edit?: (text: string) => string;
  /** What becomes of the entries afterwards. */
  readonly afterwards?: (entries: string) => string;
  /** Arguments of a `reanchor` of the old text to the new one, at the end. */
  readonly reanchor?: readonly string[];
  readonly state: 'sure' | 'unpinned' | 'to-renew' | WaitReason;
  readonly standing: StandingName;
  /** Of the other stances. */
  readonly otherStanding?: StandingName;
  /** What `reanchor` says of the entry. */
  readonly verdict: Verdict;
  /** What `diff` says, where that is not the same: what became of an entry that a person has settled since. */
  readonly change?: Verdict;
  /** Rules of the findings of `check`. */
  readonly rules?: readonly string[];
  /** Whether another entry waits, though this one does not. */
  readonly otherWaits?: boolean;
  readonly isAccepted?: boolean;
  /** Where the old text shows which of several places is meant. */
  readonly counts?: 'beside the old text';
}

const WAITING: ReadonlySet<string> = new Set<WaitReason>([
  'words-gone',
  'several-places',
  'around-changed',
  'passage-gone',
]);

const TYPO = (text: string) => text.replace('hall', 'hell');
const OTHER_WORDS = (text: string) => text.replace('were sixteen', 'were seventeen');
const TWICE = (text: string) => text.replace('full.', 'full. They were sixteen.');
const OTHER_SPEAKER = (text: string) => text.replace('u1, speaker: ann', 'u1, speaker: ben');
const GONE = (text: string) => text.replace(/ {2}- \{id: u1.*\n/, '');
const WITHDRAWN = (entries: string) => entries.replace('id: a1,', 'id: a1, withdrawn: 2021,');

const CHANGED = ['pin-out-of-date'];

const SURE = { state: 'sure', standing: 'confirmed', verdict: 'exact' } as const;
const WORDS_GONE = {
  edit: OTHER_WORDS,
  state: 'words-gone',
  standing: 'unsettled',
  verdict: 'edited',
  rules: CHANGED,
} as const;
const AROUND_CHANGED = { ...WORDS_GONE, state: 'around-changed' } as const;
const SEVERAL_PLACES = {
  edit: TWICE,
  state: 'several-places',
  standing: 'unsettled',
  verdict: 'exact',
} as const;
const PASSAGE_GONE = {
  edit: GONE,
  state: 'passage-gone',
  standing: 'unsettled',
  verdict: 'orphaned',
  rules: ['unknown-reference'],
} as const;
/** The stance is on a claim, whose own words stay. */
const WITH_CLAIM = { claims: CLAIM, annotations: ON_CLAIM, verdict: 'exact' } as const;

const STATES: Readonly<Record<string, State>> = {
  'a text that nobody edited': SURE,
  'no pin': { ...SURE, isPinned: false, state: 'unpinned', rules: ['pin-missing'] },
  'a typo in another sentence': { ...SURE, edit: TYPO, state: 'to-renew', rules: ['pin-to-renew'] },
  'other words': WORDS_GONE,
  'other words of a whole utterance': { ...WORDS_GONE, annotations: WHOLE },
  'other words, and no pin': { ...WORDS_GONE, isPinned: false, rules: ['quote-not-found'] },
  'another word beside the quote': {
    ...AROUND_CHANGED,
    edit: text => text.replace('We were', 'We never were'),
  },
  'another speaker': { ...AROUND_CHANGED, edit: OTHER_SPEAKER },
  'the words once more': { ...SEVERAL_PLACES, counts: 'beside the old text', rules: CHANGED },
  'the words once more, and no pin': { ...SEVERAL_PLACES, isPinned: false, rules: ['quote-ambiguous'] },
  'a passage that is gone': PASSAGE_GONE,
  'a mark of reanchor': { ...WORDS_GONE, reanchor: [], rules: ['unresolved-anchor'] },
  'a mark of reanchor, and the words are back': {
    afterwards: entries => entries.replace('id: a1,', 'id: a1, verdict: edited,'),
    state: 'around-changed',
    standing: 'unsettled',
    verdict: 'exact',
    rules: ['unresolved-anchor'],
  },
  'what a person accepted': {
    ...SURE,
    edit: OTHER_WORDS,
    reanchor: ['--accept', 'a1', '--creator', 'Ada Reader'],
    change: 'edited',
    isAccepted: true,
  },
  'other words under what was withdrawn': {
    edit: OTHER_WORDS,
    afterwards: WITHDRAWN,
    state: 'sure',
    standing: 'unverified',
    verdict: 'edited',
  },
  'a passage that is gone under what was withdrawn': {
    edit: GONE,
    afterwards: WITHDRAWN,
    state: 'sure',
    standing: 'unverified',
    verdict: 'orphaned',
  },
  'other words under what another stance replaced': {
    edit: OTHER_WORDS,
    afterwards: entries =>
      `${entries}  - {id: a2, target: u1, quote: were seventeen, tag: questioned, aspect: content, supersedes: a1, ${ACT}}\n`,
    state: 'sure',
    standing: 'unverified',
    otherStanding: 'disputed',
    verdict: 'edited',
    rules: ['pin-missing'],
  },
  'a claim that is pinned': { ...SURE, ...WITH_CLAIM },
  'a claim whose words are others': { ...WORDS_GONE, ...WITH_CLAIM },
  'a claim whose passage is gone': { ...PASSAGE_GONE, ...WITH_CLAIM },
  'a claim that was accepted': {
    ...SURE,
    ...WITH_CLAIM,
    edit: OTHER_WORDS,
    reanchor: ['--accept', 'c1', '--creator', 'Ada Reader'],
    isAccepted: true,
  },
  'an annotation whose words are others': {
    ...SURE,
    annotations: `  - {id: b1, target: u1, quote: were sixteen, comment: All of them.}\n${STANCE.replace('target: u1, quote: were sixteen', 'target: b1')}`,
    edit: OTHER_WORDS,
    otherWaits: true,
    rules: CHANGED,
  },
};

const { folder, run } = folderOfEachTest();

const file = (name: string) => path.join(folder, name);

/** Where the entries stand: `talk.yaml` is the new version, `old.yaml` the old one. */
const PLACES = {
  'in a layer': { entries: 'talk.layer.yaml', head: 'onrecord: 1\ntranscript: talk.yaml\n' },
  'inside the transcript': { entries: 'talk.yaml', head: TALK },
} as const;

async function write(
  { claims, annotations = STANCE, isPinned = true, edit, afterwards, reanchor }: State,
  { entries, head }: (typeof PLACES)[keyof typeof PLACES],
): Promise<void> {
  writeFileSync(file('talk.yaml'), TALK);
  const list = (key: string, items: string | undefined) => (items === undefined ? '' : `${key}:\n${items}`);
  writeFileSync(file(entries), `${head}${list('claims', claims)}${list('annotations', annotations)}`);
  if (isPinned) await run('check', '--fix', '.');
  const inLayer = entries !== 'talk.yaml';
  copyFileSync(file('talk.yaml'), file('old.yaml'));
  if (inLayer) copyFileSync(file(entries), file('old.layer.yaml'));
  if (inLayer) change('old.layer.yaml', text => text.replace('talk.yaml', 'old.yaml'));
  change('talk.yaml', edit ?? (text => text));
  change(entries, afterwards ?? (text => text));
  if (reanchor !== undefined) await run('reanchor', 'old.yaml', 'talk.yaml', ...reanchor);
}

function change(name: string, edit: (text: string) => string): void {
  writeFileSync(file(name), edit(readFileSync(file(name), 'utf8')));
}

interface Read {
  /** What the output calls the standing, once for each place where it does. */
  readonly standings: readonly string[];
  /** The state of `a1` in the words of `anchorState`; undefined where the output tells no more than that it waits. */
  readonly state?: string;
  readonly waits?: boolean;
  /** Words on coloured labels. */
  readonly chips?: readonly string[];
}

const NAMES = STANDINGS.join('|');
const first = (text: string) => new RegExp(`\\b(?:${NAMES})\\b`).exec(text)?.[0] ?? text;
const all = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(match => match[1]!);
const COUNTS = new RegExp(`\\(\\d+ (${NAMES})\\)`, 'g');
/** The head of the view for people. */
const HEAD = /\d (?:annotations?|claims?) waits? for a person(?:$|: onrecord check )/m;

type Json = Readonly<Record<string, never>> & {
  readonly [key: string]: unknown;
  readonly state?: string;
  readonly waits?: { readonly reason: string };
  readonly standings?: readonly { readonly standing: string }[];
};

function readRecords(records: readonly Json[], summary: Json): Read {
  const annotation = records.find(({ id, tag }) => id === 'a1' && tag !== undefined)!;
  const claims = records.filter(({ standings, implied }) => standings !== undefined && implied !== undefined);
  return {
    standings: [
      ...claims.flatMap(({ standings }) => standings!.map(({ standing }) => standing)),
      ...Object.keys(summary['standings'] as object),
    ],
    state: annotation.waits?.reason ?? annotation.state ?? 'none',
  };
}

function readTable(text: string, cellsOf: (line: string) => readonly string[]): Read {
  const [head, ...rows] = text.replace(/\n$/, '').split('\n').map(cellsOf);
  const row = rows.find(cells => cells[head!.indexOf('annotation')] === 'a1')!;
  const cell = (name: string) => row[head!.indexOf(name)]!;
  return { standings: [cell('standing')], state: cell('state'), waits: cell('waits') !== '' };
}

const csvCells = (line: string) => all(/(?<=^|,)("(?:[^"]|"")*"|[^,"]*)(?=,|$)/g, line);
const tsvCells = (line: string) => line.split('\t');

function readPage(text: string): Read {
  const chip = 'class="chip [^"]*">(?:<svg.*?</svg>)?<span>([^<]*)<';
  const inTable = all(/<tr class="claim[^"]*"[^>]* data-standing="([^"]*)"/g, text);
  const waits = /waits? for a person\.<\/b>/.test(text);
  return {
    standings: [...inTable, ...all(new RegExp(`class="standing[^"]*"><span ${chip}`, 'g'), text)],
    waits,
    chips: all(new RegExp(chip, 'g'), text),
  };
}

const plainMarkup = (text: string) => text.replace(/<[^>]*>|&#\d+;|[*\\!]/g, '');
const lineStandings = (text: string) =>
  all(/^.*?standing: (.*)$/gm, plainMarkup(text).replace(/<li>standing/g, 'standing')).map(first);

/** How each output is asked for, and what it says. */
const OUTPUTS: Readonly<Record<string, { argv: readonly string[]; read: (text: string) => Read }>> = {
  text: {
    argv: ['show', 'talk.yaml'],
    read: text => ({
      // Standings stand at the columns of the words and of claims; annotations are further right.
      standings: [
        ...all(new RegExp(`^(?: {5})?[^\\w\\s] (${NAMES})(?=[ :,])`, 'gm'), text),
        ...all(COUNTS, text),
      ],
      waits: HEAD.test(text),
    }),
  },
  plain: {
    argv: ['show', 'talk.yaml', '--format', 'plain'],
    read: text => ({ standings: [...lineStandings(text), ...all(COUNTS, text)], waits: HEAD.test(text) }),
  },
  markdown: {
    argv: ['show', 'talk.yaml', '--format', 'markdown'],
    read: text => ({
      standings: [...lineStandings(text), ...all(COUNTS, plainMarkup(text))],
      waits: HEAD.test(plainMarkup(text)),
    }),
  },
  html: { argv: ['show', 'talk.yaml', '--format', 'html'], read: readPage },
  json: {
    argv: ['show', 'talk.yaml', '--format', 'json'],
    read: text => {
      const view = JSON.parse(text);
      const speeches = [...view.utterances, ...view.statements];
      const annotations = [...speeches.flatMap(speech => speech.annotations), ...view.annotations];
      return readRecords([...annotations, ...view.claims], view.summary);
    },
  },
  ndjson: {
    argv: ['show', 'talk.yaml', '--format', 'ndjson'],
    read: text => {
      const records = text
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line));
      return readRecords(records, records.at(-1));
    },
  },
  csv: { argv: ['show', 'talk.yaml', '--format', 'csv'], read: text => readTable(text, csvCells) },
  tsv: { argv: ['show', 'talk.yaml', '--format', 'tsv'], read: text => readTable(text, tsvCells) },
  'a page made by convert': { argv: ['convert', 'talk.yaml', '--to', 'html', '-o', '-'], read: readPage },
  'annotations of W3C': {
    argv: ['convert', 'talk.yaml', '--to', 'web-annotation', '-o', '-'],
    read: text => {
      const items: readonly Json[] = JSON.parse(text).first.items;
      const item = items.find(one => String(one['id']).endsWith('#a1'))!;
      const waits = item['onrecord:waits'] as { readonly reason: string } | undefined;
      return { standings: [], waits: waits !== undefined, ...(waits && { state: waits.reason }) };
    },
  },
  'a review': {
    argv: ['convert', 'talk.yaml', '--to', 'claim-review', '-o', '-'],
    read: text => ({ standings: all(/"alternateName": "([^"]*)"/g, text).map(first) }),
  },
};

describe.for(Object.entries(PLACES))('%s', ([name, place]) => {
  const states = partOf(Object.entries(STATES), 3, Object.keys(PLACES).indexOf(name));
  test.for(states)('%s', async ([, row]) => {
    await write(row, place);
    for (const name of Object.keys(OUTPUTS)) await expectOutput(name, row);
    await expectCheck(row);
    await expectDiff(row);
    await expectReanchor(row);
  });
});

async function expectOutput(name: string, row: State): Promise<void> {
  const { state, standing, otherStanding, claims, isAccepted } = row;
  const { argv, read } = OUTPUTS[name]!;
  const { stdout } = await run(...argv);
  const told = read(stdout);
  const isTable = name === 'csv' || name === 'tsv';
  const isOfEntries = isTable || name === 'annotations of W3C';
  const hasStandings = !isOfEntries && (name !== 'a review' || claims !== undefined);
  // A row of a table tells the standing that its stance is part of.
  const others = isTable || otherStanding === undefined ? [] : [otherStanding];
  const standings = hasStandings || isTable ? [standing, ...others] : [];
  expect([name, new Set(told.standings)]).toEqual([name, new Set(standings)]);
  const waits = WAITING.has(state);
  if (told.state !== undefined)
    expect([name, told.state]).toEqual([name, isTable && waits ? 'waits' : state]);
  if (told.waits !== undefined)
    expect([name, told.waits]).toEqual([name, waits || (!isOfEntries && row.otherWaits === true)]);
  if (standing === 'unsettled')
    expect([name, told.chips ?? []]).toEqual([name, expect.not.arrayContaining(['confirmed'])]);
  if (isAccepted === true && (hasStandings || isTable))
    expect([name, stdout]).toEqual([name, expect.stringContaining('Ada Reader')]);
}

async function expectCheck({ rules = [] }: State): Promise<void> {
  const { findings } = JSON.parse((await run('check', '.', '--format', 'json')).stdout);
  const found: readonly { readonly file: string; readonly rule: string }[] = findings;
  const inProject = found.filter(one => !one.file.startsWith('old.'));
  expect(new Set(inProject.map(({ rule }) => rule))).toEqual(new Set(rules));
}

async function expectDiff({ standing, verdict, change = verdict, counts }: State): Promise<void> {
  const diff = JSON.parse((await run('diff', 'old.yaml', 'talk.yaml', '--format', 'json')).stdout);
  const changes: readonly Changed[] = diff.changes;
  for (const { kind, id, ...changed } of changes) {
    if (kind === 'standing' && changed.old?.name === 'confirmed')
      expect(changed.new?.name ?? standing).toBe(standing);
    if (kind === 'reanchored' && id === 'a1') expect(changed.verdict).toBe(change);
  }
  const alarms: readonly { readonly kind: string }[] = diff.alarms;
  const isLost = standing !== 'confirmed' && counts === undefined;
  expect(alarms.map(({ kind }) => kind)).toEqual(isLost ? ['standing-lost'] : []);
}

interface Changed {
  readonly kind: string;
  readonly id?: string;
  readonly verdict?: Verdict;
  readonly old?: { readonly name?: StandingName };
  readonly new?: { readonly name?: StandingName };
}

async function expectReanchor({ verdict }: State): Promise<void> {
  const { stdout } = await run('reanchor', 'old.yaml', 'talk.yaml', '--dry-run', '--format', 'json');
  const outcomes: readonly { readonly id: string; readonly verdict: Verdict }[] =
    JSON.parse(stdout).layers[0].outcomes;
  expect(outcomes.find(({ id }) => id === 'a1')?.verdict).toBe(verdict);
}
