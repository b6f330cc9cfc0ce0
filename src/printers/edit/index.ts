/** The printers of edits by the name of their format; each is loaded when it is asked for. */
import type { EditPrinter } from './report.ts';

export const EDIT_PRINTERS = {
  text: async () => (await import('./text.ts')).printEditText,
  json: async () => (await import('./json.ts')).printEditJson,
} as const satisfies Record<string, () => Promise<EditPrinter>>;
