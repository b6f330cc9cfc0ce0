/** HTML as a value. What a template is filled with is escaped, unless it is markup itself: nothing is escaped by hand. */
import { pushAll } from '../../../core/long-lists.ts';
import { html, htmlAttribute } from '../../escape/html.ts';

/** So many pieces are copied into what they become a part of. */
const FEW = 8;

export class Markup {
  readonly #content: string | readonly (string | Markup)[];

  /** @param content in parts where it can be long: to put a hundred megabytes together copies them. */
  constructor(content: string | readonly (string | Markup)[]) {
    this.#content = content;
  }

  get source(): string {
    return this.isLong ? [...this.parts()].join('') : (this.#content as string);
  }

  /** Whether it is in parts. */
  get isLong(): boolean {
    return typeof this.#content !== 'string';
  }

  /** Its pieces, if it is short; else itself. */
  get pieces(): readonly (string | Markup)[] {
    return typeof this.#content === 'string' || this.#content.length > FEW ? [this] : this.#content;
  }

  *parts(): Generator<string> {
    if (typeof this.#content === 'string') yield this.#content;
    else
      for (const part of this.#content)
        if (typeof part === 'string') yield part;
        else yield* part.parts();
  }
}

type Filling = string | number | Markup | undefined | readonly (Markup | undefined)[];

/** For each template, whether each value is inside an attribute's quotation marks. */
const places = new WeakMap<TemplateStringsArray, readonly boolean[]>();

/** Fills a template. Lists are joined, `undefined` prints nothing; inside quotation marks only text is allowed. */
export function markup(literals: TemplateStringsArray, ...fillings: readonly Filling[]): Markup {
  let inAttribute = places.get(literals);
  if (inAttribute === undefined) {
    inAttribute = attributePlaces(literals);
    places.set(literals, inAttribute);
  }
  const content: (string | Markup)[] = [];
  let source = [literals[0]!];
  for (let i = 0; i < fillings.length; i++) {
    const filling = fillings[i];
    if (filling instanceof Markup && filling.isLong && !inAttribute[i]) {
      const pieces = [...filling.pieces];
      // Text at either end of a filling joins the text around it.
      if (pieces.length > 1 && typeof pieces[0] === 'string') source.push(pieces.shift() as string);
      const end = pieces.length > 1 && typeof pieces.at(-1) === 'string' ? (pieces.pop() as string) : '';
      content.push(source.join(''));
      pushAll(content, pieces);
      source = [end];
    } else source.push(filled(filling, inAttribute[i]!));
    source.push(literals[i + 1]!);
  }
  // Joined, not concatenated: a string concatenated from many short pieces takes more memory than a copy of them.
  const last = source.join('');
  return new Markup(content.length === 0 ? last : [...content, last]);
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

/** Concatenates markup, in parts. */
export function together(items: readonly Markup[]): Markup {
  return new Markup(items);
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
