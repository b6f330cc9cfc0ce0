/** The printers of collations by the name of their format; each is loaded when it is asked for. */
import type { CollatePrinter } from './report.ts';

export const COLLATE_PRINTERS = {
  text: async () => (await import('./text.ts')).printCollateText,
  csv: async () => (await import('./csv.ts')).printCollateCsv,
  json: async () => (await import('./json.ts')).printCollateJson,
  markdown: async () => (await import('./markdown.ts')).printCollateMarkdown,
  html: async () => (await import('./html.ts')).printCollateHtml,
} as const satisfies Record<string, () => Promise<CollatePrinter>>;
