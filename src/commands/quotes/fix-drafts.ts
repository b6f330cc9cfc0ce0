/** Writes the record's words into drafts, and reads the result again before anything is written. */

import { pushAll } from '../../core/long-lists.ts';
import type { Fix } from '../../core/model/finding.ts';
import type { Draft } from '../../core/quotes/draft.ts';
import { findQuotations, type Quotation } from '../../core/quotes/find-quotations.ts';
import { fixOf } from '../../core/quotes/fix.ts';
import type { JudgedQuotation } from '../../core/quotes/judge.ts';
import { counted } from '../../core/text/counted.ts';
import { escapeIn } from '../../formats/drafts/escape.ts';
import { readDraft } from '../../formats/drafts/index.ts';
import { decodeText, encodeText } from '../../formats/yaml/read/decode.ts';
import type { Env } from '../../io/env.ts';
import { ChangedMeanwhile, InputError } from '../../io/errors.ts';
import { fileName, visible } from '../../printers/escape/visible.ts';
import type { QuotesReport } from '../../printers/quotes/report.ts';
import type { LoadedDraft, LoadedDrafts } from '../../project/quotes/load-drafts.ts';
import { patchOf } from '../file-patch.ts';

/** Only what people edit as text. */
const WRITABLE: ReadonlySet<Draft['format']> = new Set(['markdown', 'text', 'html']);

/**
 * The drafts as they are written now. One that cannot be written is trouble, and the others are still done.
 * @throws ChangedMeanwhile if another program saved a draft
 */
export async function fixDrafts(
  drafts: readonly LoadedDraft[],
  report: QuotesReport,
  isDryRun: boolean,
  env: Env,
): Promise<LoadedDrafts> {
  const written: LoadedDraft[] = [];
  const troubles: unknown[] = [];
  for (const loaded of drafts) {
    const { fresh, fixed, told } = await fixedDraft(loaded, report);
    for (const line of told) await env.stderr.write(`onrecord: ${visible(line)}\n`);
    const { file } = loaded.draft;
    let now = loaded;
    if (fresh !== undefined && isDryRun)
      await env.stdout.write(patchOf({ file, before: loaded.bytes, after: fresh.bytes }));
    else if (fresh !== undefined)
      try {
        env.files.replace(file, fresh.bytes, loaded.bytes);
        now = fresh;
        await env.stderr.write(
          `onrecord: ${fileName(file)}: ${counted(fixed, 'quotation')} given the record's words\n`,
        );
      } catch (error) {
        if (!(error instanceof InputError) || error instanceof ChangedMeanwhile) throw error;
        troubles.push(error);
      }
    written.push(now);
  }
  return { drafts: written, troubles };
}

interface FixedDraft {
  /** The draft with the record's words; undefined where nothing is written. */
  readonly fresh?: LoadedDraft;
  /** How many quotations change. */
  readonly fixed: number;
  readonly told: readonly string[];
}

async function fixedDraft({ draft, bytes }: LoadedDraft, report: QuotesReport): Promise<FixedDraft> {
  const own = report.quotations.filter(({ quotation }) => quotation.draft === draft);
  const told: string[] = [];
  const meant = new Map<number, string>();
  const edits: Fix['edits'][number][] = [];
  for (const [index, judged] of own.entries()) {
    const result = fixOf(judged, escapeIn(draft.format));
    if (result === undefined) continue;
    const why = 'refused' in result ? result.refused : undefined;
    const problem =
      why ?? (WRITABLE.has(draft.format) ? undefined : 'Word documents are not written: correct it there');
    if (problem !== undefined || 'refused' in result) {
      told.push(`${placeOf(judged)} left as it is: ${problem}`);
      continue;
    }
    meant.set(index, result.text);
    pushAll(edits, result.fix.edits);
  }
  const decoded = decodeText(bytes, draft.file);
  if (edits.length === 0) return { fixed: 0, told };
  if ('finding' in decoded) return { fixed: 0, told: [...told, `${draft.file}: only UTF-8 is written`] };
  const after = encodeText(edited(draft.source.text, edits), decoded.bom);
  const again = await readDraft({ bytes: after, file: draft.file, format: draft.format });
  if ('refused' in again || !isAsMeant(again, own, meant, report.minWords))
    return {
      fixed: 0,
      told: [...told, `${draft.file}: left as it is: the fixed text reads differently than meant`],
    };
  return { fresh: { draft: again, bytes: after }, fixed: meant.size, told };
}

function placeOf({ quotation: { draft, span } }: JudgedQuotation): string {
  const { line, column } = draft.source.position(span.start);
  return `${draft.file}:${line}:${column}:`;
}

function edited(text: string, edits: readonly Fix['edits'][number][]): string {
  let result = '';
  let at = 0;
  for (const { span, text: words } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + words;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Whether the new draft has the same quotations, with the words that were meant. */
function isAsMeant(
  draft: Draft,
  own: readonly JudgedQuotation[],
  meant: ReadonlyMap<number, string>,
  minWords: number,
): boolean {
  const { quotations } = findQuotations(draft, minWords);
  let index = 0;
  const isNext = ({ text }: Quotation) => {
    const wanted = meant.get(index) ?? own[index]?.quotation.text;
    if (wanted === undefined || blanked(text) !== blanked(wanted)) return false;
    index++;
    return true;
  };
  const areNext = ({ within }: Quotation) => within.length > 0 && within.every(isNext);
  return quotations.every(one => isNext(one) || areNext(one)) && index === own.length;
}

function blanked(text: string): string {
  return text.replace(/\s+/g, ' ');
}
