/** Explains why an annotation waits for a person, and what changed in it. */
import type { Alarm } from '../../core/anchor/placement.ts';
import { UNDETERMINED } from '../../core/language/word-lists.ts';
import type { Cause, Outcome } from '../../core/reanchor/outcome.ts';

/** Only causes that leave an annotation unplaced, or that its words do not show. */
const CAUSES: Readonly<Partial<Record<Cause, string>>> = {
  'words-gone': 'no place has enough of its words',
  weak: 'the closest match is too weak',
  'several-places': 'several places fit equally well',
  'across-utterances':
    'its words now span several utterances; target them without a quote, or annotate each part',
  'part-gone': 'part of its target is gone',
  'not-unique-before': 'its quote matches several places in the old version',
  'not-in-old': 'what it is about is not in the old version',
  'pinned-elsewhere': 'its pin matches neither version; name the one that it was made on',
  'waits-already': 'it waited before, and has no pin that tells which words it was made on',
  'reused-id':
    'its ids are used for other utterances, and it has no pin; name its passages: onrecord annotate --change',
  'reference-gone':
    'its `same-as`, `sources` or `relative-to` names an entry without a sure counterpart; set it by hand',
  'reference-reused':
    'ids in its `same-as`, `sources` or `relative-to` are used for other utterances; set them by hand',
  'target-gone': 'its target is not in the new version',
};

/** Undefined if verdict and words explain it. */
export function reasonOf({ lacksId, placement }: Outcome): string | undefined {
  return lacksId ? 'the utterance has no id' : CAUSES[placement.reason];
}

/** `number: eight, now nine`, `words: no list for ru`. */
export function alarmLine({ kind, old, new: now, language }: Alarm): string {
  if (language !== undefined)
    return `${kind}: no list for ${language === UNDETERMINED ? 'this language' : language}`;
  if (old === undefined) return `${kind}: now ${now ?? 'another'}`;
  return now === undefined ? `${kind}: ${old}, now gone` : `${kind}: ${old}, now ${now}`;
}
