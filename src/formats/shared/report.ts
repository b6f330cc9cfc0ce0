/** Findings of an import, in the order of the file, and what it could not keep. */
import { getOrMake } from '../../core/maps.ts';
import { compareFindings, type Finding, type Severity } from '../../core/model/finding.ts';
import type { Transcript } from '../../core/model/model.ts';
import type { Span } from '../../core/model/span.ts';
import type { Loss, ReadResult } from '../format.ts';
import { Losses } from '../losses/losses.ts';

/** Kinds of findings in a file of a foreign format. */
export type ImportRule =
  | 'bad-structure'
  | 'bad-time'
  | 'encoding'
  | 'rolling-captions'
  | 'unknown-label'
  | 'missing-field'
  | 'several-speakers'
  | 'unknown-markup';

export interface ImportFinding {
  readonly severity?: Severity;
  readonly help?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** As in {@link Finding}: needed if the message contains a count. */
  readonly fingerprint?: string;
  /** What counts as lost with it. */
  readonly loses?: string | undefined;
}

/** The most findings of one rule and severity listed per file; the rest mostly repeat one mistake. */
const LISTED = 100;

export class ImportReport {
  readonly file: string;
  readonly #findings: Finding[] = [];
  /** By rule and severity: an error is the reason why nothing was read, whatever was warned of before. */
  readonly #counts = new Map<
    string,
    { readonly rule: ImportRule; readonly severity: Severity; count: number }
  >();
  readonly #losses = new Losses();

  constructor(file: string) {
    this.file = file;
  }

  add(
    rule: ImportRule,
    span: Span | undefined,
    message: string,
    { loses, ...more }: ImportFinding = {},
  ): void {
    if (loses !== undefined) this.lose(loses);
    const { severity = 'warning' } = more;
    const key = `${severity} ${rule}`;
    const counted = getOrMake(this.#counts, key, () => ({ rule, severity, count: 0 }));
    counted.count++;
    if (counted.count > LISTED) return;
    const place = span === undefined ? {} : { span };
    this.#findings.push({ rule, severity, file: this.file, message, ...place, ...more });
  }

  /** Counts what stands in the file and is not kept; `what` is a plural: "times of cues". */
  lose(what: string, count = 1): void {
    this.#losses.add(what, count);
  }

  losses(): readonly Loss[] {
    return this.#losses.list();
  }

  /** The result of a reader; without a transcript, what it found wrong. */
  result(transcript?: Transcript, detail?: string): ReadResult {
    if (transcript === undefined) return { findings: this.list() };
    return {
      value: { transcript, layers: [] },
      ...(detail !== undefined && { detail }),
      findings: this.list(),
      losses: this.losses(),
    };
  }

  /** The result of a reader that can make nothing of the file. */
  refused(span: Span | undefined, message: string, help?: string): ReadResult {
    this.add('bad-structure', span, message, { severity: 'error', ...(help !== undefined && { help }) });
    return this.result();
  }

  list(): Finding[] {
    const more = [...this.#counts.values()]
      .filter(({ count }) => count > LISTED)
      .map(
        ({ rule, severity, count }): Finding => ({
          rule,
          severity,
          file: this.file,
          message: `${count - LISTED} more of this kind in the file`,
          fingerprint: 'more of this kind in the file',
        }),
      );
    return [...this.#findings, ...more].sort(compareFindings);
  }
}
