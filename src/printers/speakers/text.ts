/** Speakers for people: a table with bars, as wide as the terminal; who has no name yet is marked. */

import { largest } from '../../core/long-lists.ts';
import { clockTime } from '../../core/model/time.ts';
import type { Speaker } from '../../core/speakers/list-speakers.ts';
import { countedGrouped as counted, grouped } from '../../core/text/counted.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import { displayWidth, padEnd } from '../../core/text/width.ts';
import { visible } from '../escape/visible.ts';
import { bar } from '../layout/bar.ts';
import { fitted } from '../layout/fitted.ts';
import { minutes } from '../layout/minutes.ts';
import { plain } from '../layout/page.ts';
import { shortened } from '../layout/shortened.ts';
import type { PrintContext } from '../printer.ts';
import { signsFor } from '../signs.ts';
import type { SpeakersPrinter } from './report.ts';

/** Below this width there is no bar, and first words get a line of their own. */
const LEAST_FOR_BARS = 80;
/** Cells of a bar that is the whole. */
const BAR_CELLS = 20;
/** First words in a pipe, which has no width. */
const SAMPLE_WORDS = 8;
const NARROWEST_NAME = 12;
/** Columns that first words need to tell anything. */
const LEAST_SAMPLE = 16;
const GAP = '  ';

interface Cell {
  readonly text: string;
  readonly isRight?: boolean;
  readonly style?: (text: string) => string;
}

export const printSpeakersText: SpeakersPrinter = ({ file, speakers }, context) => {
  const { colour, width } = context;
  const isWide = (width ?? LEAST_FOR_BARS) >= LEAST_FOR_BARS;
  const total = speakers.reduce((sum, { words }) => sum + words, 0);
  const isTimed = speakers.some(({ duration }) => duration !== undefined);
  const heads = HEADS.filter(
    ({ head, isOnlyWide }) => (isWide || isOnlyWide !== true) && (isTimed || head !== 'min'),
  );
  const rows = speakers.map(speaker => heads.map(({ cell }) => cell(speaker, total, context)));
  const widths = heads.map(({ head, least = 0 }, index) =>
    Math.max(least, displayWidth(head), largest(rows.map(cells => displayWidth(cells[index]!.text)))),
  );
  const idWidth = Math.max(2, largest(speakers.map(({ id }) => displayWidth(id ?? ''))));
  const numbers = widths.slice(1).reduce((sum, columns) => sum + GAP.length + columns, 2);
  const isIdBeside = width === undefined || numbers + NARROWEST_NAME + GAP.length + idWidth <= width;
  if (width !== undefined)
    widths[0] = Math.min(
      widths[0]!,
      Math.max(NARROWEST_NAME, width - numbers - (isIdBeside ? GAP.length + idWidth : 0)),
    );
  const before = widths[0]! + numbers + GAP.length;
  const room = !isWide || width === undefined ? undefined : width - before - GAP.length - idWidth;
  const samples = speakers.map(speaker =>
    sampleOf(speaker, isWide ? room : width && width - 4 - (isIdBeside ? 0 : idWidth + GAP.length), context),
  );
  const sampleWidth = Math.max('first words'.length, room ?? 0, largest(samples.map(displayWidth)));
  const isBeside = isWide && (room === undefined || room >= LEAST_SAMPLE);
  const line = (sign: string, cells: readonly Cell[], sample: string, id: string) => {
    const shown = cells.map((cell, index) => laidOut(cell, widths[index]!, context)).join(GAP);
    const beside = isBeside ? `${GAP}${padEnd(sample, sampleWidth)}` : '';
    return `${sign} ${shown}${beside}${isIdBeside ? GAP + colour.dim(id) : ''}`.trimEnd();
  };
  const lines = [
    line(
      ' ',
      heads.map(({ head, isRight }) => ({ text: head, ...(isRight && { isRight }) })),
      'first words',
      'id',
    ),
  ];
  for (const [index, speaker] of speakers.entries()) {
    const sign = speaker.isNamed ? ' ' : colour.yellow('?');
    const id = visible(speaker.id ?? '');
    lines.push(line(sign, rows[index]!, samples[index]!, id));
    const below = isIdBeside ? '' : `${colour.dim(padEnd(id, idWidth))}${GAP}`;
    if (!isBeside) lines.push(`    ${below}${samples[index]!}`);
  }
  const unnamed = speakers.filter(({ isNamed }) => !isNamed);
  lines.push('', fitted(summaryOf(speakers, total, unnamed.length), width));
  const nameless = unnamed.find(({ id }) => id !== undefined);
  if (width !== undefined && nameless !== undefined)
    lines.push(
      `${colour.bold('next:')} onrecord speakers ${visible(shellWord(file))} ${visible(shellWord(nameless.id!))}="NAME"`,
    );
  return `${lines.join('\n')}\n`;
};

