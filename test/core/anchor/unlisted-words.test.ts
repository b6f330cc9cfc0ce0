/** Where no list has the words of a language, whatever is edited in or beside a passage waits for a person. */
import { expect, test } from 'vitest';
import { reanchor } from '../../../src/core/anchor/reanchor.ts';
import type { Utterance } from '../../../src/core/model/model.ts';
import { english, on, transcript } from './builders.ts';

const unlistedIn = ({ language = 'nl' }: Utterance) => (language === 'en' ? undefined : language);

function placed(
  old: string,
  fresh: string,
  quote?: string,
  options: object = { words: english, unlistedIn },
) {
  const versions = [old, fresh].map(text => transcript(['Goedemorgen allemaal.', text]));
  const [placement] = reanchor(versions[0]!, versions[1]!, [on('u2', quote)], options);
  const { verdict, alarms } = placement!;
  return [
    verdict,
    ...alarms.map(({ kind, language, old: was, new: is }) => `${kind}: ${language ?? `${was} > ${is}`}`),
  ];
}

test.for<[name: string, old: string, fresh: string, quote: string | undefined, expected: string[]]>([
  [
    'words inside',
    'Wij hebben het plan getekend.',
    'Wij hebben het plan betaald.',
    'hebben het plan getekend',
    ['edited', 'words: nl'],
  ],
  [
    'a mark inside',
    'Wij hebben, ja, getekend.',
    'Wij hebben ja getekend.',
    undefined,
    ['edited', 'words: nl'],
  ],
  [
    'words of the sentence',
    'Wij hebben hem daar gisteren gezien.',
    'Wij hebben hem daar nooit gezien.',
    'Wij hebben hem',
    ['edited', 'words: nl'],
  ],
  ['another sentence', 'Zeker. Wij hebben getekend.', 'Jawel. Wij hebben getekend.', 'Wij hebben', ['exact']],
  ['a mark of the sentence', 'Ja, wij hebben getekend.', 'Ja wij hebben getekend.', 'wij hebben', ['exact']],
  ['nothing', 'Wij hebben getekend.', 'Wij hebben getekend.', 'hebben', ['exact']],
])('%s', ([, old, fresh, quote, expected]) => {
  expect(placed(old, fresh, quote)).toEqual(expected);
});

test('what numbers and names tell is told as well', () => {
  expect(placed('Wij zagen 40 man.', 'Wij zagen 50 man.')).toEqual([
    'edited',
    'number: 40 > 50',
    'words: nl',
  ]);
});

test('an utterance may be in another language than the transcript', () => {
  const utterance = (text: string) => ({ text, language: 'en' });
  const versions = ['He walked home.', 'He strolled home.'].map(text => transcript([utterance(text)]));
  const [placement] = reanchor(versions[0]!, versions[1]!, [on('u1')], { words: english, unlistedIn });
  expect(placement).toMatchObject({ verdict: 'edited', alarms: [] });
});

test('a sentence in a script without a list waits inside an utterance of a known one', () => {
  const byScript = ({ text = '' }: Utterance) => (/^[^a-z]*$/.test(text) ? 'Hebrew' : undefined);
  const options = { words: english, unlistedIn: byScript };
  const versions = ['They paid us a lot. שלום לכם.', 'They paid us a lot. לא שלום לכם.'] as const;
  expect(placed(...versions, 'שלום לכם', options)).toEqual(['edited', 'words: Hebrew']);
  expect(placed(...versions, 'paid us a lot', options)).toEqual(['exact']);
});

test('without any words nothing is known of any language', () => {
  expect(placed('He walked home.', 'He strolled home.', undefined, {})).toEqual(['edited', 'words: und']);
  expect(placed('He walked home.', 'He strolled home.', undefined, { words: english })).toEqual(['edited']);
});

test.for<[name: string, old: string, fresh: string, quote: string, expected: string[]]>([
  ['before', '他不同意这个计划。', '他同意这个计划。', '同意', ['edited', 'words: 不 > 他']],
  ['behind', '中央银行的行长来了。', '中央银行家的行长来了。', '中央银行', ['edited', 'words: 的 > 家']],
  ['of Thai', 'เขาอยู่ที่บ้าน', 'เขาอยู่ในบ้าน', 'บ้าน', ['edited', 'words: ที่ > น']],
  ['beside a Latin word', '他说 yes 了。', '他们说了 yes 了。', 'yes', ['exact']],
  ['further off', '他昨天来了。我们同意这个计划。', '她昨天来了。我们同意这个计划。', '同意', ['exact']],
])('letters that touch a passage without blanks: %s', ([, old, fresh, quote, expected]) => {
  expect(placed(old, fresh, quote, { words: english })).toEqual(expected);
});
