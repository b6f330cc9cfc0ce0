import { latePattern } from '../core/lazily.ts';
import { countUp } from '../core/maps.ts';
import type { Id } from '../core/model/model.ts';
import { defineRule, within } from './rule.ts';
import { captions } from './shared/other-formats.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'speaker-spelling',
  severity: 'warning',
  topics: ['attribution'],
  summary: 'In a transcript in another format, two names of speakers differ by case, marks or one letter.',
  why: 'A name that is spelt in two ways makes two people of one: counts, quotations and standings are split between them.',
  source:
    'Corrections of parliamentary and podcast transcripts, where most fixes of speakers are of this kind.',
  examples: () => [
    {
      title: 'two people, and labels with numbers',
      files: captions(
        '<v Ann Baker>We signed on Monday.',
        '<v Ben Carter>Did we?',
        '<v Speaker 1>Yes.',
        '<v Speaker 2>No.',
      ),
    },
    {
      title: 'one letter too many',
      files: captions(
        '<v Harriet Okafor>We signed on Monday.',
        '<v Harriett Okafor>In ink.',
        '<v Harriet Okafor>All of us.',
      ),
      findings: [
        'talk.vtt:7:20 `Harriett Okafor` and `Harriet Okafor` look like one speaker, written in two ways',
      ],
    },
    {
      title: 'our own files, where ids tell people apart',
      files: transcript`
        parties:
          a: {name: Harriet Okafor}
          b: {name: Harriett Okafor}
        utterances:
          - {id: u1, speaker: a, text: We signed on Monday.}
          - {id: u2, speaker: b, text: In ink.}
        `,
    },
  ],
  check({ project, entries, report }) {
    if (project.transcript.format === undefined) return;
    const turns = new Map<Id, number>();
    for (const { value } of entries.utterances)
      if (value.speaker !== undefined) countUp(turns, value.speaker);
    const named = [...turns.keys()].flatMap(id => {
      const name = entries.parties.get(id)?.value.name;
      return name === undefined ? [] : [{ id, name }];
    });
    if (named.length > MOST_NAMES) return;
    for (const [index, one] of named.entries()) {
      for (const other of named.slice(index + 1)) {
        if (!areAlike(one.name, other.name)) continue;
        // The one that speaks less is the slip.
        const [rare, usual] = turns.get(one.id)! < turns.get(other.id)! ? [one, other] : [other, one];
        const first = entries.utterances.find(({ value }) => value.speaker === rare.id)!;
        report({
          at: within(first.at, 'speaker'),
          message: `\`${rare.name}\` and \`${usual.name}\` look like one speaker, written in two ways`,
          help: `correct the file; or say that they are one in a layer: \`parties: {${rare.id}: {name: ${usual.name}}}\``,
          data: { names: [rare.name, usual.name] },
        });
      }
    }
  },
});

/** Among more, two names that differ by a letter are likely two people. */
const MOST_NAMES = 200;
/** Short names are often one letter apart: `Jon` and `Ron`. */
const LEAST_LETTERS = 6;

/** Names that are the same to the letter were given to both by a person, who knows. */
function areAlike(one: string, other: string): boolean {
  if (one === other || /\d/.test(one + other)) return false;
  const [a, b] = [lettersOf(one), lettersOf(other)];
  return a === b || (Math.min(a.length, b.length) >= LEAST_LETTERS && isOneSlip(a, b));
}

const otherThanLetter = latePattern('\\P{L}', 'gu');

function lettersOf(name: string): string {
  return name.normalize('NFKD').toLowerCase().replace(otherThanLetter(), '');
}

/** Whether one letter is added, lost, exchanged, or two neighbours are swapped. */
function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = (text: string, from: number) => text.slice(from);
  if (short.length < long.length) return rest(short, at) === rest(long, at + 1);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return (
    rest(short, at + 1) === rest(long, at + 1) || (isSwapped && rest(short, at + 2) === rest(long, at + 2))
  );
}
