/** The printers of findings, each loaded only when its format is asked for. */
import type { Printer } from '../printer.ts';
import type { FindingsReport } from './findings.ts';

const PRINTERS = {
  text: async () => (await import('./text.ts')).printFindingsText,
  line: async () => (await import('./line.ts')).printFindingsLine,
  ndjson: async () => (await import('./json.ts')).printFindingsNdjson,
  sarif: async () => (await import('./sarif.ts')).printFindingsSarif,
  junit: async () => (await import('./junit.ts')).printFindingsJunit,
  github: async () => (await import('./github.ts')).printFindingsGithub,
  markdown: async () => (await import('./markdown.ts')).printFindingsMarkdown,
  json: async () => (await import('./json.ts')).printFindingsJson,
} satisfies Record<string, () => Promise<Printer<FindingsReport>>>;

export type FindingsFormat = keyof typeof PRINTERS;

/** Every format by its name. */
export const FINDINGS_FORMATS = Object.keys(PRINTERS) as readonly FindingsFormat[];

/** Formats of public logs and pages: of a finding on a private entry they print no words. */
export const PUBLIC_FORMATS: ReadonlySet<FindingsFormat> = new Set(['sarif', 'junit', 'github', 'markdown']);

export function printerOfFindings(format: FindingsFormat): Promise<Printer<FindingsReport>> {
  return PRINTERS[format]();
}
