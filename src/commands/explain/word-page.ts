/** The page of a word of the format: a tag, an aspect, the role of a date, a key of a search. In Markdown, as the guide is. */

import { ASKED, needsOf } from '../../core/annotate/stance-needs.ts';
import { KEY_NAMES, keyOf } from '../../core/filter/search-keys.ts';
import {
  ASPECT_MEANINGS,
  BASIS_MEANINGS,
  BODY_MEANINGS,
  CERTAINTY_MEANINGS,
  FORM_MEANINGS,
  GROUND_RULE_MEANINGS,
  GROUP_MEANINGS,
  ROLE_MEANINGS,
  STANDING_MEANINGS,
  VERDICT_MEANINGS,
} from '../../core/model/meanings.ts';
import { TAG_NAMES, TAGS, type TagInfo } from '../../core/model/vocabulary.ts';
import { capitalised } from '../../core/text/capitalised.ts';
import { listOf } from '../../core/text/list-of.ts';

interface WordList {
  /** With its article. */
  readonly noun: string;
  readonly meanings: Readonly<Record<string, string>>;
  /** Where such a word is used, in a sentence. */
  readonly use: string;
  /** Topic of the guide. */
  readonly topic: string;
}

const LISTS: readonly WordList[] = [
  {
    noun: 'an aspect',
    meanings: ASPECT_MEANINGS,
    use: '`annotate` takes it as `--aspect`.',
    topic: 'aspects',
  },
  {
    noun: 'the role of a date',
    meanings: ROLE_MEANINGS,
    use: '`annotate` takes it as `--role`, beside `--date`.',
    topic: 'roles',
  },
  {
    noun: 'a body of an annotation',
    meanings: BODY_MEANINGS,
    use: '`annotate` has an option of this name.',
    topic: 'tags',
  },
  {
    noun: 'a form of speech',
    meanings: FORM_MEANINGS,
    use: '`annotate` takes it as `--form`.',
    topic: 'tags',
  },
  { noun: 'a basis', meanings: BASIS_MEANINGS, use: '`annotate` takes it as `--basis`.', topic: 'tags' },
  {
    noun: 'a certainty',
    meanings: CERTAINTY_MEANINGS,
    use: '`annotate` takes it as `--certainty`.',
    topic: 'tags',
  },
  {
    noun: 'a ground rule',
    meanings: GROUND_RULE_MEANINGS,
    use: 'A transcript has it under `ground-rule:`.',
    topic: 'tags',
  },
  {
    noun: 'a standing',
    meanings: STANDING_MEANINGS,
    use: 'No file has it: it is derived from the stances.',
    topic: 'standing',
  },
  {
    noun: 'a verdict on an anchor',
    meanings: VERDICT_MEANINGS,
    use: '`reanchor` prints it, and leaves it as `verdict:` on what waits.',
    topic: 'standing',
  },
];

/** Every word that has a page. */
export function knownWords(): readonly string[] {
  return [...TAG_NAMES, ...LISTS.flatMap(({ meanings }) => Object.keys(meanings)), ...KEY_NAMES];
}

/** Undefined for a word that the format does not have. A word of several lists has a part for each. */
export function wordPage(word: string): string | undefined {
  const parts = [
    ...(Object.hasOwn(TAGS, word) ? [tagPart(word, TAGS[word as keyof typeof TAGS])] : []),
    ...LISTS.filter(({ meanings }) => Object.hasOwn(meanings, word)).map(list => listPart(word, list)),
    ...KEY_NAMES.filter(name => name === word).map(keyPart),
  ];
  return parts.length === 0 ? undefined : `# ${word}\n\n${parts.join('\n\n')}\n`;
}

function tagPart(name: string, { group, meaning }: TagInfo): string {
  const needs = needsOf(name, group).map(need => ASKED[need]);
  const others = TAG_NAMES.filter(other => TAGS[other].group === group && other !== name);
  return [
    `A tag: ${meaning}.`,
    `Its group is \`${group}\` (${GROUP_MEANINGS[group]}), with ${inCode(others)}.`,
    ...(needs.length === 0 ? [] : [`It is an act of a party, and needs ${needs.join(', ')}.`]),
    'All tags: `onrecord help tags`.',
  ].join('\n\n');
}

function listPart(word: string, { noun, meanings, use, topic }: WordList): string {
  const others = Object.keys(meanings).filter(other => other !== word);
  return [
    `${capitalised(noun)}: ${meanings[word]}.`,
    `${use} The others are ${inCode(others)}.`,
    `More: \`onrecord help ${topic}\`.`,
  ].join('\n\n');
}

function keyPart(name: (typeof KEY_NAMES)[number]): string {
  const { meaning, words } = keyOf(name);
  return [
    `A key of \`--where\`: ${meaning}.`,
    ...(words === undefined ? [] : [`Its values are ${inCode(words)}.`]),
    'More: `onrecord help search`.',
  ].join('\n\n');
}

function inCode(words: readonly string[]): string {
  return listOf(words.map(word => `\`${word}\``));
}
