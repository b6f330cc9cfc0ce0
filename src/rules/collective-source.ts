import { foldedSetOf, foldedWords } from '../core/language/folded-words.ts';
import type { PhraseLists } from '../core/language/phrase-lists.ts';
import { lazilyFor } from '../core/lazily.ts';
import type { Place } from '../core/model/finding.ts';
import type { Id } from '../core/model/model.ts';
import type { Entries } from './context/entries.ts';
import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'collective-source',
  severity: 'warning',
  topics: ['attribution'],
  looksFor: 'phrases',
  summary: 'Words or an act are attributed to people in general: experts, sources, a whole nation.',
  why: '"Experts say" cannot be asked, checked or held to it, and often stands for one person or for nobody. If the report says no more, mark the gap and do not pass it on as a source.',
  source: 'Wikipedia, "Words to watch": unsupported attributions.',
  examples: () => [
    {
      title: 'a body with a name, and a collective that is marked as a gap or as one of several readings',
      files: transcript`
        parties:
          experts: {name: Experts}
          board: {name: Board of Experts of Byford}
        utterances:
          - {id: u1, speaker: board, text: It was signed.}
        statements:
          - {id: s1, speaker: experts, text: It was forged.}
          - {id: s2, speaker: experts, alternatives: [board], text: It was copied.}
        annotations:
          - {id: a1, target: s1, tag: attribution-needed, note: It is not said who.}
        `,
    },
    {
      title: 'experts who speak, and a nation that disputes',
      files: transcript`
        parties:
          experts: {name: Experts}
          armenians: {name: Armenians}
        statements:
          - {id: s1, speaker: experts, text: It was forged.}
        annotations:
          - {id: a1, target: s1, tag: disputed, aspect: content, by: armenians, when: unknown}
        `,
      findings: [
        'transcript.yaml:7:23 `experts` names no one who could be asked',
        'transcript.yaml:9:62 `armenians` names no one who could be asked',
      ],
    },
  ],
  check({ entries, stances, annotationsOn, environment, report }) {
    const collectives = collectivesOf(entries, environment.language.phrases);
    if (collectives.size === 0) return;
    const refuse = (id: Id, at: Place) =>
      report({
        at,
        message: `\`${id}\` names no one who could be asked`,
        help: 'name the source, or tag the passage `attribution-needed`, or give the others it may be under `alternatives`',
        data: { party: id },
      });
    for (const { value, at } of entries.speeches) {
      const { speaker, alternatives } = value;
      if (speaker === undefined || !collectives.has(speaker) || alternatives !== undefined) continue;
      const isMarked = annotationsOn
        .on(value)
        .some(
          ({ value: annotation }) =>
            annotation.tag === 'attribution-needed' ||
            (annotation.speaker !== undefined && annotation.alternatives !== undefined),
        );
      if (!isMarked) refuse(speaker, within(at, 'speaker'));
    }
    for (const { value, at } of stances.all) {
      if (value.by !== undefined && collectives.has(value.by) && value.alternatives === undefined)
        refuse(value.by, within(at, 'by'));
    }
  },
});

function collectivesOf(entries: Entries, phrases: PhraseLists): ReadonlySet<Id> {
  const ids = new Set<Id>();
  const known = knownNames(phrases);
  for (const [id, { value }] of entries.parties) {
    const { name = '' } = value;
    let isNoOne = known.get(name);
    if (isNoOne === undefined) {
      isNoOne = isCollective(name, phrases);
      known.set(name, isNoOne);
    }
    if (isNoOne) ids.add(id);
  }
  return ids;
}

/** Whether names are collective, by lists: the transcripts of a folder share their parties. */
const knownNames = lazilyFor((_: PhraseLists) => new Map<string, boolean>());

function isCollective(name: string, { collectiveSources, collectiveEndings }: PhraseLists): boolean {
  const words = foldedWords(name).map(({ word }) => word);
  if (words[0] === 'the') words.shift();
  const [only] = words;
  if (only !== undefined && words.length === 1 && collectiveEndings.some(ending => only.endsWith(ending)))
    return true;
  return foldedSetOf(collectiveSources).has(words.join(' '));
}
