/** An edit as one JSON value, `onrecord/edit@1`: what became of utterances, and the outcomes as `reanchor` gives them. */
import type { Utterance } from '../../core/model/model.ts';
import { jsonDocument } from '../escape/json.ts';
import { outcomeRecord } from '../reanchor/json.ts';
import type { EditPrinter } from './report.ts';

export const printEditJson: EditPrinter = ({ file, isWritten, old, new: fresh, steps, files }) => {
  const record = ({ id, speaker, start, end, inferred, text }: Utterance) => ({
    id: id ?? null,
    speaker: speaker ?? null,
    start: start ?? null,
    end: end ?? null,
    inferred,
    text: text ?? null,
  });
  const outcomes = files.flatMap(({ entries }) => entries.map(({ outcome }) => outcome));
  return jsonDocument({
    schema: 'onrecord/edit@1',
    file,
    written: isWritten,
    changes: steps.map(step => ({
      kind: step.kind,
      old: step.old.map(index => record(old.utterances[index]!)),
      new: step.new.map(index => record(fresh.utterances[index]!)),
      cuts: step.cuts.map(({ time, words }) => ({
        time: time ?? null,
        inferred: words !== undefined,
        words,
      })),
    })),
    files: files.map(({ file: name, isChanged, entries }) => ({
      file: name,
      changed: isChanged,
      outcomes: entries.map(({ outcome }) => outcomeRecord(outcome)),
    })),
    summary: {
      changes: steps.length,
      carried: outcomes.filter(({ state }) => state === 'carried').length,
      waiting: outcomes.filter(({ state }) => state === 'left').length,
    },
  });
};
