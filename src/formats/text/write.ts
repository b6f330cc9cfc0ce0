/** A conversation to plain text in a profile. */
import type { Transcript, Utterance } from '../../core/model/model.ts';
import type { Conversation, WriteOptions, Written } from '../format.ts';
import { inParts } from '../in-parts.ts';
import { tidy } from '../shared/blanks.ts';
import { wordsOf } from '../shared/segments.ts';
import { directed, labelsOf, UNKNOWN_LABEL } from '../shared/speakers.ts';
import { writeFrontMatter } from './front-matter.ts';
import { readText } from './read.ts';
import { PROFILE_IDS } from './style/profile-ids.ts';
import { BREAK, TURN_WRITERS, type TurnWriter } from './write-turn.ts';

type Labels = ReadonlyMap<string, string>;

export function writeText({ transcript }: Conversation, options: WriteOptions): Written {
  const profile = PROFILE_IDS.find(id => id === options.profile) ?? 'colon';
  const labels = labelsOf(transcript);
  const speakers = speakersOf(transcript, labels);
  const body = bodyOf(transcript, TURN_WRITERS[profile], labels, speakers.length > 0);
  const found = readText(body, { file: '' }).value!;
  const isPlain = isSameTalk(found.transcript, transcript, labels);
  const front = writeFrontMatter(transcript, isPlain ? undefined : { speakers, profile });
  return front === '' ? { text: body, found } : inParts(() => [front, body]);
}

function bodyOf(transcript: Transcript, writer: TurnWriter, labels: Labels, hasSpeakers: boolean): string {
  const blocks: string[] = [];
  let page: string | undefined;
  /** Whose turn a paragraph without a head would go on. */
  let open: string | undefined;
  let isEmpty = false;
  for (const utterance of transcript.utterances) {
    const { at, speaker, start, event } = utterance;
    const mark = at === undefined || at === page ? undefined : writer.writePage?.(at);
    if (mark !== undefined) {
      blocks.push(mark);
      page = at;
    }
    const label = speaker === undefined ? undefined : directed(labels.get(speaker)!, utterance);
    const hasHead = label !== undefined || writer.marksTurn({ start });
    // Without a break the words would be those of the speaker before, or what happens all of an empty turn.
    if (!hasHead && open !== undefined && (event === undefined || isEmpty)) {
      blocks.push(BREAK);
      open = undefined;
    }
    if (hasHead) open = label;
    const paragraphs = paragraphsOf(utterance);
    const hasBullet = (utterance as { 'x-mark'?: unknown })['x-mark'] === 'bullet';
    isEmpty = paragraphs.every(paragraph => paragraph === '');
    blocks.push(writer.write({ label, start, paragraphs, hasSpeakers, hasBullet }));
  }
  // A line break put behind the whole would copy it: a file may have a hundred megabytes.
  return (
    blocks.map((block, index) => (index === blocks.length - 1 ? `${block}\n` : block)).join('\n\n') || '\n'
  );
}

function paragraphsOf(utterance: Utterance): readonly string[] {
  return wordsOf(utterance)
    .split(/\n[ \t]*\n/)
    .map(tidy);
}

function written(utterance: Utterance): string {
  return paragraphsOf(utterance).join('\n\n');
}

/** The labels of all parties, and of the unknown speaker where words are theirs. */
function speakersOf(transcript: Transcript, labels: Labels): readonly string[] {
  const parties = [...transcript.parties.keys()];
  const speaking = transcript.utterances.flatMap(({ speaker }) => speaker ?? []);
  return [...new Set([...parties, ...speaking].map(id => labels.get(id)!))];
}

/** Whether a reader found the same speakers of the same words in the text alone. */
function isSameTalk(found: Transcript, transcript: Transcript, labels: Labels): boolean {
  const names = [...found.parties.values()].map(({ name }) => name);
  const wanted = [...transcript.parties.keys()].map(id => labels.get(id));
  return (
    names.length === wanted.length &&
    names.every((name, index) => name === wanted[index]) &&
    found.utterances.length === transcript.utterances.length &&
    found.utterances.every((utterance, index) => isSame(utterance, transcript.utterances[index]!))
  );

  function isSame(again: Utterance, before: Utterance): boolean {
    const name =
      again.speaker === undefined ? undefined : (found.parties.get(again.speaker)?.name ?? UNKNOWN_LABEL);
    const label = before.speaker === undefined ? undefined : labels.get(before.speaker);
    return name === label && written(again) === written(before);
  }
}
