/** An error for which the command line exits with 2: a file that cannot be opened or understood, a wrong date or query. */
export class OnrecordError extends Error {
  // Minified classes lose their names, which stack traces show.
  static {
    Object.defineProperty(OnrecordError, 'name', { value: 'OnrecordError' });
    Object.defineProperty(OnrecordError.prototype, 'name', { value: 'OnrecordError' });
  }
}
