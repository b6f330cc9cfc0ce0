/** A collation for people: the witnesses beside each other, from 80 columns on, else below one another. */
import { alikeBeside, type Beside } from '../../core/collate/beside-place.ts';
import type { CollatedPlace } from '../../core/collate/collation.ts';
import { endOf, readingText, startOf } from '../../core/collate/reading.ts';
import { UNDETERMINED } from '../../core/language/word-lists.ts';
import { largest, pushAll } from '../../core/long-lists.ts';
import { clockTime } from '../../core/model/time.ts';
import { counted } from '../../core/text/counted.ts';
import { displayWidth, padEnd } from '../../core/text/width.ts';
import { wrap } from '../../core/text/wrap.ts';
import { breakCommands } from '../escape/ci-commands.ts';
import { fileName, visible } from '../escape/visible.ts';
import { fittedLine } from '../layout/fitted.ts';
import type { PrintContext } from '../printer.ts';
import { signsFor } from '../signs.ts';
import {
  type CollatePrinter,
  type CollateReport,
  labelOf,
  letterOf,
  movedText,
  placesIn,
  readingOf,
  summaryOf,
  timeOf,
  type WitnessFacts,
  witnessFacts,
} from './report.ts';

/** Below this width the witnesses stand below one another. */
const LEAST_BESIDE = 80;
/** Columns that the words of one witness need beside the others. */
const LEAST_WORDS = 20;
const GAP = '    ';
const MARGIN = 2;
/** Words that all have alike, on each side of a place. */
const MOST_BESIDE = 3;
/** On a terminal only the first and last words of a longer reading are shown. */
const [MOST_WORDS, FIRST_WORDS, LAST_WORDS] = [24, 12, 6];

export const printCollateText: CollatePrinter = (report, context) => {
  const facts = witnessFacts(report);
  const rows = placesIn(report).map(place => rowOf(report, place));
  const { width, colour } = context;
  const layout = layoutOf(report, rows, width);
  const lines = headLines(facts, context);
  if (rows.length > 0) lines.push('');
  pushAll(
    lines,
    layout === undefined
      ? rows.flatMap(row => stacked(report, row, context))
      : table(report, rows, layout, context),
  );
  const summary = visible(summaryOf(report.collation));
  lines.push('');
  pushAll(lines, width === undefined ? [summary] : wrap(summary, { width, hanging: '  ' }));
  if (width !== undefined && report.next !== undefined)
    lines.push(`${colour.bold('next:')} ${visible(report.next)}`);
  return breakCommands(`${lines.map(line => line.trimEnd()).join('\n')}\n`);
};

function headLines(
  facts: readonly WitnessFacts[],
  { colour, width = Number.POSITIVE_INFINITY }: PrintContext,
): string[] {
  const letters = largest(facts.map(({ letter }) => letter.length));
  const names = largest(facts.map(({ file }) => displayWidth(fileName(file))));
  return facts.flatMap(({ letter, file, utterances, times, speakers }) => {
    const told = [
      counted(utterances, 'utterance'),
      { words: 'times of words', utterances: 'times', none: 'no times' }[times],
      speakers === 0 ? 'no speakers' : 'speakers',
    ];
    const ordered = speakers > 0 && times === 'none' ? [told[0], told[2], told[1]] : told;
    const line = `${colour.bold(padEnd(letter, letters))}  ${padEnd(fileName(file), names)}   ${ordered.join(', ')}`;
    return fittedLine(line, width, letters + 4);
  });
}

interface Row {
  readonly place: CollatedPlace;
  /** `00:00:04`, or nothing. */
  readonly time: string;
  /** By witness, the speaker with colon and blank. */
  readonly labels: readonly string[];
}

function rowOf(report: CollateReport, place: CollatedPlace): Row {
  const { collation } = report;
  const time = timeOf(collation, place);
  return {
    place,
    time: time === undefined ? '' : clockTime(time),
    labels: collation.witnesses.map((_, witness) => {
      const label = labelOf(report, witness, readingOf(collation, place, witness));
      return label === '' ? '' : `${visible(label)}: `;
    }),
  };
}

