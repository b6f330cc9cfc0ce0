/** Quotations for people at a terminal: what is right in one line, what is not with the line of the draft and the record's words. */

import { diffWords } from '../../core/diff/word-diff.ts';
import { pushAll } from '../../core/long-lists.ts';
import { findingOf, idleFinding, placeInWords, wordsOf } from '../../core/quotes/findings.ts';
import { failuresOf, type JudgedQuotation, type Reason } from '../../core/quotes/judge.ts';
import type { MatchName } from '../../core/quotes/match.ts';
import { breakCommands } from '../escape/ci-commands.ts';
import { fileName, visible } from '../escape/visible.ts';
import { findingLines } from '../findings/text.ts';
import { fitted, fittedLine } from '../layout/fitted.ts';
import type { PrintContext, Printer } from '../printer.ts';
import { signsFor } from '../signs.ts';
import { readingLabel } from '../view/names.ts';
import { paletteOf } from '../view/palette.ts';
import { standingWords } from '../view/standing-words.ts';
import { type QuotesReport, sharedStandings, summaryOf } from './report.ts';

/** Quotations shown with their lines; the others that fail have one line each. */
const MOST_BLOCKS = 100;
/** Places of one quotation that are listed. */
const MOST_PLACES = 5;
const INDENT = '  ';
const RECORD = `${INDENT}= record: `;
/** Columns before a line that goes on. */
const GOES_ON = 4;

export const printQuotesText: Printer<QuotesReport> = (report, context) => {
  const { width = Number.POSITIVE_INFINITY } = context;
  const blocks: string[] = [];
  let isLine = false;
  let shown = 0;
  for (const judged of report.quotations) {
    const failures = failuresOf(judged, report.failing);
    const isBlock = failures.length > 0 && shown++ < MOST_BLOCKS;
    const lines = isBlock
      ? failing(judged, report, context)
      : failures.length > 0
        ? fittedLine(failingLine(judged, failures[0]!, context), width)
        : fine(judged, context).flatMap(line => fittedLine(line, width));
    if (blocks.length > 0 && !(isLine && !isBlock)) blocks.push('');
    pushAll(blocks, lines);
    isLine = !isBlock;
  }
  for (const { file, span } of report.unclosed) {
    const { line, column } = report.sources.get(file)!.position(span.start);
    pushAll(blocks, [
      ...(isLine || blocks.length === 0 ? [] : ['']),
      ...fittedLine(
        `? ${fileName(file)}:${line}:${column} a quotation opens here and nothing closes it`,
        width,
      ),
    ]);
    isLine = true;
  }
  for (const allowance of report.idle)
    pushAll(blocks, [
      ...(blocks.length === 0 ? [] : ['']),
      ...findingLines(idleFinding(allowance), report.sources, context),
    ]);
  if (blocks.length > 0) blocks.push('');
  return breakCommands(`${[...blocks, fitted(visible(summaryOf(report)), context.width)].join('\n')}\n`);
};

function placeOf({ quotation: { draft, span } }: JudgedQuotation): string {
  const { line, column } = draft.source.position(span.start);
  return `${fileName(draft.file)}:${line}:${column}`;
}

/** These have the words of the record. */
const SAME: ReadonlySet<MatchName> = new Set(['verbatim', 'folded', 'elided'] as const);

/** One line, and one for each standing. */
function fine(judged: JudgedQuotation, context: PrintContext): string[] {
  const { match, flags, notes, allowed, places, cut, searched } = judged;
  const { green, dim } = context.colour;
  const [first] = places;
  if (allowed?.of === 'elsewhere') {
    const why = allowed.reason === undefined ? 'allowed in the configuration' : allowed.reason;
    return [`${green('=')} ${placeOf(judged)} from elsewhere: ${visible(why)} ${dim(`(${match})`)}`];
  }
  const told = [match, ...flags.map(flag => (flag === 'cut' ? `cut (${cut})` : flag))].join(', ');
  const sign = SAME.has(match) || allowed !== undefined ? green('=') : '!';
  const where = first === undefined ? '' : `: ${visible(placeInWords(first, searched))}`;
  const lines = [`${sign} ${placeOf(judged)} ${visible(told)}${where}`];
  if (allowed !== undefined) lines.push(`${INDENT}allowed: ${visible(allowed.reason ?? '')}`);
  if (match === 'altered') lines.push(`${INDENT}"${changedWords(judged, context)}"`);
  pushAll(
    lines,
    places.slice(1, MOST_PLACES).map(place => `${INDENT}also ${visible(placeInWords(place, searched))}`),
  );
  if (places.length > MOST_PLACES) lines.push(`${INDENT}and ${places.length - MOST_PLACES} more places`);
  pushAll(
    lines,
    notes.map(note => `${INDENT}${visible(note)}`),
  );
  return [...lines, ...standingLines(judged, context).map(line => INDENT + line)];
}

