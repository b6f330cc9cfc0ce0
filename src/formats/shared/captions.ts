/** Captions to segments: who speaks is found in the words, and a caption in which several speak becomes several. */
import type { Milliseconds } from '../../core/model/model.ts';
import type { Span } from '../../core/model/span.ts';
import type { ReadOptions } from '../format.ts';
import { tidy } from './blanks.ts';
import { LabelCounts, labelAt } from './labels.ts';
import type { ImportReport } from './report.ts';
import type { Segment } from './segments.ts';

/** Without one of these a line holds no label. */
const COLON_OR_BRACKET = /[:：[(]/;

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

export function captionSegments(
  captions: readonly Caption[],
  options: ReadOptions,
  report: ImportReport,
): Segment[] {
  const counts = countLabels(captions, options.speakers);
  const segments: Segment[] = [];
  let before: string | undefined;
  for (const caption of captions) {
    const parts = partsOf(caption, counts);
    const isOne = parts.length === 1;
    if (!isOne) reportSeveral(caption, parts, report);
    for (const { voice, text } of parts) {
      segments.push({
        text: tidy(text),
        label: voice,
        start: caption.start,
        end: caption.end,
        // An id and the markup are those of the whole.
        id: isOne ? caption.id : undefined,
        extra: isOne ? caption.extra : undefined,
        carriedLabel: options.carrySpeaker === true ? before : undefined,
      });
      before = voice ?? before;
    }
  }
  reportRefused(counts, report);
  return segments;
}

/** A name that is a voice somewhere is a speaker everywhere. */
function countLabels(captions: readonly Caption[], speakers: readonly string[] = []): LabelCounts {
  const parts = captions.flatMap(caption => caption.parts);
  const counts = new LabelCounts([...speakers, ...parts.flatMap(({ voice }) => voice ?? [])]);
  for (const { voice, text } of parts) {
    if (voice !== undefined) continue;
    for (const line of text.split('\n')) {
      const found = labelAt(line.trimStart());
      if (found !== undefined) counts.add(found);
    }
  }
  return counts;
}

/** The parts of a part: each line that begins with an accepted label begins one. */
function splitByLabels(part: Part, counts: LabelCounts): Part[] {
  if (part.voice !== undefined) return [part];
  if (!part.text.includes('\n') && !COLON_OR_BRACKET.test(part.text)) return [part];
  const parts: { voice: string | undefined; text: string }[] = [];
  for (const line of part.text.split('\n')) {
    const found = labelAt(line.trimStart());
    if (found !== undefined && counts.accepts(found.label))
      parts.push({ voice: found.label, text: found.rest });
    else if (parts.length === 0) parts.push({ voice: undefined, text: line });
    else parts.at(-1)!.text += `\n${line}`;
  }
  return parts;
}

/** Blanks between two voices are nobody's; an empty caption is kept. */
function partsOf({ parts: [first, ...more] }: Caption, counts: LabelCounts): readonly Part[] {
  if (first === undefined) return [{ voice: undefined, text: '' }];
  const parts = splitByLabels(first, counts);
  for (const part of more) parts.push(...splitByLabels(part, counts));
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

export function reportRefused(counts: LabelCounts, report: ImportReport): void {
  for (const [label, count] of counts.refused()) {
    report.add('unknown-label', undefined, `"${label}:" was not taken for a speaker`, {
      severity: 'info',
      help: `if it is one, add --speakers "${label}"`,
      data: { label, count },
    });
  }
}
