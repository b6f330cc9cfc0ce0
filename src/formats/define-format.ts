/** Makes a format of its reader and writer, and sees to it that its report of losses is true. */
import type {
  Conversation,
  Format,
  PartWritten,
  ReadOptions,
  ReadResult,
  WriteOptions,
  WriteResult,
  Written,
} from './format.ts';
import { inParts } from './in-parts.ts';
import { lossesByFields } from './losses/by-fields.ts';
import { lossesBetween } from './losses/by-reading.ts';
import type { FieldName } from './losses/field-names.ts';
import { inlineLayers, lossesOfInlining } from './shared/inline-layers.ts';

type Read = (text: string, options: ReadOptions) => ReadResult;

/** A format whose losses are computed by reading the text back. */
interface JudgedFormat {
  readonly read: Read;
  /** Reads what `write` wrote as `read` does, at less cost: nothing in it can be wrong, and no places are asked for. */
  readonly readBack?: (written: Written, before: Conversation) => Conversation | undefined;
  readonly write: (value: Conversation, options: WriteOptions) => Written;
  /** The file is one: what layers hold goes into the transcript before it is written. */
  readonly inlinesLayers?: true;
  readonly carries?: undefined;
}

/** A format that gives back only a part, or that nothing reads: all fields that it does not name are lost. */
interface PartialFormat {
  readonly carries: readonly FieldName[];
  readonly read?: Read;
  readonly write: (value: Conversation, options: WriteOptions) => PartWritten;
}

interface ReadOnlyFormat {
  readonly read: Read;
  readonly write?: undefined;
  readonly carries?: undefined;
}

export type FormatDefinition = Omit<Format, 'read' | 'write'> &
  (JudgedFormat | PartialFormat | ReadOnlyFormat);

export function defineFormat(definition: FormatDefinition): Format {
  if (definition.write === undefined) {
    const { write: _none, ...format } = definition;
    return format;
  }
  if (definition.carries !== undefined) {
    const { carries, write, ...format } = definition;
    return { ...format, write: (value, options = {}) => writePart(value, carries, write(value, options)) };
  }
  const { readBack: _, ...format } = definition;
  return { ...format, write: (value, options = {}) => writeJudged(definition, value, options) };
}

function writePart(value: Conversation, carries: readonly FieldName[], made: PartWritten): WriteResult {
  return { text: made.text, losses: lossesByFields(value, carries, made) };
}

/** Reading back costs little; a false "nothing lost" costs data. */
function writeJudged(
  { read, readBack, write, inlinesLayers }: JudgedFormat,
  value: Conversation,
  options: WriteOptions,
): WriteResult {
  const whole = inlinesLayers === true ? { transcript: inlineLayers(value), layers: [] } : value;
  const written = write(whole, options);
  const { parts, profile } = written;
  const again =
    written.found ?? readBack?.(written, whole) ?? read(written.text, { file: '', profile }).value;
  const losses = lossesBetween(whole, again);
  const all = inlinesLayers === true ? [...lossesOfInlining(value), ...losses] : losses;
  return parts === undefined ? { text: written.text, losses: all } : inParts(() => parts, all);
}
