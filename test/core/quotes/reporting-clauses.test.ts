/** Clauses that say inside the quotation marks who speaks: they are looked through, and nothing else is. */
import { expect, test } from 'vitest';
import { Quoting } from './quoting.ts';

const TALKS = {
  ru: [
    'Иван Петров',
    'Анна Белова',
    'Мы пришли в город утром и увидели новый мост. Он не стоил пять миллионов.',
  ],
  uk: ['Іван Петренко', 'Ганна Білоус', 'Ми прийшли до міста вранці і побачили новий міст.'],
  be: ['Іван Пятроў', 'Ганна Бялова', 'Мы прыйшлі ў горад раніцай і ўбачылі новы мост.'],
  pl: ['Jan Kowalski', 'Anna Zielińska', 'Przyszliśmy do miasta rano i zobaczyliśmy nowy most.'],
  es: ['Luis López', 'Ana Ruiz', 'Vinimos a la ciudad por la mañana y vimos el puente nuevo.'],
  fr: ['Karl Lind', 'Ama Osei', 'Nous sommes venus en ville le matin et nous avons vu le nouveau pont.'],
  it: ['Marco Bianchi', 'Anna Rossi', 'Siamo venuti in città la mattina e abbiamo visto il ponte nuovo.'],
  pt: ['João Lopes', 'Ana Reis', 'Viemos à cidade de manhã e vimos a ponte nova.'],
  hy: ['Արամ Պետրոսյան', 'Անի Գրիգորյան', 'Մենք առավոտյան եկանք քաղաք և տեսանք նոր կամուրջը։'],
  en: ['Karl Lind', 'Ama Osei', 'We came to town in the morning and saw the new bridge.'],
  de: ['Karl Lind', 'Ama Osei', 'Wir kamen am Morgen in die Stadt und sahen die neue Brücke.'],
} as const;

async function verdictOf(language: keyof typeof TALKS, draft: string) {
  const [one, other, text] = TALKS[language];
  const talk = {
    language,
    parties: { one: { name: one }, other: { name: other } },
    sources: {},
    utterances: [{ id: 'u1', speaker: 'one', text }],
  };
  const [judged] = await new Quoting(talk).judge(draft);
  const { match, flags, alarms } = judged!;
  return [match, ...flags.map(flag => `+${flag}`), ...alarms.map(({ kind }) => `!${kind}`)].join(' ');
}

test.for([
  ['ru', '«Мы пришли в город утром, — сказал Петров, — и увидели новый мост»', 'folded'],
  ['ru', '«Мы пришли в город утром, – сказал Петров, – и увидели новый мост»', 'folded'],
  ['ru', '«Мы пришли в город утром, - сказал Петров, - и увидели новый мост»', 'folded'],
  ['ru', '«Мы пришли в город утром, сказал Петров, и увидели новый мост»', 'folded'],
  ['ru', '«Мы пришли в город утром, — сказал он вчера, — и увидели новый мост»', 'folded'],
  ['ru', '«Мы пришли в город утром, — сказал нам президент Иван Петров, — и увидели новый мост»', 'folded'],
  ['ru', '«Мы пришли в город утром и увидели новый мост, — сказал Петров»', 'folded'],
  ['ru', '«Мы пришли в город утром и увидели новый мост. — Сказал Петров.»', 'folded'],
  [
    'ru',
    '«Мы пришли в город утром и увидели новый мост, — сказал Петров. — Он не стоил пять миллионов»',
    'folded',
  ],
  [
    'ru',
    '«Мы пришли в город утром, — сказал Петров, — и увидели новый мост. Он, — добавил он, — не стоил пять миллионов»',
    'folded',
  ],
  ['ru', '«Мы пришли в город утром, — сказала Белова, — и увидели новый мост»', 'folded +other-speaker'],
  ['ru', '«Мы пришли в город утром, — сказал Сидоров, — и увидели новый мост»', 'folded'],
  [
    'ru',
    'Белова сказала: «Мы пришли в город утром, — добавил он, — и увидели новый мост»',
    'folded +other-speaker',
  ],
  ['ru', '«Мы пришли в город ..., — сказал Петров, — и увидели новый мост»', 'elided'],
  [
    'ru',
    '«Мы пришли в город утром, — сказал Петров, — и увидели новый мост. Он стоил пять миллионов»',
    'altered !negation',
  ],
  [
    'ru',
    '«Мы пришли в город утром, — сказал Петров, — и увидели новый мост. Он не стоил шесть миллионов»',
    'altered !number',
  ],
  ['ru', '«Мы пришли в город утром, — сообщил в среду господин Петров, — и увидели новый мост»', 'folded'],
  [
    'pl',
    '„Przyszliśmy do miasta rano – powiedział w środę pan Kowalski – i zobaczyliśmy nowy most”',
    'folded',
  ],
  [
    'fr',
    '« Nous sommes venus en ville le matin, a déclaré mardi M. Lind, et nous avons vu le nouveau pont »',
    'folded',
  ],
  [
    'es',
    '«Vinimos a la ciudad por la mañana —dijo el martes el señor López— y vimos el puente nuevo»',
    'folded',
  ],
  ['uk', '«Ми прийшли до міста вранці, — сказав Петренко, — і побачили новий міст»', 'folded'],
  ['be', '«Мы прыйшлі ў горад раніцай, — сказаў Пятроў, — і ўбачылі новы мост»', 'folded'],
  ['pl', '„Przyszliśmy do miasta rano – powiedział Kowalski – i zobaczyliśmy nowy most”', 'folded'],
  [
    'pl',
    '„Przyszliśmy do miasta rano – powiedziała Zielińska – i zobaczyliśmy nowy most”',
    'folded +other-speaker',
  ],
  ['es', '«Vinimos a la ciudad por la mañana —dijo López— y vimos el puente nuevo»', 'folded'],
  ['es', '«Vinimos a la ciudad por la mañana —le dijo ella—, y vimos el puente nuevo»', 'folded'],
  ['es', '«Vinimos a la ciudad por la mañana —dijo Ruiz— y vimos el puente nuevo»', 'folded +other-speaker'],
  ['fr', '« Nous sommes venus en ville le matin, a dit Lind, et nous avons vu le nouveau pont »', 'folded'],
  [
    'fr',
    '« Nous sommes venus en ville le matin, a-t-il ajouté, et nous avons vu le nouveau pont »',
    'folded',
  ],
  ['fr', '« Nous sommes venus en ville le matin, dit-il, et nous avons vu le nouveau pont »', 'folded'],
  [
    'fr',
    '« Nous sommes venus en ville le matin, a dit Mme Osei, et nous avons vu le nouveau pont »',
    'folded +other-speaker',
  ],
  ['it', '«Siamo venuti in città la mattina, ha detto Bianchi, e abbiamo visto il ponte nuovo»', 'folded'],
  ['it', '«Siamo venuti in città la mattina – ha detto Bianchi – e abbiamo visto il ponte nuovo»', 'folded'],
  ['pt', '«Viemos à cidade de manhã — disse Lopes — e vimos a ponte nova»', 'folded'],
  ['hy', '«Մենք առավոտյան եկանք քաղաք,- ասաց Պետրոսյանը,- և տեսանք նոր կամուրջը»', 'folded'],
] as const)('%s: %s', async ([language, draft, verdict]) => {
  expect(await verdictOf(language, draft)).toBe(verdict);
});

