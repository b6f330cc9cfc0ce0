/** Fields in which people name parties, sources and claims, with the ids that the file has for them. */

import type { Named, NamedKind } from '../../core/annotate/entry-named.ts';
import { UNKNOWN_PARTY } from '../../core/model/vocabulary.ts';
import { fewOf } from '../../core/text/list-of.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import type { Fields } from '../fields.ts';
import type { Known } from '../known.ts';
import type { Problem } from './problem.ts';

/** An `@` of an address (`https://example.org/@desk`) begins no place in a source. */
const PLACE_SIGN = /(?<!\/)@/g;

export interface NameTable {
  readonly known: Known;
  /** Called with the title or address of an undeclared source; returns its new id, if it is to be declared. */
  readonly declareSource: ((title: string) => string) | undefined;
}

/** Replaces names in fields by ids. An unknown name stays, and is a problem. */
export function namesToIds(
  fields: Fields,
  table: NameTable,
): { readonly fields: Fields; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const resolve = (text: unknown, ...kinds: NamedKind[]): unknown => {
    if (typeof text !== 'string') return text;
    const named = table.known.find(text, ...kinds);
    if (named.found === 'one') return named.id;
    problems.push(problemOf(text, named, kinds[0]!, table));
    return text;
  };
  const each = (value: unknown, by: (text: unknown) => unknown): unknown =>
    Array.isArray(value) ? value.map(by) : value === undefined ? undefined : by(value);
  const party = (text: unknown) => resolve(text, 'party');
  const partyOrUnknown = (text: unknown) => (text === UNKNOWN_PARTY ? text : party(text));
  /** A name where it is one; such a field also takes words. */
  const partyOrWords = (text: unknown) => {
    const named = typeof text === 'string' ? table.known.find(text, 'party') : undefined;
    return named?.found === 'one' ? named.id : text;
  };
  const channel = (text: unknown) => resolve(text, 'party', 'source');
  const voice = fields['voice'] as Fields | undefined;
  const isAboutParties = fields['speaker'] !== undefined || fields['to'] !== undefined;
  const resolved: Record<string, unknown> = {
    ...fields,
    speaker: each(fields['speaker'], partyOrUnknown),
    to: each(fields['to'], party),
    by: each(fields['by'], party),
    via: each(fields['via'], channel),
    'refers-to': each(fields['refers-to'], partyOrWords),
    voice:
      voice === undefined || typeof voice !== 'object'
        ? voice
        : {
            ...voice,
            of: party(voice['of']),
            ...(voice['to'] !== undefined && { to: each(voice['to'], party) }),
          },
    alternatives: isAboutParties ? each(fields['alternatives'], partyOrWords) : fields['alternatives'],
    sources: each(fields['sources'], reference => sourceOf(reference, table, problems)),
  };
  return { fields: resolved, problems };
}

/** `ID@PLACE`, `TITLE@PLACE`, an address, or a record with one of them as its `source`. */
function sourceOf(reference: unknown, table: NameTable, problems: Problem[]): unknown {
  const record = typeof reference === 'string' ? { source: reference } : (reference as Fields);
  const text = record?.['source'];
  if (typeof text !== 'string') return reference;
  const { id, at, problem } = cited(text, table);
  if (problem !== undefined) problems.push(problem);
  if (id === reference) return reference;
  return { ...record, source: id, ...(at !== undefined && { at }) };
}

interface Cited {
  readonly id: string;
  readonly at?: string | undefined;
  readonly problem?: Problem;
}

function cited(text: string, table: NameTable): Cited {
  const cuts = [...text.matchAll(PLACE_SIGN)].map(({ index }) => index);
  const readings = [undefined, ...cuts].map(cut => ({
    name: text.slice(0, cut).trim(),
    at: cut === undefined ? undefined : text.slice(cut + 1).trim(),
  }));
  for (const { name, at } of readings) {
    if (['statement', 'utterance'].includes(table.known.index.get(name)?.kind ?? '')) return { id: name, at };
    const named = table.known.find(name, 'source');
    if (named.found === 'one') return { id: named.id, at };
    if (named.found === 'several') return { id: name, at, problem: problemOf(name, named, 'source', table) };
  }
  // A title may have an `@` of its own; the place is what follows the last one.
  const { name, at } = readings.at(-1)!;
  if (table.declareSource !== undefined) return { id: table.declareSource(name), at };
  return { id: name, at, problem: problemOf(name, table.known.find(name, 'source'), 'source', table) };
}

function problemOf(text: string, named: Named, kind: NamedKind, { known }: NameTable): Problem {
  if (named.found === 'several')
    return { message: `"${text}" names several: ${named.ids.join(', ')}`, ways: ['name one by its id'] };
  const message = `no ${kind} "${text}" in ${known.file}`;
  const nearest = named.found === 'none' ? named.nearest : undefined;
  const declare = `onrecord add ${kind} ${shellWord(known.file)} ${shellWord(text)}`;
  const orAtOnce = kind === 'source' ? ', or give --add-source' : '';
  const ways = [`declare one: ${declare}${orAtOnce}`];
  if (nearest !== undefined) return { message: `${message}; did you mean ${nearest}?`, ways };
  const names = kind === 'source' ? known.index.ids(kind) : known.names(kind);
  return {
    message:
      names.length === 0
        ? message
        : `${message}; there ${names.length === 1 ? 'is' : 'are'} ${fewOf(names, MOST)}`,
    ways,
  };
}

/** A line has room for this many. */
const MOST = 8;
