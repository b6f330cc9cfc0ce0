/** Texts that are the annotator's own. Quotations are never judged: they are reproduced as they are. */
import type { Place } from '../../core/finding.ts';
import { within } from '../rule.ts';
import type { Facts } from './facts.ts';

export interface OwnWords {
  readonly text: string;
  readonly at: Place;
}

/** Claims, contexts, comments and notes, and the transcript's title and setting. */
export function* ownWords(facts: Facts): Generator<OwnWords> {
  const { file, value: transcript } = facts.project.transcript;
  for (const field of ['title', 'setting'] as const) {
    const text = transcript[field];
    if (text !== undefined) yield { text, at: { file, path: [field] } };
  }
  for (const { value, at } of facts.claims) yield { text: value.text, at: within(at, 'text') };
  for (const { value, at } of facts.annotations) {
    for (const field of ['context', 'comment', 'note'] as const) {
      const text = value[field];
      if (text !== undefined) yield { text, at: within(at, field) };
    }
  }
}
