/** How a head is written, by the order of its parts and the signs around them. Each form is one object, made once. */
import { getOrMake } from '../../../core/maps.ts';

/** A time at the beginning, with its brackets. */
const TIME_FIRST = /^[bh]?[[(<{#]?(?:T-T|T|W)[\])>}#]?/;
const TIME = /[[(<{#]?(?:T-T|T|W)[\])>}#]?/;

export class Form {
  /** `N` for the name, `T` for the time, `T-T` for a range, `W` for a time in words, `$` where the line ends, `w` for words. */
  readonly id: string;
  readonly hasTime: boolean;
  readonly isTimeFirst: boolean;
  readonly isOwnLine: boolean;
  readonly isBold: boolean;
  /** Forms that differ in what follows only are one family: `[T] w`, `[T] N:` and `[T]$` are `[T]`. */
  readonly family: string;
  /** The time of the family, with its brackets. */
  readonly time: string;
  /** The same head without a name: `(T):$` of `N (T):$`. */
  readonly nameless: string;
  /** `Q`, `A`: see court-heads.ts. */
  readonly isQuestion: boolean;
  /** A title, a name and a full stop: see court-heads.ts. */
  readonly isTitled: boolean;
  /** `[N] words` may be a remark: only the file shows whether it is a head. */
  readonly isBracketOnly: boolean;
  /** One without a time that a single line never shows: see rare-heads.ts. */
  readonly isRare: boolean;
  /** Found by the file: nothing else is looked for in its line. */
  readonly isOfFile: boolean;

  private constructor(id: string) {
    this.id = id;
    this.hasTime = /[TW]/.test(id);
    this.isTimeFirst = TIME_FIRST.test(id);
    this.isOwnLine = id.endsWith('$');
    this.isBold = id.startsWith('b');
    this.family = TIME_FIRST.exec(id)?.[0] ?? (id.startsWith('>>') ? '>>' : id.replace('$', ''));
    this.time = TIME.exec(id)?.[0] ?? '';
    this.nameless = id.replace(/^[bh]?\[?N\]?:? ?/, '');
    this.isQuestion = id.startsWith('Q');
    this.isTitled = id === 'N.' || id === 'n.';
    this.isBracketOnly = /^[bh]?\[N\]\$?$/.test(id);
    this.isRare = RARE.has(id);
    this.isOfFile = this.isRare || id === 'N/T$' || id === 'T/N$' || /^\S+ N\$$/.test(id);
  }

  static readonly #all = new Map<string, Form>();

  static of(id: string): Form {
    return getOrMake(Form.#all, id, () => new Form(id));
  }
}

/** A name counts in them as it does before a colon. */
const RARE = new Set(['[N] w', '<N> w', 'N$', 'N\t', 'N –', 'N. –', 'N. w']);
