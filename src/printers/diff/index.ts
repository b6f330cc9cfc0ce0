/** The printers of a diff by the name of their format; each is loaded when it is asked for. */
import type { DiffPrinter } from './report.ts';

export const DIFF_PRINTERS = {
  text: async () => (await import('./text.ts')).printDiffText,
  unified: async () => (await import('./unified.ts')).printDiffUnified,
  'side-by-side': async () => (await import('./side-by-side.ts')).printDiffSideBySide,
  markdown: async () => (await import('./markdown.ts')).printDiffMarkdown,
  json: async () => (await import('./json.ts')).printDiffJson,
  ndjson: async () => (await import('./json.ts')).printDiffNdjson,
  stat: async () => (await import('./stat.ts')).printDiffStat,
} as const satisfies Record<string, () => Promise<DiffPrinter>>;
