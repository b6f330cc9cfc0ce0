/** Documents for property tests: values of any shape, printed by `yaml` in every style it has. */
import fc from 'fast-check';
import { Document, isMap, isScalar, isSeq, type Scalar, visit } from 'yaml';

export const TYPED_KEYS: ReadonlySet<string> = new Set(['onrecord', 'start', 'checkable']);

/** Characters that mean something in YAML, and some that only look odd. */
const SIGNS = [...'abcXYZ019 .-:#,[]{}&*!|>\'"%@`\\?~=_/+<é😀\n\t'];
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 24 }),
  fc.constantFrom(
    '',
    'null',
    'true',
    'no',
    '2016',
    '1e5',
    '0x1F',
    '.inf',
    '~',
    '<<',
    '---',
    '...',
    'a: b',
    '- a',
  ),
  fc
    .array(fc.constantFrom('he', 'said', 'no.', 'Why?', 'déjà', 'five', 'billion'), {
      minLength: 8,
      maxLength: 40,
    })
    .map(words => words.join(' ')),
);
const key = fc.oneof(
  fc.constantFrom('id', 'text', 'onrecord', 'start', 'checkable', 'x-own', 'conflict'),
  fc.string({ unit: fc.constantFrom(...'abcxyz_-:#\'" é1'), minLength: 1, maxLength: 6 }),
);

const { value } = fc.letrec<{ value: unknown; list: unknown[]; mapping: Record<string, unknown> }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    text,
    fc.constant(null),
    tie('list'),
    tie('mapping'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  mapping: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
}));

/** Any value that a file can hold. */
export const anyValue = value;

/** The root of a document: a mapping that is not empty. */
export const anyRoot = fc.dictionary(key, value, { minKeys: 1, maxKeys: 5 });

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,4}$/);
const sentence = fc
  .array(fc.constantFrom('Your', 'position', 'is', 'weak,', 'he', 'said:', '"no"', '5', '#1', '№'), {
    minLength: 1,
    maxLength: 30,
  })
  .map(words => words.join(' '));

/** A document of our own shape. */
export const transcript = fc.record({
  onrecord: fc.constant('1'),
  title: sentence,
  parties: fc.dictionary(id, fc.record({ name: sentence, aliases: fc.array(sentence, { maxLength: 2 }) })),
  utterances: fc.array(fc.record({ id, speaker: id, text: sentence, via: fc.array(id, { maxLength: 3 }) }), {
    maxLength: 5,
  }),
  annotations: fc.array(
    fc.record({
      id,
      target: fc.array(id, { minLength: 1, maxLength: 2 }),
      tag: fc.constant('disputed'),
      note: sentence,
    }),
    { maxLength: 4 },
  ),
});

const SCALAR_TYPES = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL'] as const;

export interface PrintStyle {
  /** One choice after the other is taken, over and over, for what each node looks like. */
  readonly choices: readonly number[];
  /** People and most programs quote no keys. */
  readonly plainKeys: boolean;
  readonly indent: number;
  readonly indentSeq: boolean;
  readonly lineWidth: number;
  readonly comments: boolean;
  readonly lineBreak: '\n' | '\r\n';
  readonly finalLineBreak: boolean;
}

export const printStyle: fc.Arbitrary<PrintStyle> = fc.record({
  choices: fc.array(fc.nat(59), { minLength: 1, maxLength: 12 }),
  plainKeys: fc.boolean(),
  indent: fc.constantFrom(2, 3, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 30, 80),
  comments: fc.boolean(),
  lineBreak: fc.constantFrom('\n', '\r\n'),
  finalLineBreak: fc.boolean(),
});

/** A value as `yaml` prints it in a style. */
export function printed(root: unknown, style: PrintStyle): string {
  const document = new Document(root, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
  let turn = 0;
  const choose = (of: number) => style.choices[turn++ % style.choices.length]! % of;
  visit(document, {
    Node(position, node) {
      if (isScalar(node) && !(style.plainKeys && position === 'key'))
        styleScalar(node, position === 'key', choose);
      if ((isMap(node) || isSeq(node)) && position !== null && choose(4) === 0) node.flow = true;
      if (!style.comments || !isScalar(node)) return;
      if (position !== 'key' && choose(5) === 0) node.comment = ` beside ${turn}`;
      if (position !== 'value' && choose(5) === 0) node.commentBefore = ` above ${turn}`;
    },
  });
  const { indent, indentSeq, lineWidth } = style;
  const text = document.toString({ indent, indentSeq, lineWidth });
  const ended = style.finalLineBreak ? text : text.replace(/\n$/, '');
  return ended.replaceAll('\n', style.lineBreak);
}

function styleScalar(node: Scalar, isKey: boolean, choose: (of: number) => number): void {
  if (typeof node.value !== 'string') return;
  const type = SCALAR_TYPES[choose(isKey ? 3 : SCALAR_TYPES.length)]!;
  // `yaml` prints lines that begin with an indicator as plain text in brackets, which is not YAML 1.2 (7.3.3).
  node.type = type === 'PLAIN' && node.value.includes('\n') ? 'QUOTE_DOUBLE' : type;
}
