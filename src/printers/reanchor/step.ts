/** One annotation that waits, for whoever decides on it: its words before and after, and what changed. */

import { diffWords } from '../../core/diff/word-diff.ts';
import type { Transcript } from '../../core/model/model.ts';
import type { Outcome } from '../../core/reanchor/outcome.ts';
import { type Part, partsOf } from '../diff/parts.ts';
import { twoColumns } from '../layout/columns.ts';
import { Page, type Run } from '../layout/page.ts';
import type { PrintContext } from '../printer.ts';
import { paletteOf } from '../view/palette.ts';
import { alarmLine, reasonOf } from './reasons.ts';

/** From this width on, both versions are side by side. */
const WIDE = 80;
const USUAL_WIDTH = 100;
const INDENT = 2;

export interface WaitingStep {
  /** `1 of 3`. */
  readonly count: string;
  /** The annotation and its passage: `confirmed by Liza Rankin on "six audits" in u2`. */
  readonly title: string;
  readonly outcome: Outcome;
  readonly old: Transcript;
  readonly new: Transcript;
  readonly names: { readonly old: string; readonly new: string };
}

export function printStep(
  { count, title, outcome, old, new: fresh, names }: WaitingStep,
  context: PrintContext,
): string {
  const { colour } = context;
  const palette = paletteOf(colour);
  const page = new Page(context);
  page.paragraph([
    `${count}   `,
    { text: title, style: colour.bold },
    { text: `  ${outcome.id}`, style: colour.dim },
  ]);
  page.blank();
  const [was, now] = textsOf(outcome, old, fresh);
  const words = partsOf(diffWords(was ?? '', now ?? ''));
  // Marked with and without colours: who decides must not have to guess what a colour means.
  const only = (mark: 'removed' | 'added'): Run[] =>
    words.filter(part => part.mark !== mark).map(part => runOf(part, context));
  const left: Run[] = was === undefined ? ['(not in this version)'] : only('added');
  const right: Run[] = now === undefined ? ['(no place was found)'] : only('removed');
  const heads = [`was: ${names.old}`, `now: ${names.new}`] as const;
  const width = context.width ?? USUAL_WIDTH;
  let rows = page.toString();
  if (width >= WIDE) {
    const layout = { column: Math.floor((width - 3 - INDENT) / 2), between: context.unicode ? ' │ ' : ' | ' };
    const lines = [
      ...twoColumns([heads[0]], [heads[1]], layout, context),
      ...twoColumns(left, right, layout, context),
    ];
    rows += lines.map(line => `${' '.repeat(INDENT)}${line}\n`).join('');
  } else {
    const stacked = new Page(context);
    for (const [head, runs] of [
      [heads[0], left],
      [heads[1], right],
    ] as const) {
      stacked.paragraph([head], { indent: INDENT });
      stacked.paragraph(runs, { indent: 2 * INDENT });
    }
    rows += stacked.toString();
  }
  const facts = new Page(context);
  const reason = reasonOf(outcome);
  for (const alarm of outcome.placement.alarms)
    facts.paragraph([{ text: `! ${alarmLine(alarm)}`, style: palette.alert }], { indent: INDENT });
  if (reason !== undefined) facts.paragraph([reason], { indent: INDENT });
  const told = facts.toString();
  return `\n${rows}${told.trim() === '' ? '' : told}\n`;
}

function runOf({ text, mark }: Part, { colour }: PrintContext): Run {
  if (mark === 'removed') return { text: `[-${text}-]`, style: colour.red };
  return mark === 'added' ? { text: `{+${text}+}`, style: colour.green } : text;
}

/** The utterances that it was about, and those it would be about. */
function textsOf(
  { placement, before }: Outcome,
  old: Transcript,
  fresh: Transcript,
): [string | undefined, string | undefined] {
  const texts = (utterances: Transcript['utterances']) =>
    utterances.length === 0 ? undefined : utterances.map(({ text, event }) => text ?? event ?? '').join(' ');
  const targets = new Set(before.target.flatMap(target => rangeOf(target, old)));
  const places = new Set(placement.passages.map(({ utterance }) => utterance));
  return [
    texts(old.utterances.filter((_, index) => targets.has(index))) ?? before.quote,
    texts(fresh.utterances.filter((_, index) => places.has(index))) ?? placement.change?.new,
  ];
}

/** The indexes of the utterances that a target names. */
function rangeOf(target: string, { utterances }: Transcript): number[] {
  const [first, last = first] = target
    .split('..')
    .map(id => utterances.findIndex(utterance => utterance.id === id));
  if (first === undefined || first < 0 || last === undefined) return [];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
}
