/** Questions to whoever sits at the terminal. */

export interface Choice {
  readonly value: string;
  /** One line, safe to print. */
  readonly label: string;
  /** Shown after the label, dimmed. */
  readonly hint?: string;
  /** How the answer is shown once it is given; the value where it is left out. */
  readonly short?: string;
}

/** The answer of who pressed Esc: they want to see the question before. */
export const BACK = Symbol('back');
export type Answer = string | typeof BACK;

/** Ctrl-C, or the end of the input. */
export class Interrupted extends Error {}

/** Each question throws {@link Interrupted}. */
export interface Prompts {
  /** One of the choices, which depend on what is typed; Enter takes the first. @param typed the text to start with. */
  search(question: {
    readonly label: string;
    readonly typed?: string | undefined;
    choices(term: string): readonly Choice[];
  }): Promise<Answer>;
  /** A line of text. @param problem returns what is wrong with it, if anything. */
  text(question: {
    readonly label: string;
    readonly hint?: string;
    readonly initial?: string | undefined;
    problem?(text: string): string | undefined;
  }): Promise<Answer>;
  /** One key. @param usual what Enter means; without it Enter means nothing. */
  key(question: {
    readonly label: string;
    readonly keys: readonly { readonly key: string; readonly name: string }[];
    readonly usual?: string | undefined;
  }): Promise<Answer>;
}
