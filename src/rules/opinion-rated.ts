import type { Annotation, Statement, Utterance } from '../core/model/model.ts';
import type { Entry } from '../core/model/project.ts';
import type { AnnotationsOn } from './context/annotations-on.ts';
import type { ProjectContext } from './context/project-context.ts';
import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'opinion-rated',
  severity: 'error',
  topics: ['standings'],
  summary: 'An opinion is confirmed or contested as if it were a fact.',
  why: 'Opinions, predictions and insults cannot be true or false. A fact-check of one is an opinion of its own under a borrowed name.',
  source: 'IFCN code of principles: only claims that can be verified are checked; schema.org Claim.',
  examples: () => [
    {
      title: 'that an opinion was voiced is a fact, and so is what stands beside it',
      files: transcript`
        utterances:
          - {id: u1, speaker: ann, text: He signed on Monday. He is a fool.}
        annotations:
          - {id: a1, target: u1, quote: He is a fool, tag: opinion}
          - {id: a2, target: u1, quote: He signed on Monday, tag: confirmed, aspect: content, by: bob, when: 2021}
          - {id: a3, target: u1, quote: He is a fool, tag: denied, aspect: wording, by: ann, when: 2021}
        `,
    },
    {
      title: 'a claim that is not checkable, and a passage marked as opinion',
      files: transcript`
        utterances:
          - {id: u1, speaker: ann, text: He is a fool.}
        claims:
          - {id: fool, text: Bob is a fool., aspect: content, target: u1, checkable: false}
        annotations:
          - {id: a1, target: u1, tag: opinion}
          - {id: a2, target: fool, tag: disputed, by: bob, when: 2021}
          - {id: a3, target: u1, tag: refuted, aspect: content, by: bob, when: 2021}
        `,
      findings: [
        'transcript.yaml:9:33 `disputed` on a claim that is not checkable',
        'transcript.yaml:10:31 `refuted` on words that are marked as opinion',
      ],
    },
  ],
  check(context) {
    const { entries, stances, report } = context;
    for (const { value, at } of stances.all) {
      const group = stances.groupOf(value);
      if (group !== 'affirming' && group !== 'contesting') continue;
      const isUncheckable = value.target.some(id => entries.index.of('claim', id)?.value.checkable === false);
      if (!isUncheckable && !isOnOpinion(value, context)) continue;
      report({
        at: within(at, 'tag'),
        message: isUncheckable
          ? `\`${value.tag}\` on a claim that is not checkable`
          : `\`${value.tag}\` on words that are marked as opinion`,
        help: 'leave it out, or take the stance on a fact that the opinion rests on',
        data: { tag: value.tag },
      });
    }
  },
});

/** Whether every passage that a stance on content is about is marked as opinion. */
function isOnOpinion(stance: Annotation, { entries, stances, annotationsOn }: ProjectContext): boolean {
  if (stances.aspectOf(stance) !== 'content') return false;
  const passages = entries.speechesOf(stance.target);
  return passages.length > 0 && passages.every(entry => isOpinion(entry, stance, annotationsOn));
}

const isOpinionTag = ({ tag }: Annotation) => tag === 'opinion';

function isOpinion(
  { value }: Entry<Utterance | Statement>,
  { quote }: Annotation,
  annotationsOn: AnnotationsOn,
): boolean {
  if (quote === undefined)
    return annotationsOn
      .on(value)
      .some(({ value: annotation }) => isOpinionTag(annotation) && annotation.quote === undefined);
  const start = value.text?.indexOf(quote) ?? -1;
  return start !== -1 && annotationsOn.covers(value, { start, end: start + quote.length }, isOpinionTag);
}
