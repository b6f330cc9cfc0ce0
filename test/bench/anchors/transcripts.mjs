/** Transcripts to annotate. A word is an object, so that the truth can follow it through every edit. */
import { readFileSync } from 'node:fs';
import { dialogueText } from './dialogue.mjs';
import { foreignText } from './foreign.mjs';
import { proseText } from './prose.mjs';

const TURNS = 120;
const LONGEST_TURN = 120;

/** A kind of text: `make(random)` gives utterances of words and a source of other words and sentences; `tag` is its language. */
export const KINDS = {
  prose: { tag: 'en', make: random => generated(proseText(random), random) },
  dialogue: { tag: 'en', make: random => generated(dialogueText(random), random) },
  german: { tag: 'de', make: random => generated(foreignText('de')(random), random) },
  russian: { tag: 'ru', make: random => generated(foreignText('ru')(random), random) },
};

function generated(source, random) {
  const utterances = Array.from({ length: TURNS }, (_, index) =>
    utterance(`u${index + 1}`, random.pick(source.speakers), source.turn()),
  );
  return { utterances, source };
}

function utterance(id, speaker, text) {
  return {
    id,
    speaker,
    words: text
      .split(/\s+/)
      .filter(Boolean)
      .map(word => ({ text: word, inside: false })),
  };
}

/** A transcript in a plain text file: a paragraph is a turn. Each case takes a stretch of it from a random place. */
export function kindFromFile(path) {
  const paragraphs = readFileSync(path, 'utf8')
    .replace(/<[^>]*>/g, ' ')
    .split(/\r?\n\s*\n/)
    .map(paragraph => paragraph.trim())
    .filter(paragraph => /\p{L}/u.test(paragraph))
    .flatMap(paragraph => pieces(paragraph.split(/\s+/)));
  const sentences = paragraphs.flatMap(paragraph => paragraph.split(/(?<=[.!?])\s+/));
  const allWords = paragraphs.join(' ').split(/\s+/);
  const make = random => {
    const first = random.integer(0, Math.max(0, paragraphs.length - TURNS));
    const speakers = ['first', 'second', 'third'];
    return {
      utterances: paragraphs
        .slice(first, first + TURNS)
        .map((text, index) => utterance(`u${index + 1}`, random.pick(speakers), text)),
      source: {
        sentence: () => random.pick(sentences),
        turn: () => random.pick(paragraphs),
        word: () => random.pick(allWords).replace(/[^\p{L}\p{N}]/gu, '') || 'well',
        speakers,
      },
    };
  };
  return { tag: 'en', make };
}

function pieces(words) {
  const result = [];
  for (let start = 0; start < words.length; start += LONGEST_TURN)
    result.push(words.slice(start, start + LONGEST_TURN).join(' '));
  return result;
}

export function textOf(utterance) {
  return utterance.words.map(word => word.text).join(' ');
}

/** Where the words of the passage stand now, without marks at its ends: one stretch for each utterance. */
export function truthIn(utterances) {
  const stretches = [];
  for (const [index, { words }] of utterances.entries()) {
    let offset = 0;
    let start = -1;
    let end = -1;
    for (const { text, inside } of words) {
      const lead = /^[^\p{L}\p{N}]*/u.exec(text)[0].length;
      const tail = /[^\p{L}\p{N}\p{M}]*$/u.exec(text)[0].length;
      if (inside && lead < text.length) {
        if (start < 0) start = offset + lead;
        end = offset + text.length - tail;
      }
      offset += text.length + 1;
    }
    if (start >= 0) stretches.push({ utterance: index, start, end });
  }
  return stretches;
}
