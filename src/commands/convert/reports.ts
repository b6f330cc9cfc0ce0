/** Reports of `convert`: the formats, a dry run, and losses. */
import type { Finding } from '../../core/model/finding.ts';
import { formatTime } from '../../core/model/time.ts';
import type { Conversation, Format, Loss } from '../../formats/format.ts';
import { json } from '../../printers/escape/json.ts';
import { visible } from '../../printers/escape/visible.ts';
import type { Input } from './input.ts';
import { VIEWS } from './views.ts';

/** Version of the loss report: fields are only added within one. */
const LOSSES_SCHEMA = 'onrecord/losses@1';

/** The losses of a conversion. */
export interface Lost {
  readonly reading: readonly Loss[];
  readonly writing: readonly Loss[];
}

/** Every format with what it keeps and loses. */
export function listText(formats: readonly Format[]): string {
  const known = formats.map(({ id, title, keeps, loses, read, write }) => {
    const can = [...(read === undefined ? [] : ['read']), ...(write === undefined ? [] : ['write'])].join(
      ', ',
    );
    return { id, title, keeps, loses, can };
  });
  const all = [...known, ...VIEWS.map(view => ({ ...view, can: 'write' }))].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  return all
    .map(
      ({ id, title, keeps, loses, can }) =>
        `${id} (${can})\n  ${title}\n  keeps: ${keeps}\n  loses: ${loses}\n`,
    )
    .join('\n');
}

/** Reports a dry run: speakers with their counts, and labels that were not taken for speakers. */
export function dryRunText(
  { file, format, detail, value, findings }: Input,
  to: string,
  { reading, writing }: Lost,
): string {
  const found = [format!.id, ...(detail === undefined ? [] : [detail])].join(', ');
  const lines = [`${visible(file)}: ${found}`, ...summaryOf(value!), '', ...speakersOf(value!)];
  const refused = findings.filter(finding => finding.rule === 'unknown-label');
  if (refused.length > 0)
    lines.push(
      '',
      'not taken for speakers (add those that are with --speakers):',
      ...refused.map(refusedLine),
    );
  lines.push(
    '',
    ...(reading.length === 0 ? [] : [`not kept of ${format!.id}:`, ...reading.map(lossLine)]),
    ...(writing.length === 0 ? [] : [`lost in ${to}:`, ...writing.map(lossLine)]),
    ...(reading.length + writing.length === 0 ? [`nothing would be lost in ${to}`] : []),
  );
  return `${lines.join('\n')}\n`;
}

function summaryOf({ transcript }: Conversation): string[] {
  const { utterances } = transcript;
  const events = utterances.filter(utterance => utterance.event !== undefined).length;
  const times = utterances.flatMap(({ start, end }) => [start ?? [], end ?? []].flat());
  const span =
    times.length === 0
      ? 'no times'
      : `${formatTime(least(times))} to ${formatTime(-least(times.map(time => -time)))}`;
  return [`${counted(utterances.length - events, 'utterance')}, ${counted(events, 'event')}, ${span}`];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number));
}

function speakersOf({ transcript }: Conversation): string[] {
  const counts = new Map<string | undefined, number>();
  for (const { speaker, event } of transcript.utterances) {
    if (event === undefined || speaker !== undefined) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  return [...counts].map(([speaker, count]) => {
    const name =
      speaker === undefined ? 'without a speaker' : (transcript.parties.get(speaker)?.name ?? speaker);
    return `${String(count).padStart(6)}  ${visible(name)}`;
  });
}

function refusedLine({ data }: Finding): string {
  return `${String(data?.['count']).padStart(6)}  ${visible(String(data?.['label']))}`;
}

function lossLine({ what, count }: Loss): string {
  return `${String(count).padStart(6)}  ${visible(what)}`;
}

/** For people, on stderr; empty if nothing is lost. */
export function lossText(from: string, to: string, { reading, writing }: Lost): string {
  return lossList(`not kept of ${from}`, reading) + lossList(`not carried over to ${to}`, writing);
}

function lossList(title: string, losses: readonly Loss[]): string {
  if (losses.length === 0) return '';
  return `onrecord: ${title}:\n${losses.map(loss => `${lossLine(loss)}\n`).join('')}`;
}

/** For programs, on stderr. `by` says whether the reader or the writer did not keep it. */
export function lossJson(from: string, to: string, { reading, writing }: Lost): string {
  const losses = [
    ...reading.map(loss => ({ ...loss, by: 'reading' })),
    ...writing.map(loss => ({ ...loss, by: 'writing' })),
  ];
  return `${json({ schema: LOSSES_SCHEMA, from, to, losses })}\n`;
}
