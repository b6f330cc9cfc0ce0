/** Errors as plain data, for what is copied between threads. */
import { InputError, UsageError } from '../io/errors.ts';

/** Errors lose their class when they are copied. */
export type PlainError =
  | {
      readonly kind: 'input';
      readonly path: string;
      readonly message: string;
      readonly hint?: string | undefined;
    }
  | { readonly kind: 'usage'; readonly message: string; readonly hint?: string | undefined }
  | { readonly kind: 'other'; readonly error: unknown };

export function packed(error: unknown): PlainError {
  if (error instanceof InputError)
    return { kind: 'input', path: error.path, message: error.message, hint: error.hint };
  if (error instanceof UsageError) return { kind: 'usage', message: error.message, hint: error.hint };
  return { kind: 'other', error };
}

export function unpacked(plain: PlainError): unknown {
  switch (plain.kind) {
    case 'input':
      return new InputError(plain.path, plain.message, plain.hint);
    case 'usage':
      return new UsageError(plain.message, plain.hint);
    case 'other':
      return plain.error;
  }
}
