/** The outcomes for people: one entry for each that is not as it was, the words before and after, and a count of the rest. */

import { largest } from '../../core/long-lists.ts';
import { countUp } from '../../core/maps.ts';
import type { Transcript } from '../../core/model/model.ts';
import { VERDICTS, type Verdict } from '../../core/model/vocabulary.ts';
import { changedWords, type Outcome } from '../../core/reanchor/outcome.ts';
import { counted } from '../../core/text/counted.ts';
import { listOf } from '../../core/text/list-of.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import { partsOf } from '../diff/parts.ts';
import { styledParts } from '../diff/text.ts';
import { Page, type Run, type Style } from '../layout/page.ts';
import type { PrintContext } from '../printer.ts';
import { renamingText } from '../renaming.ts';
import { type Palette, paletteOf } from '../view/palette.ts';
import { alarmLine, reasonOf } from './reasons.ts';
import type { LayerReport, ReanchorPrinter } from './report.ts';

const ACCEPTABLE: ReadonlySet<Verdict> = new Set(['moved', 'edited']);
/** Longer ids have a line of their own. */
const WIDEST_ID = 16;
/** The longest quote of a missing passage, in UTF-16 code units. */
const LONGEST_QUOTE = 120;

export const printReanchorText: ReanchorPrinter = (report, context) => {
  const page = new Page(context);
  const palette = paletteOf(context.colour);
  const sheet = { page, context, palette, new: report.new };
  for (const renaming of report.speakers) page.paragraph([`${renaming.old} ${renamingText(renaming)}`]);
  for (const layer of report.layers) {
    page.blank();
    page.paragraph([{ text: layer.file, style: palette.section }, `: ${countsOf(layer.outcomes)}`]);
    const shown = shownOf(layer.outcomes);
    const indent = 2 + Math.min(WIDEST_ID, Math.max(0, largest(shown.map(({ id }) => id.length)))) + 2;
    for (const outcome of shown) addOutcome(sheet, outcome, indent);
    for (const line of partyLines(layer)) page.paragraph([line]);
    page.paragraph([fileLine(layer)]);
  }
  const waiting = report.layers.flatMap(layer => layer.outcomes).filter(isAcceptable);
  const [unplaced] = report.layers.flatMap(({ file, outcomes }) =>
    outcomes.filter(isUnplaced).map(({ id }) => ({ file: shellWord(file), id: shellWord(id) })),
  );
  if (waiting.length > 0 || unplaced !== undefined) page.blank();
  if (waiting.length > 0)
    page.paragraph([
      `Entries marked ! wait for a person. Accept those that still hold with ${waysToAccept(waiting)}.`,
    ]);
  if (unplaced !== undefined)
    page.paragraph([
      `Withdraw what has no place any more, or say what it is about now: onrecord annotate ${unplaced.file} --change ${unplaced.id} with --quote or --target.`,
    ]);
  return page.toString();
};

/** Whether somebody may say that it holds of the new words. */
export function isAcceptable({ state, lacksId, placement }: Outcome): boolean {
  return state === 'left' && !lacksId && placement.anchor !== undefined && ACCEPTABLE.has(placement.verdict);
}

function isUnplaced(outcome: Outcome): boolean {
  return outcome.state === 'left' && !outcome.lacksId && !isAcceptable(outcome);
}

/** Most ids that are offered together; each is also at the head of its own lines. */
const MOST_OFFERED = 3;

/** One by one: to accept is to have read the words. */
function waysToAccept(waiting: readonly Outcome[]): string {
  const ids = [...new Set(waiting.map(({ id }) => id))];
  const offered = ids.slice(0, MOST_OFFERED).map(id => `--accept ${id}`);
  return ids.length > MOST_OFFERED ? `${offered.join(', ')} and so on` : listOf(offered, 'or');
}

/** Whether it is about other entries than before. */
export function isElsewhere({ before, after }: Outcome): boolean {
  return String(before.target) !== String(after.target);
}

/** Only counts unchanged annotations; puts waiting ones last, where a terminal ends. */
function shownOf(outcomes: readonly Outcome[]): Outcome[] {
  const carried = outcomes.filter(
    outcome => outcome.state === 'carried' && (outcome.placement.verdict !== 'exact' || isElsewhere(outcome)),
  );
  return [...carried, ...outcomes.filter(({ state }) => state === 'left')];
}

