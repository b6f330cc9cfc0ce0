import { parseDate } from '../core/dates/date.ts';
import { dayOf } from '../core/dates/day.ts';
import { finderOf, type PhraseFinder } from '../core/language/phrases.ts';
import type { Annotation, Utterance } from '../core/model/model.ts';
import type { Span } from '../core/model/span.ts';
import type { AnnotationsOn } from './context/annotations-on.ts';
import type { Entries, Located } from './context/entries.ts';
import { defineRule, within, wordsWithin } from './rule.ts';
import { talkDate } from './shared/said-on.ts';
import { transcript } from './shared/transcript.ts';

const YEAR = /\b(?:1[0-9]|20|21)\d\d\b/g;
/** Characters before a year that may say that it is in the future. */
const BEFORE_YEAR = 40;

export default defineRule({
  id: 'anachronism',
  severity: 'warning',
  topics: ['dates'],
  looksFor: 'phrases',
  summary: 'Reported speech mentions something that happened only later.',
  why: 'Nobody mentions in 2016 a deal of 2020. The clause is the reporter’s, and as long as it is not marked as a gloss it stands in the speaker’s mouth.',
  source: 'PARC: the content of reported speech is what its source can have said.',
  examples: () => [
    {
      title: 'a year to come, a clause that is marked, and a talk without a date',
      files: transcript`
        date: 2016-10-14
        utterances:
          - {id: u1, form: indirect, text: She will have it built by 2030.}
          - {id: u2, form: indirect, text: She asks for the road that was built in 2020.}
          - {id: u3, form: direct, text: We count on the elections of 2020.}
        annotations:
          - {id: a1, target: u2, quote: that was built in 2020, tag: gloss}
        `,
    },
    {
      title: 'a later year in the text, and a later event in a reading',
      files: transcript`
        date: 2016-10-14
        utterances:
          - {id: u1, form: indirect, text: She asks for the road that was built in 2020.}
          - {id: u2, form: narrated, text: She demands the harbour.}
        annotations:
          - {id: a1, target: u2, quote: the harbour, date: {role: event, of: its opening, edtf: 2018-05}}
        `,
      findings: [
        'transcript.yaml:4:76 `2020` lies after the talk, and is not marked as a gloss',
        'transcript.yaml:7:89 `2018-05` lies after the talk, and is not marked as a gloss',
      ],
    },
  ],
  check({ project, entries, annotationsOn, environment, report }) {
    const talk = talkDate(project);
    if (talk === undefined || !Number.isFinite(talk.latest)) return;
    const future = finderOf(environment.language.phrases.future);
    const help = 'tag the clause `gloss`: it is the reporter’s and not part of what was said';
    for (const utterance of entries.utterances) {
      const { form } = utterance.value;
      if (form === undefined || form === 'direct') continue;
      const year = laterYear(utterance, talk.latest, future, annotationsOn);
      if (year === undefined) continue;
      report({
        at: wordsWithin(utterance.at, 'text', utterance.value.text ?? '', year),
        message: `\`${year.written}\` lies after the talk, and is not marked as a gloss`,
        help,
        data: { year: year.written },
      });
    }
    for (const { value, at } of entries.annotations) {
      const { role, edtf } = value.date ?? {};
      if (role !== 'event' || edtf === undefined || !isReportedEvent(value, entries, annotationsOn)) continue;
      const date = parseDate(edtf);
      if (date === undefined || date.earliest <= talk.latest) continue;
      report({
        at: within(at, 'date', 'edtf'),
        message: `\`${edtf}\` lies after the talk, and is not marked as a gloss`,
        help,
        data: { date: edtf },
      });
    }
  },
});

const isGloss = ({ tag }: Annotation) => tag === 'gloss' || tag === 'narration' || tag === 'insertion';

/** The first year in the text that lies after the talk, is not spoken of as still to come, and is in no gloss. */
function laterYear(
  { value }: Located<Utterance>,
  latest: number,
  future: PhraseFinder<string>,
  annotationsOn: AnnotationsOn,
): (Span & { readonly written: string }) | undefined {
  const { text = '' } = value;
  for (const { 0: written, index } of text.matchAll(YEAR)) {
    if (dayOf(Number(written), 1, 1) <= latest) continue;
    if (future.has(text.slice(Math.max(0, index - BEFORE_YEAR), index))) continue;
    const place = { start: index, end: index + written.length };
    if (!annotationsOn.covers(value, place, isGloss)) return { ...place, written };
  }
  return undefined;
}

/** Whether a date is on words that are reported of the talk, and not in a gloss. */
function isReportedEvent(
  { target, quote }: Annotation,
  entries: Entries,
  annotationsOn: AnnotationsOn,
): boolean {
  const utterances = entries.speechesOf(target).filter(({ kind }) => kind === 'utterance');
  return (
    quote !== undefined &&
    utterances.length > 0 &&
    utterances.every(({ value }) => {
      const start = value.text?.indexOf(quote) ?? -1;
      if (value.form === undefined || value.form === 'direct' || start === -1) return false;
      return !annotationsOn.covers(value, { start, end: start + quote.length }, isGloss);
    })
  );
}
