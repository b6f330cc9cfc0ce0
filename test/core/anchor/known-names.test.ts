/** The names of parties raise alarms; the common words in them do not. */
import { expect, test } from 'vitest';
import { knownNames } from '../../../src/core/anchor/known-names.ts';
import { collate } from '../../../src/core/collate/collation.ts';
import { wordsOfTranscripts } from '../../../src/core/language/transcript-words.ts';
import type { Transcript } from '../../../src/core/model/model.ts';
import { transcriptOf } from '../../helpers/noisy-talk.ts';

function talk(text: string, names: readonly string[], language?: string): Transcript {
  return {
    ...transcriptOf([{ text }]),
    ...(language !== undefined && { language }),
    parties: new Map(names.map((name, index) => [`p${index}`, { name }])),
  };
}

/** The alarms between two witnesses of one sentence each, of which only the first states its language and names. */
async function alarmsBetween(names: readonly string[], language: string, one: string, other: string) {
  const witnesses = [talk(one, names, language), talk(other, [])];
  const { places } = collate(witnesses, await wordsOfTranscripts(witnesses));
  return places.flatMap(({ alarms }) =>
    alarms.map(({ kind, readings }) => `${kind}: ${readings.join(' | ')}`),
  );
}

test.each<[names: readonly string[], language: string, longer: string, shorter: string]>([
  [['The Gazette'], 'en', 'The bridge will carry it until the repair is done.', 'The bridge will carry it.'],
  [['Will Smith'], 'en', 'The bridge will carry it, and it will hold.', 'The bridge carries it.'],
  [['My Way Alliance'], 'en', 'It holds, my friends.', 'It holds, friends.'],
  [['La Vanguardia'], 'en', 'We sang la la la.', 'We sang.'],
  [['Der Spiegel'], 'de', 'Es trägt, bis der Bau zu Ende ist.', 'Es trägt.'],
  [['Le Monde'], 'fr', 'Le pont tient tant que le travail dure.', 'Le pont tient.'],
  [['El País', 'La Vanguardia'], 'es', 'Aguanta hasta que la obra y el arreglo terminen.', 'Aguanta.'],
  [['Il Giornale'], 'it', 'Il ponte tiene, anche se il lavoro dura.', 'Il ponte tiene.'],
  [['O Globo', 'A Bola'], 'pt', 'Aguenta até que o conserto e a obra terminem.', 'Aguenta.'],
  [['За Правду'], 'ru', 'Мост стоит за городом.', 'Мост стоит.'],
  [['За Майбутнє'], 'uk', 'Міст стоїть за містом.', 'Міст стоїть.'],
  [['Na Serio'], 'pl', 'Most stoi na rzece.', 'Most stoi.'],
  [['Bu Sabah'], 'tr', 'Evet, bu köprü taşır.', 'Evet, köprü taşır.'],
])('the small words of %j in %s name nobody', async (names, language, longer, shorter) => {
  expect(await alarmsBetween(names, language, longer, shorter)).toEqual([]);
  expect(await alarmsBetween(names, language, shorter, longer)).toEqual([]);
});

test('the other words of a name do, in a text without capitals too', async () => {
  const told = await alarmsBetween(['The Gazette'], 'en', 'then the gazette asked', 'then the board asked');
  expect(told).toEqual(['name: gazette | ']);
});

test('a name of common words alone is known', async () => {
  const { lists } = await wordsOfTranscripts([talk('', [], 'en')]);
  expect([...knownNames([talk('', ['The Who', 'Will', 'Kim An', 'Ada Okafor'])], lists)]).toEqual([
    'the',
    'who',
    'will',
    'kim',
    'ada',
    'okafor',
  ]);
});

test.each<[capitals: string, small: string]>([
  ['HELLO EVERYONE AND WELCOME TO THE MEETING', 'Hello and welcome to the meeting.'],
  ['[Applause] The repair is done. (Laughter) Then we open', 'Repair is done. we open'],
  ['>> The repair is done. >> But we open', 'Repair is done. we open'],
  ['- The repair is done - Yes. - Then we open', 'The repair is done. yes. we open'],
  ['♪ The repair is done ♪', 'Repair is done.'],
  ['He reads The Gazette.', 'He reads a Gazette.'],
])('a capital that says nothing is no name: %s', async (one, other) => {
  expect(await alarmsBetween([], 'en', one, other)).toEqual([]);
  expect(await alarmsBetween([], 'en', other, one)).toEqual([]);
});

test.each<[one: string, other: string, alarms: string[]]>([
  ['WE GAVE IT TO LIND ON THE BRIDGE', 'We gave it to Berg on the bridge.', ['name:  | Berg']],
  ['WE GAVE IT TO LIND ON THE BRIDGE', 'WE GAVE IT TO BERG ON THE BRIDGE', ['name: LIND | BERG']],
  ['THE NATO, EU', 'The EU.', ['name: NATO | ']],
  ['We met Ada (the mayor) Okafor there.', 'We met Ada (the mayor) there.', ['name: Okafor | ']],
  ['We met [inaudible] Okafor there.', 'We met [inaudible] there.', ['name: Okafor | ']],
  ['We met the mayor - Okafor - there.', 'We met the mayor there.', ['name: Okafor | ']],
])('a capital that may be a name is one: %s', async (one, other, alarms) => {
  expect(await alarmsBetween([], 'en', one, other)).toEqual(alarms);
});
