/** The printers of a view by the name of their format; each is loaded when it is asked for. */
import type { PartsPrinter, ViewPrinter } from './printer.ts';

export const VIEW_PRINTERS = {
  text: async () => (await import('./text.ts')).printText,
  plain: async () => (await import('./plain.ts')).printPlain,
  markdown: async () => (await import('./markdown.ts')).printMarkdown,
  html: async () => (await import('./html.ts')).printHtml,
  json: async () => (await import('./json.ts')).printJson,
  ndjson: async () => (await import('./ndjson.ts')).printNdjson,
  csv: async () => (await import('./csv.ts')).printCsv,
  tsv: async () => (await import('./csv.ts')).printTsv,
} as const satisfies Record<string, () => Promise<ViewPrinter>>;

/** Those that can print in parts. */
export const PARTS_PRINTERS = {
  markdown: async () => (await import('./markdown.ts')).markdownParts,
  html: async () => (await import('./html.ts')).htmlParts,
} as const satisfies Record<string, () => Promise<PartsPrinter>>;

export type ViewFormat = keyof typeof VIEW_PRINTERS;
