/** Captions to segments: who speaks is found in the words, and a caption in which several speak becomes several. */
import { pushAll } from '../../core/long-lists.ts';
import { getOrMake } from '../../core/maps.ts';
import type { Milliseconds } from '../../core/model/model.ts';
import type { Span } from '../../core/model/span.ts';
import type { ReadOptions } from '../format.ts';
import { tidy } from './blanks.ts';
import { AcceptedLabels } from './labels/accepted-labels.ts';
import { beginsWithLabel, type Labelled, labelAt } from './labels/label-at.ts';
import type { Known } from './read-parts.ts';
import { RefusedHeads } from './refused-heads.ts';
import type { ImportReport } from './report.ts';
import type { Segment } from './segments.ts';

/** Without one of these a line holds no label and no sign of a change of speaker. */
const SIGNS = /[:：[(]|>>|^\s*[-–—]/m;
/** Live captions mark a change of speaker so. */
const CHANGE = /^\s*(?:>>+|&gt;&gt;)\s*/;
/** Two lines with a dash are two people. */
const DASH = /^\s*[-–—]\s*(?=[^\s\d-])/;

/** Words that the format itself gives to one voice, or to none. */
export interface Part {
  readonly voice: string | undefined;
  /** With the line breaks of the caption. */
  readonly text: string;
}

export interface Caption {
  /** Absent if the caption's own time cannot be read. */
  readonly start?: Milliseconds | undefined;
  readonly end?: Milliseconds | undefined;
  readonly parts: readonly Part[];
  readonly id?: string | undefined;
  readonly span?: Span | undefined;
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * @param captions gone through several times: what was read of them need not be held in between.
 * @param onlySpeakers the labels before words that are speakers, if the file says that no others are.
 * @param known gives for words that are read the same ones from before.
 */
export function captionSegments(
  captions: Iterable<Caption>,
  options: ReadOptions,
  report: ImportReport,
  onlySpeakers?: readonly string[],
  known: Known = words => words,
): Segment[] {
  const declared = new Set([...(options.speakers ?? []), ...(onlySpeakers ?? [])]);
  const labels = onlySpeakers === undefined ? labelsOf(captions, declared) : new AcceptedLabels(declared);
  const segments: Segment[] = [];
  const refused = new RefusedHeads();
  /** One text for each label: it stands in the text that was read, and holds it fast. */
  const names = new Map<string, string>();
  let before: string | undefined;
  for (const caption of captions) {
    const parts = partsOf(caption, labels, declared);
    for (const { voice, text } of onlySpeakers === undefined ? parts : [])
      if (voice === undefined) addRefused(text, caption, declared, refused);
    const isOne = parts.length === 1;
    if (!isOne) reportSeveral(caption, parts, report);
    for (const { voice, text, direction, endsTurn } of parts) {
      const words = tidy(text);
      // Someone else speaks here, or may: nobody is carried over to these words, nor past them.
      const isOther = endsTurn === true || (voice === undefined && beginsWithLabel(words));
      segments.push({
        text: known(words),
        label: voice === undefined ? undefined : getOrMake(names, voice, () => voice),
        start: caption.start,
        end: caption.end,
        // An id and the markup are those of the whole.
        id: isOne ? caption.id : undefined,
        extra: isOne || direction !== undefined ? extraOf(isOne ? caption : undefined, direction) : undefined,
        carriedLabel: options.carrySpeaker === true && !isOther ? before : undefined,
      });
      before = voice ?? (isOther ? undefined : before);
    }
  }
  refused.report(report);
  return segments;
}

/** Whether a reader finds one speaker in each caption, and that it is the one of the same place in `speakers`. */
export function isReadAs(captions: Iterable<Caption>, speakers: readonly (string | undefined)[]): boolean {
  const labels = labelsOf(captions, NONE_DECLARED);
  let index = 0;
  for (const caption of captions) {
    const [part, another] = partsOf(caption, labels, NONE_DECLARED);
    if (another !== undefined || part!.voice !== speakers[index++]) return false;
  }
  return true;
}

const NONE_DECLARED: ReadonlySet<string> = new Set();

/** The lines without a voice that begin like one with a voice. */
function addRefused(
  text: string,
  { span }: Caption,
  declared: ReadonlySet<string>,
  refused: RefusedHeads,
): void {
  if (!SIGNS.test(text)) return;
  for (const line of text.split('\n')) {
    const found = labelAt(line.trimStart(), declared);
    if (found !== undefined) refused.add(found.label, line, span);
  }
}

/** A part with what its label says beside the name. */
interface SplitPart extends Part {
  readonly direction?: string | undefined;
  /** The speaker before does not speak here. */
  readonly endsTurn?: boolean;
}

function extraOf(
  caption: Caption | undefined,
  direction: string | undefined,
): Readonly<Record<string, unknown>> | undefined {
  return direction === undefined ? caption?.extra : { ...caption?.extra, 'x-direction': direction };
}

/** Returns the label at the start of a line, after the sign of a change of speaker. */
export function labelOfLine(line: string, declared?: ReadonlySet<string>): Labelled | undefined {
  return labelAt(line.replace(CHANGE, '').trimStart(), declared);
}

/** A name that is a voice somewhere is a speaker everywhere. */
function labelsOf(captions: Iterable<Caption>, declared: ReadonlySet<string>): AcceptedLabels {
  const labels = new AcceptedLabels(withVoices(declared, captions));
  for (const { voice, text } of partsIn(captions)) {
    if (voice !== undefined) continue;
    let isFirst = true;
    for (const line of text.split('\n')) {
      const found = labelOfLine(line, declared);
      if (found !== undefined || (isFirst && isSaid(line.replace(CHANGE, '')))) labels.addTurn();
      if (found !== undefined) labels.add(found);
      isFirst = false;
    }
  }
  return labels;
}

function withVoices(declared: ReadonlySet<string>, captions: Iterable<Caption>): ReadonlySet<string> {
  const labels = new Set(declared);
  for (const { voice } of partsIn(captions)) if (voice !== undefined && voice !== '') labels.add(voice);
  return labels;
}

function* partsIn(captions: Iterable<Caption>): Generator<Part> {
  for (const { parts } of captions) yield* parts;
}

/** A remark in brackets is nobody's. */
function isSaid(line: string): boolean {
  return line.trim() !== '' && !/^[\s[(♪♫].*[\])♪♫]$/.test(line.trim());
}

/** The parts of a part: each line that begins with a label, or with a sign of a change of speaker, begins one. */
function splitByLabels(part: Part, labels: AcceptedLabels, declared: ReadonlySet<string>): SplitPart[] {
  if (part.voice !== undefined || !SIGNS.test(part.text)) return [part];
  const lines = part.text.split('\n');
  const hasDashes = lines.length > 1 && lines.every(line => DASH.test(line));
  const parts: {
    voice: string | undefined;
    text: string;
    direction?: string | undefined;
    endsTurn?: boolean;
  }[] = [];
  for (const line of lines) {
    const sign = CHANGE.exec(line)?.[0] ?? (hasDashes ? DASH.exec(line)![0] : undefined);
    const words = line.slice(sign?.length ?? 0);
    const found = labelAt(words.trimStart(), declared);
    if (found !== undefined && labels.accepts(found.label))
      parts.push({ voice: found.label, text: found.rest, direction: found.direction });
    else if (sign !== undefined) {
      // Alone it stays with the words: nothing else says that someone else speaks.
      parts.push({ voice: undefined, text: lines.length === 1 ? line : words, endsTurn: true });
    } else if (parts.length === 0) parts.push({ voice: undefined, text: line });
    // Not taken for a speaker, and surely not the one before.
    else if (found !== undefined && parts.at(-1)!.voice !== undefined)
      parts.push({ voice: undefined, text: line, endsTurn: true });
    else parts.at(-1)!.text += `\n${line}`;
  }
  return parts;
}

/** Blanks between two voices are nobody's; an empty caption is kept. */
function partsOf(
  { parts: [first, ...more] }: Caption,
  labels: AcceptedLabels,
  declared: ReadonlySet<string>,
): readonly SplitPart[] {
  if (first === undefined) return [{ voice: undefined, text: '' }];
  const parts = splitByLabels(first, labels, declared);
  for (const part of more) pushAll(parts, splitByLabels(part, labels, declared));
  if (parts.length === 1) return parts;
  const said = parts.filter(part => part.text.trim() !== '');
  return said.length === 0 ? parts.slice(0, 1) : said;
}

function reportSeveral({ span }: Caption, parts: readonly Part[], report: ImportReport): void {
  const labels = [...new Set(parts.map(part => part.voice ?? 'no one named'))];
  report.add('several-speakers', span, `several speakers in one caption: ${labels.join(', ')}`, {
    help: 'it was split; the parts have the times of the whole',
  });
}
