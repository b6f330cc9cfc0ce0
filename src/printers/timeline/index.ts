/** The printers of a timeline by the name of their format; each is loaded when it is asked for. */
import type { TimelinePrinter } from './report.ts';

export const TIMELINE_PRINTERS = {
  text: async () => (await import('./text.ts')).printTimelineText,
  csv: async () => (await import('./csv.ts')).printTimelineCsv,
  json: async () => (await import('./json.ts')).printTimelineJson,
  svg: async () => (await import('./svg.ts')).printTimelineSvg,
} as const satisfies Record<string, () => Promise<TimelinePrinter>>;
