/** Thrown when a change cannot be made to a document. Nothing was written. */
export class EditError extends Error {
  override readonly name = 'EditError';
}
