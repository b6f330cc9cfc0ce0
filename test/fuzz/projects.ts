/** Generated projects: a transcript and its earlier version, layers, three sides of a merge, a draft, a configuration. */
import {
  ASPECTS,
  BASES,
  CERTAINTIES,
  DATE_ROLES,
  FORMS,
  TAG_NAMES,
} from '../../src/core/model/vocabulary.ts';
import { bytesOf, mutate } from './mutate.ts';
import { text, words } from './pieces.ts';
import type { Random } from './random.ts';

/** Files by name, in one folder. */
export type Files = Map<string, Uint8Array>;

type Entry = Record<string, unknown>;

interface Talk {
  readonly utterances: Entry[];
  readonly parties: readonly string[];
  readonly sources: readonly string[];
  readonly ids: readonly string[];
}

const DATES = [
  '2016',
  '2016-10-14',
  '2016-10/2016-11',
  '1984~',
  '2016-10-14T10:00:00Z',
  'unknown',
  '2016-XX',
];

function talk(random: Random): Talk {
  const parties = random.times(1, 4, index => `p${index}`);
  const sources = random.times(0, 3, index => `s${index}`);
  let seconds = 0;
  const utterances = random.times(1, 12, index => {
    const start = seconds;
    seconds += 1 + random.int(20);
    return {
      ...(!random.once(15) && { id: `u${index + 1}` }),
      speaker: random.once(20) ? 'unknown' : random.pick(parties),
      ...(random.once(12) ? { event: 'applause' } : { text: text(random) }),
      ...(random.once(3) && { start: clock(start), end: clock(seconds) }),
      ...(random.once(8) && { form: random.pick(FORMS) }),
      ...(random.once(8) && sources.length > 0 && { source: random.pick(sources), at: 'page 2' }),
      ...(random.once(10) && { to: random.pick(parties) }),
    };
  });
  return {
    utterances,
    parties,
    sources,
    ids: utterances.flatMap(({ id }: Entry) => (id ? [String(id)] : [])),
  };
}

