/** Who is the subject of a verb of saying, in several languages: the words are those of the second speaker. */
import { expect, test } from 'vitest';
import { Quoting } from './quoting.ts';

const TALKS = {
  en: ['Karl Lind', 'Ama Osei', 'The water rose by five metres.'],
  de: ['Karl Lind', 'Ama Osei', 'Das Wasser stieg um fünf Meter.'],
  fr: ['Karl Lind', 'Ama Osei', 'La mer est montée de cinq mètres.'],
  ru: ['Иван Петров', 'Анна Белова', 'Вода поднялась на пять метров.'],
  pl: ['Jan Kowalski', 'Anna Zielińska', 'Woda podniosła się o pięć metrów.'],
  hy: ['Արամ Պետրոսյան', 'Աննա Գրիգորյան', 'Ջուրը բարձրացավ հինգ մետրով։'],
  ar: ['سليم حداد', 'ليلى منصور', 'ارتفع الماء خمسة أمتار.'],
  tr: ['Ali Demir', 'Ayşe Kaya', 'Su beş metre yükseldi ve çekildi.'],
  uk: ['Іван Петренко', 'Ганна Білоус', 'Вода піднялася на п’ять метрів.'],
  be: ['Іван Пятроў', 'Ганна Бялова', 'Вада паднялася на пяць метраў.'],
  es: ['Carlos López', 'Ana Ruiz', 'El agua subió cinco metros.'],
  it: ['Carlo Bianchi', 'Anna Rossi', 'L’acqua è salita di cinque metri.'],
  pt: ['Carlos Lopes', 'Ana Reis', 'A água subiu cinco metros.'],
} as const;

