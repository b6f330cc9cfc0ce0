/** Speakers as a table, one row each; durations in seconds. */
import { formatTime } from '../../core/model/time.ts';
import { csvTable } from '../escape/csv.ts';
import type { SpeakersPrinter } from './report.ts';

const COLUMNS = ['id', 'name', 'turns', 'words', 'seconds', 'first-at', 'first-words'];

export const printSpeakersCsv: SpeakersPrinter = ({ speakers }) =>
  csvTable([
    COLUMNS,
    ...speakers.map(({ id, name, turns, words, duration, first }) => [
      id,
      name,
      turns,
      words,
      duration === undefined ? undefined : duration / 1000,
      first.start === undefined ? undefined : formatTime(first.start),
      first.text,
    ]),
  ]);
