/** Second kind of text: radio traffic of a relief convoy. Short turns from a small stock of phrases, most of them said many times. */
const CALLS = ['North base', 'Convoy two', 'Harbour', 'Kilo four', 'Convoy nine', 'Bridge post'];
const OPENINGS = [
  'go ahead',
  'say again',
  'come in please',
  'stand by',
  'read you',
  'do you copy',
  'over to you',
];
const REPLIES = [
  'Copy.',
  'Roger.',
  'Say again?',
  'Negative.',
  'Affirmative.',
  'Stand by.',
  'Wait one.',
  'Copy that, over.',
  'Okay.',
  'Yes, go ahead.',
];
const THINGS = [
  'trucks',
  'tents',
  'drivers',
  'blankets',
  'crates of water',
  'generators',
  'medics',
  'passengers',
];
const STATES = [
  'at the gate',
  'past the river',
  'still waiting',
  'on the move',
  'out of fuel',
  'stuck in mud',
  'ready to load',
  'short of tyres',
];
const PLACES = [
  'Arda',
  'Lower Mill',
  'the ford',
  'checkpoint six',
  'Saint Vera',
  'the quarry',
  'the old depot',
];
const COUNTS = ['two', 'three', '12', '40', 'fifteen', 'sixty', '7', 'no'];
const WORDS =
  'signal road weather light south diesel camp ladder rope window bread coffee rain engine list paper stone wheel'.split(
    ' ',
  );

export function dialogueText(random) {
  const sentence = () => {
    const roll = random.next();
    if (roll < 0.25) return `${random.pick(CALLS)}, ${random.pick(CALLS)}, ${random.pick(OPENINGS)}.`;
    if (roll < 0.55) return `We have ${random.pick(COUNTS)} ${random.pick(THINGS)} ${random.pick(STATES)}.`;
    if (roll < 0.75)
      return `The ${random.pick(THINGS)} are ${random.pick(STATES)}, near ${random.pick(PLACES)}.`;
    if (roll < 0.9) return `How many ${random.pick(THINGS)} do you need at ${random.pick(PLACES)}?`;
    return `Tell ${random.pick(CALLS)} the ${random.pick(WORDS)} is ${random.pick(STATES)}.`;
  };
  const turn = () => {
    if (random.chance(0.45)) return random.pick(REPLIES);
    return random.chance(0.6) ? sentence() : `${sentence()} ${sentence()}`;
  };
  return { turn, sentence, speakers: ['base', 'convoy', 'harbour', 'post'], word: () => random.pick(WORDS) };
}
