import { type FoundPhrase, finderOf, type PhraseFinder } from '../core/language/phrases.ts';
import { lazily } from '../core/lazily.ts';
import { append } from '../core/maps.ts';
import type { Claim, Id, Statement, Utterance } from '../core/model/model.ts';
import type { EntryValue } from '../core/model/project.ts';
import type { AnnotationsOn } from './context/annotations-on.ts';
import type { Entries, Located } from './context/entries.ts';
import { defineRule, wordsWithin } from './rule.ts';
import { surnameFinder } from './shared/party-names.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'hearsay-flattened',
  severity: 'warning',
  topics: ['attribution'],
  looksFor: 'phrases',
  summary: 'A speaker tells what somebody else did or said, and `via` names fewer than two steps.',
  why: '"She offered five billion", said by him, is his claim about her, not her offer. Each person left out of the chain makes the next reader surer than any witness was.',
  source: 'FactBank 1.0 on nested sources; the Admiralty code on independence of sources.',
  examples: () => [
    {
      title: 'a chain with all its steps, a claim that says whose word it is, and what the addressee did',
      files: transcript`
        parties:
          ann: {name: Ann Baker}
          bob: {name: Bob Carter}
          eve: {name: Eve Doyle}
        sources:
          tape: {title: Tape}
          gazette: {title: Gazette}
        utterances:
          - {id: u1, speaker: ann, form: indirect, via: [tape, gazette], text: Ann said that Bob Carter offered to pay.}
          - {id: u2, speaker: ann, form: indirect, via: [gazette], text: She said that Carter refused to sign.}
          - {id: u3, speaker: ann, to: eve, form: indirect, via: [gazette], text: Doyle said it before.}
        claims:
          - {id: refused, text: Carter refused to sign., aspect: content, target: u2}
        annotations:
          - {id: a1, target: refused, tag: asserted, by: ann, when: unknown}
        `,
    },
    {
      title: 'an offer that only somebody else speaks of',
      files: transcript`
        parties:
          ann: {name: Ann Baker}
          bob: {name: Bob Carter}
        utterances:
          - {id: u1, speaker: ann, form: indirect, via: [gazette], text: Ann said that Carter offered to pay.}
        `,
      findings: ['transcript.yaml:7:80 `ann` tells what `bob` did, but `via` has only one step'],
    },
  ],
  check({ entries, annotationsOn, environment, report }) {
    if (entries.parties.size < 2) return;
    let names: PhraseFinder<Id> | undefined;
    const claimsOn = lazily(() => claimsBySpeech(entries));
    const acts = finderOf(environment.language.phrases.reportedActs);
    for (const speech of entries.speeches) {
      const { value, at } = speech;
      const steps = value.via?.length ?? 0;
      if (value.form === undefined || value.form === 'direct' || value.speaker === undefined || steps > 1)
        continue;
      names ??= surnameFinder(entries);
      const other = toldOf(speech, names, acts);
      if (other === undefined || isAttributed(value, claimsOn().get(value), annotationsOn)) continue;
      report({
        at: wordsWithin(at, 'text', value.text ?? '', other),
        message: `\`${value.speaker}\` tells what \`${other.value}\` did, but \`via\` has ${steps === 0 ? 'no step' : 'only one step'}`,
        help: 'name every step in `via`, nearest first, or make it a claim with `tag: asserted` by the speaker',
        data: { speaker: value.speaker, other: other.value },
      });
    }
  },
});

/** A party that is neither speaker nor addressee, directly before what it is said to have done. */
function toldOf(
  { value }: Located<Utterance | Statement>,
  names: PhraseFinder<Id>,
  acts: PhraseFinder<string>,
): FoundPhrase<Id> | undefined {
  const { text = '', speaker, to = [] } = value;
  return names.find(text).find(({ value: id, end }) => {
    if (id === speaker || to.includes(id)) return false;
    return acts.find(text.slice(end, end + 40))[0]?.start === 1;
  });
}

/** Whether a claim says that it is the speaker's own word. */
function isAttributed(
  speech: Utterance | Statement,
  claims: readonly Claim[] = [],
  annotationsOn: AnnotationsOn,
): boolean {
  return claims.some(claim =>
    annotationsOn.on(claim).some(({ value: { tag, by } }) => tag === 'asserted' && by === speech.speaker),
  );
}

/** Claims by the utterances and statements that they are about. */
function claimsBySpeech(entries: Entries): ReadonlyMap<EntryValue, readonly Claim[]> {
  const claims = new Map<EntryValue, Claim[]>();
  for (const { value: claim } of entries.claims) {
    for (const { value } of entries.speechesOf(claim.target ?? [])) append(claims, value, claim);
  }
  return claims;
}
