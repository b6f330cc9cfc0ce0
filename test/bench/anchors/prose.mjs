/** First kind of text: an interview in full sentences, with numbers, names and negations, and short repeated turns. */
const words = text => text.trim().split(/\s+/);

const DETERMINERS = words('the a this that our their his her every no some another each');
const ADJECTIVES =
  words(`new old large small long public private early late difficult serious local foreign secret honest careful
  broken quiet final first second third open closed military legal financial political rural northern southern independent`);
const NOUNS =
  words(`government committee minister letter meeting report witness agreement border village contract budget ministry
  document question answer morning evening week year hospital factory river bridge school church market army company election
  journalist lawyer judge office phone call promise plan harvest winter road train station garden kitchen neighbour family brother
  daughter teacher doctor archive photograph signature payment loan debt account bank inquiry evidence rumour statement proposal
  delegation ceasefire ambassador president council parliament vote law clause amendment deadline strike union worker pension`);
const VERBS =
  words(`said knew signed read wrote refused accepted promised wanted asked told heard saw believed denied offered sent
  opened closed visited remembered forgot explained announced delayed supported opposed discussed mentioned changed received paid`);
const ADVERBS = words(
  'never always already later finally only then again clearly perhaps certainly almost suddenly quickly openly',
);
const PREPOSITIONS = words(
  'in of to with for from about after before without under near against between during',
);
const CONJUNCTIONS = words('and but because so although when while if');
const PRONOUNS = words('I he she they we you it');
const NAMES =
  words(`Anna Boris Clara Davit Elena Farid Gohar Henrik Irina Jakob Karen Levon Maria Narek Olga Petros Rosa Samvel Tamar
  Vera Zaven Petrosyan Lindqvist Okafor Tanaka Moreau Haddad Novak`);
const SHORT_TURNS = [
  'Yes.',
  'No.',
  'I do not recall.',
  'That is right.',
  'Go on.',
  'I see.',
  'Of course.',
  'Exactly.',
  'Could you repeat that?',
  'Thank you.',
];
const NUMBERS = [
  'five',
  'twelve',
  'twenty',
  'three hundred',
  '850,000',
  '2016',
  '40',
  '7',
  'five billion',
  'two million',
];

export function proseText(random) {
  const nounPhrase = () => {
    if (random.chance(0.25)) return random.pick(PRONOUNS);
    if (random.chance(0.12)) return random.pick(NAMES);
    if (random.chance(0.06)) return `${random.pick(NUMBERS)} ${random.pickSkewed(NOUNS)}s`;
    const adjective = random.chance(0.4) ? `${random.pickSkewed(ADJECTIVES)} ` : '';
    return `${random.pickSkewed(DETERMINERS)} ${adjective}${random.pickSkewed(NOUNS)}`;
  };
  const clause = () => {
    const parts = [nounPhrase()];
    if (random.chance(0.08)) parts.push('did not');
    else if (random.chance(0.2)) parts.push(random.pickSkewed(ADVERBS));
    parts.push(random.pickSkewed(VERBS));
    if (random.chance(0.8)) parts.push(nounPhrase());
    if (random.chance(0.5)) parts.push(random.pickSkewed(PREPOSITIONS), nounPhrase());
    return parts.join(' ');
  };
  const sentence = () => {
    let text = clause();
    for (let more = random.integer(0, 2); more > 0; more--)
      text += `${random.chance(0.5) ? ',' : ''} ${random.pick(CONJUNCTIONS)} ${clause()}`;
    if (random.chance(0.06)) text = `${random.pick(PRONOUNS)} said "${clause()}" and ${text}`;
    return `${text[0].toUpperCase()}${text.slice(1)}${random.chance(0.12) ? '?' : '.'}`;
  };
  const turn = () => {
    if (random.chance(0.3)) return random.pick(SHORT_TURNS);
    return Array.from({ length: random.integer(1, random.chance(0.2) ? 7 : 3) }, sentence).join(' ');
  };
  return {
    turn,
    sentence,
    speakers: ['interviewer', 'witness', 'chair'],
    word: () => random.pickSkewed(random.chance(0.5) ? NOUNS : VERBS),
  };
}