test.for([
  ['en', 'As Lind put it, W', true],
  ['en', 'W, as Lind once put it.', true],
  ['en', 'As Karl Lind, the former mayor, put it: W', true],
  ['en', 'As Osei put it to Lind: W', false],
  ['en', 'In Lind’s words, W', true],
  ['en', 'In Mayor Karl Lind’s own words, W', true],
  ['en', 'In Osei’s words, W', false],
  ['en', 'W — Lind', true],
  ['en', 'W. – Karl Lind, mayor', true],
  ['en', 'W - Mayor Karl Lind', true],
  ['en', 'W — Ama Osei, engineer', false],
  ['en', 'W — Lind disagreed.', false],
  ['en', 'W — Lind, the mayor, disagreed.', false],
  ['en', 'W — a letter to Lind', false],
  ['en', 'W — Lind’s deputy', false],
  ['en', 'W, said Mr. Lind.', true],
  ['en', 'W, said Prof. Lind.', true],
  ['en', 'According to Mr. Lind, W', true],
  ['en', 'According to Dr. Osei, W', false],
  ['en', 'Lind\nsaid W', true],
  ['en', 'W,\nsaid\nOsei.', false],
  ['en', 'Lind: Why?\nOsei: W', false],
  ['en', 'Lind himself said W', true],
  ['en', 'Lind on Friday said W', true],
  ['en', 'After the meeting with Lind, Osei later said W', false],
  ['en', 'Osei, who had never met Lind, later said W', false],
  ['en', 'Osei replied, when Lind asked her, W', false],
  ['en', 'When Lind said W, nobody laughed.', true],
  ['en', 'Unlike Lind, she said W', false],
  ['en', 'Van Dijk said W', true],
  ['en', 'W, says van Dijk.', true],
  ['de', 'Nach Linds Worten W', true],
  ['de', 'Nach den Worten von Karl Lind W', true],
  ['de', 'Nach Oseis Angaben W', false],
  ['de', 'Wie Lind es ausdrückte: W', true],
  ['de', 'W, wie Osei es formulierte.', false],
  ['de', 'Am Freitag sagte Lind: W', true],
  ['de', 'Am Freitag sagte Osei: W', false],
  ['de', 'W, hat Karl Lind am Freitag in Port gesagt.', true],
  ['de', 'Osei wurde von Lind gesagt, W', true],
  ['de', 'Herrn Lind sagte sie: W', false],
  ['de', 'Über Lind sagte Osei: W', false],
  ['de', 'Osei, die Lind nie getroffen hatte, hat gesagt: W', false],
  ['de', 'W, sagte Dr. Lind.', true],
  ['de', 'Nach Lind sprach sie: W', false],
  ['fr', 'Comme le dit Lind, W', true],
  ['fr', 'Lind lui a dit : W', true],
  ['fr', 'À Lind, elle a dit : W', false],
  ['fr', 'Osei, qui n’avait jamais vu Lind, a dit : W', false],
  ['fr', 'Selon M. Lind, W', true],
  ['fr', 'Pour reprendre les mots de Lind, W', true],
  ['fr', 'W, affirme le maire de Port.', true],
  ['fr', 'Osei a été informée par Lind que W', true],
  ['en', 'Asked by Osei, Lind said: W', true],
  ['en', 'Asked by Lind, Osei said: W', false],
  ['en', 'Quoting Osei, Lind said: W', true],
  ['en', 'Lind, Cole and Osei said: W', false],
  ['en', 'Karl Lind (58) said: W', true],
  ['en', 'Lind, who later said: W', true],
  ['en', 'Lind (laughing): W', true],
  ['en', 'The mayor of Port has said: W', true],
  ['en', 'The mayor has said: W', false],
  ['en', 'W, Lind whispered.', true],
  ['de', 'Es war Lind, der sagte: W', true],
  ['de', 'Es war Osei, die sagte: W', false],
  ['de', 'Lind (58) sagte: W', true],
  ['de', 'Lind wurde von Osei gesagt: W', false],
  ['fr', "C'est Lind qui a dit : W", true],
  ['fr', 'Lind, qui a dit ensuite : W', true],
  ['ru', 'По словам Петрова, W', true],
  ['ru', 'По словам Ивана Петрова, W', true],
  ['ru', 'По словам Беловой, W', false],
  ['ru', 'Петров, который сказал: W', true],
  ['ru', 'Петрову сказали: W', false],
  ['pl', 'Według Kowalskiego W', true],
  ['pl', 'Według Zielińskiej W', false],
  ['hy', 'W,— ասաց Պետրոսյանը։', true],
  ['hy', 'Արամ Պետրոսյանն ասաց. W', true],
  ['hy', 'Պետրոսյանի խոսքով՝ W։', true],
  ['hy', 'Պետրոսյանին ասաց Գրիգորյանը. W', false],
  ['ar', 'وفقا لحداد W', true],
  ['ar', 'وفقاً لليلى منصور W', false],
  ['ar', 'قالت منصور لحداد: W', false],
  ['tr', "Demir'e göre W", true],
  ['tr', 'Demir W dedi.', true],
  ['tr', "Kaya Demir'e W dedi.", false],
  ['tr', "Demir'e W dedi.", false],
  ['tr', "Kaya'ya göre W", false],
  ['tr', 'Demir, W dedi.', true],
  ['tr', 'Kaya, W dedi.', false],
  ['tr', 'Demir, Kaya’ya W dedi.', true],
  ['tr', 'Kaya, Demir’e W dedi.', false],
  ['tr', 'Demir dünkü toplantıda W diye konuştu.', true],
  ['tr', 'Demir hakkında W dedi.', false],
  ['tr', 'Ali Demir, toplantıdan sonra yaptığı açıklamada, W ifadelerini kullandı.', true],
  ['tr', 'W diyen Demir toplantıdan ayrıldı.', true],
  ['ru', 'W, — рассказал Петров.', true],
  ['ru', 'Петров ему сказал: W', true],
  ['ru', 'W — спросил Петров.', true],
  ['ru', 'W — спросили Петрова.', false],
  ['ru', 'Белова обратилась к Петрову: W', false],
  ['uk', 'W, – розповів Петренко.', true],
  ['uk', 'Петренко звернувся до Білоус: W', true],
  ['uk', 'Білоус звернулася до Петренка: W', false],
  ['be', 'Паводле слоў Пятрова, W', true],
  ['be', 'W, — расказаў Пятроў.', true],
  ['be', 'Бялова расказала Пятрову: W', false],
  ['pl', 'W – tłumaczy Kowalski.', true],
  ['pl', 'W – poinformował Kowalski.', true],
  ['pl', 'W – usłyszał Kowalski od Zielińskiej.', false],
  ['es', 'López le dijo a Ruiz: W', true],
  ['es', 'Ruiz le dijo a López: W', false],
  ['es', 'López, que ayer dijo: W', true],
  ['es', 'W, ha reconocido López.', true],
  ['es', 'W, preguntó López.', true],
  ['es', 'W, preguntó a López.', false],
  ['es', 'W, le preguntó Ruiz a López.', false],
  ['it', 'È stato Bianchi a dire: W', true],
  ['it', 'W, ha assicurato Bianchi.', true],
  ['it', 'W, ha assicurato Rossi a Bianchi.', false],
  ['pt', 'W, frisou Lopes.', true],
  ['pt', 'W, frisou Reis a Lopes.', false],
  ['ar', 'وأشار حداد إلى أن W', true],
  ['ar', 'وأشارت منصور إلى حداد: W', false],
] as const)('%s: %s', async ([language, sentence, isOther]) => {
  const [one, other, text] = TALKS[language];
  const talk = {
    language,
    parties: {
      one: { name: one, role: 'Mayor of Port', aliases: ['maire de Port'] },
      other: { name: other, aliases: ['the mayor'] },
      cole: { name: 'Eva Cole' },
      dijk: { name: 'Pieter van Dijk' },
    },
    sources: {},
    utterances: [{ id: 'u1', speaker: 'other', text }],
  };
  const [judged] = await new Quoting(talk).judge(sentence.replace(/W(?!\p{L})/u, `«${text.slice(0, -1)}»`));
  expect(judged!.match).toBe('verbatim');
  expect(judged!.flags.includes('other-speaker')).toBe(isOther);
});

