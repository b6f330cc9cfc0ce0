import type { Annotation } from '../../core/model/model.ts';

/** Fields any one of which says something about the act behind a stance. */
export const CIRCUMSTANCES = ['by', 'when', 'wording', 'via', 'sources'] as const;

/**
 * Whether a stance says nothing at all about the act behind it. Then `bare-stance` alone speaks, instead of one rule
 * for each missing field.
 */
export function isBare(annotation: Annotation): boolean {
  return CIRCUMSTANCES.every(field => isAbsent(annotation[field]));
}

/** Whether a field is missing, or is a list of nothing. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
