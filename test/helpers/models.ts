/** Generated transcripts and layers: every field the format has, and texts that are hard to write in YAML. */
import fc from 'fast-check';
import type {
  Annotation,
  Claim,
  Layer,
  Party,
  Source,
  Statement,
  Transcript,
  Utterance,
} from '../../src/core/model/model.ts';
import {
  ASPECTS,
  BASES,
  CERTAINTIES,
  DATE_PARTS,
  DATE_ROLES,
  FORMS,
  GROUND_RULES,
  VERDICTS,
} from '../../src/core/model/vocabulary.ts';

const HARD_TEXTS = [
  'null',
  '~',
  'true',
  'no',
  '2016',
  '1e5',
  '0x1F',
  '.inf',
  '- a',
  '-',
  '? a',
  'a: b',
  'a:',
  ': a',
  'a #b',
  '#a',
  '[a',
  '{a}',
  'a, b',
  '*a',
  '&a',
  '!a',
  '|',
  '>',
  '%a',
  '@a',
  '`a`',
  '"a"',
  "it's",
  ' a',
  'a ',
  'a\n',
  '\na',
  'a\n\nb',
  'a\n b',
  'a \nb',
  'a\tb',
  'a\r\nb',
  '\u0085',
  '\u2028',
  '\ufeffa',
  '\u202eabc',
  'Ես չեմ ասել',
  '他说不',
  'нет',
  '😀',
  '---',
  '...',
  '<<',
  '=',
  '“Quoted.”',
  '(aside)',
  '\u0000',
];

const word = fc.constantFrom(
  'we',
  'never',
  'said',
  '5',
  'billion',
  'dollars,',
  'no:',
  '#1',
  '-',
  'Ереван',
  '–',
  'a\u00a0b',
);
const prose = fc.array(word, { minLength: 15, maxLength: 60 }).map(words => words.join(' '));
const filledText = fc.oneof(
  fc.constantFrom(...HARD_TEXTS),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  prose,
  fc.array(prose, { minLength: 2, maxLength: 3 }).map(lines => lines.join('\n')),
);
const text = fc.oneof({ weight: 9, arbitrary: filledText }, { weight: 1, arbitrary: fc.constant('') });
const id = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/);
const date = fc.constantFrom('2016-10-14', '2016', '2016-2Y', '1994-07-20/..', '2016~', 'unknown', '2016-21');
const ids = fc.array(id, { minLength: 1, maxLength: 3 });
const time = fc.nat({ max: 400 * 3_600_000 });

const extension: fc.Arbitrary<unknown> = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, -0, 1.5, 1e21, Number.NaN, Number.POSITIVE_INFINITY),
    fc.maxSafeInteger(),
    filledText,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom('<<', 'null', 'a b'), id), tie('value'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
})).value;
const extensions = fc.dictionary(
  id.map(name => `x-${name}`),
  extension,
  { maxKeys: 2, noNullPrototype: true },
);

/** An entry with some of the optional fields, and with some keys of other programs. */
function entry<T>(required: object, optional: object): fc.Arbitrary<T> {
  const conflict = fc.constant({ text: { base: 'a', ours: 'b', theirs: 'true' } });
  const fields = fc.record(
    { ...required, ...optional, conflict: fc.option(conflict, { nil: undefined, freq: 30 }) },
    { requiredKeys: Object.keys(required) as never[], noNullPrototype: true },
  ) as fc.Arbitrary<Record<string, unknown>>;
  return fc
    .tuple(fields, fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: extensions }))
    .map(
      ([known, others]) =>
        ({
          ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
          ...others,
        }) as T,
    );
}

