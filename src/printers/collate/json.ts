/** A collation as one JSON value, `onrecord/collation@1`. Times are milliseconds. */
import { jsonDocument } from '../escape/json.ts';
import { type CollatePrinter, countsOf, letterOf, placesIn, readingOf, witnessFacts } from './report.ts';

export const printCollateJson: CollatePrinter = report => {
  const { collation, isAll } = report;
  const { words, same, places, moved, alarms } = countsOf(collation);
  return jsonDocument({
    schema: 'onrecord/collation@1',
    witnesses: witnessFacts(report).map(({ letter, file, format, ...facts }) => ({
      witness: letter,
      file,
      format: format ?? null,
      ...facts,
    })),
    all: isAll,
    places: placesIn(report).map(place => ({
      kind: place.kind,
      ...(place.isMoved && { moved: true }),
      alarms: place.alarms.map(({ kind, readings, language }) => ({
        kind,
        ...(language !== undefined && { language }),
        readings: readings.map(reading => reading ?? null),
      })),
      readings: collation.witnesses.map((_, witness) => {
        const { text, ids, speaker, name, start } = readingOf(collation, place, witness);
        const isSpoken = text !== '';
        return {
          witness: letterOf(witness),
          text,
          utterances: ids,
          speaker: isSpoken ? (speaker ?? null) : null,
          name: isSpoken ? (name ?? null) : null,
          start: start ?? null,
        };
      }),
    })),
    counts: {
      words,
      same,
      share: words === 0 ? null : same / words,
      places,
      moved,
      alarms: Object.fromEntries(alarms),
    },
  });
};
