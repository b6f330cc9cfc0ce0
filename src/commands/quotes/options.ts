/** Values of the options of `quotes`. */
import { InvalidArgumentError } from 'commander';
import { FAILING, REASONS, type Reason } from '../../core/quotes/judge.ts';
import { closest } from '../../core/text/closest.ts';

/** A list of reasons; the option may be given several times. */
export function collectFailOn(text: string, before: readonly string[] = []): string[] {
  const names = text.split(',').map(name => name.trim());
  for (const name of names) {
    if ((REASONS as readonly string[]).includes(name)) continue;
    const meant = closest(name, REASONS);
    throw new InvalidArgumentError(
      meant === undefined ? `Allowed are ${REASONS.join(', ')}.` : `Did you mean ${meant}?`,
    );
  }
  return [...before, ...names];
}

export function reasonsFrom(names: readonly string[] | undefined): ReadonlySet<Reason> {
  return names === undefined ? FAILING : new Set(names as readonly Reason[]);
}

export function parseMinWords(text: string): number {
  const words = Number(text);
  if (!/^[0-9]{1,4}$/.test(text) || words < 1)
    throw new InvalidArgumentError('Expected a whole number from 1 to 9999.');
  return words;
}
