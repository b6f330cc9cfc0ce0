/** Finds the dates of a transcript or layer. */
import type { Path } from '../model/finding.ts';
import type { Acceptance, Layer, Transcript } from '../model/model.ts';

export interface WrittenDate {
  /** As written: EDTF, if it is valid. */
  readonly text: string;
  readonly path: Path;
  /** The field may say `unknown` when no source states the date. */
  readonly mayBeUnknown: boolean;
}

type DateVisitor = (text: string, mayBeUnknown: boolean, ...path: Path) => void;

/** Every date of a document, in the order of its kinds and of the file. */
export function datesOf(value: Transcript | Layer): WrittenDate[] {
  const dates: WrittenDate[] = [];
  visitDates(value, (text, mayBeUnknown, ...path) => dates.push({ text, path, mayBeUnknown }));
  return dates;
}

/** Like `datesOf`, without building paths: a transcript has thousands of dates. */
export function visitDates(value: Transcript | Layer, visit: DateVisitor): void {
  if (value.kind === 'transcript' && value.date !== undefined) visit(value.date, false, 'date');
  for (const [id, { roles }] of value.parties) {
    if (roles === undefined) continue;
    for (const [index, { valid }] of roles.entries())
      if (valid !== undefined) visit(valid, false, 'parties', id, 'roles', index, 'valid');
  }
  for (const [id, { published, retrieved }] of value.sources) {
    if (published !== undefined) visit(published, false, 'sources', id, 'published');
    if (retrieved !== undefined) visit(retrieved, false, 'sources', id, 'retrieved');
  }
  for (const [index, { date }] of value.statements.entries())
    if (date !== undefined) visit(date, true, 'statements', index, 'date');
  for (const [index, { checked, accepted }] of value.claims.entries()) {
    if (checked !== undefined) visit(checked, false, 'claims', index, 'checked');
    if (accepted !== undefined) visitAcceptances(accepted, visit, 'claims', index);
  }
  for (let index = 0; index < value.annotations.length; index++) {
    const { date, when, created, withdrawn, accepted } = value.annotations[index]!;
    if (date?.edtf !== undefined) visit(date.edtf, true, 'annotations', index, 'date', 'edtf');
    if (when !== undefined) visit(when, true, 'annotations', index, 'when');
    if (created !== undefined) visit(created, false, 'annotations', index, 'created');
    if (withdrawn !== undefined) visit(withdrawn, false, 'annotations', index, 'withdrawn');
    if (accepted !== undefined) visitAcceptances(accepted, visit, 'annotations', index);
  }
}

function visitAcceptances(acceptances: readonly Acceptance[], visit: DateVisitor, ...entry: Path): void {
  for (const [index, { when }] of acceptances.entries())
    visit(when, false, ...entry, 'accepted', index, 'when');
}
