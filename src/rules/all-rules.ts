/**
 * Every rule there is, with the pages of findings that are made outside of rules: `check` runs without them, and loads them
 * for what it found. The names of a module's exports are sorted, and so are the lists.
 */
import { compareText } from '../core/model/finding.ts';
import type { ListedRule, RuleDocs } from '../core/model/rule-docs.ts';
import * as drafts from './drafts/index.ts';
import * as reading from './reading/index.ts';
import { RULES } from './rules.ts';

export const READING_RULES: readonly RuleDocs[] = Object.values(reading);
export const DRAFT_RULES: readonly RuleDocs[] = Object.values(drafts);

/** Those of reading and of drafts included, sorted by id. */
export const ALL_RULES: readonly ListedRule[] = [
  ...READING_RULES.map(docs => ({ docs, file: `reading/${docs.id}.ts` })),
  ...DRAFT_RULES.map(docs => ({ docs, file: `drafts/${docs.id}.ts` })),
  ...RULES.map(docs => ({ docs, file: `${docs.id}.ts` })),
]
  .map(({ docs, file }): ListedRule => ({ ...docs, file: `src/rules/${file}` }))
  .sort((a, b) => compareText(a.id, b.id));
