/** Tables of the guide that are generated: every word of the format's closed lists with its meaning, and the keys of a search. */
import { KEY_NAMES, keyOf } from '../../core/filter/search-keys.ts';
import {
  ASPECT_MEANINGS,
  BASIS_MEANINGS,
  BODY_MEANINGS,
  CERTAINTY_MEANINGS,
  FORM_MEANINGS,
  GROUP_MEANINGS,
  ROLE_MEANINGS,
} from '../../core/model/meanings.ts';
import { TAG_GROUPS, TAG_NAMES, TAGS } from '../../core/model/vocabulary.ts';
import { withMarkedPart } from '../marked-part.ts';

export const VOCABULARY_PAGES: readonly string[] = [
  'data/guide/tags.md',
  'data/guide/aspects.md',
  'data/guide/roles.md',
  'data/guide/search.md',
];

const TABLES: Readonly<Record<string, () => string>> = {
  tags: () => TAG_GROUPS.map(group => `${sentence(GROUP_MEANINGS[group])}\n\n${tagsOf(group)}`).join('\n'),
  bodies: () => tableOf('body', BODY_MEANINGS),
  aspects: () => tableOf('aspect', ASPECT_MEANINGS),
  roles: () => tableOf('role', ROLE_MEANINGS),
  forms: () => tableOf('form', FORM_MEANINGS),
  bases: () => tableOf('basis', BASIS_MEANINGS),
  certainties: () => tableOf('certainty', CERTAINTY_MEANINGS),
  keys: () => tableOf('key', Object.fromEntries(KEY_NAMES.map(name => [`${name}:`, meaningOf(name)]))),
};

/** A page with its tables between their markers. */
export function withVocabulary(page: string): string {
  return Object.entries(TABLES).reduce((text, [name, table]) => withMarkedPart(text, name, table()), page);
}

function tagsOf(group: (typeof TAG_GROUPS)[number]): string {
  const names = TAG_NAMES.filter(name => TAGS[name].group === group);
  return tableOf('tag', Object.fromEntries(names.map(name => [name, TAGS[name].meaning])));
}

function meaningOf(name: (typeof KEY_NAMES)[number]): string {
  const { meaning, words } = keyOf(name);
  return words === undefined ? meaning : `${meaning}: ${words.join(', ')}`;
}

function tableOf(heading: string, meanings: Readonly<Record<string, string>>): string {
  const rows = Object.entries(meanings).map(([word, meaning]) => `| \`${word}\` | ${meaning} |\n`);
  return `| ${heading} | meaning |\n|---|---|\n${rows.join('')}`;
}

function sentence(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}
