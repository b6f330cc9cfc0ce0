/** A conversation to plain text in a profile. */
import type { Transcript, Utterance } from '../../core/model/model.ts';
import type { Conversation, WriteOptions, Written } from '../format.ts';
import { tidy } from '../shared/blanks.ts';
import { isNobody } from '../shared/labels.ts';
import { wordsOf } from '../shared/segments.ts';
import { labelsOf, UNKNOWN_LABEL } from '../shared/speakers.ts';
import { colon } from './colon.ts';
import { writeFrontMatter } from './front-matter.ts';
import type { TextProfile, Turn } from './profile.ts';
import { profileNamed } from './profiles.ts';

export function writeText(value: Conversation, options: WriteOptions): Written {
  const { transcript } = value;
  const profile = profileNamed(options.profile ?? '') ?? colon;
  const turns = turnsOf(transcript, profile);
  const blocks: string[] = [];
  let page: string | undefined;
  for (const [index, { at }] of transcript.utterances.entries()) {
    const mark = at === undefined || at === page ? undefined : profile.writePage?.(at);
    if (mark !== undefined) {
      blocks.push(mark);
      page = at;
    }
    blocks.push(profile.write(turns[index]!));
  }
  const front = writeFrontMatter(transcript, speakersToDeclare(transcript, turns, profile));
  return { text: `${front}${blocks.join('\n\n')}\n`, profile: profile.id };
}

function turnsOf(transcript: Transcript, profile: TextProfile): readonly Turn[] {
  const labels = labelsOf(transcript);
  /** Whose turn a paragraph without a head would go on. */
  let open: string | undefined;
  return transcript.utterances.map(utterance => {
    const { speaker, start, event } = utterance;
    const known = speaker === undefined ? undefined : labels.get(speaker);
    const hasHead = known !== undefined || profile.marksTurn({ start });
    // Without a label the words would be those of the speaker before.
    const needsLabel = !hasHead && event === undefined && open !== undefined;
    const label = needsLabel ? UNKNOWN_LABEL : known;
    if (hasHead || needsLabel) open = label;
    return { label, start, paragraphs: paragraphsOf(utterance) };
  });
}

function paragraphsOf(utterance: Utterance): readonly string[] {
  return wordsOf(utterance)
    .split(/\n[ \t]*\n/)
    .map(tidy);
}

/** Everyone, where the labels alone would not make speakers of all of them. */
function speakersToDeclare(
  transcript: Transcript,
  turns: readonly Turn[],
  profile: TextProfile,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { label } of turns) if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  const labels = labelsOf(transcript);
  const everyone = [...transcript.parties.keys()].map(id => labels.get(id)!);
  const isFound = (label: string) => {
    const count = counts.get(label) ?? 0;
    const [line = ''] = profile.write({ label, start: undefined, paragraphs: [''] }).split('\n');
    return count > 0 && (profile.head(line)?.isCertain === true || (count > 1 && !isNobody(label)));
  };
  const wanted = [...new Set([...everyone, ...counts.keys()])];
  return wanted.every(isFound) ? [] : wanted;
}
