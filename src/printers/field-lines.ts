/**
 * The content of one file, one field a line, each with the kind and id of its entry: for tools that compare lines. Nothing
 * is derived, and only comments and layout are left out, so that a line changes where the meaning of the file changed.
 */
import { pushAll } from '../core/long-lists.ts';
import { headerFields, itemsOf } from '../core/merge/file-items.ts';
import { LIST_NAMES, LISTS } from '../core/merge/merged.ts';
import type { Layer, Transcript } from '../core/model/model.ts';
import { formatTime } from '../core/model/time.ts';
import { breakCommands } from './escape/ci-commands.ts';
import { visible } from './escape/visible.ts';

/**
 * Prints a transcript in another format: speaker, time and words, one utterance a line. Without ids: they depend on the
 * words, so each changed line would show twice.
 */
export function printTalkLines({ utterances, parties }: Transcript): string {
  const lines = utterances.map(({ start, end, speaker, text, event }) => {
    const times = [start, end].flatMap(time => (time === undefined ? [] : formatTime(time))).join('-');
    const who = speaker === undefined ? '' : `${parties.get(speaker)?.name ?? speaker}: `;
    const words = event === undefined ? (text ?? '').replace(/\s+/g, ' ') : `[${event}]`;
    return `${times === '' ? '' : `${times} `}${who}${words}`.trimEnd();
  });
  return breakCommands(lines.map(line => `${visible(line)}\n`).join(''));
}

const TIMES = new Set(['start', 'end']);

export function printFields(file: Transcript | Layer): string {
  const lines = fieldLines(file.kind, headerFields(file));
  for (const list of LIST_NAMES) {
    for (const { id, fields } of itemsOf(file, list)) {
      const { id: _, ...others } = fields;
      const about = id === undefined ? LISTS[list] : `${LISTS[list]} ${id}`;
      pushAll(lines, Object.keys(others).length === 0 ? [`${about}: {}`] : fieldLines(about, others));
    }
  }
  return breakCommands(lines.map(line => `${visible(line).trimEnd()}\n`).join(''));
}

function fieldLines(about: string, fields: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const isTime = TIMES.has(name) && typeof value === 'number';
    return valueLines(`${about} ${name}`, isTime ? formatTime(value) : value);
  });
}

/** Short lists take one line, values with fields several. */
function valueLines(about: string, value: unknown): string[] {
  if (Array.isArray(value) && value.some(isRecord))
    return value.flatMap((item, index) => valueLines(`${about} ${index + 1}`, item));
  if (isRecord(value) && Object.keys(value).length > 0) return fieldLines(about, value);
  if (typeof value === 'string') return [`${about}: ${value}`];
  return [`${about}: ${Array.isArray(value) ? value.map(textOf).join(', ') : textOf(value)}`];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
