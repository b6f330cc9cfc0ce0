/** An edit for people: what became of the utterances, what became of the annotations, what was written. */

import { diffWords } from '../../core/diff/word-diff.ts';
import type { Step } from '../../core/edit/plan.ts';
import { largest } from '../../core/long-lists.ts';
import type { Utterance } from '../../core/model/model.ts';
import { formatTime } from '../../core/model/time.ts';
import { changedWords } from '../../core/reanchor/outcome.ts';
import { counted } from '../../core/text/counted.ts';
import { listOf } from '../../core/text/list-of.ts';
import { partsOf } from '../diff/parts.ts';
import { styledParts } from '../diff/text.ts';
import { Page, type Run } from '../layout/page.ts';
import type { PrintContext } from '../printer.ts';
import { alarmLine, reasonOf } from '../reanchor/reasons.ts';
import { acceptanceOf, isElsewhere } from '../reanchor/text.ts';
import { signsFor } from '../signs.ts';
import { type Palette, paletteOf } from '../view/palette.ts';
import type { CarriedEntry, EditPrinter, EditReport } from './report.ts';

/** Most rewritten entries that are listed although words and place are the same. */
const MOST_TOLD = 10;
/** Words of a part at each of its ends. */
const END_WORDS = 6;

export const printEditText: EditPrinter = (report, context) => {
  const writer = new EditWriter(report, context);
  for (const step of report.steps) writer.step(step);
  writer.entries(report.files.flatMap(({ entries }) => entries));
  writer.summary();
  return writer.toString();
};

class EditWriter {
  readonly #report: EditReport;
  readonly #context: PrintContext;
  readonly #palette: Palette;
  readonly #page: Page;
  readonly #cut: string;

  constructor(report: EditReport, context: PrintContext) {
    this.#report = report;
    this.#context = context;
    this.#palette = paletteOf(context.colour);
    this.#page = new Page(context);
    this.#cut = signsFor(context.unicode).cut;
  }

  toString(): string {
    return this.#page.toString();
  }

  step(step: Step): void {
    const olds = step.old.map(index => this.#report.old.utterances[index]!);
    const news = step.new.map(index => this.#report.new.utterances[index]!);
    const one = (news[0] ?? olds[0])!;
    if (step.kind === 'edited') this.#edited(olds[0]!, one);
    else if (step.kind === 'added') this.#line('+', one, [this.#speaker(one), ': ', this.#ends(one)]);
    else if (step.kind === 'removed') this.#line('-', one, [this.#speaker(one), ': ', this.#ends(one)]);
    else if (step.kind === 'moved') this.#line('~', one, [this.#speaker(one), ': moved']);
    else this.#group(step, olds, news);
  }

  #group({ kind, cuts }: Step, olds: readonly Utterance[], news: readonly Utterance[]): void {
    const [first] = olds;
    const head: Run[] =
      kind === 'split'
        ? [this.#speaker(first!), `: split in ${news.length}`]
        : kind === 'joined'
          ? [this.#speaker(news[0]!), `: joined with ${listOf(olds.slice(1).map(idOf))}`]
          : [`${listOf(olds.map(idOf))} are now ${listOf(news.map(idOf))}`];
    this.#line('~', first!, head);
    const width = largest(news.map(one => idOf(one).length));
    for (const one of news) this.#part(one, width);
    for (const { time, words } of cuts)
      if (time !== undefined && words !== undefined)
        this.#page.paragraph(
          [`${formatTime(time)} is inferred from the words (${words.before} of ${words.all})`],
          { indent: 2 },
        );
    const [before, after] = [olds, news].map(list => list.map(({ text = '' }) => text).join(' '));
    const changed = partsOf(diffWords(before!, after!));
    if (changed.length > 0) this.#page.paragraph(styledParts(changed, this.#context), { indent: 2 });
  }

  #line(sign: '+' | '-' | '~', { id = '-' }: Utterance, runs: readonly Run[]): void {
    const { colour } = this.#context;
    const style = { '+': colour.green, '-': colour.red, '~': colour.yellow }[sign];
    this.#page.paragraph(
      [{ text: id, style: this.#palette.id }, ' '.repeat(Math.max(1, 5 - id.length)), ...runs],
      {
        indent: 2,
        lead: { text: sign, style },
      },
    );
  }

  #edited(old: Utterance, fresh: Utterance): void {
    const [was, is] = [this.#name(old), this.#name(fresh)];
    const speaker: Run[] =
      old.speaker === fresh.speaker
        ? [this.#speaker(fresh)]
        : styledParts(
            [
              { text: was, mark: 'removed' },
              { text: is, mark: 'added' },
            ],
            this.#context,
          );
    const words = partsOf(diffWords(old.text ?? '', fresh.text ?? ''));
    const said = words.length === 0 ? [this.#ends(fresh)] : styledParts(words, this.#context);
    this.#line('~', fresh, [...speaker, ': ', ...said]);
    for (const name of ['start', 'end'] as const) {
      if (old[name] === fresh[name]) continue;
      const time = (value: number | undefined) => (value === undefined ? 'none' : formatTime(value));
      this.#page.paragraph([`${name}: ${time(old[name])}, now ${time(fresh[name])}`], { indent: 2 });
    }
  }

  #part(utterance: Utterance, width: number): void {
    const times = [utterance.start, utterance.end].filter(time => time !== undefined).map(formatTime);
    const time = times.length === 0 ? '' : `${times.join('-')}  `;
    this.#page.paragraph([{ text: time, style: this.#palette.muted }, this.#ends(utterance)], {
      indent: 2 + width + 2,
      lead: { text: `  ${idOf(utterance)}`, style: this.#palette.id },
    });
  }

  #speaker(utterance: Utterance): Run {
    return { text: this.#name(utterance), style: this.#palette.speaker };
  }

  #name({ speaker }: Utterance): string {
    return speaker === undefined ? 'nobody named' : this.#report.nameOf(speaker);
  }

  /** The first and last words, by which a person knows the passage. */
  #ends({ text = '', event }: Utterance): string {
    if (event !== undefined) return `(${event})`;
    const words = text.split(/\s+/).filter(word => word !== '');
    if (words.length <= 2 * END_WORDS + 1) return words.join(' ');
    return `${words.slice(0, END_WORDS).join(' ')} ${this.#cut} ${words.slice(-END_WORDS).join(' ')}`;
  }

