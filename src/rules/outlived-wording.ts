import { isSpeech } from '../core/anchor/pin.ts';
import type { Annotation, Claim } from '../core/model/model.ts';
import type { Located } from './context/entries.ts';
import type { ProjectContext } from './context/project-context.ts';
import { defineRule, within, wordsWithin } from './rule.ts';
import { targetsOf } from './shared/quotes.ts';
import { transcript } from './shared/transcript.ts';

/** An entry that somebody accepted for changed words. */
interface Accepted {
  readonly entry: Located<Annotation | Claim>;
  /** The words as they were before each acceptance. */
  readonly former: readonly string[];
  readonly present: string;
}

/** Words of a party, or of a claim, that are about words which changed. */
interface Worded {
  readonly at: Located<Annotation | Claim>;
  readonly field: 'wording' | 'text';
  readonly words: string;
}

export default defineRule({
  id: 'outlived-wording',
  severity: 'warning',
  topics: ['anchors', 'stances'],
  summary:
    'A stance was accepted for changed words, and the party’s own words still say what only the earlier ones said.',
  why: 'Who answered "Six, yes." confirmed six. Accepted for a passage that now says seven, the answer contradicts the words that it seems to confirm.',
  source: 'The format: `accepted.was` holds the words as they were when the stance was made.',
  examples: () => [
    {
      title: 'words that name no number, and a number that the passage still has',
      files: transcript`
        utterances:
          - {id: u1, text: "We presented seven reports, six of them in May."}
        annotations:
          - {id: a1, target: u1, quote: seven reports, tag: confirmed, aspect: content, by: bob, when: 2021, wording: "That is right.", accepted: {by: Ada, when: 2021, was: six reports}}
          - {id: a2, target: u1, tag: confirmed, aspect: content, by: bob, when: 2021, wording: "Six, yes.", accepted: {by: Ada, when: 2021, was: "We presented six reports, most of them in May."}}
        `,
    },
    {
      title: 'a number, a negation, and a claim with the words of a stance on it',
      files: transcript`
        utterances:
          - {id: u1, text: We presented seven reports.}
          - {id: u2, text: They did sign it.}
        claims:
          - {id: c1, text: They presented six reports., aspect: content, target: u1, accepted: {by: Ada, when: 2021, was: We presented six reports.}}
        annotations:
          - {id: a1, target: u1, quote: seven reports, tag: confirmed, aspect: content, by: bob, when: 2021, wording: "Six, yes.", accepted: {by: Ada, when: 2021, was: six reports}}
          - {id: a2, target: u2, tag: confirmed, aspect: content, by: bob, when: 2021, wording: "No, they did not.", accepted: {by: Ada, when: 2021, was: They did not sign it.}}
          - {id: a3, target: c1, tag: confirmed, by: bob, when: 2021, wording: "6, yes."}
        `,
      findings: [
        'transcript.yaml:7:35 the claim says "six", as the earlier words of `u1` did; the present ones do not',
        'transcript.yaml:9:112 the party says "Six", as the earlier words of "seven reports" did; the present ones do not',
        'transcript.yaml:10:90 the party says "No" and "not", as the earlier words of `u2` did; the present ones do not',
        'transcript.yaml:11:73 the party says "6", as the earlier words of `u1` did; the present ones do not',
      ],
    },
  ],
  async check(context) {
    const accepted = context.anchors.all.flatMap(entry => acceptedFor(entry, context));
    if (accepted.length === 0) return;
    const { factsOfTexts } = await import('../core/anchor/facts-of-texts.ts');
    const { knownNames } = await import('../core/anchor/known-names.ts');
    const { words } = context.environment.language;
    const names = knownNames([context.project.transcript.value], words);
    for (const { entry, former, present } of accepted) {
      const spoken = wordsAbout(entry, context);
      const [was, is, ...said] = factsOfTexts(
        [former.join('\n'), present, ...spoken.map(worded => worded.words)],
        words,
        names,
      );
      for (const [index, { at, field, words: spokenWords }] of spoken.entries()) {
        const outlived = said[index]!.filter(fact => {
          const isIn = (facts: (typeof said)[number]) =>
            facts.some(({ kind, value }) => kind === fact.kind && value === fact.value);
          return fact.kind !== 'attribution' && isIn(was!) && !isIn(is!);
        });
        if (outlived.length === 0) continue;
        const quoted = [...new Set(outlived.map(({ text }) => JSON.stringify(text)))];
        context.report({
          at: wordsWithin(at.at, field, spokenWords, outlived[0]!.text),
          message: `the ${field === 'text' ? 'claim' : 'party'} says ${quoted.join(' and ')}, as the earlier words of ${passageOf(entry)} did; the present ones do not`,
          labels: [{ at: within(entry.at, 'accepted'), message: 'accepted for other words' }],
          help:
            field === 'text'
              ? 'say in the claim what the passage says now, or withdraw the stances on it'
              : `withdraw \`${at.value.id}\`, or replace it by a stance with the party’s words on the present ones`,
          data: { words: outlived.map(({ text }) => text) },
        });
      }
    }
  },
});

/** Left out is what has ended or waits: other rules ask about it. */
function acceptedFor(entry: Located<Annotation | Claim>, { anchors }: ProjectContext): Accepted[] {
  const { value } = entry;
  const former = value.accepted?.flatMap(({ was }) => was ?? []) ?? [];
  if (former.length === 0 || anchors.isEnded(value) || anchors.stateOf(value).state === 'waits') return [];
  const speeches = targetsOf(value, anchors.entries)?.filter(isSpeech) ?? [];
  const quote = 'text' in value ? undefined : (value as Annotation).quote;
  return [{ entry, former, present: quote ?? speeches.map(({ value: { text = '' } }) => text).join('\n') }];
}

/** The party's words of a stance; of a claim its own words, and those of the stances on it. */
function wordsAbout(
  entry: Located<Annotation | Claim>,
  { annotationsOn, anchors }: ProjectContext,
): Worded[] {
  const { value } = entry;
  const wordingOf = (at: Located<Annotation>): Worded[] =>
    at.value.wording === undefined ? [] : [{ at, field: 'wording', words: at.value.wording }];
  if (!('text' in value)) return wordingOf(entry as Located<Annotation>);
  const on = annotationsOn.on(value).filter(({ value: annotation }) => !anchors.isEnded(annotation));
  return [{ at: entry, field: 'text', words: value.text }, ...on.flatMap(wordingOf)];
}

function passageOf({ value }: Located<Annotation | Claim>): string {
  const quote = 'text' in value ? undefined : (value as Annotation).quote;
  return quote === undefined
    ? (value.target ?? []).map(target => `\`${target}\``).join(', ')
    : JSON.stringify(quote);
}
