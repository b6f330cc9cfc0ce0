/** Plain text to a conversation. */
import type { ReadOptions, ReadResult } from '../format.ts';
import { reportRefused } from '../shared/captions.ts';
import { LabelCounts } from '../shared/labels.ts';
import { linesOf } from '../shared/lines.ts';
import { ImportReport } from '../shared/report.ts';
import { type Segment, transcriptOf } from '../shared/segments.ts';
import { PartyIds } from '../shared/speakers.ts';
import { readFrontMatter } from './front-matter.ts';
import type { Head, TextProfile } from './profile.ts';
import { detectProfile, profileNamed } from './profiles.ts';
import { TurnBuilder } from './turns.ts';

export function readText(text: string, options: ReadOptions): ReadResult {
  const report = new ImportReport(options.file);
  const front = readFrontMatter(text, options.file);
  const declared = [...(options.speakers ?? []), ...front.speakers];
  const body = text.slice(front.length);
  const profile = (options.profile && profileNamed(options.profile)) || detectProfile(body, declared);
  const { segments, counts } = segmentsOf(body, profile, declared, options.carrySpeaker === true);
  reportRefused(counts, report);
  const declaredParties = new PartyIds();
  for (const name of front.speakers) declaredParties.idOf(name);
  const transcript = transcriptOf(segments, { ...front.header, parties: declaredParties.parties });
  return {
    value: { transcript, layers: [] },
    detail: `profile ${profile.id}`,
    findings: [...front.findings, ...report.list()],
  };
}

function segmentsOf(
  body: string,
  profile: TextProfile,
  declared: readonly string[],
  carries: boolean,
): { segments: readonly Segment[]; counts: LabelCounts } {
  const lines = linesOf(profile.prepare?.(body) ?? body);
  const heads = lines.map(line => profile.head(line.text));
  const counts = new LabelCounts(declared);
  for (const head of heads) {
    if (head?.label !== undefined) counts.add({ label: head.label, rest: '', isCertain: head.isCertain });
  }
  const turns = new TurnBuilder(profile, carries);
  let isAfterBlank = true;
  for (const [index, { text: line }] of lines.entries()) {
    const isBlank = line.trim() === '';
    const head = heads[index] && acceptedHead(heads[index], counts);
    if (isBlank) turns.blank();
    else if (head !== undefined) turns.begin(head);
    else turns.add(line, profile.role(line, isAfterBlank));
    isAfterBlank = isBlank;
  }
  return { segments: turns.finish(), counts };
}

/** A head whose label is no speaker may still mark a turn. */
function acceptedHead(head: Head, counts: LabelCounts): Head | undefined {
  if (head.label === undefined || counts.accepts(head.label)) return head;
  if (head.restWithoutLabel === undefined) return undefined;
  return { isCertain: true, start: head.start, rest: head.restWithoutLabel };
}
