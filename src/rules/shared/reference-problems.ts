/** Messages for broken references. */

import { lazilyFor } from '../../core/lazily.ts';
import type { EntryKind, Id } from '../../core/model/model.ts';
import { type Entry, placeOf } from '../../core/model/project.ts';
import { closest } from '../../core/text/closest.ts';
import { listOf } from '../../core/text/list-of.ts';
import type { Entries } from '../context/entries.ts';
import type { Report } from '../rule.ts';
import { withArticle } from './phrasing.ts';
import type { Reference } from './references.ts';

/** A report without its place. */
export type Problem = Omit<Report, 'at'>;

/** The problem of a reference that names nothing, or an entry of a kind that its field does not accept. */
export function problemOf({ id, at, accepts }: Reference, entries: Entries): Report {
  const entry = entries.index.get(id);
  return { at, ...(entry === undefined ? notDeclared(id, accepts, entries) : wrongKind(entry, accepts)) };
}

export function notDeclared(id: Id, accepts: readonly EntryKind[], entries: Entries): Problem {
  const meant = spellingsOf(entries).idMeantBy(id, accepts);
  return {
    message: `\`${id}\` is not declared, expected ${listOf(accepts.map(withArticle), 'or')}`,
    help: meant === undefined ? 'declare it, or correct the id' : `did you mean \`${meant}\`?`,
    data: { id, accepts, ...(meant !== undefined && { meant }) },
  };
}

export function wrongKind(entry: Entry, accepts: readonly EntryKind[]): Problem {
  return {
    message: `\`${entry.id}\` is ${withArticle(entry.kind)}, expected ${listOf(accepts.map(withArticle), 'or')}`,
    labels: [{ at: placeOf(entry), message: 'declared here' }],
    data: { id: entry.id, kind: entry.kind, accepts },
  };
}

/** The most suggestions per project: comparing an id with all others takes time. */
const MAX_SUGGESTIONS = 100;

class Spellings {
  readonly #entries: Entries;
  readonly #meant = new Map<string, Id | undefined>();

  constructor(entries: Entries) {
    this.#entries = entries;
  }

  /** The id of one of these kinds that is spelt most like `misspelt`. */
  idMeantBy(misspelt: string, kinds: readonly EntryKind[]): Id | undefined {
    const key = `${kinds.join()} ${misspelt}`;
    if (!this.#meant.has(key)) {
      if (this.#meant.size >= MAX_SUGGESTIONS) return undefined;
      this.#meant.set(key, closest(misspelt, this.#entries.index.ids(...kinds)));
    }
    return this.#meant.get(key);
  }
}

const spellingsOf = lazilyFor((entries: Entries) => new Spellings(entries));
