/** Everything that an annotation lacks, in terms of options. The rules of `check` say the same of files. */

import { ASKED, type Need, needsOf } from '../../core/annotate/stance-needs.ts';
import { largest } from '../../core/long-lists.ts';
import { ASPECTS, BODIES, COUNTING_GROUPS, type TagGroup, tagsWith } from '../../core/model/vocabulary.ts';
import { didYouMean } from '../../core/text/closest.ts';
import { listOf } from '../../core/text/list-of.ts';
import type { Fields } from '../fields.ts';
import type { Known } from '../known.ts';
import type { Problem } from './problem.ts';

/** So many names are offered in one line. */
const MOST_NAMES = 6;

/**
 * Returns what makes the annotation invalid: no body or two, an unknown tag, a stance without the act, a date without its
 * role.
 */
export function whatIsMissing(fields: Fields, known: Known): readonly Problem[] {
  const bodies = BODIES.filter(name => fields[name] !== undefined);
  if (bodies.length === 0)
    return problem('say what it is: the annotation has no body', [
      `one of ${BODIES.map(name => `--${name}`).join(', ')}`,
      '`onrecord help tags` lists the tags',
    ]);
  if (bodies.length > 1)
    return problem(`an annotation says one thing: --${bodies[0]} or --${bodies[1]}`, [
      'make two annotations of it; a reason goes into --note',
    ]);
  if (fields['tag'] !== undefined) return tagProblems(fields, known);
  return isPassageDate(fields) ? withoutRole(fields) : [];
}

function tagProblems(fields: Fields, known: Known): readonly Problem[] {
  const tag = String(fields['tag']);
  const tags = tagsWith(known.project.tags);
  const info = tags.get(tag);
  if (info === undefined) {
    const hint = didYouMean(tag, tags.keys());
    return problem(`there is no tag "${tag}"${hint === undefined ? '' : `; ${hint}`}`, [
      '`onrecord help tags` lists them; those of a project are declared in .onrecord.yaml',
    ]);
  }
  const lacking = lackingOf(fields, tag, info.group, known);
  if (lacking.length === 0) return [];
  const asked = lacking.filter(({ isOptional }) => !isOptional).map(({ need }) => ASKED[need]);
  const offers = lacking.map(({ need }) => [optionOf(need), offerOf(need, known)] as const);
  return problem(`\`${tag}\` needs ${asked.join(', ')}`, aligned(offers));
}

function problem(message: string, ways: readonly string[]): readonly Problem[] {
  return [{ message, ways }];
}

function optionOf(need: Need): string {
  return need === 'sources' ? '--source' : `--${need}`;
}

/** A need that is not met; `isOptional`: it is offered because more is missing anyway. */
interface Lacking {
  readonly need: Need;
  readonly isOptional: boolean;
}

function lackingOf(fields: Fields, tag: string, group: TagGroup, known: Known): readonly Lacking[] {
  const needs = needsOf(tag, group);
  const lacking = needs.filter(need => !isMet(need, fields, known));
  if (lacking.length === 0) return [];
  // An act may have no words; who is asked for the rest is asked for them too.
  const offersWords =
    !needs.includes('wording') && COUNTING_GROUPS.has(group) && !isMet('wording', fields, known);
  const all: readonly Need[] = ['aspect', 'by', 'when', 'wording', 'sources'];
  return all
    .filter(need => lacking.includes(need) || (need === 'wording' && offersWords))
    .map(need => ({ need, isOptional: !lacking.includes(need) }));
}

function isMet(need: Need, fields: Fields, known: Known): boolean {
  const value = fields[need];
  if (need === 'aspect') return hasAspect(fields, known);
  if (need === 'wording')
    return value !== undefined || fields['characterised'] === true || quotesSomebody(fields);
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/** Values that an option can take here. */
function offerOf(need: Need, known: Known): string {
  switch (need) {
    case 'aspect':
      return `content, wording, date, ... (\`onrecord help aspects\` lists all ${ASPECTS.length})`;
    case 'by':
      return orList(known.names('party')) ?? '`onrecord add party` declares one';
    case 'when': {
      const { date = '2026, 2026-03' } = known.project.transcript.value;
      return `${date} or unknown: the day of the act, as far as a source states it`;
    }
    case 'wording':
      return 'their words; --characterised if the act is known only by description';
    case 'sources':
      return sourceOffer(known);
  }
}

/** Words that are quoted in a source may be the party's own: the rule of `check` looks. */
function quotesSomebody(fields: Fields): boolean {
  return [fields['sources'] ?? []].flat().some(source => (source as Fields)?.['quote'] !== undefined);
}

function sourceOffer(known: Known): string {
  const ids = known.index.ids('source');
  const offer = orList(ids.map((id, index) => (index === 0 ? `"${id}@page 3"` : id)));
  return offer ?? 'none is declared: --source "TITLE@PLACE" --add-source declares it';
}

/** Whether a side of the matter is named, by itself or by its claim. */
export function hasAspect(fields: Fields, { index }: Known): boolean {
  if (fields['aspect'] !== undefined) return true;
  const targets = [fields['target'] ?? []].flat().map(String);
  const aspects = new Set(targets.map(id => index.of('claim', id)?.value.aspect));
  return aspects.size === 1 && !aspects.has(undefined);
}

/** A date in the words of a passage is seldom the day of the talk, which a date without a role is. */
function isPassageDate(fields: Fields): boolean {
  const { date, quote } = fields;
  if (date === undefined || quote === undefined) return false;
  return typeof date === 'string' || (date as Fields)['role'] === undefined;
}

function withoutRole({ date, quote }: Fields): readonly Problem[] {
  const text = typeof date === 'string' ? date : String((date as Fields)['edtf'] ?? 'it');
  return problem(`what is ${text} the date of? "${String(quote)}" needs --role`, [
    '--role event      of what the words tell of',
    '--role said       the day of the talk itself',
    '`onrecord help roles` lists all',
  ]);
}

function orList(items: readonly string[]): string | undefined {
  if (items.length === 0) return undefined;
  if (items.length > MOST_NAMES) return `${items.slice(0, MOST_NAMES).join(', ')}, ...`;
  return listOf(items, 'or');
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = largest(rows.map(([option]) => option.length));
  return rows.map(([option, offer]) => `${option.padEnd(width)}  ${offer}`);
}
