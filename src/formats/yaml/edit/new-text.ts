/**
 * YAML text for values that are new in a file. `yaml` writes it, loaded only here and only when something is written: it
 * costs more at start-up than everything else together.
 */
import type { Document, Scalar } from 'yaml';
import { lazily } from '../../../core/lazily.ts';

/** Kept: a bundle makes the module's list of names anew at every `import()`. */
const yaml = lazily(() => import('./yaml-library.ts'));

export interface BlockStyle {
  /** Spaces by which the inside of a mapping is indented. */
  readonly indent: number;
  /** Whether a list below a key is indented too. */
  readonly indentLists: boolean;
  /** Long text may be folded (`>-`) and lines kept (`|-`); otherwise every text stands on one line. */
  readonly blockScalars: boolean;
}

/** Lines of text without line breaks; the first stands where the value stands, the others are indented from the left. */
export type Lines = readonly string[];

/** Width at which long text is folded, in code units; the indentation of the place it goes to comes on top. */
const FOLD_WIDTH = 88;
/** Text longer than this is folded; shorter lists of plain values stand on one line. */
const LONG = 72;

/** Escaped wherever they are written: they would be refused by parsers, or change how a terminal or editor shows the file. */
const UNSAFE =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/u;
const UNSAFE_ALL = new RegExp(UNSAFE, 'gu');
/** One line that folding gives back unchanged. */
const FOLDABLE = /^[^\s]+(?: [^\s]+)*$/;
/**
 * Lines that a literal block gives back unchanged, whatever it is indented by and whatever follows it: blank lines at its end
 * (`|+`) would run on into those that stand below.
 */
const LITERAL = /^(?:[^\s](?:[^\r\n\t]*[^\s])?\n+)*[^\s](?:[^\r\n\t]*[^\s])?\n?$/;

export async function fieldLines(name: string, value: unknown, style: BlockStyle): Promise<Lines> {
  return blockLines({ [name]: value }, style);
}

/** An entry of a block list, with its dash. */
export async function entryLines(value: unknown, style: BlockStyle): Promise<Lines> {
  return blockLines([value], style);
}

export interface FlowStyle {
  /** The text around it is JSON, and stays JSON. */
  readonly isJson: boolean;
}

/** A value on one line, for the inside of `{}` and `[]`. */
export async function inlineText(value: unknown, style: FlowStyle): Promise<string> {
  const text = await flowText([value], style);
  return text.slice(1, -1);
}

/** A field on one line, for the inside of `{}`. */
export async function inlineField(name: string, value: unknown, style: FlowStyle): Promise<string> {
  const text = await flowText({ [name]: value }, style);
  return text.slice(1, -1);
}

/** JSON on one line, with a blank behind each `:` and `,`. Line breaks stand only between values there. */
function jsonText(value: unknown): string {
  return JSON.stringify(value, undefined, 1)
    .replace(/([{[])\n */g, '$1')
    .replace(/\n *([}\]])/g, '$1')
    .replace(/\n */g, ' ')
    .replace(UNSAFE_ALL, escapeCharacter);
}

/** JSON has no infinite numbers, and would be written without the sign of -0. */
function isJsonValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isJsonValue);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isJsonValue);
  return typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0));
}

async function flowText(value: unknown, { isJson }: FlowStyle): Promise<string> {
  if (isJson && isJsonValue(value)) return jsonText(value);
  const { visit } = await yaml();
  const document = await documentOf(value);
  visit(document, { Scalar: (_key, node) => void styleScalar(node, false) });
  return print(document, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd();
}

async function blockLines(value: unknown, style: BlockStyle): Promise<Lines> {
  const { visit, isScalar } = await yaml();
  const document = await documentOf(value);
  visit(document, {
    Seq: (key, node) => {
      const texts = node.items.map(item => (isScalar(item) ? String(item.value) : undefined));
      const isShort = texts.every(text => text !== undefined) && texts.join(', ').length <= LONG;
      if (key !== null && isShort) node.flow = true;
    },
    Scalar: (key, node) => void styleScalar(node, style.blockScalars && key !== 'key'),
  });
  const text = print(document, {
    indent: style.indent,
    indentSeq: style.indentLists,
    lineWidth: style.blockScalars ? FOLD_WIDTH : 0,
  });
  return text.replace(/\n$/, '').split('\n');
}

async function documentOf(value: unknown): Promise<Document> {
  const { Document } = await yaml();
  return new Document(value, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
}

type PrintOptions = Parameters<Document['toString']>[0];

/** Every character to be escaped is inside double quotes by now (`styleScalar`), so the printed text can be escaped as a whole. */
function print(document: Document, options: PrintOptions): string {
  const text = document.toString({
    ...options,
    flowCollectionPadding: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  return text.replace(UNSAFE_ALL, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function styleScalar(node: Scalar, blockScalars: boolean): void {
  const { value } = node;
  if (typeof value !== 'string') return;
  node.type = 'PLAIN';
  if (blockScalars && value.length > LONG && FOLDABLE.test(value) && !UNSAFE.test(value)) {
    node.type = 'BLOCK_FOLDED';
  } else if (value.includes('\n')) {
    node.type = blockScalars && LITERAL.test(value) && !UNSAFE.test(value) ? 'BLOCK_LITERAL' : 'QUOTE_DOUBLE';
  } else if (UNSAFE.test(value) || value.includes('\t') || value === '<<') {
    node.type = 'QUOTE_DOUBLE';
  }
}