test.for([
  ['ru', '«Мы пришли в город утром, — не сказал Петров, — и увидели новый мост»'],
  ['ru', '«Мы пришли в город утром, — отрицал Петров, — и увидели новый мост»'],
  ['ru', '«Мы пришли в город утром, — сказал Петров, который не платил, — и увидели новый мост»'],
  ['ru', '«Мы пришли в город утром, — сказал Петров в среду и платил, — и увидели новый мост»'],
  ['ru', '«Мы пришли в город утром, — сказал в среду, — и увидели новый мост»'],
  ['ru', '«Мы пришли в город утром, — сказал Петров в Минске, — и увидели новый мост»'],
  ['ru', '«Мы пришли в город утром, говорят, и увидели новый мост»'],
  ['ru', '«Мы пришли в город утром, он сказал, и увидели новый мост»'],
  ['ru', '«Мы пришли в город утром, — сказал я, — и увидели новый мост»'],
  ['ru', '«Мы пришли в город утром, — Петров платил, — и увидели новый мост»'],
  ['ru', '«Мы пришли в город утром, — сказал Петров, — и увидели новый мост, — сказала Белова»'],
  ['ru', '«Мы пришли в город утром, — сказал Петров 5 раз, — и увидели новый мост»'],
  ['fr', "« Nous sommes venus en ville le matin, n'a pas dit Lind, et nous avons vu le nouveau pont »"],
  ['fr', '« Nous sommes venus en ville le matin, on dit, et nous avons vu le nouveau pont »'],
  ['es', '«Vinimos a la ciudad por la mañana —negó López— y vimos el puente nuevo»'],
  ['en', '“We came to town in the morning, said Lind, and saw the new bridge”'],
  ['de', '„Wir kamen am Morgen in die Stadt, sagte Lind, und sahen die neue Brücke“'],
] as const)('%s: no clause that says who speaks, or more than one: %s', async ([language, draft]) => {
  expect(await verdictOf(language, draft)).toMatch(/^altered/);
});

test('a clause that the record has is quoted as any other words', async () => {
  const talk = {
    language: 'ru',
    parties: { one: { name: 'Иван Петров' }, other: { name: 'Анна Белова' } },
    sources: {},
    utterances: [{ id: 'u1', speaker: 'one', text: 'Вода чиста, сказала Белова, и насос работал в мае.' }],
  };
  const judged = await new Quoting(talk).judge(
    '«Вода чиста, — сказала Белова, — и насос работал в мае»\n\n«Вода чиста, — сказала Белова, — и насос работал в июне»',
  );
  expect(judged.map(({ match, flags, notes }) => [match, flags, notes])).toEqual([
    ['folded', [], []],
    ['altered', [], []],
  ]);
});
