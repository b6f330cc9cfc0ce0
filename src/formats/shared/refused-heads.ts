/** Lines that look like headings but were not taken as such: reported, so that a person decides. */
import { getOrMake } from '../../core/maps.ts';
import type { Span } from '../../core/model/span.ts';
import type { ImportReport } from './report.ts';

interface Refused {
  count: number;
  readonly line: string;
  readonly span: Span | undefined;
}

/** Enough of a line to show what it is. */
const SHOWN = 80;

export class RefusedHeads {
  readonly #heads = new Map<string, Refused>();

  /** `label` is absent if the line has a time alone; `span` where the line has no place in the file. */
  add(label: string | undefined, line: string, span: Span | undefined): void {
    const shown = shortened(line.trim());
    getOrMake(this.#heads, label ?? shown, () => ({ count: 0, line: shown, span })).count++;
  }

  /** Reports one finding for each label, at its first place. */
  report(report: ImportReport): void {
    for (const [label, { count, line, span }] of this.#heads) {
      report.add('unknown-label', span, `"${label}" was not taken for a speaker: its words have none`, {
        severity: 'info',
        help: `if it is one, add --speakers "${label}"`,
        data: { label, count, line },
      });
    }
  }
}

/** Whole characters only. */
function shortened(line: string): string {
  return line.length <= SHOWN ? line : [...line.slice(0, 2 * SHOWN)].slice(0, SHOWN).join('');
}
