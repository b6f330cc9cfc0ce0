/**
 * Tables of the guide that are generated: the fields of the files, every word of the format's closed lists with its
 * meaning, the keys of a search, the rules and the formats.
 */

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
import { capitalised } from '../../core/text/capitalised.ts';
import type { Format } from '../../formats/format.ts';
import { loadFormats } from '../../formats/index.ts';
import { markdownTable } from '../../printers/layout/markdown-table.ts';
import { ALL_RULES } from '../../rules/all-rules.ts';
import { withMarkedPart } from '../marked-part.ts';
import type { JsonSchema } from '../schema/json-schema.ts';
import { FILE_SCHEMAS } from '../schema/outputs.ts';

export const PAGES_WITH_TABLES: readonly string[] = [
  'data/guide/format.md',
  'data/guide/formats.md',
  'data/guide/tags.md',
  'data/guide/aspects.md',
  'data/guide/roles.md',
  'data/guide/rules.md',
  'data/guide/search.md',
];

const FORMATS = await loadFormats();

const TABLES: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(
    [...fieldsByKind()].map(([kind, fields]) => [`${kind}-fields`, () => tableOf('field', fields)]),
  ),
  tags: () =>
    TAG_GROUPS.map(group => `${capitalised(GROUP_MEANINGS[group])}.\n\n${tagsOf(group)}`).join('\n'),
  bodies: () => tableOf('body', BODY_MEANINGS),
  aspects: () => tableOf('aspect', ASPECT_MEANINGS),
  roles: () => tableOf('role', ROLE_MEANINGS),
  forms: () => tableOf('form', FORM_MEANINGS),
  bases: () => tableOf('basis', BASIS_MEANINGS),
  certainties: () => tableOf('certainty', CERTAINTY_MEANINGS),
  keys: () => tableOf('key', Object.fromEntries(KEY_NAMES.map(name => [`${name}:`, meaningOf(name)]))),
  rules: () =>
    tableOfRows(
      ['rule', 'level', 'finds'],
      ALL_RULES.map(({ id, severity, summary }) => [`\`${id}\``, severity, summary]),
    ),
  formats: () =>
    tableOfRows(
      ['format', 'onrecord can', 'what is lost'],
      FORMATS.map(format => [`\`${format.id}\`: ${format.title}`, usesOf(format), format.loses]),
    ),
};

/** A page with its tables between their markers; a page without markers is given back as it is. */
export function withTables(page: string): string {
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

function usesOf({ read, write }: Format): string {
  return [...(read === undefined ? [] : ['read']), ...(write === undefined ? [] : ['write'])].join(', ');
}

function tableOf(heading: string, meanings: Readonly<Record<string, string>>): string {
  const rows = Object.entries(meanings).map(([word, meaning]) => [`\`${word}\``, meaning]);
  return tableOfRows([heading, 'meaning'], rows);
}

function tableOfRows(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${markdownTable(headings, rows).join('\n')}\n`;
}

/** Fields with their meanings, of each kind of file and of entry. */
function fieldsByKind(): Map<string, Readonly<Record<string, string>>> {
  const kinds = new Map<string, Readonly<Record<string, string>>>();
  const visit = (schema: JsonSchema) => {
    const { title, properties } = schema;
    if (title !== undefined && properties !== undefined && !kinds.has(title.toLowerCase()))
      kinds.set(
        title.toLowerCase(),
        Object.fromEntries(
          Object.entries(properties)
            .filter(([name]) => name !== 'conflict')
            .map(([name, field]) => [name, describe(field)]),
        ),
      );
    for (const child of [
      ...Object.values(properties ?? {}),
      ...Object.values(schema.patternProperties ?? {}),
      ...(schema.anyOf ?? []),
      ...(schema.items === undefined ? [] : [schema.items]),
    ])
      visit(child);
  };
  FILE_SCHEMAS.forEach(visit);
  return kinds;
}

/** What a field means, and its words where they are a closed list that no page of its own explains. */
function describe({ description = '', enum: words, anyOf = [] }: JsonSchema): string {
  const few = words ?? anyOf.find(each => each.enum !== undefined)?.enum ?? [];
  const listed =
    few.length > 0 && few.length <= 6 ? ` One of ${few.map(word => `\`${word}\``).join(', ')}.` : '';
  return `${description}${listed}`.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
