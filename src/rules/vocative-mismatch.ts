import type { FoundPhrase, PhraseFinder } from '../core/language/phrases.ts';
import type { Id, Statement, Utterance } from '../core/model/model.ts';
import { defineRule, within, wordsWithin } from './rule.ts';
import { partyFinder } from './shared/party-names.ts';
import { transcript } from './shared/transcript.ts';

/** A name is an address between the start of a sentence and a comma, or between a comma and the end of a phrase. */
const AT_START = /(?:^|[.!?…:]["”»]?\s+)["“«]?$/;
const AT_END = /^\s*[.!?…]/;
/** Words behind a comma that go on about the one who is named before it. */
const NOT_AFTER_ADDRESS: ReadonlySet<string> = new Set(['who', 'which', 'and', 'or', 'the']);

export default defineRule({
  id: 'vocative-mismatch',
  severity: 'warning',
  topics: ['attribution'],
  summary: 'A quotation addresses somebody by name who is not the addressee.',
  why: 'It is the cheapest check that speaker and addressee are not swapped: people do not address themselves, and they address the one they speak to.',
  source: 'Speaker identification from vocatives, as transcript editors practise it.',
  examples: () => [
    {
      title: 'the addressee by name, and others who are only spoken of',
      files: transcript`
        parties:
          ann: {name: Ann Baker, aliases: [Ann]}
          bob: {name: Bob Carter, aliases: [Bob]}
          eve: {name: Eve Doyle, aliases: [Eve]}
        utterances:
          - {id: u1, speaker: ann, to: bob, form: direct, text: 'Bob, we signed. Eve, who was there, saw it.'}
          - {id: u2, speaker: bob, to: ann, form: direct, text: 'Who came, Ann? Eve, and nobody else.'}
          - {id: u3, speaker: bob, to: ann, form: direct, text: Eve signed.}
        `,
    },
    {
      title: 'speaker and addressee swapped, and a third person addressed',
      files: transcript`
        parties:
          ann: {name: Ann Baker, aliases: [Ann]}
          bob: {name: Bob Carter, aliases: [Bob]}
          eve: {name: Eve Doyle, aliases: [Eve]}
        utterances:
          - {id: u1, speaker: ann, to: bob, form: direct, text: 'Why just sign it, Ann?'}
          - {id: u2, speaker: bob, to: ann, form: direct, text: 'Eve, we signed.'}
        `,
      findings: [
        'transcript.yaml:7:76 the words address `ann`, who is their speaker',
        'transcript.yaml:8:58 the words address `eve`, expected `ann`',
      ],
    },
  ],
  check({ entries, report }) {
    if (entries.parties.size === 0) return;
    let names: PhraseFinder<Id> | undefined;
    for (const { value, at } of entries.speeches) {
      if (value.form !== 'direct' || value.text?.includes(',') !== true) continue;
      names ??= partyFinder(entries);
      const wrong = wronglyAddressed(value, names);
      if (wrong === undefined) continue;
      const isSpeaker = wrong.value === value.speaker;
      report({
        at: wordsWithin(at, 'text', value.text, wrong),
        message: `the words address \`${wrong.value}\`, ${isSpeaker ? 'who is their speaker' : `expected ${(value.to ?? []).map(id => `\`${id}\``).join(' or ')}`}`,
        labels: [{ at: within(at, isSpeaker ? 'speaker' : 'to'), message: 'set here' }],
        help: 'see whether speaker and addressee are swapped; if the name does not address anyone, move the comma in a `correction`',
        data: { addressed: wrong.value },
      });
    }
  },
});

function wronglyAddressed(
  { text = '', speaker, to }: Utterance | Statement,
  names: PhraseFinder<Id>,
): FoundPhrase<Id> | undefined {
  return names
    .find(text)
    .filter(({ start, end }) => isAddress(text.slice(0, start), text.slice(end)))
    .find(({ value: id }) => id === speaker || (to !== undefined && !to.includes(id)));
}

/** Few names have a comma beside them: patterns are for those. */
function isAddress(before: string, after: string): boolean {
  const isAfterComma = before.trimEnd().endsWith(',');
  if (isBeforeComma(after)) return isAfterComma || AT_START.test(before);
  return isAfterComma && AT_END.test(after);
}

function isBeforeComma(after: string): boolean {
  if (after.length < 2 || !after.startsWith(',') || after[1]!.trim() !== '') return false;
  const [next = ''] = after.slice(2).split(/\W/, 1);
  return !NOT_AFTER_ADDRESS.has(next.toLowerCase());
}
