/** WebVTT to a conversation. */
import { ownCopy } from '../../core/text/own-copy.ts';
import type { Conversation, ReadOptions, ReadResult } from '../format.ts';
import { type Caption, captionSegments, type Part } from '../shared/captions.ts';
import { type Known, knownTexts, smallFiles } from '../shared/read-parts.ts';
import { ImportReport } from '../shared/report.ts';
import { RollingSigns, withoutRolling } from '../shared/rolling.ts';
import { type Segment, transcriptOf } from '../shared/segments.ts';
import { parseBlocks } from './blocks.ts';
import { type CueText, parseCueText } from './cue-text.ts';
import { type KeptBlock, type KeptCue, keptBlocks } from './kept-words.ts';
import { Sidecar } from './sidecar.ts';

const LANGUAGE = /\nLanguage:[ \t]*([A-Za-z0-9-]+)[ \t]*$/m;

export function readWebvtt(text: string, options: ReadOptions): ReadResult {
  const report = new ImportReport(options.file);
  const file = parseBlocks(text);
  if (file === undefined)
    return report.refused({ start: 0, end: Math.min(6, text.length) }, 'expected the signature WEBVTT');
  const read = blockReader(report);
  for (const block of foldedBlocks(keptBlocks(file.blocks, report), options, report)) read.add(block);
  return read.result(file.header, options);
}

/** Reads what `writeWebvtt` wrote, by its parts; undefined where blocks do not stand each by itself. */
export function readBackWebvtt(
  parts: Iterable<string>,
  { transcript }: Conversation,
): Conversation | undefined {
  const read = blockReader(new ImportReport(''), knownTexts(transcript.utterances));
  const signs = new RollingSigns();
  let header = '';
  for (const text of smallFiles(parts)) {
    const file = parseBlocks(text);
    if (file === undefined) return undefined;
    header = file.header;
    for (const block of file.blocks) {
      if (block.kind === 'cue') {
        signs.add(block);
        read.add({ cue: block });
      } else if (block.kind === 'note') read.add({ comment: block });
      else return undefined;
    }
  }
  return signs.areFound ? undefined : read.result(header, { file: '' }).value;
}

/**
 * Takes blocks one after the other, and gives what they say together.
 *
 * @param known gives for words that are read the same ones from before; without it they are kept as they stand.
 */
function blockReader(report: ImportReport, known?: Known) {
  const sidecar = new Sidecar();
  const captions: Caption[] = [];
  const kept: { before: number; text: string }[] = [];

  function add(block: KeptBlock): void {
    if ('cue' in block) {
      const caption = captionOf(block.cue, report);
      captions.push(known === undefined ? caption : ownCaption(caption, known));
    } else if (!sidecar.take(block.comment, captions.length))
      kept.push({ before: captions.length, text: block.comment.text });
  }

  function result(header: string, options: ReadOptions): ReadResult {
    const segments = captionSegments(captions, options, report, sidecar.speakersInWords);
    const transcript = transcriptOf(segments, options, {
      parties: sidecar.parties(options.file),
      language: LANGUAGE.exec(header)?.[1],
      extensions: extensionsOf(header.replace(LANGUAGE, ''), kept, segments),
    });
    const { value, findings } = sidecar.apply(transcript, options.file);
    const read = report.result(transcript);
    return { ...read, value, findings: [...read.findings, ...findings] };
  }

  return { add, result };
}

/** The caption without the text that it was read from. */
function ownCaption({ start, end, id, parts, extra }: Caption, known: Known): Caption {
  const own = (text: string | undefined) => (text === undefined ? undefined : ownCopy(text));
  const ownParts = parts.map(({ voice, text }) => ({ voice: own(voice), text: known(text) }));
  return { start, end, id: own(id), parts: ownParts, extra };
}

/** The blocks without the lines that rolling captions repeat. */
function foldedBlocks(
  blocks: readonly KeptBlock[],
  options: ReadOptions,
  report: ImportReport,
): readonly KeptBlock[] {
  const cues = blocks.flatMap(block => ('cue' in block ? [block.cue] : []));
  const folded = withoutRolling(cues, options, report);
  if (folded === undefined) return blocks;
  const bySpan = new Map(folded.map(cue => [cue.span, cue]));
  return blocks.flatMap((block): KeptBlock[] => {
    if (!('cue' in block)) return [block];
    const cue = bySpan.get(block.cue.span);
    return cue === undefined ? [] : [{ cue }];
  });
}

function captionOf(cue: KeptCue, report: ImportReport): Caption {
  const { id, start, end, span, settings, payload, badTimes } = cue;
  const parsed = parseCueText(payload);
  for (const tag of parsed.unknownTags) {
    report.add('unknown-markup', span, `WebVTT has no tag ${tag}; players do not show it`, {
      help: 'the tag was left out of the text and kept in x-vtt-payload',
    });
  }
  if (parsed.hasUnclosedVoice) {
    report.add('unknown-markup', span, 'a voice tag is not closed; players show nothing of what follows', {
      help: 'its words were kept, without a speaker: where the name ends is not known',
    });
  }
  if (start !== undefined && end !== undefined && end < start)
    report.add('bad-time', span, 'a cue ends before it starts');
  const extra =
    badTimes === undefined && settings === '' && !needsPayload(parsed)
      ? undefined
      : {
          ...(badTimes !== undefined && { 'x-vtt-times': badTimes }),
          ...(settings !== '' && { 'x-vtt-settings': settings }),
          ...(needsPayload(parsed) && { 'x-vtt-payload': payload }),
        };
  return { start, end, id: id === '' ? undefined : id, span, parts: partsOf(parsed), extra };
}

/** A payload that the words and the voice do not give again. */
function needsPayload({ hasMarkup, unknownTags }: CueText): boolean {
  return hasMarkup || unknownTags.length > 0;
}

function partsOf({ runs }: CueText): readonly Part[] {
  return runs.length === 0 ? [{ voice: undefined, text: '' }] : runs;
}

function extensionsOf(
  header: string,
  kept: readonly { before: number; text: string }[],
  segments: readonly Segment[],
): ReadonlyMap<string, unknown> {
  const extensions = new Map<string, unknown>();
  if (header.trim() !== '') extensions.set('x-vtt-header', header);
  if (kept.length > 0) {
    const blocks = kept.map(({ before, text }) => ({ before: Math.min(before, segments.length), text }));
    extensions.set('x-vtt-blocks', blocks);
  }
  return extensions;
}
