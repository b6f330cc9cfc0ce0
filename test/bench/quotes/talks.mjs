/** Talks that are quoted: two kinds in English, and two in German from a small grammar. */
import { dialogueText } from '../anchors/dialogue.mjs';
import { proseText } from '../anchors/prose.mjs';
import { GRAMMARS } from '../anchors/sentences.mjs';

const TURNS = 150;
const PARTIES = {
  petrosyan: 'Narek Petrosyan',
  lindqvist: 'Anna Lindqvist',
  okafor: 'Chidi Okafor',
  moreau: 'Claire Moreau',
};

export const PARTY_NAMES = PARTIES;

/** `make(random)` gives a talk and the words of its language that mutations need. */
export const KINDS = {
  'prose, English': random => talkOf(random, 'en', ofSource(proseText(random), random)),
  'dialogue, English': random => talkOf(random, 'en', ofSource(dialogueText(random), random)),
  'prose, German': random => talkOf(random, 'de', germanText(random, 3)),
  'dialogue, German': random => talkOf(random, 'de', germanText(random, 1)),
};

function talkOf(random, language, source) {
  const ids = Object.keys(PARTIES);
  let last;
  const next = () => {
    // What one speaks in a row is one turn.
    last = random.pick(ids.filter(id => id !== last));
    return last;
  };
  const utterances = Array.from({ length: TURNS }, (_, index) => ({
    id: `u${index + 1}`,
    speaker: next(),
    form: 'direct',
    text: source.turn(),
  }));
  return { language, utterances, source };
}

function ofSource(source, random) {
  return { ...source, other: () => otherEnglish(random), words: ENGLISH };
}

const ENGLISH = {
  negations: ['not', 'never', 'no', 'nobody', 'nothing', 'without'],
  numbers: ['seven', 'nineteen', '48', '3,100', 'four million'],
  names: ['Ivanova', 'Bergström', 'Quispe', 'Nakamura'],
};
const GERMAN = {
  negations: ['nicht', 'nie', 'kein', 'keine', 'ohne'],
  numbers: ['siebzehn', 'neunzehn', '48', '3.100', 'vier'],
  names: ['Iwanowa', 'Bergström', 'Quispe', 'Nakamura'],
};

function germanText(random, most) {
  const grammar = GRAMMARS.de;
  const sentence = () => {
    const { verb } = random.pick(grammar.verbs);
    const number = random.pick(grammar.numbers);
    const parts = {
      opener: random.pick(grammar.openers),
      aux: 'haben',
      subject: random.pick(grammar.subjects),
      number: random.chance(0.5) ? number.word : number.digits,
      noun: random.pick(grammar.nouns),
      tail: random.pick(grammar.tails),
      verb: random.chance(0.3) ? `nicht ${verb}` : verb,
    };
    const order = random.pick(grammar.orders).split(' ');
    const text = order.map(part => parts[part]).join(' ');
    const clause = random.chance(0.4) ? `, und ${random.pick(LINKS)} ${random.pick(ENDS)}` : '';
    return `${text[0].toUpperCase()}${text.slice(1)}${clause}.`;
  };
  return {
    sentence,
    turn: () => Array.from({ length: random.integer(1, most) }, sentence).join(' '),
    word: () => random.pick(STRANGE),
    other: () => otherGerman(random),
    words: GERMAN,
  };
}

const LINKS = ['darum', 'seitdem', 'trotzdem', 'bald darauf', 'ohne Eile', 'mit Mühe'];
const ENDS = [
  'ging der Winter vorbei',
  'blieb die Straße offen',
  'kam der Bote zurück',
  'sank der Preis wieder',
  'fuhr das Schiff weiter',
];

const STRANGE =
  'Lampe Garten Wolke Stein Fenster Orgel Kirsche Leiter Teppich Glocke rot mild blau rund eilig schmal singt malt rennt hofft dort oben morgens selten beinahe'.split(
    ' ',
  );

/** Sentences of another text: nobody in the talks says them. */
const pickAll = (random, slots) => slots.map(slot => random.pick(slot.split(' | '))).join(' ');

function otherEnglish(random) {
  return pickAll(random, [
    'Cooks | Gardeners | Painters | Tailors | Sailors | Weavers | Bakers',
    'in warm weather | on grey mornings | at festivals | on long voyages | by candle light',
    'often stir | gladly colour | slowly mend | rarely taste | proudly carry | softly fold',
    'thick soup | woollen coats | copper kettles | paper lanterns | ripe plums | silver thread',
    'while birds sing above | as rain drums on tin | until bells ring at dusk | because guests arrive hungry',
  ]);
}

function otherGerman(random) {
  return pickAll(random, [
    'Köche | Gärtner | Maler | Schneider | Matrosen | Weber | Bäcker',
    'rühren bei Hitze | färben an grauen Tagen | flicken auf langer Fahrt | tragen bei Kerzenlicht',
    'oft | gerne | langsam | selten | stolz | leise',
    'dicke Suppe | wollene Mäntel | kupferne Kessel | Lampions aus Papier | reife Pflaumen | silbernes Garn',
    'während draußen Vögel singen | wenn Regen auf Blech trommelt | bis abends Glocken läuten',
  ]);
}