function clock(seconds: number): string {
  return `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

function target(random: Random, { ids }: Talk, others: readonly string[]): string {
  if (random.once(15)) return 'transcript';
  if (random.once(8) && others.length > 0) return random.pick(others);
  if (random.once(10) && ids.length > 1) return `${ids[0]}..${ids.at(-1)}`;
  return ids.length === 0 ? 'u1' : random.pick(ids);
}

/** Some words of an utterance, as an annotator would quote them. */
function quoteFrom(random: Random, { utterances }: Talk, id: string): string | undefined {
  const said = utterances.find(utterance => utterance['id'] === id)?.['text'];
  if (typeof said !== 'string' || said.trim() === '') return undefined;
  const all = said.split(' ');
  const from = random.int(all.length);
  return all.slice(from, from + 1 + random.int(5)).join(' ') || undefined;
}

function annotations(random: Random, of: Talk, prefix: string, claims: readonly string[]): Entry[] {
  const done: string[] = [];
  return random.times(0, 8, index => {
    const id = `${prefix}${index + 1}`;
    const aim = target(random, of, [...claims, ...done]);
    const quote = random.once(2) ? quoteFrom(random, of, aim) : undefined;
    const entry: Entry = {
      id,
      target: random.once(12) && of.ids.length > 1 ? [aim, random.pick(of.ids)] : aim,
      ...(quote !== undefined && { quote }),
      ...body(random, of),
      ...(random.once(4) && { note: text(random) }),
      ...(random.once(4) && { creator: random.pick(['Ada Reader', 'Bo Lind']) }),
      ...(random.once(4) && { certainty: random.pick(CERTAINTIES), basis: random.pick(BASES) }),
      ...(random.once(10) && { withdrawn: '2026-02-01' }),
      ...(random.once(10) && done.length > 0 && { supersedes: random.pick(done) }),
      ...(random.once(10) && { private: true }),
      ...(random.once(8) && { pin: `sha256-${random.bits().toString(16).padStart(8, '0')}` }),
      ...(random.once(25) && { verdict: 'edited' }),
      ...(random.once(25) && { conflict: { note: { base: 'a', ours: text(random), theirs: 'c' } } }),
      ...(random.once(25) && { accepted: { by: 'Ada Reader', when: '2026-03-01', was: text(random) } }),
    };
    done.push(id);
    return entry;
  });
}

function body(random: Random, { parties, sources, ids }: Talk): Entry {
  const party = () => random.pick(parties);
  switch (random.int(11)) {
    case 0:
      return { speaker: party() };
    case 1:
      return {
        date: { role: random.pick(DATE_ROLES), edtf: random.pick(DATES), 'as-written': words(random, 3) },
      };
    case 2:
      return { context: text(random) };
    case 3:
      return { correction: text(random) };
    case 4:
      return { translation: { text: text(random), from: 'en', to: 'de' } };
    case 5:
      return { 'refers-to': random.once(2) ? party() : words(random, 3) };
    case 6:
      return { voice: { of: party(), to: party() } };
    case 7:
      return { comment: text(random) };
    case 8:
      return ids.length === 0 ? { form: random.pick(FORMS) } : { 'same-as': random.pick(ids) };
    default:
      return {
        tag: random.pick(TAG_NAMES),
        by: party(),
        ...(random.once(2) && { when: random.pick(DATES) }),
        ...(random.once(2) && { aspect: random.pick(ASPECTS) }),
        ...(random.once(2) && { wording: text(random) }),
        ...(random.once(3) && { characterised: true, via: party() }),
        ...(random.once(2) &&
          sources.length > 0 && { sources: [{ source: random.pick(sources), at: 'p. 1' }] }),
      };
  }
}

function head(random: Random, of: Talk, prefix: string): Entry {
  const name = (id: string) => (random.once(8) ? text(random) : `Person ${id.toUpperCase()} Example`);
  const claims = random.times(0, 3, index => `${prefix}c${index + 1}`);
  return {
    ...(random.once(2) && { title: text(random) }),
    ...(random.once(2) && { creator: 'Ada Reader' }),
    parties: Object.fromEntries(
      of.parties.map((id, index) => [
        id,
        {
          name: name(id),
          ...(random.once(5) && { role: text(random) }),
          ...(index > 0 && random.once(5) && { 'on-behalf-of': of.parties[0] }),
        },
      ]),
    ),
    sources: Object.fromEntries(
      of.sources.map((id, index) => [
        id,
        {
          title: text(random),
          publisher: random.pick(['Gazette', random.pick(of.parties)]),
          ...(random.once(3) && { published: random.pick(DATES) }),
          ...(random.once(4) && { url: 'https://gazette.example/3' }),
          ...(index > 0 && random.once(3) && { 'derived-from': of.sources[0] }),
          ...(random.once(6) && { private: true }),
          ...(random.once(8) && { file: random.pick(['draft.md', '../outside.yaml', 'nowhere.txt']) }),
        },
      ]),
    ),
    claims: claims.map(id => ({
      id,
      text: text(random),
      aspect: random.pick(ASPECTS),
      target: target(random, of, []),
      ...(random.once(10) && { checkable: false }),
      ...(random.once(3) && { checked: random.pick(DATES) }),
    })),
    annotations: annotations(random, of, prefix, claims),
  };
}

/** YAML as people write it: block lists of entries, short entries in one line, strings in any style that fits. */
function yaml(entries: Entry, random: Random): string {
  const lines = ['onrecord: 1'];
  for (const [key, value] of Object.entries(entries)) {
    if (Array.isArray(value) && value.length > 0) {
      lines.push(`${key}:`);
      for (const entry of value) lines.push(item(entry as Entry, random));
    } else if (isMapping(value) && Object.keys(value).length > 0) {
      lines.push(`${key}:`);
      for (const [name, entry] of Object.entries(value)) lines.push(`  ${name}: ${scalar(entry, random)}`);
    } else lines.push(`${key}: ${scalar(value, random)}`);
    if (random.once(6)) lines.push('', '# a remark');
  }
  return `${lines.join('\n')}\n`;
}

function isMapping(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function item(entry: Entry, random: Random): string {
  if (random.once(2)) return `  - ${scalar(entry, random)}`;
  return Object.entries(entry)
    .map(([key, value], index) => `  ${index === 0 ? '-' : ' '} ${key}: ${scalar(value, random)}`)
    .join('\n');
}

function scalar(value: unknown, random: Random): string {
  if (typeof value !== 'string') {
    if (Array.isArray(value)) return `[${value.map(each => scalar(each, random)).join(', ')}]`;
    if (!isMapping(value)) return JSON.stringify(value);
    return `{${Object.entries(value)
      .map(([key, each]) => `${key}: ${scalar(each, random)}`)
      .join(', ')}}`;
  }
  if (/^[A-Za-z][A-Za-z0-9 .-]*[A-Za-z0-9]$/.test(value) && !/^(?:true|false|null|yes|no)$/i.test(value))
    return value;
  if (random.once(4) && /^[\x20-\x7e]*$/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    each => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** One that somebody worked on: words changed, utterances split off, left out or put in. */
function laterTalk(of: Talk, random: Random): Talk {
  const utterances = of.utterances.flatMap((utterance): Entry[] => {
    switch (random.int(12)) {
      case 0:
        return [];
      case 1:
        return [utterance, { speaker: random.pick(of.parties), text: text(random) }];
      case 2:
      case 3: {
        const said = utterance['text'];
        return typeof said === 'string' ? [{ ...utterance, text: mutate(said, random) }] : [utterance];
      }
      case 4:
        return [{ ...utterance, speaker: random.pick(of.parties) }];
      default:
        return [utterance];
    }
  });
  return { ...of, utterances };
}

function config(random: Random): Entry {
  return {
    extends: random.pick(['recommended', 'strict']),
    ...(random.once(4) && {
      layers: [random.pick(['*.layer.yaml', 'l*/*.yaml', '*a*a*a*a*a*a*b', '../*.yaml'])],
    }),
    ...(random.once(4) && { ignore: [random.pick(['old.*', '**/*.md', text(random)])] }),
    ...(random.once(3) && { quotes: [{ drafts: ['*.md'], in: ['*.yaml'] }] }),
    ...(random.once(4) && { rules: { 'pin-missing': random.pick(['off', 'error', 'x']) } }),
    ...(random.once(4) && {
      tags: { [random.pick(['urgent', 'a b'])]: { group: 'request', meaning: text(random) } },
    }),
  };
}

function draft(of: Talk, random: Random): string {
  return random
    .times(1, 6, () => {
      const said = of.utterances[random.int(12)]?.['text'] ?? words(random);
      const quoted = random.once(3) ? mutate(String(said), random) : said;
      return random.pick([
        `“${quoted}”, she said.`,
        `> ${quoted}`,
        `"${quoted}" (${words(random, 3)})`,
        text(random),
      ]);
    })
    .join('\n\n');
}

/** The names of the files that a project always has. */
export const NAMES = {
  transcript: 'talk.yaml',
  earlier: 'old.yaml',
  layer: 'notes.layer.yaml',
  other: 'ada.layer.yaml',
  base: 'base.yaml',
  ours: 'ours.yaml',
  theirs: 'theirs.yaml',
  draft: 'draft.md',
  captions: 'talk.vtt',
} as const;

/** A folder of files; of four, three are as a careful person would leave them. */
export function project(random: Random): Files {
  const first = talk(random);
  const now = laterTalk(first, random);
  const talkHead = head(random, first, 'a');
  const layer = (of: Talk, prefix: string) =>
    yaml({ transcript: NAMES.transcript, ...head(random, of, prefix) }, random);
  const base = { transcript: NAMES.transcript, ...head(random, first, 'm') };
  const texts: Record<string, string> = {
    [NAMES.earlier]: yaml({ ...talkHead, utterances: first.utterances }, random),
    [NAMES.transcript]: yaml({ ...talkHead, utterances: now.utterances }, random),
    [NAMES.layer]: layer(now, 'n'),
    [NAMES.draft]: draft(now, random),
    [NAMES.captions]: captions(now),
    [NAMES.base]: yaml(base, random),
    [NAMES.ours]: yaml(changed(base, random), random),
    [NAMES.theirs]: yaml(changed(base, random), random),
    ...(random.once(2) && { [NAMES.other]: layer(first, 'o') }),
    ...(random.once(2) && { '.onrecord.yaml': yaml(config(random), random).replace('onrecord: 1\n', '') }),
  };
  const all = Object.values(texts);
  const spoiled = random.once(4) ? random.times(1, 2, () => random.pick(Object.keys(texts))) : [];
  const files: Files = new Map();
  for (const [name, source] of Object.entries(texts))
    files.set(
      name,
      spoiled.includes(name) ? bytesOf(mutate(source, random, all), random) : Buffer.from(source),
    );
  return files;
}

function captions({ utterances }: Talk): string {
  const cues = utterances.map(
    ({ speaker, text: said }, index) =>
      `${clock(index * 4)}.000 --> ${clock(index * 4 + 4)}.000\n<v ${speaker}>${String(said ?? '').replaceAll('\n\n', '\n')}\n`,
  );
  return `WEBVTT\n\n${cues.join('\n')}`;
}

/** One side of a merge: some annotations changed, some gone, some new. */
function changed(base: Entry, random: Random): Entry {
  const entries = base['annotations'] as readonly Entry[];
  return {
    ...base,
    ...(random.once(4) && { title: text(random) }),
    annotations: [
      ...entries.flatMap(entry =>
        random.once(8)
          ? []
          : [random.once(3) ? { ...entry, note: text(random), certainty: random.pick(CERTAINTIES) } : entry],
      ),
      ...random.times(0, 2, index => ({ id: `new${index}`, target: 'u1', comment: text(random) })),
    ],
  };
}
