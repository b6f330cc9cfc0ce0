/** Facts about an utterance or statement besides its words. Plain strings: each printer makes them safe. */
import { UNKNOWN_DATE } from '../../core/dates/date.ts';
import { formatTime } from '../../core/model/time.ts';
import type { SpeechView, View } from '../../core/model/view.ts';
import type { Form } from '../../core/model/vocabulary.ts';
import { type Phrase, partyReferences, phraseText } from './phrase.ts';

/** Words for forms of reporting; direct speech is not mentioned. */
export const FORM_WORDS: Record<Exclude<Form, 'direct'>, string> = {
  mixed: 'partly quoted',
  indirect: 'indirect',
  narrated: 'narrated',
  'free-indirect': 'free indirect',
};

interface Fact {
  readonly about: 'speaker' | 'form' | 'paraphrase' | 'date' | 'via' | 'cue' | 'time' | 'source';
  readonly phrase: Phrase;
}

export function factsOf(view: View, item: SpeechView): string[] {
  return factPhrasesOf(view, item).map(({ phrase }) => phraseText(phrase));
}

/** The same, each fact with its label and with ids kept apart. */
export function factPhrasesOf(view: View, { kind, speech }: SpeechView): Fact[] {
  const facts: Fact[] = [];
  const add = (about: Fact['about'], ...phrase: Phrase) => facts.push({ about, phrase });
  if ('inferred' in speech && speech.inferred?.includes('speaker') === true)
    add('speaker', 'speaker inferred');
  if (speech.form !== undefined && speech.form !== 'direct') add('form', FORM_WORDS[speech.form]);
  if (speech.paraphrase === true) add('paraphrase', 'in our words');
  if (kind === 'statement') {
    const date = 'date' in speech ? speech.date : undefined;
    add('date', date === undefined || date === UNKNOWN_DATE ? 'undated' : `stated ${date}`);
  }
  if (speech.via !== undefined) add('via', 'via ', ...partyReferences(view, speech.via));
  if (speech.cue !== undefined) add('cue', `cue "${speech.cue}"`);
  const times = [speech.start, speech.end].filter(time => time !== undefined);
  const marks = 'inferred' in speech ? (speech.inferred ?? []) : [];
  const inferred = marks.filter(name => name !== 'speaker');
  const unmeasured = inferred.length === 0 ? '' : ` (${inferred.join(' and ')} inferred)`;
  if (times.length > 0) add('time', times.map(formatTime).join('-'), unmeasured);
  const { source, at } = speech;
  if (source !== undefined) add('source', { text: source, id: source }, at === undefined ? '' : `, ${at}`);
  else if (at !== undefined) add('source', at);
  return facts;
}
