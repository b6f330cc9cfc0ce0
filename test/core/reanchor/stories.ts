/** Generated stories: a transcript, a layer on it, and what an editor made of the transcript. */
import fc from 'fast-check';
import type { Anchored } from '../../../src/core/anchor/anchors.ts';
import { pinOf } from '../../../src/core/anchor/pin.ts';
import type {
  Annotation,
  Claim,
  Id,
  Layer,
  Statement,
  Transcript,
  Utterance,
} from '../../../src/core/model/model.ts';
import type { Document } from '../../../src/core/model/project.ts';
import { TargetResolver } from '../../../src/core/model/targets.ts';
import { documentOf, layerOf, NOTHING } from '../../fixtures/project.ts';

const CLAUSES = [
  'We paid six million',
  'Anna did sign the order',
  'the bridge carries six tonnes',
  'nobody told us',
  'they came home in March',
  'the council met again',
  'it was not so',
];
/** What an editor puts in the place of a word: another number, name or negation, or a typo. */
const REPLACED = [
  ['six', 'seven'],
  ['six', '6'],
  ['Anna', 'Boris'],
  ['March', 'May'],
  ['did', 'did not'],
  ['not', 'now'],
  ['home', 'hom'],
  ['the', 'that'],
  ['We', 'They'],
] as const;

const clause = fc.constantFrom(...CLAUSES);
const sentences = fc
  .array(fc.array(clause, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
  .map(list => list.map(clauses => `${clauses.join(', and ')}.`).join(' '));
const speaker = fc.constantFrom('anna', 'boris');

type Edit = (utterances: readonly Utterance[]) => Utterance[];

const place = fc.nat({ max: 5 });
const edit = fc.oneof<fc.Arbitrary<Edit>[]>(
  fc
    .tuple(place, fc.constantFrom(...REPLACED))
    .map(([at, [old, now]]) => editText(at, text => text.replace(old, now))),
  fc.tuple(place, sentences).map(([at, more]) => editText(at, text => `${more} ${text}`)),
  fc.tuple(place, sentences).map(([at, more]) => editText(at, text => `${text} ${more}`)),
  fc.tuple(place, sentences).map(([at, now]) => editText(at, () => now)),
  place.map(at => list => list.filter((_, index) => index !== at % list.length)),
  fc.tuple(place, speaker).map(([at, by]) => edited(at, utterance => ({ ...utterance, speaker: by }))),
  fc.tuple(place, sentences, speaker).map(([at, text, by]) => list => {
    const index = at % (list.length + 1);
    return [...list.slice(0, index), { id: freeId(list), speaker: by, text }, ...list.slice(index)];
  }),
  place.map(at => list => {
    const index = at % list.length;
    const [one, other] = [list[index]!, list[(index + 1) % list.length]!];
    return list.map(utterance => (utterance === one ? other : utterance === other ? one : utterance));
  }),
  // Every id counts on: what u2 was is u3 now.
  fc.constant((list: readonly Utterance[]) =>
    list.map((utterance, index) => ({ ...utterance, id: `u${index + 2}` })),
  ),
  fc.constant((list: readonly Utterance[]) =>
    list.map(utterance => ({ ...utterance, id: `n${utterance.id}` })),
  ),
);

function freeId(list: readonly Utterance[]): Id {
  const taken = new Set(list.map(({ id }) => id));
  return Array.from({ length: list.length + 1 }, (_, index) => `a${index}`).find(id => !taken.has(id))!;
}

function edited(at: number, change: (utterance: Utterance) => Utterance): Edit {
  return list => list.map((utterance, index) => (index === at % list.length ? change(utterance) : utterance));
}

function editText(at: number, change: (text: string) => string): Edit {
  return edited(at, utterance => ({ ...utterance, text: change(utterance.text ?? '') }));
}

interface Draft {
  readonly target: readonly string[];
  /** Place and length of the quote in words, where there is one. */
  readonly quote: readonly [number, number] | undefined;
  readonly pin: 'none' | 'one part' | 'two parts' | 'of another text';
  readonly tag: 'confirmed' | 'disputed';
  readonly withdrawn: boolean;
}

const target = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(['u1'], ['u2'], ['u3'], ['u4']) },
  fc.constantFrom(['u1..u3'], ['u1', 'u3'], ['s1'], ['s1', 'u2'], ['c1'], ['c2'], ['x0']),
);
const draft: fc.Arbitrary<Draft> = fc.record({
  target,
  quote: fc.option(fc.tuple(fc.nat({ max: 12 }), fc.integer({ min: 1, max: 6 })), {
    nil: undefined,
    freq: 4,
  }),
  pin: fc.oneof(
    { weight: 4, arbitrary: fc.constant('two parts' as const) },
    fc.constantFrom('none' as const, 'one part' as const, 'of another text' as const),
  ),
  tag: fc.constantFrom('confirmed' as const, 'disputed' as const),
  withdrawn: fc.integer({ min: 0, max: 9 }).map(roll => roll === 0),
});

