/**
 * What captions have no place for travels in comments: one `NOTE onrecord {JSON}` a piece, before the cue that it is
 * about. Players do not show comments. Words, times and voices are never in them: those are edited in the captions.
 */
import type { Finding } from '../../core/model/finding.ts';
import type { Layer, Transcript } from '../../core/model/model.ts';
import type { Conversation } from '../format.ts';
import { readValues } from '../onrecord/read-values.ts';
import {
  annotationFile,
  type FileObject,
  layerFile,
  speechFile,
  transcriptFile,
} from '../shared/file-values.ts';
import type { OtherBlock } from './blocks.ts';

const MARK = 'NOTE onrecord ';

/** Fields of an utterance that the captions themselves hold. */
const IN_CAPTIONS = new Set([
  'id',
  'speaker',
  'start',
  'end',
  'text',
  'event',
  'x-vtt-settings',
  'x-vtt-payload',
]);
/** Fields of a transcript that the captions themselves hold. */
const IN_FILE = new Set([
  'onrecord',
  'utterances',
  'annotations',
  'language',
  'x-vtt-header',
  'x-vtt-blocks',
]);

export interface Notes {
  readonly header: readonly string[];
  /** Before the cue of the utterance with this index. */
  readonly before: readonly (readonly string[])[];
}

/** `isDerivable`: the parties are those that a reader finds in the voices. */
export function notesOf({ transcript, layers }: Conversation, isDerivable: boolean): Notes {
  const file = transcriptFile(transcript);
  const header = Object.entries(file).filter(
    ([key]) => !IN_FILE.has(key) && !(key === 'parties' && isDerivable),
  );
  const before: string[][] = transcript.utterances.map(utterance => {
    const fields = Object.entries(speechFile(utterance)).filter(([key]) => !IN_CAPTIONS.has(key));
    return fields.length === 0 ? [] : [note({ utterance: Object.fromEntries(fields) })];
  });
  const place = new Map(transcript.utterances.map(({ id }, index) => [id, index]));
  const first: string[] = header.length === 0 ? [] : [note({ transcript: Object.fromEntries(header) })];
  for (const [index, contents] of [transcript, ...layers].entries()) {
    const { annotations: _annotations, ...rest } = contents.kind === 'layer' ? layerFile(contents) : {};
    if (contents.kind === 'layer') first.push(note({ layer: rest }));
    for (const annotation of contents.annotations) {
      const target = place.get(/^[A-Za-z][\w-]*/.exec(annotation.target[0] ?? '')?.[0]);
      const list = target === undefined ? first : before[target]!;
      list.push(note({ annotation: annotationFile(annotation), ...(index > 0 && { layer: index }) }));
    }
  }
  return { header: first, before };
}

/**
 * The note that only these labels before words are speakers. Without it a reader decides by how much of the file is labelled,
 * and may take `Note: no` for a speaker in one version of the captions and for words in the next.
 */
export function speakersNote(speakersInWords: readonly string[]): string {
  return note({ speakersInWords });
}

/** No arrow may stand in a comment, and nothing that hides. */
function note(piece: FileObject): string {
  return (
    MARK +
    JSON.stringify(piece).replace(
      />|[\u007f-\u009f\u2028\u2029]/g,
      hidden => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
  );
}

export class Sidecar {
  readonly #transcript: FileObject = {};
  readonly #layers: FileObject[] = [];
  readonly #annotations: { readonly annotation: unknown; readonly layer: number }[] = [];
  readonly #utterances = new Map<number, FileObject>();
  #speakersInWords: readonly string[] | undefined;

  /** As {@link speakersNote} wrote it; undefined in a file that does not say. */
  get speakersInWords(): readonly string[] | undefined {
    return this.#speakersInWords;
  }

  get isEmpty(): boolean {
    return (
      Object.keys(this.#transcript).length +
        this.#layers.length +
        this.#annotations.length +
        this.#utterances.size ===
      0
    );
  }

  /** Takes a comment if it is one of ours; `index` is that of the utterance whose cue comes next. */
  take(block: OtherBlock, index: number): boolean {
    const piece = block.text.startsWith(MARK) ? parsed(block.text.slice(MARK.length)) : undefined;
    if (piece === undefined) return false;
    const { transcript, layer, annotation, utterance, speakersInWords } = piece;
    if (isObject(transcript)) Object.assign(this.#transcript, transcript);
    else if (isObject(utterance)) this.#utterances.set(index, utterance);
    else if (isObject(annotation))
      this.#annotations.push({ annotation, layer: typeof layer === 'number' ? layer : 0 });
    else if (isObject(layer)) this.#layers.push(layer);
    else if (Array.isArray(speakersInWords)) this.#speakersInWords = speakersInWords.map(String);
    else return false;
    return true;
  }

  /** Parties that the comments declare, checked. */
  parties(file: string): Transcript['parties'] {
    const { parties } = this.#transcript;
    if (parties === undefined) return new Map();
    return readValues({ onrecord: 1, parties, utterances: [] }, file).value?.parties ?? new Map();
  }

  /** The conversation of the captions and the comments together. */
  apply(transcript: Transcript, file: string): { value: Conversation; findings: readonly Finding[] } {
    if (this.isEmpty) return { value: { transcript, layers: [] }, findings: [] };
    const captions = transcriptFile(transcript);
    const utterances = transcript.utterances.map((utterance, index) => ({
      ...withoutCaptionFields(this.#utterances.get(index) ?? {}),
      ...speechFile(utterance),
    }));
    const own = this.#annotations.filter(({ layer }) => layer < 1 || layer > this.#layers.length);
    const annotations = [
      ...((captions['annotations'] as unknown[] | undefined) ?? []),
      ...own.map(item => item.annotation),
    ];
    const whole = readValues(
      {
        ...captions,
        ...this.#transcript,
        onrecord: 1,
        utterances,
        annotations,
        ...(captions['parties'] !== undefined && { parties: captions['parties'] }),
      },
      file,
    );
    const layers = this.#layers.map((layer, index) => {
      const ours = this.#annotations.filter(item => item.layer === index + 1).map(item => item.annotation);
      return readValues({ ...layer, onrecord: 1, annotations: ours }, file);
    });
    return {
      value: {
        transcript: whole.value?.kind === 'transcript' ? whole.value : transcript,
        layers: layers.flatMap(({ value }): Layer[] => (value?.kind === 'layer' ? [value] : [])),
      },
      findings: [whole, ...layers].flatMap(({ findings }) => findings),
    };
  }
}

function withoutCaptionFields(utterance: FileObject): FileObject {
  return Object.fromEntries(Object.entries(utterance).filter(([key]) => !IN_CAPTIONS.has(key)));
}

function parsed(text: string): FileObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is FileObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
