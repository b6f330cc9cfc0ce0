/** Questions on a terminal, in the look of `annotate -i`. Loaded only where somebody is asked. */
import { AutocompletePrompt, isCancel, Prompt, TextPrompt } from '@clack/core';
import { displayWidth } from '../core/text/width.ts';
import { wrap } from '../core/text/wrap.ts';
import { type Answer, BACK, type Choice, Interrupted, type Prompts } from './asking.ts';

/** Columns of a label, with the sign before it. */
const LABEL = 18;
/** Rows of choices that are shown at once. */
const ROWS = 7;
/** Columns that what stands behind a choice needs, to say more than `…`. */
const LEAST_HINT = 12;

type Paint = (text: string) => string;
const plain: Paint = text => text;

/** The last key pressed in a question: clack treats Esc as Ctrl-C. */
interface Keyed {
  last: string | undefined;
}

/** @param paint whether labels are bold and unselected choices dim. */
export function terminalPrompts(paint: boolean): Prompts {
  const sgr = (code: number): Paint => (paint ? text => `\u001b[${code}m${text}\u001b[0m` : plain);
  const [bold, dim, red] = [sgr(1), sgr(2), sgr(31)];
  const columns = () => Math.max(40, process.stdout.columns ?? 80);
  const head = (label: string, text: string) =>
    `${bold('?')} ${bold(label)}${' '.repeat(Math.max(1, LABEL - 2 - displayWidth(label)))}${text}`;
  /** Lines under what is typed, in its column. */
  const below = (text: string, style: Paint, column = LABEL) =>
    wrap(text, { width: columns() - column - 1 })
      .map(line => `\n${' '.repeat(column)}${style(line)}`)
      .join('');
  const fault = (error: string) => below(error, red);

  return {
    async search({ label, typed, ...question }) {
      const keyed: Keyed = { last: undefined };
      let labels = new Map<string, Choice>();
      const prompt = new AutocompletePrompt<{ value: string; label: string }>({
        options(this: { userInput: string }) {
          const found = question.choices((this.userInput ?? '').trim());
          labels = new Map(found.map(choice => [choice.value, choice]));
          return found.map(({ value, label: text }) => ({ value, label: text }));
        },
        ...(typed !== undefined && { initialUserInput: typed }),
        validate: value =>
          value === undefined ? 'nothing fits; type something else, or Esc to go back' : undefined,
        render() {
          if (this.state === 'cancel') return head(label, '');
          const value = this.value as string | undefined;
          if (this.state === 'submit') return head(label, labels.get(value ?? '')?.short ?? value ?? '');
          const rows = rowsOf(
            this.filteredOptions,
            this.cursor,
            ({ value: name, label: text }, isFocused) => {
              const { hint = '' } = labels.get(name) ?? {};
              const room = columns() - LABEL - 1;
              const before = `${isFocused ? '>' : ' '} ${text}`;
              const hasRoom = hint !== '' && displayWidth(before) + LEAST_HINT <= room;
              const cut = cutTo(hasRoom ? `${before}  ${hint}` : before.trimEnd(), room);
              return ' '.repeat(LABEL) + (isFocused ? cut : dim(cut));
            },
          );
          const left = this.filteredOptions.length - rows.length;
          const more =
            left > 0 ? below(`(${left} more: type to search, up and down to move)`, dim, LABEL + 2) : '';
          const note = this.state === 'error' ? fault(this.error) : '';
          return [head(label, this.userInputWithCursor), ...rows].join('\n') + more + note;
        },
      });
      return answered(prompt, keyed) as Promise<Answer>;
    },

    async text({ label, hint = '', initial, problem }) {
      const keyed: Keyed = { last: undefined };
      const prompt = new TextPrompt({
        ...(initial !== undefined && { initialValue: initial }),
        validate: value => problem?.((value ?? '').trim()),
        render() {
          if (this.state === 'cancel') return head(label, '');
          if (this.state === 'submit') return head(label, this.userInput.trim());
          const line = head(label, this.userInputWithCursor);
          const hints = hint === '' ? '' : below(hint, dim);
          return line + hints + (this.state === 'error' ? fault(this.error) : '');
        },
      });
      const answer = await answered(prompt, keyed);
      return typeof answer === 'string' ? answer.trim() : answer;
    },

    async key({ label, keys, usual }) {
      const keyed: Keyed = { last: undefined };
      const names = keys.map(
        ({ key, name }) => `[${key === usual ? key.toUpperCase() : key}]${name.slice(1)}`,
      );
      const line = `${bold(label)} ${names.join(' ')} `;
      const prompt = new Prompt<string>(
        {
          validate: value =>
            value === undefined ? `press one of ${keys.map(({ key }) => key).join(', ')}` : undefined,
          render() {
            const { value } = this as unknown as { value: string | undefined };
            if (this.state === 'cancel') return line;
            return (
              line + (this.state === 'submit' ? (value ?? '') : this.state === 'error' ? red(this.error) : '')
            );
          },
        },
        false,
      );
      prompt.value = usual;
      prompt.on('key', (char: string | undefined) => {
        const pressed = keys.find(({ key }) => key === char?.toLowerCase());
        if (pressed === undefined) return;
        prompt.value = pressed.key;
        prompt.state = 'submit';
      });
      return answered(prompt, keyed) as Promise<Answer>;
    },
  };
}

function rowsOf<T>(
  options: readonly T[],
  cursor: number,
  row: (option: T, isFocused: boolean) => string,
): string[] {
  const first = Math.max(0, Math.min(cursor - Math.floor(ROWS / 2), options.length - ROWS));
  return options.slice(first, first + ROWS).map((option, index) => row(option, first + index === cursor));
}

/** @throws Interrupted at Ctrl-C and at the end of the input. */
async function answered(
  prompt: Prompt<string> | TextPrompt | AutocompletePrompt<{ value: string; label: string }>,
  keyed: Keyed,
): Promise<Answer> {
  const listening = prompt as Prompt<string>;
  listening.on('key', (_char, { name, ctrl }) => {
    keyed.last = name;
    if (ctrl === true && name === 'd') listening.state = 'cancel';
  });
  const answer: unknown = await listening.prompt();
  if (!isCancel(answer)) return (answer as string | undefined) ?? '';
  if (keyed.last === 'escape') return BACK;
  throw new Interrupted();
}

/** Cuts a text to this many columns, with `…` if it is longer. */
function cutTo(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let cut = '';
  for (const sign of text) {
    if (displayWidth(cut + sign) > width - 1) break;
    cut += sign;
  }
  return `${cut}…`;
}
