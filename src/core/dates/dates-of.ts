/** Where dates stand in a transcript or layer. */
import type { Path } from '../finding.ts';
import type { Layer, Transcript } from '../model.ts';

export interface WrittenDate {
  /** As written: EDTF, if it is valid. */
  readonly text: string;
  readonly path: Path;
  /** The field may say `unknown` when no source states the date. */
  readonly mayBeUnknown: boolean;
}

/** Every date of a document, in the order of its kinds and of the file. */
export function datesOf(value: Transcript | Layer): WrittenDate[] {
  const dates: WrittenDate[] = [];
  const add = (text: string | undefined, path: Path, mayBeUnknown = false) => {
    if (text !== undefined) dates.push({ text, path, mayBeUnknown });
  };
  if (value.kind === 'transcript') add(value.date, ['date']);
  for (const [id, { roles = [] }] of value.parties) {
    for (const [index, role] of roles.entries()) add(role.valid, ['parties', id, 'roles', index, 'valid']);
  }
  for (const [id, source] of value.sources) {
    add(source.published, ['sources', id, 'published']);
    add(source.retrieved, ['sources', id, 'retrieved']);
  }
  for (const [index, statement] of value.statements.entries())
    add(statement.date, ['statements', index, 'date'], true);
  for (const [index, claim] of value.claims.entries()) add(claim.checked, ['claims', index, 'checked']);
  for (let index = 0; index < value.annotations.length; index++) {
    // A transcript has thousands of annotations, and most have one date: paths are made for those that are there.
    const { date, when, created, withdrawn } = value.annotations[index]!;
    if (date !== undefined) add(date.edtf, ['annotations', index, 'date', 'edtf'], true);
    if (when !== undefined) add(when, ['annotations', index, 'when'], true);
    if (created !== undefined) add(created, ['annotations', index, 'created']);
    if (withdrawn !== undefined) add(withdrawn, ['annotations', index, 'withdrawn']);
  }
  return dates;
}
