/** What the phrase lists of other languages than English find, and what they leave alone. */
import { expect, test } from 'vitest';
import { finderOf } from '../../src/core/language/phrases.ts';
import { loadLanguage } from '../../src/core/language/shipped.ts';
import { weakerActsOf } from '../../src/rules/shared/weaker-acts.ts';

async function phrasesOf(tag: string) {
  return (await loadLanguage(tag))!.phrases;
}

test.for<[language: string, wording: string, tags: string[]]>([
  ['ru', 'В ведомстве отказались от комментариев.', ['declined-to-comment']],
  ['ru', 'Мы не подтверждаем и не опровергаем это.', ['declined-to-comment']],
  ['ru', 'Пресс-служба принимает публикацию записи как факт.', ['acknowledged']],
  ['ru', 'Насколько мне известно, он был там.', ['qualified']],
  ['ru', 'Они поставили под сомнение эту запись.', ['questioned']],
  ['ru', 'На запрос там не ответили.', ['no-response']],
  ['ru', 'Мы подтверждаем: запись подлинная.', []],
  ['ru', 'Он подписал договор в мае.', []],
  ['de', 'Das Amt wollte sich nicht äußern.', ['declined-to-comment']],
  ['de', 'Das können wir weder bestätigen noch dementieren.', ['declined-to-comment']],
  ['de', 'Wir nehmen die Aufnahme zur Kenntnis.', ['acknowledged']],
  ['de', 'Soweit ich weiß, war er dort.', ['qualified']],
  ['de', 'Sie bezweifelten die Aufnahme.', ['questioned']],
  ['de', 'Auf die Anfrage reagierte niemand, er war nicht erreichbar.', ['no-response']],
  ['de', 'Wir bestätigen: Die Aufnahme ist echt.', []],
  ['de', 'Er unterschrieb den Vertrag im Mai.', []],
  ['fr', 'Le ministère s’est refusé à tout commentaire.', ['declined-to-comment']],
  ['fr', 'Nous ne pouvons ni confirmer ni démentir.', ['declined-to-comment']],
  ['fr', 'Le bureau prend acte de la publication.', ['acknowledged']],
  ['fr', 'À ma connaissance, il y était.', ['qualified']],
  ['fr', 'Ils ont mis en doute cet enregistrement.', ['questioned']],
  ['fr', 'Le cabinet n’a pas répondu.', ['no-response']],
  ['fr', 'Nous confirmons : l’enregistrement est authentique.', []],
  ['fr', 'Il a signé le traité en mai.', []],
  ['es', 'El ministerio se negó a hacer comentarios.', ['declined-to-comment']],
  ['es', 'No confirmamos ni desmentimos eso.', ['declined-to-comment']],
  ['es', 'La oficina toma nota de la publicación.', ['acknowledged']],
  ['es', 'Hasta donde sé, estuvo allí.', ['qualified']],
  ['es', 'Pusieron en duda la grabación.', ['questioned']],
  ['es', 'La oficina no respondió.', ['no-response']],
  ['es', 'Confirmamos que la grabación es auténtica.', []],
  ['es', 'Firmó el tratado en mayo.', []],
])('%s: %s', async ([language, wording, tags]) => {
  const found = weakerActsOf(await phrasesOf(language)).in({
    id: 'a1',
    target: ['c1'],
    tag: 'confirmed',
    wording,
  });
  expect(found.map(({ tag }) => tag)).toEqual(tags);
});

test.for<[language: string, text: string, verb: string | undefined]>([
  ['ru', 'Он признался, что был там.', 'признался'],
  ['ru', 'Он сказал, что был там.', undefined],
  ['de', 'Sie räumte ein, dass er dort war.', 'räumte ein'],
  ['de', 'Sie sagte, dass er dort war.', undefined],
  ['fr', 'Elle a avoué qu’il y était.', 'a avoué'],
  ['fr', 'Elle a dit qu’il y était.', undefined],
  ['es', 'Supuestamente estuvo allí.', 'supuestamente'],
  ['es', 'Dijo que estuvo allí.', undefined],
])('loaded verbs of %s: %s', async ([language, text, verb]) => {
  expect(finderOf((await phrasesOf(language)).loadedVerbs).firstIn(text)?.value).toBe(verb);
});

test.for(['de', 'es', 'fr', 'ru'])('no list of %s is empty but that of endings', async language => {
  const { collectiveEndings: _, ...lists } = await phrasesOf(language);
  for (const [name, list] of Object.entries(lists))
    expect(Array.from(list as Iterable<unknown>).length, name).toBeGreaterThan(4);
});
