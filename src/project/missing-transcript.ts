/** The finding for a layer whose transcript cannot be read. */

import type { Finding } from '../core/model/finding.ts';
import type { Layer } from '../core/model/model.ts';
import type { Document } from '../core/model/project.ts';
import { fileWord } from '../core/model/standard-input.ts';
import type { Renamed } from './renamed-transcript.ts';

/** Why a transcript cannot be read; it repeats nothing of the file that the reference leads to. */
export interface RefusedTranscript extends Partial<Renamed> {
  readonly refused: string;
}

export function missingTranscript(layer: Document<Layer>, { refused, step }: RefusedTranscript): Finding {
  return {
    rule: 'missing-transcript',
    severity: 'error',
    file: layer.file,
    span: layer.locate(['transcript']),
    message: `cannot read the transcript of this layer: ${step === undefined ? refused : `${refused}, it was renamed`}`,
    help: step ?? 'name a transcript file inside the project folder, relative to this file',
  };
}

/** The finding for a layer whose transcript has errors that keep it from being read. */
export function brokenTranscript(layer: Document<Layer>, transcript: string): Finding {
  return {
    ...missingTranscript(layer, { refused: `${transcript} has errors` }),
    help: `correct ${transcript} first; \`onrecord check ${fileWord(transcript)}\` lists them`,
    consequenceOf: { file: transcript },
  };
}
