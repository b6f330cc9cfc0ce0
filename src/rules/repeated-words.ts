import { latePattern } from '../core/lazily.ts';
import type { Utterance } from '../core/model/model.ts';
import { isAsciiLetter } from '../core/text/ascii.ts';
import type { Located } from './context/entries.ts';
import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

/** So many times in a row is no coincidence. */
const RUN = 3;

export default defineRule({
  id: 'repeated-words',
  severity: 'warning',
  topics: ['transcription'],
  summary: 'The same words stand three times or more in a row, by the same speaker or by nobody named.',
  why: 'Speech recognisers fall into loops over silence and music and write one sentence again and again (“Thank you.”). Nobody said it that often, and often nobody said it at all.',
  source:
    'Koenecke et al., Careless Whisper (2024): hallucinations of speech recognition, among them repetitions.',
  examples: () => [
    {
      title: 'said twice; and three people who agree',
      files: transcript`
        parties:
          ann: {name: Ann Baker}
          ben: {name: Ben Carter}
          cem: {name: Cem Demir}
        utterances:
          - {id: u1, speaker: ann, text: We signed on Monday.}
          - {id: u2, speaker: ann, text: We signed on Monday.}
          - {id: u3, speaker: ben, text: Agreed.}
          - {id: u4, speaker: cem, text: Agreed.}
          - {id: u5, speaker: ann, text: Agreed.}
        `,
    },
    {
      title: 'a loop of a recogniser',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday., start: 00:00:01.000}
          - {id: u2, text: Thank you., start: 00:00:30.000}
          - {id: u3, text: thank you, start: 00:01:00.000}
          - {id: u4, text: Thank you., start: 00:01:30.000}
        `,
      findings: ['transcript.yaml:4:20 `Thank you.` stands 3 times in a row'],
    },
  ],
  check({ entries, report }) {
    let run: Located<Utterance>[] = [];
    const tell = () => {
      const [first] = run;
      if (first === undefined || run.length < RUN) return;
      const words = first.value.text!;
      report({
        at: within(first.at, 'text'),
        message: `\`${words}\` stands ${run.length} times in a row`,
        labels: [{ at: within(run.at(-1)!.at, 'text'), message: 'the last time' }],
        help: 'listen to the recording; remove what nobody said',
        // The count changes when one of them is removed; the finding stays the same.
        fingerprint: words,
        instances: run.length,
        data: { words, count: run.length },
      });
    };
    for (const utterance of entries.utterances) {
      if (isSame(run[0], utterance)) run.push(utterance);
      else {
        tell();
        run = [utterance];
      }
    }
    tell();
  },
});

function isSame(first: Located<Utterance> | undefined, next: Located<Utterance>): boolean {
  if (first === undefined || first.document !== next.document) return false;
  const [a, b] = [first.value, next.value];
  return (
    a.text !== undefined &&
    b.text !== undefined &&
    a.speaker === b.speaker &&
    mayBeginAlike(a.text, b.text) &&
    plain(a.text) === plain(b.text) &&
    plain(a.text) !== ''
  );
}

/** Most texts begin with another letter, and to see that costs a fraction of a comparison. */
function mayBeginAlike(a: string, b: string): boolean {
  const areLetters = isAsciiLetter(a.charCodeAt(0)) && isAsciiLetter(b.charCodeAt(0));
  return !areLetters || a[0]!.toLowerCase() === b[0]!.toLowerCase();
}

const betweenWords = latePattern('[^\\p{L}\\p{N}]+', 'gu');

/** Recognisers vary capitals and full stops. */
function plain(text: string): string {
  return text.toLowerCase().replace(betweenWords(), ' ').trim();
}
