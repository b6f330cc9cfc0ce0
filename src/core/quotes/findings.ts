/** What is wrong with quotations, as findings: one for each match, flag and standing that fails. */

import type { Alarm } from '../anchor/placement.ts';
import { wordsIn } from '../language/folded-words.ts';
import { whyUnlisted } from '../language/word-lists.ts';
import type { Finding, Label } from '../model/finding.ts';
import type { Id } from '../model/model.ts';
import type { Span } from '../model/span.ts';
import type { View } from '../model/view.ts';
import { fewOf } from '../text/list-of.ts';
import type { IdleAllowance } from './allowances.ts';
import type { DraftFormat } from './draft.ts';
import type { QuotedStanding } from './flags.ts';
import { failuresOf, type JudgedQuotation, type Reason } from './judge.ts';
import type { RecordPlace } from './record-place.ts';

/** The rule of a reason. */
function ruleOf(reason: Reason): string {
  return `quotation-${reason}`;
}

/** Words of the record in a line, and of a quotation in a fingerprint. */
const MOST_WORDS = 40;
const MOST_ALARMS = 3;

/** The findings of a quotation, its match first; none where nothing fails. */
export function findingsOf(judged: JudgedQuotation, failing: ReadonlySet<Reason>): Finding[] {
  return failuresOf(judged, failing).map(reason => findingOf(judged, reason));
}

export function findingOf(judged: JudgedQuotation, reason: Reason): Finding {
  const { quotation, match, flags, places } = judged;
  const { draft, text } = quotation;
  const labels = labelsOf(judged, reason);
  const help = helpOf(judged, reason);
  const words = wordsIn(text).slice(0, MOST_WORDS);
  return {
    rule: ruleOf(reason),
    severity: 'error',
    file: draft.file,
    span: spanOf(judged, reason),
    message: messageOf(judged, reason),
    ...(labels.length > 0 && { labels }),
    ...(help !== undefined && { help }),
    data: { text, match, flags: [...flags], places: places.map(({ file, id }) => ({ file, id })) },
    fingerprint: `${reason}: ${words.map(({ word }) => word).join(' ')}`,
    ...(flags.includes('private') && { private: places[0]?.id ?? 'private' }),
  };
}

/** In the file: of an altered quotation the first word that differs, of a spliced one its first part. */
function spanOf({ quotation, changed, parts }: JudgedQuotation, reason: Reason): Span {
  const { draft, block, span } = quotation;
  const part = reason === 'altered' ? changed : reason === 'spliced' ? parts[0] : undefined;
  return part === undefined ? span : draft.blocks[block]!.places.spanOf(part);
}

function labelsOf({ quotation, named, parts }: JudgedQuotation, reason: Reason): Label[] {
  const { draft, block } = quotation;
  if (reason === 'other-speaker' && named !== undefined)
    return [{ file: draft.file, span: named.span, message: 'named here' }];
  if (reason !== 'spliced') return [];
  const { places } = draft.blocks[block]!;
  return parts
    .slice(1)
    .map(part => ({ file: draft.file, span: places.spanOf(part), message: 'other words' }));
}

function messageOf(judged: JudgedQuotation, reason: Reason): string {
  const { searched, places, named, cut, standings } = judged;
  switch (reason) {
    case 'not-found':
      return searched === 1
        ? 'the transcript has no words like these'
        : `none of ${searched} transcripts has words like these`;
    case 'altered':
      return alteredMessage(judged);
    case 'spliced':
      return splicedMessage(places);
    case 'folded':
      return 'the record spells or punctuates these words in another way';
    case 'elided':
      return 'words of the record are left out or put in brackets';
    case 'verbatim':
      return 'these are the words of the record';
    case 'other-speaker':
      return `the draft attributes this to ${namesIn(places[0]!.view, named?.parties ?? [])}, the record to ${speakerOf(places[0]!)}`;
    case 'indirect':
      return 'the record has these words only as reported speech, not as direct speech';
    case 'quoted-within':
      return 'the speaker quotes somebody with these words';
    case 'cut':
      return `the quotation leaves out "${cut}", on which the meaning of the sentence depends`;
    case 'statement':
      return 'these words were said later, about the talk';
    case 'translated':
      return 'these are the words of a translation';
    case 'corrected':
      return 'a correction changes these words';
    case 'correction':
      return 'these are the words of a correction';
    case 'off-record':
      return 'these words were said off the record';
    case 'private':
      return 'these words are kept private';
    default: {
      const found = standings.find(({ standing }) => standing.name === reason);
      return `a claim in these words is ${reason}: ${found === undefined ? '' : claimInWords(found)}`;
    }
  }
}

/** What is claimed: in the annotator's words, or the passage that the claim is. */
function claimInWords({ claim, text }: QuotedStanding): string {
  return claim.text === undefined ? `"${text}"` : text;
}

