/**
 * Matches for people: on a terminal by file, each row cut around what was found; in a pipe whole, with file and line before
 * each row, as grep and ripgrep do.
 */

import { cutAround } from '../../core/find/cut-around.ts';
import { largest } from '../../core/long-lists.ts';
import { counted } from '../../core/text/counted.ts';
import { listOf } from '../../core/text/list-of.ts';
import type { Stretch } from '../../core/text/stretch.ts';
import { displayWidth, padEnd } from '../../core/text/width.ts';
import { breakCommands } from '../escape/ci-commands.ts';
import { hyperlink } from '../escape/hyperlink.ts';
import { fileName, visible, visibleWithMap } from '../escape/visible.ts';
import { fitted } from '../layout/fitted.ts';
import { shortened } from '../layout/shortened.ts';
import type { PrintContext } from '../printer.ts';
import { signsFor } from '../signs.ts';
import {
  countsByFile,
  type FindPrinterOptions,
  type FindSummary,
  type FoundRow,
  type FoundTalk,
  type MakeFindPrinter,
} from './report.ts';

/** Columns for ids; a wider one pushes its own row. */
const ID_COLUMNS = 5;
/** A speaker takes no more than this part of a line. */
const LABEL_PART = 2;
const LEAST_LABEL = 6;
/** Least columns for the words of a row, whatever comes before them. */
const LEAST_WORDS = 16;
/** Between rows that do not follow one another. */
const BREAK = '--';
const OTHER_BLANK = /[^\S ]/;

export const findText: MakeFindPrinter = (context, options) => {
  const { only } = options;
  if (only !== undefined) return ofFiles(context, options, only);
  return context.width === undefined ? inPipe(context) : onTerminal(context, context.width, options);
};

function ofFiles(context: PrintContext, options: FindPrinterOptions, only: 'count' | 'files') {
  return {
    begin: () => '',
    talk: ({ rows }: FoundTalk) =>
      [...countsByFile(rows)]
        .map(
          ([file, count]) => `${shownFile(file, context, options)}${only === 'count' ? `:${count}` : ''}\n`,
        )
        .join(''),
    end: () => '',
  };
}

/** `file:line: speaker: words`; beside a match `file-line- speaker: words`, as grep has it. */
function inPipe(context: PrintContext) {
  const { colour } = context;
  let hasBefore = false;
  return {
    begin: () => '',
    talk({ rows, hasContext }: FoundTalk) {
      const lines: string[] = [];
      for (const [index, row] of rows.entries()) {
        if (hasContext && hasBefore && !isNext(rows[index - 1], row)) lines.push(BREAK);
        hasBefore = true;
        const mark = row.isContext === true ? '-' : ':';
        const place = `${colour.magenta(fileName(row.file))}${mark}${colour.green(String(row.line))}${mark}`;
        const { text, hits } = shownWords(row);
        const label = row.label === undefined ? '' : `${visible(row.label)}: `;
        lines.push(
          `${place} ${label}${emphasised(text, hits, { start: 0, end: text.length }, context)}`.trimEnd(),
        );
      }
      return lines.length === 0 ? '' : breakCommands(`${lines.join('\n')}\n`);
    },
    end: () => '',
  };
}

function onTerminal(context: PrintContext, width: number, options: FindPrinterOptions) {
  const { colour } = context;
  let hasBefore = false;
  return {
    begin: () => '',
    talk({ rows, hasContext }: FoundTalk) {
      const lines: string[] = [];
      for (const file of new Set(rows.map(row => row.file))) {
        const own = rows.filter(row => row.file === file);
        if (hasBefore) lines.push('');
        hasBefore = true;
        lines.push(colour.bold(shownFile(file, context, options)));
        const columns = {
          digits: largest(own.map(({ line }) => String(line).length)),
          hasIds: own.some(row => row.id !== undefined && isSpeechRow(row)),
          width,
        };
        for (const [index, row] of own.entries()) {
          if (hasContext && index > 0 && !isNext(own[index - 1], row)) lines.push(colour.dim(BREAK));
          lines.push(terminalRow(row, columns, context));
        }
      }
      return lines.length === 0 ? '' : breakCommands(`${lines.join('\n')}\n`);
    },
    end: (summary: FindSummary) => (summary.matches === 0 ? '' : fitted(`\n${summaryOf(summary)}\n`, width)),
  };
}

