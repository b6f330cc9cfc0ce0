import type { Finding } from '../../core/model/finding.ts';

/** Findings of one file after which the rest is only counted: no one reads on, and a hostile file could hold millions. */
const MAX_LISTED = 100;

/** Findings of one file, the first ones in full, the rest as a count. */
export class FindingList {
  readonly #file: string;
  readonly #findings: Finding[] = [];
  #unlisted = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Calls `make` only for a finding that is listed, and tells whether it was. */
  add(make: () => Finding): boolean {
    if (this.#findings.length >= MAX_LISTED) {
      this.#unlisted++;
      return false;
    }
    this.#findings.push(make());
    return true;
  }

  list(): Finding[] {
    if (this.#unlisted === 0) return this.#findings;
    return [
      ...this.#findings,
      {
        rule: 'schema',
        severity: 'error',
        file: this.#file,
        message: `${this.#unlisted} more faults in this file are not listed`,
        data: { unlisted: this.#unlisted },
        fingerprint: 'more faults in this file are not listed',
        instances: this.#unlisted,
      },
    ];
  }
}
