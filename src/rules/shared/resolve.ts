import { placeOf } from '../../core/project.ts';
import { closest } from '../../core/text/closest.ts';
import type { Report } from '../rule.ts';
import type { Facts } from './facts.ts';
import type { Reference } from './references.ts';
import { anyOf, withArticle } from './words.ts';

/** What is wrong with a reference, or undefined where it names an entry of a kind that its field accepts. */
export function problemOf(reference: Reference, facts: Facts): Report | undefined {
  const { id, at, accepts } = reference;
  const expected = anyOf(accepts.map(withArticle));
  const entry = facts.index.get(id);
  if (entry === undefined) {
    const meant = closest(id, facts.index.ids(...accepts));
    return {
      at,
      message: `\`${id}\` is not declared, expected ${expected}`,
      help: meant === undefined ? `declare it, or correct the id` : `did you mean \`${meant}\`?`,
      data: { id, accepts, ...(meant === undefined ? {} : { meant }) },
    };
  }
  if (accepts.includes(entry.kind)) return undefined;
  return {
    at,
    message: `\`${id}\` is ${withArticle(entry.kind)}, expected ${expected}`,
    labels: [{ at: placeOf(entry), message: 'declared here' }],
    data: { id, kind: entry.kind, accepts },
  };
}
