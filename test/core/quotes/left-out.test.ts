/** What an editor's marks leave out or replace counts by itself, also where other words of the quotation differ. */
import { expect, test } from 'vitest';
import { Quoting } from './quoting.ts';

const SAID = {
  en: 'We did not, on 14 October 2016 in Paris, agree to the plan. The water rose by five metres at half past nine.',
  de: 'Wir haben dem Plan am 14. Oktober 2016 in Paris nicht zugestimmt. Das Wasser stieg um fünf Meter.',
  ru: 'Мы 14 октября 2016 года в Париже не согласились с этим планом. Вода поднялась на пять метров.',
} as const;

test.for([
  ['en', 'We did … agreed to the plan', ['- not']],
  ['en', 'We did … agree to the plans', ['- not']],
  ['en', 'We did not … agreed to the plan', []],
  ['en', 'We didn’t … agree to the plan', []],
  ['en', 'We … in Rome, agreed to the plan', ['- not', 'Paris Rome']],
  ['en', 'The water rose … at half past ten', ['nine ten']],
  ['en', 'We did not … agree to the plans. The water … rises by six metres', ['five six']],
  ['en', 'The water rose by [some] metres at half past nine', ['- five']],
  ['en', '[It] rose by five meters at half past nine', []],
  ['en', 'We did agree to the plan', ['- not', '- Paris', '- 14 October 2016']],
  ['de', 'Wir haben diesem Plan … zugestimmt', ['- nicht']],
  ['de', 'Wir haben diesem Plan … nicht zugestimmt', []],
  ['ru', 'Мы … согласились с тем планом', ['- не']],
  ['ru', 'Мы … не согласились с тем планом', []],
] as const)('%s: “%s”', async ([language, quoted, alarms]) => {
  const talk = { language, parties: {}, sources: {}, utterances: [{ id: 'u1', text: SAID[language] }] };
  const [judged] = await new Quoting(talk).judge(`«${quoted}»`);
  expect(judged!.match).toBe('altered');
  const told = judged!.alarms.map(
    ({ old = '-', new: fresh = '-' }) => `${fresh === '-' ? `- ${old}` : `${old} ${fresh}`}`,
  );
  expect(told.sort()).toEqual([...alarms].sort());
});

const NAMED = {
  en: 'Maria Soler measured the water level on Tuesday. They refused to pay the new tax at all.',
  de: 'Maria Soler maß den Wasserstand am Dienstag. Sie verweigerten die neue Steuer ganz.',
  ru: 'Марина Соколова измерила уровень воды во вторник. Они отказались платить новый налог вообще.',
} as const;

test.for([
  ['en', '[Martha] measured the water level on Tuesday', 'Martha'],
  ['en', '[She] measured the water level on Tuesday', undefined],
  ['en', '[The engineer] measured the water level on Tuesday', undefined],
  ['en', '[Maria] measured the water level on Tuesday', undefined],
  ['en', '[Residents] refused to pay the new tax at all', undefined],
  ['de', '[Martha] maß den Wasserstand am Dienstag', 'Martha'],
  ['de', '[Die Ingenieurin] maß den Wasserstand am Dienstag', undefined],
  ['de', '[Bürger] verweigerten die neue Steuer ganz', undefined],
  ['ru', '[Ирина] измерила уровень воды во вторник', 'Ирина'],
  ['ru', '[Директор] измерила уровень воды во вторник', undefined],
  ['ru', '[Жители] отказались платить новый налог вообще', undefined],
] as const)('%s: “%s”: a stranger at the beginning', async ([language, quoted, stranger]) => {
  const talk = { language, parties: {}, sources: {}, utterances: [{ id: 'u1', text: NAMED[language] }] };
  const [judged] = await new Quoting(talk).judge(`«${quoted}»`);
  expect([judged!.match, judged!.alarms[0]?.new]).toEqual([stranger ? 'altered' : 'elided', stranger]);
});

test.for([
  ['Martha Soler measured the water level on Tuesday', ['Maria', 'Martha']],
  ['Maria Lind measured the water level on Tuesday', ['Soler', 'Lind']],
  ['Maria Soler measures the water level on Tuesday', []],
] as const)('“%s”: another name at the beginning', async ([quoted, names]) => {
  const talk = { parties: {}, sources: {}, utterances: [{ id: 'u1', text: NAMED.en }] };
  const [judged] = await new Quoting(talk).judge(`“${quoted}”`);
  expect(
    judged!.alarms.flatMap(({ kind, old, new: fresh }) => (kind === 'name' ? [old, fresh] : [])),
  ).toEqual(names);
});

test('a first name that the record has as well was not exchanged', async () => {
  const text = 'Maria Soler came early. Martha Soler stayed late in the old house by the river.';
  const talk = { parties: {}, sources: {}, utterances: [{ id: 'u1', text }] };
  const [judged] = await new Quoting(talk).judge(`“${text.replace('late', 'long')}”`);
  expect([judged!.match, judged!.alarms]).toEqual(['altered', []]);
});

test.for([
  ['de', 'Keiner hat im II. Weltkrieg sein Haus verloren.', 'Weltkrieg sein Haus verloren'],
  ['tr', 'Demedik ki 2. Dünya Savaşı bitti.', 'Dünya Savaşı bitti'],
  ['pl', 'Nigdy 2. Armia Wojska stała pod miastem.', 'Armia Wojska stała pod miastem'],
  ['en', 'NOBODY SAID THAT COL. SMITH LEFT THE HOUSE.', 'SMITH LEFT THE HOUSE'],
  ['en', 'NOBODY SAW THE CASE OF REED VS. STONE IN THE PAPERS.', 'STONE IN THE PAPERS'],
] as const)('%s, %s: a sentence goes on behind an ordinal and a title', async ([language, text, quoted]) => {
  const talk = { language, parties: {}, sources: {}, utterances: [{ id: 'u1', text }] };
  const [judged] = await new Quoting(talk).judge(`“${quoted}”`);
  expect([judged!.match, judged!.flags]).toEqual(['verbatim', ['cut']]);
});
