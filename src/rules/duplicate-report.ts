import { foldedWords } from '../core/language/folded-words.ts';
import { isNumeric } from '../core/language/number-words.ts';
import { readNumber } from '../core/language/numbers.ts';
import type { WordLists } from '../core/language/word-lists.ts';
import type { Utterance } from '../core/model/model.ts';
import type { AnnotationsOn } from './context/annotations-on.ts';
import type { Located } from './context/entries.ts';
import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

/** Smaller numbers turn up by chance; years are told apart from amounts by nothing but their size. */
const SMALLEST_AMOUNT = 1000;
const YEARS = { first: 1000, last: 2100 };
/** Words of at least this many letters show the subject. */
const CONTENT_WORD = 4;
const SHARED_WORDS = 2;
/** The most earlier reports with the same number that each report is compared with. */
const MAX_COMPARED = 20;

export default defineRule({
  id: 'duplicate-report',
  severity: 'warning',
  topics: ['evidence'],
  looksFor: 'words',
  summary: 'Two paraphrases of one speaker share a large number and their subject, and nothing relates them.',
  why: 'A report often goes over one point twice. Counted as two, one offer becomes two offers, and one source seems to bear out itself.',
  source: 'Collation of parallel reports in source criticism; W3C Web Annotation has no relation for it.',
  examples: () => [
    {
      title: 'two reports that are related, two that are told apart, another number, and another speaker',
      files: transcript`
        utterances:
          - {id: u1, speaker: ann, form: indirect, text: The harbour would cost 5 million pounds.}
          - {id: u2, speaker: ann, form: indirect, text: She puts the harbour at five million pounds.}
          - {id: u3, speaker: ann, form: indirect, text: The harbour road would cost 5 million pounds.}
          - {id: u4, speaker: ann, form: indirect, text: The harbour would bring 3 million pounds.}
          - {id: u5, speaker: bob, form: indirect, text: The harbour would cost 5 million pounds.}
        annotations:
          - {id: a1, target: u2, same-as: u1}
          - {id: a2, target: [u1, u3], comment: The road is another matter.}
          - {id: a3, target: [u2, u3], comment: The road is another matter.}
        `,
    },
    {
      title: 'one sum in figures and in words',
      files: transcript`
        utterances:
          - {id: u1, speaker: ann, form: indirect, text: The harbour would cost 5 million pounds.}
          - {id: u2, speaker: ann, form: indirect, text: She puts the harbour at five million pounds.}
        `,
      findings: [
        'transcript.yaml:5:50 `u2` may be another report of `u1`: one speaker, one number, one subject',
      ],
    },
  ],
  check({ entries, annotationsOn, environment, report }) {
    const earlier = new Map<string, Summary[]>();
    for (const utterance of entries.utterances) {
      const { form, speaker } = utterance.value;
      if (form === undefined || form === 'direct' || speaker === undefined) continue;
      const summary = summaryOf(utterance, environment.language.words);
      for (const amount of summary.amounts) {
        const key = `${speaker} ${amount}`;
        const candidates = earlier.get(key) ?? [];
        earlier.set(key, [...candidates, summary].slice(-MAX_COMPARED));
        const twin = candidates.find(
          other => isAlike(other, summary) && !isRelated(other, summary, annotationsOn),
        );
        if (twin === undefined) continue;
        report({
          at: within(utterance.at, 'text'),
          message: `${nameOf(utterance)} may be another report of ${nameOf(twin.utterance)}: one speaker, one number, one subject`,
          labels: [{ at: within(twin.utterance.at, 'text'), message: 'the other report' }],
          help: 'add an annotation with `same-as`, or a `comment` on both that tells them apart',
          data: { amount },
        });
        break;
      }
    }
  },
});

interface Summary {
  readonly utterance: Located<Utterance>;
  readonly amounts: ReadonlySet<number>;
  readonly words: ReadonlySet<string>;
}

function summaryOf(utterance: Located<Utterance>, lists: WordLists): Summary {
  const { text = '' } = utterance.value;
  const found = foldedWords(text);
  const folded = found.map(({ word }) => word);
  const between = (index: number) => text.slice(found[index - 1]!.end, found[index]!.start);
  const amounts = new Set<number>();
  const words = new Set<string>();
  for (let index = 0; index < folded.length; ) {
    const word = folded[index]!;
    const mayBeNumber = isNumeric(word, lists);
    const number = mayBeNumber ? readNumber({ words: folded, between }, index, lists) : undefined;
    if (number !== undefined && isAmount(number.value)) amounts.add(number.value);
    if (!mayBeNumber && word.length >= CONTENT_WORD) words.add(word);
    index += number?.length ?? 1;
  }
  return { utterance, amounts, words };
}

function isAmount(value: number): boolean {
  return value >= SMALLEST_AMOUNT && !(value >= YEARS.first && value <= YEARS.last);
}

function isAlike(a: Summary, b: Summary): boolean {
  return [...b.words].filter(word => a.words.has(word)).length >= SHARED_WORDS;
}

/** Whether an annotation says that they are one, or is on both and so tells them apart. */
function isRelated(a: Summary, b: Summary, annotationsOn: AnnotationsOn): boolean {
  const [first, second] = [a.utterance.value, b.utterance.value];
  const isSame = (from: Utterance, to: Utterance) =>
    annotationsOn
      .on(from)
      .some(({ value }) => to.id !== undefined && value['same-as']?.includes(to.id) === true);
  const onFirst = new Set(annotationsOn.on(first));
  const isOnBoth = annotationsOn
    .on(second)
    .some(annotation => onFirst.has(annotation) && annotation.value.comment !== undefined);
  return isSame(first, second) || isSame(second, first) || isOnBoth;
}

function nameOf({ value }: Located<Utterance>): string {
  return value.id === undefined ? 'this' : `\`${value.id}\``;
}
