/** Every rule, those of reading included. */
import { compareText } from '../core/model/finding.ts';
import type { RuleDocs } from '../core/model/rule-docs.ts';
import { RULES } from './index.ts';
import { READING_RULES } from './reading/index.ts';

/** Sorted by id. */
export const ALL_RULES: readonly RuleDocs[] = [...READING_RULES, ...RULES].sort((a, b) =>
  compareText(a.id, b.id),
);