function alteredMessage({ alarms }: JudgedQuotation): string {
  if (alarms.length === 0) return 'the words differ from those of the record';
  return fewOf(alarms.map(alarmInWords), MOST_ALARMS, '; ');
}

function alarmInWords({ old, new: fresh, language }: Alarm): string {
  if (language !== undefined) return `${whyUnlisted(language)}: the meaning may have changed`;
  if (old === undefined) return `the draft adds "${fresh}"`;
  if (fresh === undefined) return `the draft drops "${old}"`;
  return `the record has "${old}", the draft "${fresh}"`;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];

function splicedMessage(places: readonly RecordPlace[]): string {
  const speeches = [...new Set(places.map(({ speech }) => speech))];
  const kinds = new Set(speeches.map(({ kind }) => kind));
  const noun = kinds.size === 1 ? speeches[0]!.kind : 'passage';
  const count = speeches.length;
  if (count === 1) return `parts of one ${noun} are quoted in another order`;
  return `${NUMBERS[count] ?? count} ${noun}s are quoted as one`;
}

/** In the others only the configuration can allow words. */
const HAS_COMMENTS: ReadonlySet<DraftFormat> = new Set(['markdown', 'html'] as const);

function helpOf(judged: JudgedQuotation, reason: Reason): string | undefined {
  const { places, quotation, searched } = judged;
  const [first] = places;
  switch (reason) {
    case 'not-found':
      return HAS_COMMENTS.has(quotation.draft.format)
        ? 'correct the words, or allow them: `<!-- onrecord: elsewhere -- SOURCE -->` at the paragraph'
        : 'correct the words, or allow them: list them under `elsewhere:` in .onrecord.yaml';
    case 'altered':
      return `${placeInWords(first!, searched)}: "${wordsOf(first!)}"`;
    case 'spliced':
      return places.map(place => `${placeInWords(place, searched)}: "${wordsOf(place)}"`).join('; ');
    case 'other-speaker':
    case 'indirect':
    case 'private':
    case 'off-record':
      return placeInWords(first!, searched);
    default:
      return undefined;
  }
}

/** "u16 Serzh Sargsyan, report, line 51"; after the name of its file where more than one was searched. */
export function placeInWords(place: RecordPlace, searched: number): string {
  const { record, file, start } = place;
  const { speech } = place.speech;
  const ids = idsOf(place);
  const names = [searched > 1 || ids === undefined ? file : undefined, ids, speakerOf(place)];
  const parts = [
    names.filter(part => part !== undefined).join(' '),
    ...(speech.form === undefined || speech.form === 'direct' ? [] : [speech.form]),
    ...(record.kind === 'translation' || record.kind === 'correction' ? [record.kind] : []),
    ...(speech.source === undefined ? [] : [speech.source]),
    ...(speech.at === undefined ? [] : [speech.at]),
    ...(start === undefined ? [] : [clock(start)]),
  ];
  return parts.join(', ');
}

/** "u3", or "u3 to u5" of a passage that goes on. */
function idsOf({ id, rest }: RecordPlace): string | undefined {
  const last = rest.at(-1)?.id;
  return id === undefined || last === undefined ? id : `${id} to ${last}`;
}

/** Hours, minutes and seconds. */
function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/** The words of the record at a place, cut where they are many. */
export function wordsOf(place: RecordPlace): string {
  const text = place.words.replace(/\s+/g, ' ');
  const words = text.split(' ');
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(' ')} ...` : text;
}

/** The speaker's name at a place; undefined where the record names none. */
function speakerOf({ speech, view }: RecordPlace): string | undefined {
  const { speaker } = speech.speech;
  return speaker === undefined ? undefined : (view.parties.get(speaker)?.name ?? speaker);
}

function namesIn({ parties }: Pick<View, 'parties'>, ids: readonly Id[]): string {
  return ids.map(id => parties.get(id)?.name ?? id).join(' or ');
}

const IDLE = {
  unused: 'it allows no quotation',
  'no-reason': 'no reason is given, expected `-- SOURCE`',
  unknown: 'expected `onrecord: elsewhere -- SOURCE`',
} as const;

/** The finding of an allowance that does nothing. */
export function idleFinding({ problem, text, at, config }: IdleAllowance): Finding {
  return {
    rule: problem === 'unused' ? 'unused-allowance' : 'bad-allowance',
    severity: problem === 'unused' ? 'warning' : 'error',
    file: at?.draft.file ?? config,
    ...(at !== undefined && { span: at.span }),
    message: at === undefined ? `elsewhere: "${text}" allows no quotation` : IDLE[problem],
    help:
      problem === 'unused'
        ? at === undefined
          ? 'remove it'
          : 'remove it, or put it at the paragraph of a quotation that the record does not have'
        : 'write `<!-- onrecord: elsewhere -- Annual report, p. 3 -->`',
  };
}
