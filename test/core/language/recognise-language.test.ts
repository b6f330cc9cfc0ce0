import { expect, test } from 'vitest';
import { recogniseLanguage } from '../../../src/core/language/recognise-language.ts';
import { wordsOfTranscripts } from '../../../src/core/language/transcript-words.ts';

/** The same few sentences in languages that ship. */
const SHIPPED: Readonly<Record<string, string>> = {
  ar: 'أمس تكلمنا مع الوزير وقال إن الخطة غير جاهزة. يريدون أن يتكلموا عن ذلك مرة أخرى، لكن هذا غير ممكن قبل الربيع. الجسر مغلق منذ زمن طويل.',
  be: 'Учора мы гаварылі з міністрам, і ён сказаў, што план не гатовы. Яны хочуць пагаварыць пра гэта яшчэ раз, але гэта магчыма толькі вясной. Мост даўно зачынены, і ніхто не ведае, калі ён адкрыецца.',
  de: 'Gestern haben wir mit dem Minister gesprochen und er sagte, dass der Plan nicht fertig ist. Sie wollen noch einmal darüber reden, aber das geht erst im Frühjahr.',
  en: 'Yesterday we spoke with the minister and he said that the plan is not ready. They want to talk about it once more, but that cannot be before the spring. The bridge has been closed for a long time.',
  es: 'Ayer hablamos con el ministro y dijo que el plan no está listo. Quieren hablar de eso otra vez, pero no puede ser hasta la primavera. El puente lleva mucho tiempo cerrado y nadie sabe cuándo se abrirá.',
  fr: 'Hier nous avons parlé avec le ministre et il a dit que le plan n’est pas prêt. Ils veulent en parler encore une fois, mais cela ne se peut pas avant le printemps. Le pont est fermé depuis longtemps et personne ne sait quand il ouvrira.',
  hy: 'Երեկ խոսեցինք նախարարի հետ, և նա ասաց, որ պլանը պատրաստ չէ։ Նրանք ուզում են նորից խոսել դրա մասին, բայց դա հնարավոր է միայն գարնանը։',
  it: 'Ieri abbiamo parlato con il ministro e ha detto che il piano non è pronto. Vogliono parlarne un’altra volta, ma questo non è possibile prima della primavera. Il ponte è chiuso da molto tempo e nessuno sa quando aprirà.',
  pl: 'Wczoraj rozmawialiśmy z ministrem i powiedział, że plan nie jest gotowy. Chcą o tym mówić jeszcze raz, ale to możliwe dopiero na wiosnę. Most jest dawno zamknięty i nikt nie wie, kiedy się otworzy.',
  pt: 'Ontem falámos com o ministro e ele disse que o plano não está pronto. Querem falar disso mais uma vez, mas isso só pode ser na primavera. A ponte está fechada há muito tempo e ninguém sabe quando abrirá.',
  ru: 'Вчера мы говорили с министром, и он сказал, что план не готов. Они хотят поговорить об этом ещё раз, но это возможно только весной. Мост давно закрыт, и никто не знает, когда он откроется.',
  tr: 'Dün bakanla konuştuk ve planın hazır olmadığını söyledi. Bunu bir daha konuşmak istiyorlar ama bu ancak baharda olur. Köprü çoktan kapalı ve ne zaman açılacağını kimse bilmiyor.',
  uk: 'Учора ми говорили з міністром, і він сказав, що план не готовий. Вони хочуть поговорити про це ще раз, але це можливо тільки навесні. Міст давно закритий, і ніхто не знає, коли він відкриється.',
};

