/** The printers of speakers by the name of their format; each is loaded when it is asked for. */
import type { SpeakersPrinter } from './report.ts';

export const SPEAKERS_PRINTERS = {
  text: async () => (await import('./text.ts')).printSpeakersText,
  json: async () => (await import('./json.ts')).printSpeakersJson,
  csv: async () => (await import('./csv.ts')).printSpeakersCsv,
} as const satisfies Record<string, () => Promise<SpeakersPrinter>>;
