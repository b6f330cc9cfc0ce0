/** Quotations as an article about the sample prints them: each gets what a careful person says of it. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './helpers/run-cli.ts';
import { folderOfEachTest } from './helpers/test-folder.ts';

/** The sentence of a draft, where its words are, and what is to be said; with the reason where it is not verbatim. */
const QUOTATIONS: readonly (readonly [
  sentence: string,
  id: string,
  verdicts: readonly string[],
  why?: string,
])[] = [
  [
    '“Regarding the audio recording, which was disseminated by one of the telegram channels last night, the office of the third president received numerous requests from the media, who want to find out whether the discussion contained in the audio recording is true, when it took place, where and why the third president of Armenia, Serzh Sargsyan, has not yet spoke about it,” the Sargsyan office wrote.',
    's1',
    ['verbatim', 'statement'],
  ],
  [
    '“The office of the third president accepts the publication of the audio recording as fact and refrains from commenting, given the fact that the meetings held in a closed format are not subject to comment, as they were not subject to until now,” the paper said.',
    's2',
    ['verbatim', 'statement'],
  ],
  ['The districts “bare” nothing.', 'u4', ['verbatim'], 'mixed speech, and these words are inside its marks'],
  ['“For example, we must send certain peacekeeping forces there,” he said.', 'u8', ['verbatim']],
  [
    '“Your position is weak. I will not give up seven districts, because then you will immediately start fighting against me. And if you do not start,” he told Sargsyan.',
    'u10',
    ['verbatim'],
    'Sargsyan is the addressee',
  ],
  [
    'To that, the back-then Armenian leader answered:\n\n“Of course, what does it mean if he doesn’t start? And if he does? Alexander Grigorievich, why just give it away, I don’t understand.”',
    'u11',
    ['verbatim'],
    'an alias names the speaker, in the paragraph before',
  ],
  [
    '“So what? We’ve lost 30 million, but we are not at war with the Germans,” Lukashenko said.',
    'u15',
    ['verbatim'],
  ],
  [
    'Sargsyan replied: “We didn’t lose fewer people here. Only for Belarus, 30 thousand (Armenians) died.”',
    'u16',
    ['verbatim'],
  ],
  [
    '“So what? We’ve lost 30 million, but we are not at war with the Germans,” Sargsyan said.',
    'u15',
    ['verbatim', 'other-speaker'],
    'Lukashenko says so',
  ],
  [
    '“We lost 30 million, but we are not at war with the Germans,” Lukashenko said.',
    'u15',
    ['altered'],
    '"We’ve lost"',
  ],
  [
    '“We’ve lost 30 million, but we are at war with the Germans,” Lukashenko said.',
    'u15',
    ['altered'],
    'a negation is dropped',
  ],
  [
    '“Real security mechanisms are needed.”',
    'u6',
    ['folded', 'indirect'],
    'nobody is heard to say so: free indirect speech',
  ],
  ['“he cannot give these seven regions”', 'u14', ['verbatim', 'indirect'], 'the report’s words'],
  [
    '“seven districts will “bare” the borders of Artsakh”',
    'u4',
    ['verbatim', 'indirect'],
    'mixed speech, outside of its marks',
  ],
];

const { run, write } = folderOfEachTest();

test('the sample', async () => {
  write('article.txt', QUOTATIONS.map(([sentence]) => sentence).join('\n\n'));
  const sample = path.join(ROOT, 'data/yerevan-2016/transcript.yaml');
  const { stdout } = await run(
    'quotes',
    'article.txt',
    '--in',
    sample,
    '--format',
    'json',
    '--min-words',
    '1',
  );
  const { quotations } = JSON.parse(stdout) as {
    quotations: { match: string; flags: string[]; places: { id: string }[] }[];
  };
  expect(quotations.map(({ match, flags, places }) => [places[0]?.id, match, ...flags])).toEqual(
    QUOTATIONS.map(([, id, verdicts]) => [id, ...verdicts]),
  );
});
