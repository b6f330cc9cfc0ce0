/** The rules that `check` runs. The names of a module's exports are sorted, and so is the list. */
import * as rules from './index.ts';
import type { Rule } from './rule.ts';

export const RULES: readonly Rule[] = Object.values(rules);
