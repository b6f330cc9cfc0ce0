import type { Annotation } from '../core/model/model.ts';
import { BODIES, type BodyName } from '../core/model/vocabulary.ts';
import { listOf } from '../core/text/list-of.ts';
import { defineRule, lacking, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'one-body',
  severity: 'error',
  topics: ['annotations'],
  summary: 'An annotation has no body, or more than one.',
  why: 'One assertion, one entry: then each can be disputed, withdrawn, dated and credited alone. A tag and a correction in one entry stand or fall together though only one of them may be right.',
  source: 'W3C Web Annotation, `body`; one assertion a statement, as in nanopublications.',
  examples: () => [
    {
      title: 'a tag with its reason: a note is not a body',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: unclear, note: Monday may be Sunday.}
        `,
    },
    {
      title: 'a tag and a correction in one, and an annotation of nothing',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: unclear, correction: We signed on Sunday.}
          - {id: a2, target: u1, note: Monday may be Sunday.}
        `,
      findings: [
        'transcript.yaml:5:40 the annotation has two bodies, `tag` and `correction`, expected one',
        'transcript.yaml:6:5 the annotation has no body, expected one',
      ],
    },
  ],
  check({ entries, report }) {
    for (const { value, at } of entries.annotations) {
      const bodies = bodiesOf(value);
      if (bodies.length === 1) continue;
      const [first, second] = bodies;
      if (first === undefined) {
        report({
          at,
          absent: lacking(value, at, BODIES),
          message: 'the annotation has no body, expected one',
          help: `add one of ${listOf(
            BODIES.map(body => `\`${body}\``),
            'or',
          )}`,
        });
      } else if (second !== undefined) {
        report({
          at: { ...within(at, second), part: 'key' },
          message: `the annotation has two bodies, \`${first}\` and \`${second}\`, expected one`,
          labels: [{ at: { ...within(at, first), part: 'key' }, message: 'first body' }],
          help: 'make two annotations of it',
          data: { bodies },
        });
      }
    }
  },
});

const BODY_NAMES: ReadonlySet<string> = new Set(BODIES);

/** The bodies in the order of the list. An annotation has fewer fields than there are names of bodies. */
function bodiesOf(annotation: Annotation): readonly BodyName[] {
  const bodies: BodyName[] = [];
  for (const field in annotation) if (isBody(field) && annotation[field] !== undefined) bodies.push(field);
  return bodies.length < 2 ? bodies : BODIES.filter(name => bodies.includes(name));
}

function isBody(field: string): field is BodyName {
  return BODY_NAMES.has(field);
}
