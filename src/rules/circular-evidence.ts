import type { Annotation, Id } from '../core/model/model.ts';
import { documentsOf } from '../core/model/project.ts';
import { joined, without } from '../core/standing/origins.ts';
import type { Entries } from './context/entries.ts';
import { defineRule, type RuleContext, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'circular-evidence',
  severity: 'error',
  topics: ['evidence'],
  summary: 'A corroboration has the same origin as the passage, or goes back to itself.',
  why: 'Ten reports of one leak are one source. Circular reporting has carried errors into archives and wars: each outlet cites the other, and none has seen anything.',
  source: 'The Admiralty code on independent sources; PROV wasDerivedFrom.',
  examples: () => [
    {
      title: 'evidence of another origin, and a confirmation by a party, which needs no second origin',
      files: transcript`
        sources:
          tape: {title: Tape}
          gazette: {title: Gazette, derived-from: tape}
          minutes: {title: Minutes}
        utterances:
          - {id: u1, speaker: ann, source: gazette, text: We signed on Monday.}
        annotations:
          - {id: a1, target: u1, tag: corroborated, aspect: content, by: ann, when: 2021, sources: [tape, minutes]}
          - {id: a2, target: u1, tag: confirmed, aspect: wording, by: ann, when: 2021, sources: [gazette]}
        `,
    },
    {
      title: 'a copy that bears out its original, and two sources that derive from each other',
      files: transcript`
        sources:
          tape: {title: Tape}
          gazette: {title: Gazette, derived-from: tape}
          herald: {title: Herald, derived-from: [tape]}
          left: {title: Left, derived-from: right}
          right: {title: Right, derived-from: left}
        utterances:
          - {id: u1, speaker: ann, source: gazette, text: We signed on Monday.}
        annotations:
          - {id: a1, target: u1, tag: corroborated, aspect: content, by: ann, when: 2021, sources: [herald]}
        `,
      findings: [
        'transcript.yaml:7:37 `left` derives from itself, by way of `right`',
        'transcript.yaml:12:92 every corroboration of this goes back to `tape`, as the passage itself does',
      ],
    },
  ],
  check(context) {
    reportCycles(context);
    const { stances, report } = context;
    for (const { value, at } of stances.all) {
      if (value.tag !== 'corroborated') continue;
      const origins = circularOrigins(value, context);
      if (origins.length === 0) continue;
      report({
        at: within(at, 'sources'),
        message: `every corroboration of this goes back to ${origins.map(origin => `\`${origin}\``).join(' and ')}, as the passage itself does`,
        help: 'cite evidence of another origin; until there is some, use `asserted`',
        data: { origins },
      });
    }
  },
});

/** The origins of a stance's evidence, where the passages it is about have all of them. */
function circularOrigins(stance: Annotation, { entries, origins }: RuleContext): string[] {
  const evidence = origins.ofStance(stance);
  const passages = entries.speechesOf(stance.target).map(({ value }) => origins.ofSpeech(value));
  return without(evidence, joined(passages)).size === 0 ? [...evidence.values()] : [];
}

/** Reports each cycle of `derived-from` once. */
function reportCycles({ project, entries, report }: RuleContext): void {
  const settled = new Set<Id>();
  for (const { file, value } of documentsOf(project)) {
    for (const id of value.sources.keys()) {
      const cycle = settled.has(id) ? undefined : cycleFrom(id, entries, settled);
      if (cycle === undefined) continue;
      const way = cycle.slice(1).map(step => `\`${step}\``);
      report({
        at: { file, path: ['sources', id, 'derived-from'] },
        message: `\`${id}\` derives from itself${way.length === 0 ? '' : `, by way of ${way.join(', ')}`}`,
        help: 'remove the link that is wrong: the earlier source derives from none of the later ones',
        data: { cycle },
      });
    }
  }
}

/** The ids on a way from a source back to itself. Every source that it meets is settled. */
function cycleFrom(start: Id, entries: Entries, settled: Set<Id>): Id[] | undefined {
  const stack: { id: Id; way: Id[] }[] = [{ id: start, way: [start] }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    settled.add(step.id);
    for (const parent of entries.index.of('source', step.id)?.value['derived-from'] ?? []) {
      if (parent === start) return step.way;
      if (!settled.has(parent)) stack.push({ id: parent, way: [...step.way, parent] });
    }
  }
  return undefined;
}