test.for([
  ['> W\n> — Karl Lind', true],
  ['> W\n>\n> — Karl Lind, Mayor of Port', true],
  ['> W\n\n— Lind', true],
  ['> W\n>\n> — Osei', false],
  ['> W\n\n— Lind left the room.', false],
  ['“W”\n\n— Lind', true],
  ['Lind:\n\n> W\n>\n> — Osei', false],
] as const)('a line with a dash signs the quotation above it: %j', async ([draft, isOther]) => {
  const text = 'The water rose by five metres.';
  const talk = {
    parties: { one: { name: 'Karl Lind', role: 'Mayor of Port' }, other: { name: 'Ama Osei' } },
    sources: {},
    utterances: [{ id: 'u1', speaker: 'other', text }],
  };
  const judged = await new Quoting(talk).judge(draft.replace('W', text));
  expect(judged.map(({ match }) => match)).toEqual(['verbatim']);
  expect(judged[0]!.flags.includes('other-speaker')).toBe(isOther);
});

test('the name of a man in the genitive may be that of a woman, and then both are meant', async () => {
  const talk = {
    language: 'ru',
    parties: { m: { name: 'Иван Петров' }, f: { name: 'Анна Петрова' } },
    sources: {},
    utterances: [
      { id: 'u1', speaker: 'm', text: 'Вода поднялась на пять метров.' },
      { id: 'u2', speaker: 'f', text: 'Насос был выключен ночью.' },
    ],
  };
  const judged = await new Quoting(talk).judge(
    'По словам Петрова, «вода поднялась на пять метров».\n\nПо словам Петрова, «насос был выключен ночью».',
  );
  expect(judged.map(({ flags }) => flags)).toEqual([[], []]);
});

test.for([
  ['de', 'Ich bezweifle, dass die Pumpe lief.', 'dass die Pumpe lief', 'bezweifle'],
  ['it', 'Nego che la pompa fosse accesa.', 'che la pompa fosse accesa', 'Nego'],
  ['pl', 'Odmawiam podpisania tego planu dzisiaj.', 'podpisania tego planu dzisiaj', 'Odmawiam'],
  ['uk', 'Я заперечую, що насос працював.', 'що насос працював', 'заперечую'],
  ['ru', 'Я отрицаю, что насос работал.', 'что насос работал', 'отрицаю'],
  ['ar', 'أرفض التوقيع على هذه الخطة اليوم.', 'التوقيع على هذه الخطة اليوم', 'أرفض'],
  ['tr', 'Pompanın çalıştığını reddediyorum.', 'Pompanın çalıştığını', 'reddediyorum'],
] as const)('%s: who speaks of oneself denies, too: %s', async ([language, text, quoted, cut]) => {
  const talk = { language, parties: {}, sources: {}, utterances: [{ id: 'u1', text }] };
  const [judged] = await new Quoting(talk).judge(`«${quoted}»`, 2);
  expect([judged!.match, judged!.cut]).toEqual(['verbatim', cut]);
});

test('in a language whose verbs of saying nobody listed, the name of somebody else is told and fails nothing', async () => {
  const talk = {
    language: 'zh',
    parties: { li: { name: '李明' }, wang: { name: '王芳' } },
    sources: {},
    utterances: [
      { id: 'u1', speaker: 'li', text: '我们没有同意十月十四日的计划。' },
      { id: 'u2', speaker: 'wang', text: '水位上升了五米。' },
    ],
  };
  const [other, own] = await new Quoting(talk).judge(
    '李明说：“水位上升了五米。”\n\n王芳说：“水位上升了五米。”',
  );
  expect([other!.flags, own!.flags]).toEqual([[], []]);
  expect(other!.notes).toEqual(['the draft names 李明, and no verbs of saying are listed for its language']);
  expect(own!.notes).toEqual([]);
});

test('a party is also named by a part of its name in another alphabet', async () => {
  const talk = {
    language: 'ru',
    parties: {
      m: { name: 'Иван Петров', aliases: ['Ivan Petrov', 'The mayor of Port'] },
      f: { name: 'Анна Белова', aliases: ['Anna Belova'] },
    },
    sources: {},
    utterances: [{ id: 'u1', speaker: 'f', text: 'Вода поднялась на пять метров.' }],
  };
  const judged = await new Quoting(talk).judge(
    'Petrov said: «Вода поднялась на пять метров».\n\nBelova said: «Вода поднялась на пять метров».',
  );
  expect(judged.map(({ flags }) => flags)).toEqual([['other-speaker'], []]);
});

test('a draft is heard in its own language, however long the drafts before it are', async () => {
  const talk = {
    language: 'en',
    parties: { lind: { name: 'Karl Lind' }, osei: { name: 'Abena Osei' } },
    sources: {},
    utterances: [{ id: 'u1', speaker: 'osei', text: 'The pump was off at night.' }],
  };
  const german = 'Nach dem Treffen erklärte Lind den Leuten im Saal: „The pump was off at night“.';
  const long = 'The council met in the town hall and talked about the pump. '.repeat(500);
  const [judged] = await new Quoting(talk).judge(german, 3, [long]);
  expect(judged!.flags).toEqual(['other-speaker']);
});
