/** Every rule, those of reading included. */
import { compareText } from '../core/model/finding.ts';
import type { ListedRule } from '../core/model/rule-docs.ts';
import { DRAFT_RULES } from './drafts/index.ts';
import { RULES } from './index.ts';
import { READING_RULES } from './reading/index.ts';

/** Sorted by id. */
export const ALL_RULES: readonly ListedRule[] = [
  ...READING_RULES.map(docs => ({ docs, file: `reading/${docs.id}.ts` })),
  ...DRAFT_RULES.map(docs => ({ docs, file: `drafts/${docs.id}.ts` })),
  ...RULES.map(docs => ({ docs, file: `${docs.id}.ts` })),
]
  .map(({ docs, file }): ListedRule => ({ ...docs, file: `src/rules/${file}` }))
  .sort((a, b) => compareText(a.id, b.id));
