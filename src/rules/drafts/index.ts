/** Pages for `explain` of what `check` finds in drafts; sorted by id. */
export { default as badAllowance } from './bad-allowance.ts';
export { default as draftWithoutQuotations } from './draft-without-quotations.ts';
export { default as quotationAltered } from './quotation-altered.ts';
export { default as quotationIndirect } from './quotation-indirect.ts';
export { default as quotationNotFound } from './quotation-not-found.ts';
export { default as quotationOffRecord } from './quotation-off-record.ts';
export { default as quotationOtherSpeaker } from './quotation-other-speaker.ts';
export { default as quotationPrivate } from './quotation-private.ts';
export { default as quotationSpliced } from './quotation-spliced.ts';
export { default as unusedAllowance } from './unused-allowance.ts';
