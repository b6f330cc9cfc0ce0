/** What is wrong with a reference, in words. */
import type { EntryKind, Id } from '../../core/model/model.ts';
import { type Entry, placeOf } from '../../core/model/project.ts';
import type { Report } from '../rule.ts';
import type { Facts } from './facts.ts';
import { anyOf, withArticle } from './phrasing.ts';
import type { Reference } from './references.ts';

/** What a report says, without its place. */
export type Problem = Omit<Report, 'at'>;

/** The problem of a reference that names nothing, or an entry of a kind that its field does not accept. */
export function problemOf({ id, at, accepts }: Reference, facts: Facts): Report {
  const entry = facts.index.get(id);
  return { at, ...(entry === undefined ? notDeclared(id, accepts, facts) : wrongKind(entry, accepts)) };
}

export function notDeclared(id: Id, accepts: readonly EntryKind[], facts: Facts): Problem {
  const meant = facts.idMeantBy(id, accepts);
  return {
    message: `\`${id}\` is not declared, expected ${anyOf(accepts.map(withArticle))}`,
    help: meant === undefined ? 'declare it, or correct the id' : `did you mean \`${meant}\`?`,
    data: { id, accepts, ...(meant !== undefined && { meant }) },
  };
}

export function wrongKind(entry: Entry, accepts: readonly EntryKind[]): Problem {
  return {
    message: `\`${entry.id}\` is ${withArticle(entry.kind)}, expected ${anyOf(accepts.map(withArticle))}`,
    labels: [{ at: placeOf(entry), message: 'declared here' }],
    data: { id: entry.id, kind: entry.kind, accepts },
  };
}
