import type { Place } from '../core/model/finding.ts';
import type { EntryKind } from '../core/model/model.ts';
import type { Resolution } from '../core/model/targets.ts';
import type { Entries } from './context/entries.ts';
import { defineRule, within } from './rule.ts';
import { dedent } from './shared/dedent.ts';
import { notDeclared, type Problem, problemOf, wrongKind } from './shared/reference-problems.ts';
import { visitEntryReferences } from './shared/references.ts';
import { transcript } from './shared/transcript.ts';

const ANNOTATED: readonly EntryKind[] = ['utterance', 'statement', 'claim', 'annotation'];
const CLAIMED: readonly EntryKind[] = ['utterance', 'statement'];

export default defineRule({
  id: 'unknown-reference',
  severity: 'error',
  summary: 'A target, source or other reference names nothing, or something of the wrong kind.',
  why: 'An annotation whose target does not exist is about nothing, and a stance whose source does not exist rests on nothing; both look sound until somebody follows the reference.',
  source: 'W3C Web Annotation, `target`; XML `IDREF` validity, as TEI pointers have it.',
  examples: () => [
    {
      title: 'an utterance, a range, the whole transcript, and an annotation in another layer',
      files: {
        ...transcript`
          utterances:
            - {id: u1, text: We signed on Monday.}
            - {id: u2, text: Nobody else was there.}
          annotations:
            - {id: a1, target: u1..u2, comment: Off the record until u1 was published.}
          `,
        'layer.yaml': dedent`
          onrecord: 1
          transcript: transcript.yaml
          annotations:
            - {id: a2, target: transcript, context: A telephone call.}
            - {id: a3, target: transcript#a1, comment: Agreed., supersedes: a2}
          `,
      },
      findings: [],
    },
    {
      title: 'a slip in a target, and a range from the last to the first',
      files: transcript`
        utterances:
          - {id: opening, text: We signed on Monday.}
          - {id: closing, text: Nobody else was there.}
        annotations:
          - {id: a1, target: openning, comment: By phone.}
          - {id: a2, target: closing..opening, comment: By phone.}
        `,
      findings: [
        'transcript.yaml:6:22 `openning` is not declared, expected an utterance, a statement, a claim or an annotation',
        'transcript.yaml:7:22 the range `closing..opening` runs backwards',
      ],
    },
    {
      title: 'a stance that rests on a party, and a claim about a claim',
      files: transcript`
        parties:
          ann: {name: Ann Baker}
        claims:
          - {id: signed, text: The contract was signed., aspect: content, target: u1}
          - {id: again, text: It was signed twice., aspect: content, target: signed}
        annotations:
          - {id: a1, target: signed, tag: denied, by: ann, when: unknown, sources: [ann]}
        `,
      findings: [
        'transcript.yaml:8:70 `signed` is a claim, expected an utterance or a statement',
        'transcript.yaml:10:77 `ann` is a party, expected a source, a statement or an utterance',
      ],
    },
  ],
  check({ project, entries, report }) {
    visitEntryReferences(project, entries.index, reference => report(problemOf(reference, entries)));
    for (const { value, at } of entries.claims) reportTargets(value.target ?? [], at, CLAIMED);
    for (const { value, at } of entries.annotations) reportTargets(value.target, at, ANNOTATED);

    function reportTargets(targets: readonly string[], at: Place, accepts: readonly EntryKind[]): void {
      for (let i = 0; i < targets.length; i++) {
        const problem = problemOfTarget(targets[i]!, accepts, entries);
        if (problem !== undefined) report({ at: within(at, 'target', i), ...problem });
      }
    }
  },
});

function problemOfTarget(
  target: string,
  accepts: readonly EntryKind[],
  entries: Entries,
): Problem | undefined {
  const resolution = entries.targets.resolve(target);
  switch (resolution.found) {
    case 'transcript':
      return undefined;
    case 'entries': {
      const wrong = resolution.entries.find(entry => !accepts.includes(entry.kind));
      return wrong && wrongKind(wrong, accepts);
    }
    case 'nothing':
      return problemOfFault(resolution, accepts, entries);
  }
}

function problemOfFault(
  { fault, part }: Resolution & { found: 'nothing' },
  accepts: readonly EntryKind[],
  entries: Entries,
): Problem {
  const entry = entries.index.get(part);
  switch (fault) {
    case 'malformed':
      return {
        message: `\`${part}\` is no target`,
        help: 'write an id, a range such as `u2..u5`, `layer#id` or `transcript`',
        data: { fault },
      };
    case 'unknown-layer':
      return {
        message: `there is no layer \`${part}\``,
        help: 'write its file name without the folder',
        data: { fault },
      };
    case 'backwards':
      return {
        message: `the range \`${part}\` runs backwards`,
        help: `write \`${part.split('..').reverse().join('..')}\``,
        data: { fault },
      };
    case 'not-an-utterance':
      return entry === undefined
        ? notDeclared(part, ['utterance'], entries)
        : wrongKind(entry, ['utterance']);
    case 'wrong-kind':
      return entry === undefined ? notDeclared(part, accepts, entries) : wrongKind(entry, accepts);
    case 'unknown-id':
      return notDeclared(part, accepts, entries);
  }
}
