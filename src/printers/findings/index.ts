/** The printers of findings, each loaded only when its format is asked for. */
import type { Printer } from '../printer.ts';
import type { FindingsReport } from './findings.ts';

export const FINDINGS_PRINTERS = {
  text: async () => (await import('./text.ts')).printFindingsText,
  line: async () => (await import('./line.ts')).printFindingsLine,
  ndjson: async () => (await import('./json.ts')).printFindingsNdjson,
  sarif: async () => (await import('./sarif.ts')).printFindingsSarif,
  junit: async () => (await import('./junit.ts')).printFindingsJunit,
  github: async () => (await import('./github.ts')).printFindingsGithub,
  markdown: async () => (await import('./markdown.ts')).printFindingsMarkdown,
  json: async () => (await import('./json.ts')).printFindingsJson,
} satisfies Record<string, () => Promise<Printer<FindingsReport>>>;

export type FindingsFormat = keyof typeof FINDINGS_PRINTERS;