interface Head {
  readonly head: string;
  readonly isRight?: true;
  readonly isOnlyWide?: true;
  readonly least?: number;
  cell(speaker: Speaker, total: number, context: PrintContext): Cell;
}

const HEADS: readonly Head[] = [
  {
    head: 'name',
    least: NARROWEST_NAME,
    cell: ({ id, name, isNamed }, _total, { colour }) => ({
      text: visible(name ?? (id === undefined ? 'nobody named' : id)),
      ...(isNamed && { style: colour.bold }),
    }),
  },
  { head: 'turns', isRight: true, cell: ({ turns }) => number(turns) },
  { head: 'words', isRight: true, cell: ({ words }) => number(words) },
  {
    head: 'share',
    isOnlyWide: true,
    cell: ({ words }, total, context) => {
      const share = total === 0 ? 0 : words / total;
      return { text: `${String(Math.round(share * 100)).padStart(3)} % ${bar(share, BAR_CELLS, context)}` };
    },
  },
  {
    head: 'min',
    isRight: true,
    least: 5,
    cell: ({ duration }) => ({ text: duration === undefined ? '' : minutes(duration), isRight: true }),
  },
];

function number(value: number): Cell {
  return { text: grouped(value), isRight: true };
}

/** A name without room is cut; its id is beside it. */
function laidOut(
  { text, isRight = false, style = plain }: Cell,
  width: number,
  { unicode }: PrintContext,
): string {
  const shown = shortened(text, width, signsFor(unicode).cut);
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(shown)));
  return isRight ? blanks + style(shown) : style(shown) + blanks;
}

/** The time without its milliseconds, then words in quotation marks, cut between words where there are any. */
function sampleOf({ first }: Speaker, room: number | undefined, { unicode }: PrintContext): string {
  const time = first.start === undefined ? '' : `${clockTime(first.start)} `;
  const { cut } = signsFor(unicode);
  const text = visible(first.text);
  const all = text.split(' ');
  const shown = (count: number) =>
    `${time}"${all.slice(0, count).join(' ')}${count < all.length ? cut : ''}"`;
  if (room === undefined) return shown(SAMPLE_WORDS);
  let count = Math.min(all.length, SAMPLE_WORDS);
  while (count > 1 && displayWidth(shown(count)) > room) count--;
  if (displayWidth(shown(count)) <= room) return shown(count);
  // In scripts without blanks, the first word is a whole sentence.
  return `${time}"${shortened(text, room - displayWidth(time) - 2, cut)}"`;
}

function summaryOf(speakers: readonly Speaker[], total: number, unnamed: number): string {
  const named = speakers.filter(({ id }) => id !== undefined).length;
  const turns = speakers.reduce((sum, speaker) => sum + speaker.turns, 0);
  const timed = speakers.flatMap(({ duration }) => duration ?? []);
  const speech =
    timed.length === 0 ? [] : [`${minutes(timed.reduce((sum, time) => sum + time, 0))} of speech`];
  const facts = [counted(named, 'speaker'), counted(turns, 'turn'), counted(total, 'word'), ...speech];
  const open = unnamed === 0 ? '' : `; ? ${grouped(unnamed)} ${unnamed === 1 ? 'has' : 'have'} no name yet`;
  return facts.join(', ') + open;
}
