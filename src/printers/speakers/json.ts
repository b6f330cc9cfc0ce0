/** Speakers as one JSON value, `onrecord/speakers@1`. Durations and starts are milliseconds. */
import { jsonDocument } from '../escape/json.ts';
import type { SpeakersPrinter } from './report.ts';

export const printSpeakersJson: SpeakersPrinter = ({ file, speakers }) =>
  jsonDocument({
    schema: 'onrecord/speakers@1',
    file,
    speakers: speakers.map(({ id, name, isNamed, turns, words, duration, first }) => ({
      id: id ?? null,
      name: name ?? null,
      named: isNamed,
      turns,
      words,
      duration: duration ?? null,
      first: { start: first.start ?? null, text: first.text },
    })),
  });
