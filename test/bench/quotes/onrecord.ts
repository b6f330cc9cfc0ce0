/** What the benchmark needs of the program, bundled when it starts. */
export { projectOfValues } from '../../../src/core/model/project-of-values.ts';
export { Allowances } from '../../../src/core/quotes/allowances.ts';
export { findQuotations } from '../../../src/core/quotes/find-quotations.ts';
export { judgeQuotations } from '../../../src/core/quotes/judge.ts';
export { readTextDraft } from '../../../src/formats/drafts/text.ts';
export { recordsOf } from '../../../src/project/quotes/quoted-records.ts';
