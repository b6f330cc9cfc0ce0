/** Jobs in threads: what goes in and out of them is copied, and errors lose their class when they are. */
import type { Threads } from '../io/env.ts';
import { InputError, UsageError } from '../io/errors.ts';

/** Errors as plain data. */
export type PlainError =
  | ({ readonly kind: 'input' } & Pick<InputError, 'path' | 'message' | 'hint'>)
  | ({ readonly kind: 'usage' } & Pick<UsageError, 'message' | 'hint'>)
  | { readonly kind: 'other'; readonly error: unknown };

type Answer<T> = { readonly done: T } | { readonly error: PlainError };

/** Runs an order in a thread. @throws what the job throws, as it would here. */
export async function inThread<T>(order: unknown, threads: Threads): Promise<T> {
  const answer = (await threads.run(order)) as Answer<T>;
  if ('error' in answer) throw unpacked(answer.error);
  return answer.done;
}

/** The other end: does the job, and never throws. */
export async function answerOf<T>(job: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { done: await job() };
  } catch (error) {
    return { error: packed(error) };
  }
}

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