  /** Prints entries that wait last: on a terminal the end stays in sight. */
  entries(all: readonly CarriedEntry[]): void {
    const carried = all.filter(({ outcome }) => outcome.state === 'carried');
    const told = carried.filter(({ outcome }) => isElsewhere(outcome) || outcome.isAccepted);
    const still = carried.filter(entry => !told.includes(entry));
    for (const entry of told) this.#entry(entry);
    if (still.length <= MOST_TOLD) for (const entry of still) this.#entry(entry);
    const kept = all.filter(({ outcome }) => outcome.state === 'kept').length;
    const silent = kept + (still.length <= MOST_TOLD ? 0 : still.length);
    if (silent > 0)
      this.#page.paragraph(
        [
          {
            text: `${counted(silent, 'annotation')} on words that did not change`,
            style: this.#palette.muted,
          },
        ],
        { indent: 2, lead: '=' },
      );
    for (const entry of all) if (entry.outcome.state === 'left') this.#entry(entry);
  }

  #entry({ outcome, says }: CarriedEntry): void {
    const { state, placement, before, after, id, isAccepted, kind } = outcome;
    const { colour } = this.#context;
    const isLeft = state === 'left';
    const words = changedWords(placement);
    const passage: Run[] =
      words.length > 0
        ? [' on "', ...styledParts(partsOf(words), this.#context), '"']
        : before.quote === undefined
          ? []
          : [` on "${before.quote}"`];
    const place = isElsewhere(outcome)
      ? `: ${listOf(before.target)}, now ${listOf(after.target)}`
      : ` in ${listOf(before.target)}: ${placement.verdict}`;
    this.#page.paragraph(
      [
        says,
        ...(kind === 'claim' ? [] : passage),
        place,
        acceptanceOf(outcome),
        '  ',
        { text: id, style: this.#palette.muted },
      ],
      {
        indent: 2,
        lead: {
          text: isLeft ? '!' : isAccepted ? '~' : '=',
          style: isLeft ? colour.magenta.bold : colour.dim,
        },
      },
    );
    if (!isLeft) return;
    for (const alarm of placement.alarms)
      this.#page.paragraph([alarmLine(alarm)], {
        indent: 4,
        lead: { text: '  !', style: colour.magenta.bold },
      });
    const reason = placement.reason === 'waits-already' ? 'it waited before this edit' : reasonOf(outcome);
    if (reason !== undefined) this.#page.paragraph([reason], { indent: 4 });
  }

  summary(): void {
    const { files, isWritten, steps, old, next } = this.#report;
    if (steps.length === 0) {
      this.#page.paragraph(['nothing to change']);
      return;
    }
    const outcomes = files.flatMap(({ entries }) => entries.map(({ outcome }) => outcome));
    const names = files
      .filter(({ isChanged }) => isChanged)
      .map(({ file }) => file)
      .reverse();
    const waiting = outcomes.filter(({ state }) => state === 'left').length;
    const carried = outcomes.filter(({ state }) => state === 'carried').length;
    const facts = [
      ...factsOf(steps, old.utterances.length),
      ...(carried === 0 ? [] : [`${counted(carried, 'annotation')} carried`]),
      waiting === 0 ? '0 wait' : `! ${counted(waiting, 'annotation')} ${waiting === 1 ? 'waits' : 'wait'}`,
    ];
    const written =
      names.length === 0 ? 'nothing to change' : `${isWritten ? 'wrote' : 'would write'} ${names.join(', ')}`;
    this.#page.paragraph([`${written}: ${facts.join(', ')}`]);
    if (next !== undefined && this.#context.width !== undefined)
      this.#page.paragraph([{ text: 'next: ', style: this.#context.colour.bold }, next]);
  }
}

function idOf({ id }: Utterance): string {
  return id ?? '-';
}

/** `1 utterance split, 2 of 99 edited`. */
function factsOf(steps: readonly Step[], all: number): string[] {
  const kinds = ['edited', 'split', 'joined', 'regrouped', 'added', 'removed', 'moved'] as const;
  return kinds.flatMap((kind): string[] => {
    const of = steps.filter(step => step.kind === kind);
    const count = of.reduce((sum, step) => sum + (kind === 'added' ? step.new : step.old).length, 0);
    if (count === 0) return [];
    return [
      kind === 'edited'
        ? `${count} of ${counted(all, 'utterance')} edited`
        : `${counted(count, 'utterance')} ${kind}`,
    ];
  });
}
