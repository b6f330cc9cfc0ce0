/** The printers of re-anchoring by the name of their format; each is loaded when it is asked for. */
import type { ReanchorPrinter } from './report.ts';

export const REANCHOR_PRINTERS = {
  text: async () => (await import('./text.ts')).printReanchorText,
  json: async () => (await import('./json.ts')).printReanchorJson,
  ndjson: async () => (await import('./json.ts')).printReanchorNdjson,
} as const satisfies Record<string, () => Promise<ReanchorPrinter>>;
