/** What is known of an utterance or statement beside its words. Plain strings: each printer makes them safe. */
import { formatTime } from '../../core/model/time.ts';
import type { SpeechView, View } from '../../core/model/view.ts';
import type { Form } from '../../core/model/vocabulary.ts';
import { partyNames } from './names.ts';

/** Forms of reporting in words; direct speech is not told. */
export const FORM_WORDS: Record<Exclude<Form, 'direct'>, string> = {
  mixed: 'partly quoted',
  indirect: 'indirect',
  narrated: 'narrated',
  'free-indirect': 'free indirect',
};

export function factsOf(view: View, { kind, speech }: SpeechView): string[] {
  const facts: string[] = [];
  if (speech.form !== undefined && speech.form !== 'direct') facts.push(FORM_WORDS[speech.form]);
  if (speech.paraphrase === true) facts.push('in our words');
  if (kind === 'statement') {
    const date = 'date' in speech ? speech.date : undefined;
    facts.push(date === undefined || date === 'unknown' ? 'undated' : `stated ${date}`);
  }
  if (speech.via !== undefined) facts.push(`via ${partyNames(view, speech.via)}`);
  if (speech.cue !== undefined) facts.push(`cue "${speech.cue}"`);
  const times = [speech.start, speech.end].filter(time => time !== undefined);
  const inferred = 'inferred' in speech ? (speech.inferred ?? []) : [];
  const unmeasured = inferred.length === 0 ? '' : ` (${inferred.join(' and ')} inferred)`;
  if (times.length > 0) facts.push(times.map(formatTime).join('-') + unmeasured);
  const place = [speech.source, speech.at].filter(part => part !== undefined);
  if (place.length > 0) facts.push(place.join(', '));
  return facts;
}
