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
export function* datesOf(value: Transcript | Layer): Generator<WrittenDate> {
  if (value.kind === 'transcript') yield* written(value.date, ['date']);
  for (const [id, party] of value.parties) {
    for (const [index, role] of (party.roles ?? []).entries())
      yield* written(role.valid, ['parties', id, 'roles', index, 'valid']);
  }
  for (const [id, source] of value.sources) {
    yield* written(source.published, ['sources', id, 'published']);
    yield* written(source.retrieved, ['sources', id, 'retrieved']);
  }
  for (const [index, statement] of value.statements.entries())
    yield* written(statement.date, ['statements', index, 'date'], true);
  for (const [index, claim] of value.claims.entries())
    yield* written(claim.checked, ['claims', index, 'checked']);
  for (const [index, annotation] of value.annotations.entries()) {
    const path = ['annotations', index];
    yield* written(annotation.date?.edtf, [...path, 'date', 'edtf'], true);
    yield* written(annotation.when, [...path, 'when'], true);
    yield* written(annotation.created, [...path, 'created']);
    yield* written(annotation.withdrawn, [...path, 'withdrawn']);
  }
}

function* written(text: string | undefined, path: Path, mayBeUnknown = false): Generator<WrittenDate> {
  if (text !== undefined) yield { text, path, mayBeUnknown };
}
