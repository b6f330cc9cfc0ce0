/** What a line that may be a head looks like; whether it is one depends on the other lines of the file. */
import type { Milliseconds } from '../../../core/model/model.ts';
import type { Form } from './form.ts';
import type { ScannedTime } from './scan-time.ts';

/** Names that are speakers wherever they stand. */
export type Declared = ReadonlySet<string>;

export class Head {
  readonly form: Form;
  /** The words after the head, on its line. */
  readonly rest: string;
  /** The words where the label is no speaker: with the label, without a time before it. */
  readonly whole: string;
  /** The speaker as it is spelt, without a stage direction. */
  label: string | undefined = undefined;
  /** How it is said: `during the reading`. */
  direction: string | undefined = undefined;
  /** Who is spoken to, where the head says so. */
  to: string | undefined = undefined;
  /** A sign of the report before the head: `bullet` stands in the Congressional Record for words that were not spoken there. */
  mark: string | undefined = undefined;
  /** Whether a colon ends the label, which prose has too; else the form does. */
  hasColon = false;
  /** The label can be nothing but a speaker. */
  isCertain = false;
  /** The form can be nothing but a head, wherever it stands. */
  isStrong = false;
  /** Behind the sign of a list. */
  isBullet = false;
  start: Milliseconds | undefined = undefined;
  end: Milliseconds | undefined = undefined;
  /** A day and time that are no place in a recording. */
  dated: string | undefined = undefined;

  constructor(form: Form, rest: string, whole: string) {
    this.form = form;
    this.rest = rest;
    this.whole = whole;
  }

  named(label: string, direction?: string): this {
    this.label = label;
    this.direction = direction;
    return this;
  }

  at({ start, end, dated }: Pick<ScannedTime, 'start' | 'end' | 'dated'>): this {
    this.start = start;
    this.end = end;
    this.dated = dated;
    return this;
  }
}
