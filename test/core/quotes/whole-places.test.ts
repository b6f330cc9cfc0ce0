/** All places of a quotation that stands in the record as it is, in whatever way it is found. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOf } from '../../helpers/runs.ts';
import { Quoting } from './quoting.ts';

const WORDS = ['the', 'harbour', 'closed'];

/** Speakers alternate, so that no two utterances are one text. */
function talkOf(texts: readonly (readonly string[])[]): object {
  return {
    parties: { lind: { name: 'Karl Lind' }, osei: { name: 'Ama Osei' } },
    utterances: texts.map((words, index) => ({
      id: `u${index + 1}`,
      speaker: index % 2 === 0 ? 'lind' : 'osei',
      form: 'direct',
      text: words.join(' '),
    })),
  };
}

/** Id and first word of each place where words stand in a row. */
function placesOf(texts: readonly (readonly string[])[], quoted: readonly string[]): string[] {
  return texts.flatMap((words, index) =>
    words.flatMap((_, at) =>
      quoted.every((word, next) => words[at + next] === word)
        ? [`u${index + 1} ${words.slice(0, at).join(' ').length + (at > 0 ? 1 : 0)}`]
        : [],
    ),
  );
}

test('every place is listed, whether a long quotation is found or a short one, alone or among others', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 40 }), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.nat(),
      fc.integer({ min: 3, max: 5 }),
      async (texts, first, length) => {
        const source = texts[first % texts.length]!;
        const start = first % (source.length - 2);
        const quoted = source.slice(start, start + length);
        const quoting = new Quoting(talkOf(texts));
        for (const others of ['', '\n\n“closed the harbour to nobody at all”\n\n“a b c d e”']) {
          const [judged] = await quoting.judge(`“${quoted.join(' ')}”${others}`);
          expect(judged!.match).toBe('verbatim');
          const places = judged!.places.map(({ id, span }) => `${id} ${span.start}`);
          expect(places.sort()).toStrictEqual(placesOf(texts, quoted).sort());
        }
      },
    ),
    { numRuns: runsOf(60) },
  ));

test('a place over two utterances of one voice, and one over a line break, are listed', async () => {
  const quoting = new Quoting({
    parties: { lind: { name: 'Karl Lind' }, osei: { name: 'Ama Osei' } },
    utterances: [
      { id: 'u1', speaker: 'lind', form: 'direct', text: 'We said that the harbour' },
      { id: 'u2', speaker: 'lind', form: 'direct', text: 'is closed until May.' },
      { id: 'u3', speaker: 'osei', form: 'direct', text: 'No, the harbour is closed until June.' },
      { id: 'u4', speaker: 'lind', form: 'direct', text: 'I repeat: the harbour\nis closed until May.' },
    ],
  });
  const [judged] = await quoting.judge('“the harbour is closed until”');
  expect(judged!.match).toBe('verbatim');
  expect(judged!.places.map(({ id, rest }) => [id, ...rest.map(part => part.id)])).toStrictEqual([
    ['u1', 'u2'],
    ['u3'],
    ['u4'],
  ]);
});

test('a quotation of words that stand thousands of times is found', async () => {
  const filler = Array.from({ length: 6000 }, () => 'the harbour is').join(' ');
  const quoting = new Quoting({
    utterances: [{ id: 'u1', text: `${filler} harbour the is. ${filler}` }],
  });
  const [judged, single] = await quoting.judge('“harbour the Is” and “harbour”', 1);
  expect([judged!.match, judged!.places[0]!.words]).toStrictEqual(['folded', 'harbour the is']);
  expect([single!.match, single!.places[0]!.words]).toStrictEqual(['verbatim', 'harbour']);
});

test('every place is listed of quotations that begin alike, that repeat themselves and that are very long', async () => {
  const alike = Array.from({ length: 120 }, (_, index) => `the harbour was closed on day ${index + 1}`);
  const song = Array.from({ length: 40 }, () => 'la').join(' ');
  const long = Array.from({ length: 600 }, (_, index) => `word${index}`).join(' ');
  const quoted = [...alike, song, long];
  const quoting = new Quoting({
    utterances: [...quoted, ...quoted.map(text => `Well, ${text}.`)].map((text, index) => ({
      id: `u${index + 1}`,
      text,
    })),
  });
  const judged = await quoting.judge(quoted.map(text => `“${text}”`).join('\n\n'));
  expect(judged.map(({ match, places }) => [match, ...places.map(({ id }) => id)])).toStrictEqual(
    quoted.map((_, index) => ['verbatim', `u${index + 1}`, `u${index + 1 + quoted.length}`]),
  );
});

test('a quotation that begins or ends within a word of a number is not the words of the record', async () => {
  const quoting = new Quoting({
    utterances: [
      { id: 'u1', text: 'It lost -3 million euros, and won -3.5 million euros of twenty-one thousand.' },
    ],
  });
  const quoted = ['illion euros, and won', '5 million euros of twenty-one thousand', 'of twenty-one thou'];
  const judged = await quoting.judge(quoted.map(text => `“${text}”`).join('\n\n'));
  expect(judged.map(({ match }) => match)).not.toContain('verbatim');
  const [whole] = await quoting.judge('“million euros, and won”');
  expect([whole!.match, whole!.cut]).toStrictEqual(['verbatim', '-3']);
});
