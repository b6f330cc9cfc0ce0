/** The printers of `find` by the name of their format; each is loaded when it is asked for. */
import type { MakeFindPrinter } from './report.ts';

export const FIND_PRINTERS = {
  text: async () => (await import('./text.ts')).findText,
  ndjson: async () => (await import('./ndjson.ts')).findNdjson,
  csv: async () => (await import('./csv.ts')).findCsv,
} as const satisfies Record<string, () => Promise<MakeFindPrinter>>;

export type FindFormat = keyof typeof FIND_PRINTERS;