const STATEMENT: Statement = { id: 's1', speaker: 'anna', text: CLAUSES.join('. ') };

const parts = fc.record({
  texts: fc.array(fc.tuple(sentences, speaker), { minLength: 2, maxLength: 6 }),
  drafts: fc.array(draft, { minLength: 1, maxLength: 5 }),
  claims: fc.tuple(target, target, fc.boolean()),
  edits: fc.array(edit, { maxLength: 4 }),
  isStatementEdited: fc.integer({ min: 0, max: 5 }).map(roll => roll === 0),
});
type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;

export interface Story {
  readonly old: Document<Transcript>;
  readonly new: Document<Transcript>;
  readonly layer: Document<Layer>;
}

function storyOf({
  texts,
  drafts,
  claims: [first, second, isPinned],
  edits,
  isStatementEdited,
}: Parts): Story {
  const utterances = texts.map(
    ([text, by], index): Utterance => ({ id: `u${index + 1}`, speaker: by, text }),
  );
  const talk = (list: readonly Utterance[], statement: Statement) =>
    documentOf('talk.yaml', {
      ...NOTHING,
      kind: 'transcript',
      language: 'en',
      statements: [statement],
      utterances: list,
    } as unknown as Transcript);
  const old = talk(utterances, STATEMENT);
  const statement = isStatementEdited ? { ...STATEMENT, text: 'We paid seven million' } : STATEMENT;
  const fresh = talk(
    edits.reduce<readonly Utterance[]>(
      (list, change) => (list.length === 0 ? list : change(list)),
      utterances,
    ),
    statement,
  );
  const [c1, c2] = [first, second].map((aims, index): Claim => {
    const claim: Claim = {
      id: `c${index + 1}`,
      text: 'It was so.',
      aspect: 'content',
      target: passages(aims),
    };
    return isPinned ? pinned(claim, old, 'two parts') : claim;
  }) as [Claim, Claim];
  const annotations = drafts.map((one, index) => annotationOf(one, index, old));
  return { old, new: fresh, layer: layerOf({ claims: [c1, c2], annotations }, 'notes.layer.yaml') };
}

function passages(aims: readonly string[]): readonly string[] {
  return aims.filter(name => !/^[cx]/.test(name)).length === aims.length ? aims : ['u1'];
}

function annotationOf(one: Draft, index: number, old: Document<Transcript>): Annotation {
  // The first annotation has none before it that it could be about.
  const aims = one.target[0] === 'x0' && index === 0 ? ['u2'] : one.target;
  const named = entriesOf(aims, old).at(-1)?.value;
  const words = named !== undefined && 'text' in named ? (named.text ?? '').split(' ') : [];
  const [at, length] = one.quote ?? [0, 0];
  const first = words.length === 0 ? 0 : at % words.length;
  const quote = words.slice(first, first + length).join(' ');
  const annotation: Annotation = {
    id: `x${index}`,
    target: aims,
    tag: one.tag,
    by: index % 2 === 0 ? 'anna' : 'boris',
    aspect: 'content',
    ...(quote === '' ? {} : { quote }),
    ...(one.withdrawn ? { withdrawn: '2026-01-01' } : {}),
  };
  return pinned(annotation, old, one.pin);
}

function pinned<E extends Anchored>(entry: E, old: Document<Transcript>, how: Draft['pin']): E {
  if (how === 'none') return entry;
  if (how === 'of another text') return { ...entry, pin: 'sha256-00000000.00000000' };
  const { quote, before, after } = entry as Annotation;
  const pin = pinOf(entriesOf(entry.target ?? [], old), { quote, before, after });
  if (pin === undefined) return entry;
  return { ...entry, pin: how === 'one part' ? pin.slice(0, 'sha256-00000000'.length) : pin };
}

function entriesOf(targets: readonly string[], transcript: Document<Transcript>) {
  const resolver = new TargetResolver({ transcript, layers: [] });
  return targets.flatMap(name => {
    const found = resolver.resolve(name);
    return found.found === 'entries' ? found.entries : [];
  });
}

export const stories: fc.Arbitrary<Story> = parts.map(storyOf);