interface Layout {
  /** Columns before the first witness. */
  readonly margin: number;
  /** Columns for the words of a witness; without it nothing is cut or wrapped. */
  readonly room: number | undefined;
}

/** Undefined if the witnesses do not fit side by side. */
function layoutOf(
  { collation }: CollateReport,
  rows: readonly Row[],
  width: number | undefined,
): Layout | undefined {
  const times = largest([0, ...rows.map(({ time }) => time.length)]);
  const margin = MARGIN + (times === 0 ? 0 : times + GAP.length);
  if (width === undefined) return { margin, room: undefined };
  const count = collation.witnesses.length;
  const labels = collation.witnesses.map((_, witness) =>
    largest([0, ...rows.map(row => displayWidth(row.labels[witness]!))]),
  );
  const taken = margin + GAP.length * (count - 1) + labels.reduce((sum, label) => sum + label, 0);
  const room = Math.floor((width - taken) / count);
  return width < LEAST_BESIDE || room < LEAST_WORDS ? undefined : { margin, room };
}

function table(
  report: CollateReport,
  rows: readonly Row[],
  { margin, room }: Layout,
  context: PrintContext,
): string[] {
  if (rows.length === 0) return [];
  const { colour } = context;
  const heads = report.files.map(({ name }, witness) => `${letterOf(witness)}: ${fileName(name)}`);
  const cells = rows.map(row => cellsOf(report, row, room, context));
  const widths = heads.map((head, witness) => {
    const label = largest([0, ...rows.map(row => displayWidth(row.labels[witness]!))]);
    const most = room === undefined ? Number.POSITIVE_INFINITY : label + room;
    return Math.min(most, largest([displayWidth(head), ...cells.map(line => displayWidth(line[witness]!))]));
  });
  const line = (texts: readonly string[]) =>
    texts.map((text, witness) => padEnd(text, widths[witness]!)).join(GAP);
  const lines = wrapped(heads, widths).map(
    head => `${' '.repeat(margin)}${colour.bold(line(head).trimEnd())}`,
  );
  for (const [index, row] of rows.entries()) {
    const time = row.time === '' ? '' : colour.dim(row.time);
    const first = `${sign(row.place, context)} ${time}`;
    for (const [at, texts] of wrapped(cells[index]!, room === undefined ? undefined : widths).entries())
      lines.push(
        `${at === 0 ? first + ' '.repeat(margin - MARGIN - row.time.length) : ' '.repeat(margin)}${line(texts)}`,
      );
    pushAll(lines, alarmLines(row.place, context));
  }
  return lines;
}

/** Cells as lines of their width, side by side; a line is one text for each cell. */
function wrapped(cells: readonly string[], widths: readonly number[] | undefined): string[][] {
  if (widths === undefined) return [[...cells]];
  const columns = cells.map((cell, witness) =>
    wrap(cell, { width: widths[witness]!, hanging: '  ', cutsWords: true }),
  );
  const height = largest(columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => columns.map(column => column[line] ?? ''));
}

/** One witness a line. */
function stacked(report: CollateReport, row: Row, context: PrintContext): string[] {
  const { colour, width } = context;
  const labels = largest([0, ...row.labels.map(displayWidth)]);
  const room = width === undefined ? undefined : Math.max(LEAST_WORDS, width - 7 - labels);
  const lines = [`${sign(row.place, context)} ${colour.dim(row.time)}`];
  for (const [witness, cell] of cellsOf(report, row, room, context).entries()) {
    const indent = `    ${letterOf(witness)}  `;
    pushAll(
      lines,
      wrap(cell, { width: width ?? Number.MAX_SAFE_INTEGER, indent, hanging: ' '.repeat(indent.length + 2) }),
    );
  }
  pushAll(lines, alarmLines(row.place, context));
  return lines;
}

