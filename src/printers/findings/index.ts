/** The printers of findings, each loaded only when its format is asked for. */
import type { Printer } from '../printer.ts';
import type { FindingsReport } from './findings.ts';

const PRINTERS = {
  text: async () => (await import('./text.ts')).printFindingsText,
  line: async () => (await import('./line.ts')).printFindingsLine,
  json: async () => (await import('./json.ts')).printFindingsJson,
} satisfies Record<string, () => Promise<Printer<FindingsReport>>>;

export type FindingsFormat = keyof typeof PRINTERS;

export function printerOfFindings(format: FindingsFormat): Promise<Printer<FindingsReport>> {
  return PRINTERS[format]();
}