/** The columns in which the rows of a file begin. */
interface Columns {
  readonly digits: number;
  readonly hasIds: boolean;
  readonly width: number;
}

/** Ids of speech come before its words, others after them. */
function terminalRow(row: FoundRow, { digits, hasIds, width }: Columns, context: PrintContext): string {
  const { colour } = context;
  const { cut } = signsFor(context.unicode);
  const isSpeech = isSpeechRow(row);
  const name = visible(row.id ?? '');
  const id = hasIds ? padEnd(isSpeech ? `${name} ` : '', ID_COLUMNS) : '';
  const last = isSpeech || name === '' ? '' : `  ${name}`;
  const colon = row.label === undefined ? '' : ': ';
  const beside = digits + 2 + [id, colon, last].reduce((sum, part) => sum + displayWidth(part), 0);
  const most = Math.min(Math.floor(width / LABEL_PART), Math.max(LEAST_LABEL, width - beside - LEAST_WORDS));
  const label = row.label === undefined ? '' : shortened(visible(row.label), most, cut);
  const used = beside + displayWidth(label);
  const room = Math.max(LEAST_WORDS, width - used);
  const { text, hits } = shownWords(row);
  const part = cutAround(text, hits[0] ?? { start: 0, end: 0 }, room, displayWidth(cut));
  const words = emphasised(text, hits, part, context);
  const shown = `${part.start > 0 ? cut : ''}${words}${part.end < text.length ? cut : ''}`;
  const style = row.isContext === true ? colour.dim : (plain: string) => plain;
  const number = colour.dim(String(row.line).padStart(digits));
  const line = `${number}  ${colour.cyan(id)}${style(`${colour.bold(label)}${colon}${shown}`)}${colour.dim(last)}`;
  return line.trimEnd();
}

function isSpeechRow({ kind }: FoundRow): boolean {
  return kind === 'utterance' || kind === 'statement';
}

/** The words on one line, made safe, with the places of the hits in them. */
function shownWords({ text, hits, field }: FoundRow): {
  readonly text: string;
  readonly hits: readonly Stretch[];
} {
  const isEvent = field === 'event';
  const line = (OTHER_BLANK.test(text) ? text.replace(/\s/g, ' ') : text).trimEnd();
  const shown = visibleWithMap(line);
  const [open, close] = isEvent ? ['[', ']'] : ['', ''];
  return {
    text: open + shown.text + close,
    hits: hits.map(({ start, end }) => ({
      start: open.length + shown.at(start),
      end: open.length + shown.at(Math.min(end, line.length)),
    })),
  };
}

/** Part of the words, with what was found in bold and red. */
function emphasised(text: string, hits: readonly Stretch[], part: Stretch, { colour }: PrintContext): string {
  let shown = '';
  let at = part.start;
  for (const hit of hits) {
    const [start, end] = [Math.max(at, hit.start), Math.min(part.end, hit.end)];
    if (start >= end) continue;
    shown += text.slice(at, start) + colour.red.bold(text.slice(start, end));
    at = end;
  }
  return shown + text.slice(at, Math.max(at, part.end));
}

/** Whether a row is the next one of the talk, as rows of its context are. */
function isNext(before: FoundRow | undefined, row: FoundRow): boolean {
  return (
    before?.index !== undefined &&
    row.index !== undefined &&
    row.index <= before.index + 1 &&
    row.file === before.file
  );
}

function shownFile(file: string, context: PrintContext, { linkOf }: FindPrinterOptions): string {
  const name = fileName(file);
  return linkOf === undefined || context.colour.level === 0 ? name : hyperlink(name, linkOf(file));
}

/** "5 matches in 5 utterances and 1 statement, 1 of 3 files". */
function summaryOf(summary: FindSummary): string {
  const { matches, utterances, statements, annotations, claims, files, searched } = summary;
  const things = [
    [utterances, 'utterance'],
    [statements, 'statement'],
    [annotations, 'annotation'],
    [claims, 'claim'],
  ] as const;
  const parts = things.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun));
  return `${matches} ${matches === 1 ? 'match' : 'matches'} in ${listOf(parts)}, ${files} of ${counted(searched, 'file')}`;
}
