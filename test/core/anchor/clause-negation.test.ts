/** A negation in the clause of a quote, but not beside it, turns the quote; one of another clause or sentence does not. */
import { expect, test } from 'vitest';
import { reanchor } from '../../../src/core/anchor/reanchor.ts';
import { loadLanguage } from '../../../src/core/language/shipped.ts';
import { on, transcript } from './builders.ts';

test.for<[tag: string, old: string, fresh: string, quote: string, alarms: string[]]>([
  ['en', 'The money was paid that week.', 'No money was paid that week.', 'paid', ['- > No']],
  ['en', 'Never had any of them been there.', 'Once had all of them been there.', 'there', ['Never > -']],
  ['en', 'He never in his life paid it.', 'He not once in his life paid it.', 'paid it', []],
  ['en', 'He came, and they paid it.', 'He never came, and they paid it.', 'they paid it', []],
  ['en', 'He did come. They paid it.', 'He did not come. They paid it.', 'They paid it', []],
  ['en', 'Not one of them had paid it.', 'Not one of them had paid for it.', 'paid', []],
  ['de', 'Er hat den Vertrag gesehen.', 'Er hat keinen der Verträge gesehen.', 'gesehen', ['- > keinen']],
  ['fr', 'Il a parlé au juge.', 'Il n’a jamais de sa vie parlé au juge.', 'au juge', ['- > jamais']],
  ['ru', 'Все они тогда приехали в город.', 'Никто из них тогда не приехал в город.', 'в город', ['- > не']],
  [
    'tr',
    'Bunu o gün mecliste hiçbir vekil görmedi.',
    'Bunu o gün mecliste her vekil gördü.',
    'Bunu',
    ['hiçbir > -', 'görmedi > -'],
  ],
])('%s: %s > %s', async ([tag, old, fresh, quote, alarms]) => {
  const versions = [old, fresh].map(text => transcript(['…', text, '—']));
  const { words } = (await loadLanguage(tag))!;
  const [placement] = reanchor(versions[0]!, versions[1]!, [on('u2', quote)], { words });
  expect(placement!.alarms.map(({ old: was, new: is }) => `${was ?? '-'} > ${is ?? '-'}`)).toEqual(alarms);
});
