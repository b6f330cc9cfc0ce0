/** The printers of counts by the name of their format; each is loaded when it is asked for. */
import type { StatsPrinter } from './report.ts';

export const STATS_PRINTERS = {
  text: async () => (await import('./text.ts')).printStatsText,
  csv: async () => (await import('./csv.ts')).printStatsCsv,
  json: async () => (await import('./json.ts')).printStatsJson,
  markdown: async () => (await import('./markdown.ts')).printStatsMarkdown,
} as const satisfies Record<string, () => Promise<StatsPrinter>>;
