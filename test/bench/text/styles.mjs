// Talks in the styles that people and tools write, and texts that are made to be slow to read.
import { randomFrom, sentence } from '../generate.mjs';

const NAMES = ['Ada Okafor', 'Per Lind', 'Sam Sand', 'Ola Berg', 'Speaker 5'];
const two = number => String(number).padStart(2, '0');
const clock = at => `${two(Math.floor(at / 3600))}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}`;

function wrapped(words, width) {
  const lines = [''];
  for (const word of words.split(' ')) {
    if (lines.at(-1).length + word.length > width) lines.push(word);
    else lines[lines.length - 1] += lines.at(-1) === '' ? word : ` ${word}`;
  }
  return lines.join('\n');
}

export const STYLES = {
  prose: ({ words }) => `${wrapped(words, 72)}\n\n`,
  'Name: words': ({ name, words }) => `${name}: ${words}\n\n`,
  '[time] Name: words': ({ name, at, words }) => `[${clock(at)}] ${name}: ${words}\n`,
  'Name: time, below': ({ name, at, words }) => `${name}: ${clock(at)}\n\n${words}\n\n`,
  '**Name:** words': ({ name, words }) => `**${name}:** ${words}\n\n`,
  '>> Name: words': ({ name, words }) => `>> ${name}: ${wrapped(words, 40)}\n\n`,
  'Mr. NAME. words': ({ name, words }) =>
    `  Mr. ${name.split(' ')[0].toUpperCase()}. ${wrapped(words, 70)}\n`,
  'Q. and A.': ({ at, words }) => `${at % 8 < 4 ? 'Q' : 'A'}. ${wrapped(words, 55)}\n`,
  'Name (time): below': ({ name, at, words }) => `${name} (${clock(at)}):\n${words}\n\n`,
  'Name  time, below': ({ name, at, words }) => `${name}  ${clock(at)}\n${words}\n\n`,
  '[Name] [time] words': ({ name, at, words }) => `[${name}] [${clock(at)}] ${words}\n`,
  '[range] words': ({ at, words }) => `[${clock(at)}.000 --> ${clock(at + 3)}.000]  ${words.slice(0, 60)}\n`,
  'Name above time': ({ name, at, words }) => `${name}\n${clock(at)}\n${words}\n\n`,
};

export function talkIn(style, bytes) {
  const random = randomFrom(7);
  let text = '';
  for (let at = 0; text.length < bytes; at += 4) {
    const name = NAMES[Math.floor(random() * NAMES.length)];
    text += STYLES[style]({ name, at, words: sentence(random, 10 + Math.floor(random() * 40)) });
  }
  return text;
}

const lines = make => bytes => {
  const out = [];
  for (let size = 0, i = 0; size < bytes; i++) {
    out.push(make(i));
    size += out.at(-1).length + 1;
  }
  return out.join('\n');
};

export const HOSTILE = {
  'one line of colons': bytes => 'a: '.repeat(bytes / 3),
  'one line of brackets': bytes => '['.repeat(bytes),
  'one line of figures': bytes => '1'.repeat(bytes),
  'one line of times': bytes => '[00:00:01] '.repeat(bytes / 11),
  'one line of stars': bytes => `a${'*'.repeat(bytes)}`,
  'open brackets': lines(() => '[00:'),
  'labels that all differ': lines(i => `Name${i}x: hi.`),
  'long labels': lines(i => `${'Aa '.repeat(33)}${i}: x`),
  'brackets in labels': lines(() => `Ada ${'('.repeat(40)}: x`),
  'titles without end': lines(() => '  Mr. A. B. C. D of'),
  'remarks without end': lines(() => `(whereupon ${'a '.repeat(140)}`),
  'words of services': lines(() => 'transcribed '.repeat(24)),
  'numbered lines': lines(i => `${(i % 25) + 1} Q. a`),
  'names above times': lines(i => ['Ada Okafor', '00:01', 'hi'][i % 3]),
  'blank lines': bytes => `a${'\n'.repeat(bytes)}`,
};
