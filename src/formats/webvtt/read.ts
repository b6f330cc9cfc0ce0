/** WebVTT to a conversation. */
import type { ReadOptions, ReadResult } from '../format.ts';
import { type Caption, captionSegments, type Part } from '../shared/captions.ts';
import { ImportReport } from '../shared/report.ts';
import { type Segment, transcriptOf } from '../shared/segments.ts';
import { type Block, type Cue, parseBlocks } from './blocks.ts';
import { type CueText, parseCueText } from './cue-text.ts';
import { Sidecar } from './sidecar.ts';

const LANGUAGE = /\nLanguage:[ \t]*([A-Za-z0-9-]+)[ \t]*$/m;

export function readWebvtt(text: string, options: ReadOptions): ReadResult {
  const report = new ImportReport(options.file);
  const file = parseBlocks(text);
  if (file === undefined) {
    report.add(
      'bad-structure',
      { start: 0, end: Math.min(6, text.length) },
      'expected the signature WEBVTT',
      {
        severity: 'error',
      },
    );
    return { findings: report.list() };
  }
  const sidecar = new Sidecar();
  const captions: Caption[] = [];
  const kept: { before: number; text: string }[] = [];
  for (const block of file.blocks) {
    if (block.kind === 'cue') captions.push(captionOf(block, report));
    else if (block.kind === 'bad-cue' || block.kind === 'unknown') reportDropped(block, report);
    else if (!sidecar.take(block, captions.length)) kept.push({ before: captions.length, text: block.text });
  }
  const segments = captionSegments(captions, options, report);
  const language = LANGUAGE.exec(file.header)?.[1];
  const transcript = transcriptOf(segments, {
    parties: sidecar.parties(options.file),
    ...(language !== undefined && { language }),
    extensions: extensionsOf(file.header.replace(LANGUAGE, ''), kept, segments),
  });
  const { value, findings } = sidecar.apply(transcript, options.file);
  return { value, findings: [...report.list(), ...findings] };
}

function captionOf(cue: Cue, report: ImportReport): Caption {
  const { id, start, end, span, settings, payload } = cue;
  const parsed = parseCueText(payload);
  for (const tag of parsed.unknownTags) {
    report.add('unknown-markup', span, `WebVTT has no tag ${tag}; players do not show it`, {
      help: 'the tag was left out of the text and kept in x-vtt-payload',
    });
  }
  const extra = {
    ...(settings !== '' && { 'x-vtt-settings': settings }),
    ...(needsPayload(parsed) && { 'x-vtt-payload': payload }),
  };
  return { start, end, id, span, parts: partsOf(parsed), extra };
}

/** A payload that the words and the voice do not give again. */
function needsPayload({ hasMarkup, unknownTags }: CueText): boolean {
  return hasMarkup || unknownTags.length > 0;
}

function partsOf({ runs }: CueText): readonly Part[] {
  return runs.length === 0 ? [{ voice: undefined, text: '' }] : runs;
}

function reportDropped(block: Block, report: ImportReport): void {
  if (block.kind === 'bad-cue') {
    report.add('bad-time', block.span, 'a cue without valid times was left out', {
      help: 'write HH:MM:SS.mmm --> HH:MM:SS.mmm, with three digits after the point',
    });
  } else
    report.add(
      'bad-structure',
      block.span,
      'neither a cue nor a comment; players ignore it, and so does this',
    );
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
