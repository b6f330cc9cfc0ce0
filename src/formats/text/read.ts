/** Plain text to a conversation. */
import type { Span } from '../../core/model/span.ts';
import type { Conversation, ReadOptions, ReadResult } from '../format.ts';
import { decodeReferences } from '../shared/html-references.ts';
import { linesOf } from '../shared/lines.ts';
import { partyIds } from '../shared/party-ids.ts';
import { RefusedHeads } from '../shared/refused-heads.ts';
import { ImportReport } from '../shared/report.ts';
import { labelsIn, type Segment, transcriptOf } from '../shared/segments.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { readNumberedLines, type TextLine } from './lines/numbered-lines.ts';
import { ownHead } from './own-heads.ts';
import { type Decision, lineDecider } from './style/decide-line.ts';
import { type FileLines, fileLines } from './style/file-lines.ts';
import { Style } from './style/find-style.ts';
import { type Layout, layoutOfProfile } from './style/layout.ts';
import { PROFILE_IDS, type ProfileId, profileOfForms } from './style/profile-ids.ts';
import { TurnBuilder } from './turns.ts';
import { BREAK } from './write-turn.ts';

export function readText(text: string, options: ReadOptions): ReadResult {
  const front = readFrontMatter(text, options.file);
  return readBehind(front, text.slice(front.length), options);
}

/** Reads what `writeText` wrote behind front matter that names the profile and all speakers; undefined for other text. */
export function readBackText(parts: Iterable<string>): Conversation | undefined {
  const [written = '', body = ''] = parts;
  const front = readFrontMatter(written, '');
  // The blank line behind it changes nothing where the profile is named.
  const isWhole = front.length === written.length - 1;
  return isWhole && front.profile !== undefined ? readBehind(front, body, { file: '' }).value : undefined;
}

function readBehind(front: FrontMatter, rest: string, options: ReadOptions): ReadResult {
  const report = new ImportReport(options.file);
  const body = plainText(rest);
  const isChanged = body.length !== rest.length;
  const declared = new Set([...(options.speakers ?? []), ...(front.speakers ?? [])]);
  const refused = new RefusedHeads();
  const offset = isChanged ? undefined : front.length;
  const named = PROFILE_IDS.find(id => id === options.profile);
  const isOwn = named === undefined && front.profile !== undefined;
  const hasNone = front.speakers?.length === 0 && declared.size === 0;
  const profile = named ?? front.profile ?? (hasNone ? 'none' : undefined);
  const style = isOwn ? undefined : styleOf(body, declared, profile);
  const segments =
    style === undefined
      ? ownSegments(body, front.profile!, declared)
      : segmentsOf(style, profile === 'none', { refused, offset }, options.carrySpeaker === true);
  refused.report(report);
  const declaredParties = partyIds([...(front.speakers ?? []), ...labelsIn(segments)]);
  for (const name of front.speakers ?? []) declaredParties.idOf(name);
  const transcript = transcriptOf(segments, options, { ...front.header, parties: declaredParties.parties });
  return {
    value: { transcript, layers: [] },
    detail: `profile ${profile ?? profileOf(style!)}`,
    findings: [...front.findings, ...report.list()],
  };
}

/** The segments of a text that we wrote: only declared names are heads. */
function ownSegments(body: string, profile: ProfileId, declared: ReadonlySet<string>): readonly Segment[] {
  const turns = new TurnBuilder({
    carries: false,
    isMarkdown: profile === 'md-bold' && declared.size > 0,
    hasStamps: undefined,
    blankEndsTurn: false,
  });
  const layout = layoutOfProfile(profile);
  let isAfterBlank = true;
  for (const { text } of linesOf(body)) {
    const isBlank = text.trim() === '';
    const head = isBlank ? undefined : ownHead(text, profile, declared);
    if (isBlank) turns.blank();
    else if (head !== undefined) turns.begin(head);
    else if (text === BREAK) turns.endTurn();
    else addWords(turns, layout, text, isAfterBlank);
    isAfterBlank = isBlank;
  }
  return turns.finish();
}

/** The profile that a text follows; `none` where no speakers and no times are found. */
export function detectProfile(text: string): ProfileId {
  const front = readFrontMatter(text, '');
  const declared = new Set(front.speakers);
  return profileOf(styleOf(plainText(text.slice(front.length)), declared, undefined));
}

function profileOf(style: Style): ProfileId {
  return profileOfForms(style.forms, style.hasStamps);
}

function styleOf(body: string, declared: ReadonlySet<string>, profile: ProfileId | undefined): Style {
  return new Style(fileLines(readNumberedLines(linesOf(body)), declared), { declared, profile });
}

/** The Congressional Record comes as a page of preformatted text. */
function plainText(body: string): string {
  return /^\s*<html/i.test(body.slice(0, 1000))
    ? decodeReferences(body.replace(/<\/?(?:html|head|title|body|pre|a)\b[^<>]*>/gi, ''))
    : body;
}

/** Heads that are not taken; `offset` is where the lines begin in the file, if they have a place in it. */
interface RefusedLines {
  readonly refused: RefusedHeads;
  readonly offset: number | undefined;
}

function placeOf({ text, start }: TextLine, offset: number | undefined): Span | undefined {
  return offset === undefined ? undefined : { start: offset + start, end: offset + start + text.length };
}

/** `isNone`: no speakers are looked for. */
function segmentsOf(
  style: Style,
  isNone: boolean,
  refused: RefusedLines,
  carries: boolean,
): readonly Segment[] {
  const { file, layout } = style;
  const decide = lineDecider(style, isNone);
  const turns = new TurnBuilder({
    carries,
    isMarkdown: style.isMarkdown,
    hasStamps: style.hasBracketedTimes,
    blankEndsTurn: style.blankEndsTurn,
  });
  for (let index = 0; index < file.length; index++) {
    const line = file.lines[index]!;
    if (line.role !== undefined) addMargin(turns, line, file);
    else if (file.isBlank(index)) turns.blank();
    else addLine(turns, decide(index), line, layout, file.beginsParagraph(index), refused);
  }
  return turns.finish();
}

/** What stands on every page says nothing; what stands on one may. */
function addMargin(turns: TurnBuilder, { role, text }: TextLine, file: FileLines): void {
  if (role === 'margin' && text !== '' && !file.isRunningHeader(text)) turns.eventInside(text.trim());
}

function addLine(
  turns: TurnBuilder,
  decision: Decision,
  line: TextLine,
  layout: Layout,
  beginsParagraph: boolean,
  { refused, offset }: RefusedLines,
): void {
  const { at, text } = line;
  switch (decision.kind) {
    case 'head':
      turns.begin(decision.head, at);
      break;
    case 'nobody':
      refused.add(decision.head.label, text, placeOf(line, offset));
      turns.beginNobody(decision.head, decision.words, decision.hasTime, at);
      break;
    case 'stamp':
      turns.stamp(decision.head, decision.continues, at);
      break;
    case 'event':
      if (decision.isInside) turns.eventInside(decision.event);
      else turns.event(decision.event, at);
      break;
    case 'break':
      turns.endTurn();
      break;
    case 'words':
      addWords(turns, layout, text, beginsParagraph, at);
      break;
    case 'consumed':
  }
}

function addWords(
  turns: TurnBuilder,
  layout: Layout,
  text: string,
  beginsParagraph: boolean,
  at?: string,
): void {
  const role = layout.role(text, beginsParagraph);
  if (role === 'furniture') turns.page(layout.page(text));
  else turns.add(text, role, at);
}
