/** Reports of `convert`: the formats, a dry run, and losses. */

import { largest, pushAll, smallest } from '../../core/long-lists.ts';
import type { Finding } from '../../core/model/finding.ts';
import { formatTime } from '../../core/model/time.ts';
import { UNKNOWN_PARTY } from '../../core/model/vocabulary.ts';
import { counted } from '../../core/text/counted.ts';
import { shellWord } from '../../core/text/shell-word.ts';
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

/** Reports a dry run: speakers with their counts and first words, and heads that were not taken. */
export function dryRunText(input: Input, to: string, { reading, writing }: Lost): string {
  const { file, format, detail, value, findings } = input;
  const found = [format!.id, ...(detail === undefined ? [] : [detail])].join(', ');
  const lines = [`${visible(file)}: ${found}`, ...summaryOf(value!), '', ...speakersOf(value!)];
  const refused = findings.filter(finding => finding.rule === 'unknown-label');
  if (refused.length > 0)
    pushAll(lines, [
      '',
      'look like heads and were not taken (add those that are speakers with --speakers):',
      ...refused.map(finding => refusedLine(finding, input)),
    ]);
  pushAll(lines, [
    '',
    ...(reading.length === 0 ? [] : [`not kept of ${format!.id}:`, ...reading.map(lossLine)]),
    ...(writing.length === 0 ? [] : [`lost in ${to}:`, ...writing.map(lossLine)]),
    ...(reading.length + writing.length === 0 ? [`nothing would be lost in ${to}`] : []),
  ]);
  return `${lines.join('\n')}\n`;
}

function summaryOf({ transcript }: Conversation): string[] {
  const { utterances } = transcript;
  const events = utterances.filter(utterance => utterance.event !== undefined).length;
  const times = utterances.flatMap(({ start, end }) => [start ?? [], end ?? []].flat());
  const span =
    times.length === 0 ? 'no times' : `${formatTime(smallest(times))} to ${formatTime(largest(times))}`;
  return [`${counted(utterances.length - events, 'utterance')}, ${counted(events, 'event')}, ${span}`];
}

/** Lists who speaks, how often, with a sample of their words, which reveals names that are none. */
function speakersOf({ transcript }: Conversation): string[] {
  const voices = new Map<string | undefined, { count: number; sample: string }>();
  for (const { speaker, event, text = '' } of transcript.utterances) {
    if (event !== undefined && speaker === undefined) continue;
    const voice = voices.get(speaker);
    if (voice === undefined) voices.set(speaker, { count: 1, sample: text });
    else {
      voice.count++;
      if (voice.sample.trim() === '') voice.sample = text;
    }
  }
  return [...voices].map(([speaker, { count, sample }]) => {
    const name =
      speaker === undefined ? 'without a speaker' : (transcript.parties.get(speaker)?.name ?? speaker);
    return `${String(count).padStart(6)}  ${visible(name)}: ${visible(shortened(sample))}`;
  });
}

/** The first words, as many as go on a line beside a name. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= SAMPLE) return line;
  const cut = line.slice(0, SAMPLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd()} …`;
}

const SAMPLE = 60;

/** A label that was not taken, how often it stands there, and the first line with it. */
function refusedLine({ data, span, file }: Finding, { sources }: Input): string {
  const line = data?.['line'];
  const source = sources.get(file);
  const place =
    span === undefined || source === undefined ? '' : `line ${source.position(span.start).line}: `;
  const label = typeof line === 'string' ? `${place}${shortened(line)}` : String(data?.['label']);
  return `${String(data?.['count']).padStart(6)}  ${visible(label)}`;
}

/** The success message for stderr: how much was written, and what to do next. */
export function successText(
  output: string,
  to: string,
  value: Conversation,
  findings: readonly Finding[],
): string {
  const { utterances } = value.transcript;
  const events = utterances.filter(({ event }) => event !== undefined).length;
  const speakers = new Set(utterances.flatMap(({ speaker }) => speaker ?? []));
  speakers.delete(UNKNOWN_PARTY);
  const refused = headsNotTaken(findings);
  const facts = [
    counted(utterances.length - events, 'utterance'),
    ...(events === 0 ? [] : [counted(events, 'event')]),
    counted(speakers.size, 'speaker'),
    ...(refused === 0 ? [] : [`${counted(refused, 'head')} not taken`]),
  ];
  const next = to === 'onrecord-yaml' ? `. Next: onrecord check ${shellWord(output)}` : '';
  return `wrote ${visible(output)}: ${facts.join(', ')}${next}\n`;
}

/** How the layers that name the input follow to what was written; empty where there are none. */
export function carryText({ file, layersOnIt = [] }: Input, output: string): string {
  if (layersOnIt.length === 0) return '';
  const names = [file, output, ...layersOnIt].map(shellWord).join(' ');
  const layers = layersOnIt.length === 1 ? '1 layer is' : `${layersOnIt.length} layers are`;
  return `${layers} about ${visible(file)}; to carry them over: onrecord reanchor ${visible(names)}\n`;
}

/** Lines that look like heads and name no speaker. */
function headsNotTaken(findings: readonly Finding[]): number {
  return findings
    .filter(({ rule }) => rule === 'unknown-label')
    .reduce((sum, { data }) => sum + (typeof data?.['count'] === 'number' ? data['count'] : 0), 0);
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
