/** The printers of agreement by the name of their format; each is loaded when it is asked for. */
import type { AgreePrinter } from './report.ts';

export const AGREE_PRINTERS = {
  text: async () => (await import('./text.ts')).printAgreeText,
  markdown: async () => (await import('./markdown.ts')).printAgreeMarkdown,
  json: async () => (await import('./json.ts')).printAgreeJson,
  csv: async () => (await import('./csv.ts')).printAgreeCsv,
} as const satisfies Record<string, () => Promise<AgreePrinter>>;