/** "12 kept, 3 carried (1 exact, 2 edited), 1 waits (1 orphaned)". */
function countsOf(outcomes: readonly Outcome[]): string {
  const parts = (['kept', 'carried', 'left'] as const).flatMap(state => {
    const those = outcomes.filter(outcome => outcome.state === state);
    if (those.length === 0) return [];
    if (state === 'kept') return [`${those.length} kept`];
    const verdicts = VERDICTS.flatMap(verdict => {
      const count = those.filter(({ placement }) => placement.verdict === verdict).length;
      return count === 0 ? [] : [`${count} ${verdict}`];
    });
    const verb = state === 'carried' ? 'carried' : those.length === 1 ? 'waits' : 'wait';
    return [`${those.length} ${verb} (${verdicts.join(', ')})`];
  });
  return parts.length === 0 ? 'no annotations' : parts.join(', ');
}

function fileLine({ file, reference, isChanged, isWritten }: LayerReport): string {
  const transcript = reference === undefined ? '' : `, now a layer of ${reference}`;
  if (isWritten) return `wrote ${file}${transcript}`;
  return isChanged ? `would write ${file}${transcript}` : `${file} stays as it is`;
}

function partyLines({ parties: { changes, unsure } }: LayerReport): string[] {
  const counts = new Map<string, number>();
  for (const { old, new: fresh } of changes) countUp(counts, `${old} → ${fresh}`);
  const changed = [...counts].map(([change, count]) => `${change} in ${counted(count, 'reference')}`);
  const stays = unsure.map(
    ({ old, new: fresh }) =>
      `references to ${old} stay: that id is another party in the new version; see whether ${fresh} is meant`,
  );
  return [...changed, ...stays];
}

interface Sheet {
  readonly page: Page;
  readonly context: PrintContext;
  readonly palette: Palette;
  readonly new: Transcript;
}

function addOutcome(sheet: Sheet, outcome: Outcome, indent: number): void {
  const { page, palette } = sheet;
  const { colour } = sheet.context;
  const { state, placement, id } = outcome;
  const isLeft = state === 'left';
  const sign = isLeft ? '!' : '~';
  const style: Style = isLeft ? colour.red.bold : colour.yellow;
  const lead: Run = { text: `${sign} ${id}`, style };
  const decision = outcome.lacksId
    ? ', not written'
    : isAcceptable(outcome)
      ? ', not accepted'
      : acceptanceOf(outcome);
  const verdict: Run = { text: `${placement.verdict}${decision}`, style };
  page.paragraph([verdict, `: ${placesOf(outcome, sheet.new)}`], { indent, lead });
  if (state === 'carried' && placement.verdict === 'exact') return;
  const line = (runs: readonly Run[]) => page.paragraph(runs, { indent });
  const words = wordsOf(outcome, sheet.context);
  if (words.length > 0) line(words);
  for (const alarm of placement.alarms) line([{ text: alarmLine(alarm), style: palette.alert }]);
  const reason = reasonOf(outcome);
  if (reason !== undefined) line([reason]);
}

/** Returns where it was, and where it is or may be. */
function placesOf({ kind, placement, before }: Outcome, fresh: Transcript): string {
  const what = kind === 'claim' ? 'claim on ' : '';
  const was = `${what}${listOf(before.target)}`;
  const nameOf = (index: number, id: string | undefined) =>
    id ?? `utterance ${index + 1} of ${fresh.utterances.length}`;
  const found =
    placement.anchor?.target ?? placement.passages.map(({ utterance, id }) => nameOf(utterance, id));
  const now = [...new Set(found)];
  if (now.length === 0 || now.join() === before.target.join()) return was;
  const isOpen = placement.anchor === undefined;
  const isSpread = placement.reason === 'across-utterances';
  return `${was}, ${isOpen ? 'perhaps' : 'now'} ${listOf(now, isOpen && !isSpread ? 'or' : 'and')}`;
}

function wordsOf({ placement, before }: Outcome, context: PrintContext): Run[] {
  const changed = changedWords(placement);
  if (changed.length > 0) return styledParts(partsOf(changed), context);
  const { quote } = before;
  if (quote === undefined) return [];
  const isLong = quote.length > LONGEST_QUOTE;
  return [`"${isLong ? `${quote.slice(0, quote.lastIndexOf(' ', LONGEST_QUOTE))} [...]` : quote}"`];
}

/** ", accepted by Ada Reader, 2026-03-01" where somebody has. */
export function acceptanceOf({ isAccepted, after }: Outcome): string {
  const act = isAccepted ? after.accepted?.at(-1) : undefined;
  return act === undefined ? '' : `, accepted by ${act.by}, ${act.when}`;
}
