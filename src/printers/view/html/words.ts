/** The words of an utterance with their marks. Marks nest; ranges that cross are cut where they must be. */
import { pushAll } from '../../../core/long-lists.ts';
import { toUtf16Range } from '../../../core/text/code-points.ts';
import { type AnnotatedPassage, cutsOf } from '../passages.ts';
import { sentence } from '../sentences.ts';
import { heaviest, noteGroup } from './groups.ts';
import { Markup, markup } from './markup.ts';
import type { Page } from './page.ts';

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly opening: Markup;
  readonly letter: Markup;
}

/** @param key what the addresses of the letters begin with */
export function markedWords(
  page: Page,
  text: string,
  key: string,
  passages: readonly AnnotatedPassage[],
): Markup {
  // A part by itself: what stands around it is short, and the words of a hundred megabytes are not copied.
  if (passages.length === 0) return new Markup([markup`${text}`.source]);
  const marks = passages.map(passage => markOf(page, text, key, passage));
  const cuts = cutsOf(text, marks);
  const output: Markup[] = [];
  const open: Mark[] = [];
  for (let i = 1; i < cuts.length; i++) {
    const [start, end] = [cuts[i - 1]!, cuts[i]!];
    for (const mark of marks) {
      if (mark.start !== start) continue;
      open.push(mark);
      output.push(mark.opening);
    }
    output.push(markup`${text.slice(start, end)}`);
    closeAt(end, open, output);
  }
  return new Markup(output.map(({ source }) => source).join(''));
}

/** Closes what ends here, opens again what was only in the way, and puts the letters inside what goes on. */
function closeAt(end: number, open: Mark[], output: Markup[]): void {
  const first = open.findIndex(mark => mark.end === end);
  if (first === -1) return;
  const closed = open.splice(first);
  const ended = closed.filter(mark => mark.end === end).reverse();
  const going = closed.filter(mark => mark.end !== end);
  pushAll(output, [...closed.map(() => markup`</mark>`), ...going.map(({ opening }) => opening)]);
  pushAll(open, going);
  output.push(markup`<sup class="letters">${ended.map(({ letter }) => letter)}</sup>`);
}

function markOf(page: Page, text: string, key: string, passage: AnnotatedPassage): Mark {
  const { label, range, annotations } = passage;
  const group = heaviest(annotations.map(placed => noteGroup(page.view, placed)));
  const readings = page.readingClasses(annotations.map(({ reading }) => reading));
  const classes = `${group} ${page.kindsClass(annotations)} ${readings} on-${label}`;
  const said = [...new Set(annotations.map(placed => nameOf(page, placed)))].join('; ');
  const id = `_${key}.${label}`;
  return {
    ...toUtf16Range(text, range),
    opening: markup`<mark class="${classes}">`,
    letter: markup`<a class="letter ${classes}" id="${id}.words" href="#${id}" aria-label="note ${label}: ${said}">${label}</a>`,
  };
}

/** The name of a note for people who cannot see it: "disputed by Serzh Sargsyan". */
function nameOf(page: Page, placed: AnnotatedPassage['annotations'][number]): string {
  const { label, text } = sentence(page.view, placed);
  const by = /^ by [^,]*/u.exec(text)?.[0] ?? '';
  return `${label.replaceAll('-', ' ')}${by}`;
}