/** And in their neighbours, which must not be taken for one of those. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  az: 'Dünən nazirlə danışdıq və o dedi ki, plan hazır deyil. Onlar bu barədə bir daha danışmaq istəyirlər, amma bu yalnız yazda mümkün olacaq. Körpü çoxdan bağlıdır.',
  bg: 'Вчера говорихме с министъра и той каза, че планът не е готов. Искат да говорят за това още веднъж, но това може да стане чак през пролетта. Мостът отдавна е затворен и никой не знае кога ще отвори.',
  ca: 'Ahir vam parlar amb el ministre i va dir que el pla no està acabat. Volen parlar-ne una altra vegada, però això no pot ser fins a la primavera. El pont fa temps que és tancat i ningú no sap quan s’obrirà.',
  cs: 'Včera jsme mluvili s ministrem a řekl, že plán není hotový. Chtějí o tom mluvit ještě jednou, ale to jde až na jaře. Most je dávno zavřený a nikdo neví, kdy se otevře.',
  da: 'Vi har talt med ministeren i går og han sagde at planen ikke er klar. De vil gerne tale om det en gang til, men det kan først ske til foråret. Broen har været lukket længe og ingen ved hvornår den åbner igen.',
  el: 'Χθες μιλήσαμε με τον υπουργό και είπε ότι το σχέδιο δεν είναι έτοιμο.',
  fa: 'دیروز با وزیر صحبت کردیم و او گفت که طرح آماده نیست. آنها می‌خواهند یک بار دیگر درباره آن صحبت کنند، اما این کار تا بهار ممکن نیست. پل مدتهاست که بسته است.',
  fi: 'Eilen puhuimme ministerin kanssa ja hän sanoi, että suunnitelma ei ole valmis. He haluavat puhua siitä vielä kerran.',
  gl: 'Onte falamos co ministro e dixo que o plan non está rematado. Queren falar diso outra vez, pero iso non pode ser ata a primavera. A ponte leva moito tempo pechada e ninguén sabe cando abrirá.',
  hu: 'Tegnap beszéltünk a miniszterrel, és azt mondta, hogy a terv nincs kész. Még egyszer beszélni akarnak róla, de az csak tavasszal lehet.',
  ja: '昨日、大臣と話しました。計画はまだ準備できていないと言いました。',
  nl: 'Wij hebben gisteren met de minister gesproken en hij zei dat het plan niet klaar is. Ze willen er nog een keer over praten, maar dat kan pas in de lente. De brug is al lang gesloten en niemand weet wanneer hij weer open gaat.',
  ro: 'Ieri am vorbit cu ministrul și a spus că planul nu este gata. Vor să vorbească încă o dată despre asta, dar nu se poate decât la primăvară. Podul este închis de mult timp și nimeni nu știe când se deschide.',
  sr: 'Јуче смо разговарали са министром и он је рекао да план није готов. Желе да говоре о томе још једном, али то може тек на пролеће. Мост је давно затворен и нико не зна када ће се отворити.',
  sv: 'Vi talade med ministern i går och han sade att planen inte är klar. De vill gärna tala om det en gång till, men det kan ske först till våren. Bron har varit stängd länge och ingen vet när den öppnar igen.',
};

test.for(Object.entries(SHIPPED))('a text in %s is taken for that', ([tag, text]) => {
  expect(recogniseLanguage([text])).toBe(tag);
});

test.for(Object.entries(NEIGHBOURS))('a text in %s is taken for no language', ([, text]) => {
  expect(recogniseLanguage([text])).toBeUndefined();
});

test.for<[name: string, text: string, taken: string | undefined]>([
  ['no words', '12, 13', undefined],
  ['one word', 'Yes.', undefined],
  ['few words of a script that one language ships in', 'Չորս հոգի', 'hy'],
  ['few words of a script that several ship in', 'Четыре человека', undefined],
])('%s', ([, text, taken]) => {
  expect(recogniseLanguage([text])).toBe(taken);
});

const talk = (language: string | undefined, ...utterances: { text: string; language?: string }[]) => ({
  language,
  utterances,
});

test('a language that is stated is believed, whatever the text is in', async () => {
  const words = await wordsOfTranscripts([talk('de-AT', { text: 'We can sell them all today.' })]);
  expect(words).toMatchObject({ language: { tag: 'de', isStated: true }, unlisted: [] });
  expect(words.lists.negations.has('nicht')).toBe(true);
  expect(words.lists.negations.has('not')).toBe(false);
});

test('utterances bring the languages that they state, and those that their script tells', async () => {
  const dutch = { text: 'Wij hebben het niet.', language: 'nl' };
  const arabic = { text: 'دفعنا ثلاثة آلاف دينار' };
  const greek = { text: 'Δεν το έχουμε.' };
  const words = await wordsOfTranscripts([
    talk('en', { text: 'We have it.' }, { text: 'Мы не согласны.', language: 'ru' }, dutch, arabic, greek),
  ]);
  expect(['not', 'не', 'لا'].map(word => words.lists.negations.has(word))).toEqual([true, true, true]);
  expect(words.unlisted).toEqual(['nl']);
  expect([{ text: 'We have it.' }, dutch, arabic, greek].map(words.unlistedIn)).toEqual([
    undefined,
    'nl',
    undefined,
    'Greek',
  ]);
});

test('a text whose language nobody states and no list fits has no words', async () => {
  const words = await wordsOfTranscripts([talk(undefined, { text: 'Δεν το έχουμε.' })]);
  expect(words).toMatchObject({ language: { tag: 'und', isStated: false }, unlisted: ['und'] });
  expect(words.unlistedIn({ text: 'Δεν' })).toBe('und');
});
