// What two annotators may do to one layer on two branches: the same edits for the same seed.
import { randomFrom } from '../generate.mjs';

/** The text of a layer as a head and entries; each entry begins with a line `  - `, comments above it included. */
function cut(text) {
  const start = text.indexOf('\nannotations:\n') + '\nannotations:\n'.length;
  const parts = text.slice(start).split(/^(?=(?: {2}#.*\n)* {2}- )/m);
  return { head: text.slice(0, start), entries: parts.map(part => ({ id: idOf(part), text: part })) };
}

const idOf = text => /^ {2}- (?:\{)?id: ([A-Za-z0-9_-]+)/m.exec(text)?.[1];

export const joined = ({ head, entries }) => head + entries.map(entry => entry.text).join('');

const NOTES = [
  'Checked again.',
  'The minutes say so too.',
  'Not clear from the report.',
  'Two readers agree.',
];

/** Base, ours and theirs of one pair. */
export function branches(text, seed) {
  const random = randomFrom(seed);
  const below = limit => Math.floor(random() * limit);
  const base = cut(text);
  const shared = random() < 0.2 ? newEntry(below, random, 'both') : undefined;
  const side = name => {
    const entries = base.entries.map(entry => ({ ...entry }));
    for (let edits = 1 + below(5); edits > 0; edits--) edit(entries, below, random, name);
    if (shared !== undefined)
      entries.splice(random() < 0.5 ? entries.length : below(entries.length), 0, { ...shared });
    return { head: base.head, entries };
  };
  return { base, ours: side('ours'), theirs: side('theirs') };
}

function edit(entries, below, random, name) {
  const dice = random();
  if (dice < 0.5) {
    // The program adds at the end; people add where it belongs.
    const place = random() < 0.6 ? entries.length : below(entries.length + 1);
    entries.splice(place, 0, newEntry(below, random, name));
  } else if (dice < 0.6) {
    entries.splice(below(entries.length), 1);
  } else {
    const entry = entries[below(entries.length)];
    entry.text = changed(entry.text, NOTES[below(NOTES.length)], random);
  }
}

function newEntry(below, random, name) {
  const id = `a${Math.floor(random() * 36 ** 6).toString(36)}x`;
  const comment = random() < 0.3 ? `  # ${name}: see ${id}\n` : '';
  return {
    id,
    text: `${comment}  - {id: ${id}, target: u${1 + below(9)}, comment: '${NOTES[below(NOTES.length)]} (${name})'}\n`,
  };
}

/** Sets the certainty, or adds a field of another program. */
function changed(text, note, random) {
  const certainty = /certainty: (?:high|medium|low)/;
  if (random() < 0.5 && certainty.test(text))
    return text.replace(certainty, `certainty: ${random() < 0.5 ? 'high' : 'low'}`);
  if (text.includes('x-review')) return text;
  if (/^ {2}- \{.*\}$/m.test(text)) return text.replace(/\}(\s*)$/, `, x-review: '${note}'}$1`);
  return text.replace(/^( {2}- id: .*\n)/m, `$1    x-review: '${note}'\n`);
}
