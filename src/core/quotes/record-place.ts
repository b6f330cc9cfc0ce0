/** Where words of the record stand, and what readers say there. */
import type { Id, Milliseconds } from '../model/model.ts';
import type { Span } from '../model/span.ts';
import type { SpeechView } from '../model/view.ts';
import type { ViewOfSpeeches } from '../view/view-of-speeches.ts';
import type { RecordText, SearchedText } from './record.ts';

/** Where words of the record stand. */
export interface RecordPlace {
  /** Name of the transcript's file. */
  readonly file: string;
  readonly view: ViewOfSpeeches;
  readonly record: RecordText;
  /** The utterance or statement, with what readers say of it. */
  readonly speech: SpeechView;
  readonly id: Id | undefined;
  /** The passage in the text of the record; UTF-16 code units. */
  readonly span: Span;
  readonly start: Milliseconds | undefined;
  /** All words of the passage, also those of the utterances that it goes on in; and the character behind them. */
  readonly words: string;
  readonly behind: string;
  /** The utterances that the passage goes on in. */
  readonly rest: readonly RecordPlace[];
}

/** Where a passage of a text that is searched stands in the record. */
export function placeIn(
  searched: SearchedText,
  span: Span,
  { file, view }: { readonly file: string; readonly view: ViewOfSpeeches },
): RecordPlace {
  const places = searched.partsIn(span).map(({ record, start }): RecordPlace => {
    const own = {
      start: Math.max(0, span.start - start),
      end: Math.min(record.text.length, span.end - start),
    };
    const speech = view.speeches.get(record.speech)!;
    return {
      file,
      view,
      record,
      speech,
      id: speech.id,
      span: own,
      start: speech.speech.start,
      words: record.text.slice(own.start, own.end),
      behind: record.text.charAt(own.end),
      rest: [],
    };
  });
  const [head, ...rest] = places;
  const { text } = searched;
  return { ...head!, words: text.slice(span.start, span.end), behind: text.charAt(span.end), rest };
}