function failingLine(judged: JudgedQuotation, reason: Reason, { colour, unicode }: PrintContext): string {
  const { message } = findingOf(judged, reason);
  return `${colour.red(signsFor(unicode).standing.disputed)} ${placeOf(judged)} ${reason}: ${visible(message)}`;
}

/** The block of the first thing that fails, then what else does, the record, and what it is worth. */
function failing(judged: JudgedQuotation, report: QuotesReport, context: PrintContext): string[] {
  const { places, notes, flags, match, cut } = judged;
  const [first, ...others] = failuresOf(judged, report.failing).map(reason => ({
    reason,
    ...findingOf(judged, reason),
  }));
  const { help: _, ...finding } = first!;
  // The record's words stand below, with what the draft makes of them.
  const shown = { ...(match === 'not-found' ? first! : finding), rule: first!.reason };
  const lines = findingLines(shown, report.sources, context);
  const { width = Number.POSITIVE_INFINITY } = context;
  const tell = (line: string, hanging = GOES_ON) => pushAll(lines, fittedLine(line, width, hanging));
  for (const { reason, message } of others) tell(`${INDENT}= also ${visible(`${reason}: ${message}`)}`);
  const rest = flags
    .filter(flag => !report.failing.has(flag))
    .map(flag => (flag === 'cut' ? `cut (${cut})` : flag));
  if (places.length > 0) {
    for (const [index, line] of recordLines(judged, context).entries())
      tell((index === 0 ? RECORD : ' '.repeat(RECORD.length)) + line, RECORD.length);
    if (rest.length > 0) tell(`${INDENT}= ${visible(rest.join(', '))}`);
    for (const note of notes) tell(`${INDENT}= ${visible(note)}`);
  }
  for (const line of standingLines(judged, context)) tell(INDENT + line);
  return lines;
}

function recordLines(judged: JudgedQuotation, context: PrintContext): string[] {
  const { places, match, searched } = judged;
  if (match === 'altered')
    return [`${visible(placeInWords(places[0]!, searched))}: "${changedWords(judged, context)}"`];
  return places
    .slice(0, MOST_PLACES)
    .map(place =>
      match === 'spliced'
        ? `${visible(placeInWords(place, searched))}: "${visible(wordsOf(place))}"`
        : visible(placeInWords(place, searched)),
    );
}

/** The words of the record, with what the draft makes of them: [-30-]{+13+}. */
function changedWords(
  { places, quoted, quotation }: JudgedQuotation,
  { colour, unicode }: PrintContext,
): string {
  const [first] = places;
  const { draft, block } = quotation;
  const span = quoted ?? quotation.inner;
  const runs = diffWords(first!.words, draft.blocks[block]!.text.slice(span.start, span.end));
  return runs
    .map(({ kind, text }, index) => {
      const shown = visible(text.replace(/\s+/g, ' '));
      if (kind === 'removed') return colour.red(`[-${shown}-]`);
      if (kind === 'added') return colour.green(`{+${shown}+}`);
      return shortened(shown, signsFor(unicode).cut, index === 0, index === runs.length - 1);
    })
    .join('');
}

/** Words that both have, beside a change. */
const MOST_BESIDE = 8;

function shortened(text: string, cut: string, isFirst: boolean, isLast: boolean): string {
  const words = text.split(' ');
  if (words.length <= 2 * MOST_BESIDE) return text;
  if (isFirst) return `${cut} ${words.slice(-MOST_BESIDE).join(' ')}`;
  if (isLast) return `${words.slice(0, MOST_BESIDE).join(' ')} ${cut}`;
  return `${words.slice(0, MOST_BESIDE).join(' ')} ${cut} ${words.slice(-MOST_BESIDE).join(' ')}`;
}

/** "✗ disputed by Serzh Sargsyan, of part of it: "we are not at war"  c4". */
function standingLines({ standings }: JudgedQuotation, { colour, unicode }: PrintContext): string[] {
  const signs = signsFor(unicode);
  const palette = paletteOf(colour);
  return sharedStandings(standings).map(({ standing, readings, first: { view, claim, text, isOfPart } }) => {
    const { name, remarks } = standing;
    const said = [
      `${standingWords(view, standing).slice(name.length)}${isOfPart ? ', of part of it' : ''}`,
      ...remarks,
    ].join('; ');
    const words = claim.text === undefined ? `"${text}"` : text;
    const by = readings.length === 0 ? '' : `reading ${readings.map(readingLabel).join(', ')}`;
    const tail = [claim.id ?? '', by].filter(part => part !== '').join(signs.between);
    const head = palette.standing[name](`${signs.standing[name]} ${name}`);
    const rest = visible(`${said}: ${words.replace(/\s+/g, ' ')}`);
    return `${head}${rest}${tail === '' ? '' : `  ${colour.dim(visible(tail))}`}`;
  });
}