const creator = entry<{ name: string; role?: string }>({ name: filledText }, { role: text });
const party = entry<Party>(
  {},
  {
    name: text,
    role: text,
    roles: fc.array(entry({ title: filledText }, { valid: date }), { maxLength: 2 }),
    aliases: fc.array(filledText, { maxLength: 3 }),
    'on-behalf-of': id,
  },
);
const source = entry<Source>(
  {},
  {
    title: text,
    published: date,
    url: text,
    file: text,
    'derived-from': ids,
    grade: fc.constant('F6'),
    note: text,
  },
);
const speech = {
  speaker: id,
  alternatives: fc.array(id, { maxLength: 3 }),
  to: ids,
  form: fc.constantFrom(...FORMS),
  cue: text,
  via: ids,
  start: time,
  end: time,
  paraphrase: fc.boolean(),
  language: fc.constant('hy'),
  source: id,
  at: text,
};
const utterance: fc.Arbitrary<Utterance> = fc.oneof(
  entry<Utterance>({ text }, { id, ...speech }),
  entry<Utterance>({ event: filledText }, { id, start: time, end: time }),
);
const statement = entry<Statement>({ id }, { ...speech, text, date });
const pin = fc.constantFrom('sha256-4f2a9c1e', 'sha256-4f2a9c1e.9b31c07d');
const settled = {
  verdict: fc.constantFrom(...VERDICTS),
  accepted: fc.array(entry({ by: filledText, when: date }, { was: text, 'was-speaker': text }), {
    minLength: 1,
    maxLength: 2,
  }),
};
const claim = entry<Claim>(
  { id, text: filledText },
  {
    aspect: fc.constantFrom(...ASPECTS),
    target: ids,
    pin,
    checked: date,
    checkable: fc.boolean(),
    note: text,
    ...settled,
  },
);
const dateBody = entry(
  {},
  {
    role: fc.constantFrom(...DATE_ROLES),
    of: text,
    edtf: date,
    'as-written': text,
    inferred: fc.array(fc.constantFrom(...DATE_PARTS), { maxLength: 2 }),
    'relative-to': id,
  },
);
const annotation = entry<Annotation>(
  { id, target: ids },
  {
    quote: filledText,
    before: text,
    after: text,
    pin,
    tag: filledText,
    speaker: id,
    to: ids,
    date: dateBody,
    context: filledText,
    translation: entry({}, { text, from: text, to: text, by: text }),
    'refers-to': fc.array(filledText, { minLength: 1, maxLength: 2 }),
    voice: entry({ of: id }, { to: ids }),
    'same-as': ids,
    aspect: fc.constantFrom(...ASPECTS),
    by: id,
    when: date,
    characterised: fc.boolean(),
    sources: fc.array(entry({ source: id }, { at: text, quote: text, aspect: fc.constantFrom(...ASPECTS) }), {
      maxLength: 3,
    }),
    basis: fc.constantFrom(...BASES),
    certainty: fc.constantFrom(...CERTAINTIES),
    alternatives: fc.array(filledText, { maxLength: 2 }),
    creator,
    withdrawn: date,
    supersedes: ids,
    ...settled,
  },
);

const mapOf = <T>(value: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(id, value), { maxLength: 3 }).map(pairs => new Map(pairs) as ReadonlyMap<string, T>);
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });
const contents = {
  parties: mapOf(party),
  sources: mapOf(source),
  statements: some(statement),
  claims: some(claim),
  annotations: some(annotation),
  extensions: extensions.map(keys => new Map(Object.entries(keys)) as ReadonlyMap<string, unknown>),
};

/** Ids are neither unique nor do they lead anywhere: reading and writing do not ask for that. */
export const transcripts: fc.Arbitrary<Transcript> = fc.record(
  {
    kind: fc.constant('transcript' as const),
    title: text,
    creator,
    date,
    place: text,
    setting: text,
    'ground-rule': fc.array(fc.constantFrom(...GROUND_RULES), { minLength: 1, maxLength: 3 }),
    language: fc.constant('en'),
    ...contents,
    utterances: fc.array(utterance, { maxLength: 5 }),
  },
  {
    requiredKeys: [
      'kind',
      'parties',
      'sources',
      'statements',
      'claims',
      'annotations',
      'extensions',
      'utterances',
    ],
    noNullPrototype: true,
  },
);

export const layers: fc.Arbitrary<Layer> = fc.record(
  { kind: fc.constant('layer' as const), transcript: filledText, title: text, creator, ...contents },
  {
    requiredKeys: [
      'kind',
      'transcript',
      'parties',
      'sources',
      'statements',
      'claims',
      'annotations',
      'extensions',
    ],
    noNullPrototype: true,
  },
);
