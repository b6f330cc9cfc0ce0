import { placeOf } from '../core/model/project.ts';
import type { PlacedAnnotation, WeighedStance } from '../core/model/view.ts';
import { defineRule } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'shared-origin',
  severity: 'warning',
  topics: ['evidence'],
  summary: 'Two corroborations of one claim go back to one origin, so they count once.',
  why: 'Two papers that print one agency story are one witness. Counted as two, they make the story look checked when it was only copied.',
  source: 'The Admiralty code on independent sources; PROV wasDerivedFrom.',
  examples: () => [
    {
      title: 'two origins, two claims, and evidence that adds an origin to a shared one',
      files: transcript`
        parties: {ann: {name: Ann}, daily: {name: The Daily}, portal: {name: The Portal}}
        sources:
          copy: {title: Copy, origin: wire}
          minutes: {title: Minutes}
          digest: {title: Digest, derived-from: [copy, minutes]}
        utterances:
          - {id: u1, speaker: ann, text: We signed on Monday.}
          - {id: u2, speaker: ann, text: We paid on Tuesday.}
        annotations:
          - {id: a1, target: u1, tag: corroborated, aspect: content, by: daily, when: 2021, sources: [copy]}
          - {id: a2, target: u1, tag: corroborated, aspect: content, by: portal, when: 2021, sources: [digest]}
          - {id: a3, target: u2, tag: corroborated, aspect: content, by: portal, when: 2021, sources: [copy]}
          - {id: a4, target: u2, tag: confirmed, aspect: content, by: daily, when: 2021, sources: [copy]}
        `,
    },
    {
      title: 'two copies of one agency story, and a reprint of a copy',
      files: transcript`
        parties: {ann: {name: Ann}, daily: {name: The Daily}, portal: {name: The Portal}, herald: {name: The Herald}}
        sources:
          copy: {title: Copy, origin: wire}
          reprint: {title: Reprint, origin: Wire}
          third: {title: Reprint of the copy, derived-from: copy}
        claims:
          - {id: signed, text: The contract was signed., aspect: content, target: u1}
        annotations:
          - {id: a1, target: signed, tag: corroborated, by: daily, when: 2021-01-01, sources: [copy]}
          - {id: a2, target: signed, tag: corroborated, by: portal, when: 2021-01-02, sources: [reprint]}
          - {id: a3, target: signed, tag: corroborated, by: herald, when: 2021-01-03, sources: [third]}
        `,
      findings: [
        'transcript.yaml:13:88 this goes back to `Wire`, as the evidence of `a1` does: they corroborate once',
        'transcript.yaml:14:88 this goes back to `wire`, as the evidence of `a1` does: they corroborate once',
      ],
    },
  ],
  async check({ stances, view, report }) {
    // A view takes long to build, and one corroboration shares its origin with nobody.
    if (stances.all.filter(({ value }) => value.tag === 'corroborated').length < 2) return;
    const { claims } = await view();
    for (const { stance, repeats } of repeatedIn(claims.flatMap(({ standings }) => standings))) {
      const origins = repeats.origins.map(origin => `\`${origin}\``).join(' and ');
      const earlier = repeats.stance;
      report({
        at: placeOf(stance.entry, 'sources'),
        message: `this goes back to ${origins}, as the evidence of \`${earlier.annotation.id}\` does: they corroborate once`,
        labels: [{ at: placeOf(earlier.entry, 'sources'), message: 'the evidence of the same origin' }],
        help: 'cite evidence of another origin; a reprint of the story only asserts it',
        data: { origins: repeats.origins, earlier: earlier.annotation.id },
      });
    }
  },
});

type Repeated = WeighedStance & { readonly repeats: NonNullable<WeighedStance['repeats']> };

/** Each once: a stance may be on several claims. */
function repeatedIn(standings: readonly { readonly stances: readonly WeighedStance[] }[]): Repeated[] {
  const found = new Map<PlacedAnnotation, Repeated>();
  for (const { stances } of standings)
    for (const weighed of stances)
      if (weighed.repeats !== undefined && !found.has(weighed.stance))
        found.set(weighed.stance, weighed as Repeated);
  return [...found.values()];
}
