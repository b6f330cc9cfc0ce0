/** The input of the speakers printers. */
import type { Speaker } from '../../core/speakers/list-speakers.ts';
import type { Printer } from '../printer.ts';

interface SpeakersReport {
  /** The file as the user named it. */
  readonly file: string;
  readonly speakers: readonly Speaker[];
}

export type SpeakersPrinter = Printer<SpeakersReport>;
