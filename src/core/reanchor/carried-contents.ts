/** The entries of a file as they are once the outcomes of a carrying are written. */
import type { Annotation, Claim, Layer, Transcript } from '../model/model.ts';
import type { Outcome, ReferenceChange } from './outcome.ts';

export function carriedContents<T extends Layer | Transcript>(file: T, outcomes: readonly Outcome[]): T {
  const annotations = [...file.annotations];
  const claims = [...file.claims];
  for (const outcome of outcomes) {
    const list: (Annotation | Claim)[] = outcome.kind === 'claim' ? claims : annotations;
    list[outcome.index] = carriedEntry(list[outcome.index]!, outcome);
  }
  return { ...file, annotations, claims };
}

function carriedEntry<T extends Annotation | Claim>(entry: T, { kind, after, references }: Outcome): T {
  const { target, pin, verdict, accepted, quote, before, after: behind } = after;
  const anchor = {
    target,
    pin,
    verdict,
    accepted,
    ...(kind === 'annotation' && { quote, before, after: behind }),
  };
  const fields = Object.entries({ ...entry, ...anchor }).filter(([, value]) => value !== undefined);
  return references.reduce<T>(withReference, Object.fromEntries(fields) as T);
}

function withReference<T>(value: T, { path, new: id }: Pick<ReferenceChange, 'path' | 'new'>): T {
  const [key, ...rest] = path;
  if (key === undefined) return id as T;
  const inner = withReference((value as Record<string | number, unknown>)[key], { path: rest, new: id });
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? inner : item)) as T;
  return { ...value, [key]: inner };
}
