/** HTML as a value. What a template is filled with is escaped, unless it is markup itself: nothing is escaped by hand. */
import { pushAll } from '../../../core/long-lists.ts';
import { html, htmlAttribute } from '../../escape/html.ts';

export class Markup {
  readonly #content: string | readonly string[];

  /** @param content in parts where it can be long: to put a hundred megabytes together copies them. */
  constructor(content: string | readonly string[]) {
    this.#content = content;
  }

  get source(): string {
    return typeof this.#content === 'string' ? this.#content : this.#content.join('');
  }

  /** Undefined where it is one. */
  get parts(): readonly string[] | undefined {
    return typeof this.#content === 'string' ? undefined : this.#content;
  }
}

type Filling = string | number | Markup | undefined | readonly (Markup | undefined)[];

/** For each template, whether a filling stands inside an attribute's quotation marks. */
const places = new WeakMap<TemplateStringsArray, readonly boolean[]>();

/** Fills a template. A list is joined, `undefined` is nothing; only text can stand inside quotation marks. */
export function markup(literals: TemplateStringsArray, ...fillings: readonly Filling[]): Markup {
  let inAttribute = places.get(literals);
  if (inAttribute === undefined) {
    inAttribute = attributePlaces(literals);
    places.set(literals, inAttribute);
  }
  const parts: string[] = [];
  let source = [literals[0]!];
  for (let i = 0; i < fillings.length; i++) {
    const filling = fillings[i];
    if (isLong(filling) && !inAttribute[i]) {
      parts.push(source.join(''));
      pushAll(parts, filling.parts!);
      source = [];
    } else source.push(filled(filling, inAttribute[i]!));
    source.push(literals[i + 1]!);
  }
  // Joined, not put together: what is put together of many short pieces takes more memory than a copy of them.
  const last = source.join('');
  return new Markup(parts.length === 0 ? last : [...parts, last]);
}

function isLong(filling: Filling): filling is Markup {
  return filling instanceof Markup && filling.parts !== undefined;
}

function attributePlaces(literals: TemplateStringsArray): boolean[] {
  let isInside = false;
  return literals.map(literal => {
    if (literal.split('"').length % 2 === 0) isInside = !isInside;
    return isInside;
  });
}

function filled(filling: Filling, isInAttribute: boolean): string {
  if (filling === undefined) return '';
  if (typeof filling === 'number') return String(filling);
  if (typeof filling === 'string') return isInAttribute ? htmlAttribute(filling) : html(filling);
  if (isInAttribute) throw new TypeError('an attribute holds text, not markup');
  if (filling instanceof Markup) return filling.source;
  return filling.map(item => item?.source ?? '').join('');
}

/** Markup one behind the other, in parts. */
export function together(items: readonly Markup[]): Markup {
  const parts: string[] = [];
  for (const item of items) pushAll(parts, item.parts ?? [item.source]);
  return new Markup(parts);
}

/** ` name="value"`, or nothing. */
export function attribute(name: string, value: string | undefined): Markup | undefined {
  return value === undefined ? undefined : new Markup(` ${name}="${htmlAttribute(value)}"`);
}

/** Text of any direction, which turns nothing around it. */
export function isolated(text: string): Markup {
  return markup`<bdi>${text}</bdi>`;
}

export function joined(items: readonly Markup[], separator: string): Markup {
  return new Markup(items.map(item => item.source).join(separator));
}
