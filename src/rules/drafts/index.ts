/** Pages for `explain` of what `check` finds in drafts; sorted by id. */
import type { RuleDocs } from '../../core/model/rule-docs.ts';
import badAllowance from './bad-allowance.ts';
import draftWithoutQuotations from './draft-without-quotations.ts';
import quotationAltered from './quotation-altered.ts';
import quotationIndirect from './quotation-indirect.ts';
import quotationNotFound from './quotation-not-found.ts';
import quotationOffRecord from './quotation-off-record.ts';
import quotationOtherSpeaker from './quotation-other-speaker.ts';
import quotationPrivate from './quotation-private.ts';
import quotationSpliced from './quotation-spliced.ts';
import unusedAllowance from './unused-allowance.ts';

export const DRAFT_RULES: readonly RuleDocs[] = [
  badAllowance,
  draftWithoutQuotations,
  quotationAltered,
  quotationIndirect,
  quotationNotFound,
  quotationOffRecord,
  quotationOtherSpeaker,
  quotationPrivate,
  quotationSpliced,
  unusedAllowance,
];