function sign({ kind, alarms }: CollatedPlace, { colour }: PrintContext): string {
  if (alarms.length > 0) return colour.magenta.bold('!');
  return kind === 'same' ? '=' : '~';
}

/** Most alarms of one place that are listed: a whole missing passage has many. */
const MOST_ALARMS = 8;

function alarmLines(place: CollatedPlace, context: PrintContext): string[] {
  const { colour, unicode, width } = context;
  const { alarms } = place;
  const moved = movedText(place);
  const told = alarms.length > MOST_ALARMS ? alarms.slice(0, MOST_ALARMS - 1) : alarms;
  const more = alarms.length - told.length;
  const lines = told.flatMap(({ kind, readings, language }) => {
    const nothing = unicode ? '–' : '-';
    const texts = readings.map(reading => (reading === undefined ? nothing : visible(reading)));
    const of = language === undefined ? '' : ` (${noList(language)})`;
    const text = `${kind}${of}: ${texts.join(' | ')}`;
    return width === undefined ? [`  ! ${text}`] : wrap(text, { width, indent: '  ! ', hanging: '      ' });
  });
  if (more > 0) lines.push(`  ! and ${more} more, which --format json tells`);
  return [
    ...(moved === undefined ? [] : [colour.dim(`    ${moved}`)]),
    ...lines.map(line => colour.magenta(line)),
  ];
}

function noList(language: string): string {
  return language === UNDETERMINED ? 'no word list fits' : `no word list for ${visible(language)}`;
}

/** The words of each witness at a place, with as many beside them as have room for all. */
function cellsOf(
  report: CollateReport,
  row: Row,
  room: number | undefined,
  { unicode }: PrintContext,
): string[] {
  const { collation } = report;
  const { place, labels } = row;
  const cut = signsFor(unicode).cut;
  const nothing = unicode ? '–' : '-';
  // If all words are printed, those beside a place get a row of their own.
  const most = report.isAll ? { before: 0, behind: 0 } : alikeBeside(collation, place, MOST_BESIDE);
  const words = (beside: Beside) =>
    labels.map((_, witness) => excerpt(report, place, witness, beside, cut, room !== undefined));
  const fits = (texts: readonly string[]) =>
    room === undefined || texts.every(text => displayWidth(text) <= room);
  let beside: Beside = { before: 0, behind: 0 };
  for (let step = 0; step < 2 * MOST_BESIDE; step++) {
    const side = step % 2 === 0 ? 'before' : 'behind';
    const wider = { ...beside, [side]: beside[side] + 1 };
    if (wider[side] <= most[side] && fits(words(wider))) beside = wider;
  }
  return words(beside).map((text, witness) => (text === '' ? nothing : labels[witness]! + text));
}

function excerpt(
  { collation: { witnesses, columns }, isAll }: CollateReport,
  { spans }: CollatedPlace,
  witness: number,
  { before, behind }: Beside,
  cut: string,
  isShort: boolean,
): string {
  const { utterances } = witnesses[witness]!;
  const table = columns.tables[witness]!;
  const own = spans[witness]!;
  const [start, end] = [own.start - before, own.end + behind];
  if (start === end) return '';
  const [first, last] = [table.utteranceOf[start]!, table.utteranceOf[end - 1]!];
  const text = visible(shortened(readingText(utterances, table, { start, end }), cut, isShort));
  const textOf = (utterance: number) => utterances[utterance]!.text ?? '';
  const goesBefore = startOf(start, table, textOf(first)) > 0;
  const goesOn = endOf(end - 1, table, textOf(last)) < textOf(last).trimEnd().length;
  if (isAll) return text;
  return `${goesBefore ? `${cut} ` : ''}${text}${goesOn ? ` ${cut}` : ''}`;
}

function shortened(text: string, cut: string, isShort: boolean): string {
  const words = text.split(' ');
  if (!isShort || words.length <= MOST_WORDS) return text;
  return [...words.slice(0, FIRST_WORDS), cut, ...words.slice(-LAST_WORDS)].join(' ');
}
