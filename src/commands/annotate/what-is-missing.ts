/** What an annotation lacks, all at once and in options. The rules of `check` say the same of files. */
import type { Project } from '../../core/model/project.ts';
import {
  ASPECTS,
  BODIES,
  STANCE_GROUPS,
  TAGS,
  type TagGroup,
  type TagInfo,
} from '../../core/model/vocabulary.ts';
import { closest } from '../../core/text/closest.ts';
import type { Known } from './known.ts';
import type { Fields } from './operation.ts';
import type { Problem } from './problem.ts';

/** Groups whose stances move a standing: they rest on a source (rule `stance-without-evidence`). */
const COUNTING_GROUPS: ReadonlySet<TagGroup> = new Set(['affirming', 'contesting']);
/** Acts that are done by words (rule `characterised-only`). */
const SPOKEN_ACTS: ReadonlySet<unknown> = new Set(['confirmed', 'acknowledged', 'denied']);

/** So many names are offered in one line. */
const MOST_NAMES = 6;

/** What keeps the annotation from being one: no body or two, an unknown tag, a stance without the act, a date without its role. */
export function whatIsMissing(fields: Fields, known: Known): readonly Problem[] {
  const bodies = BODIES.filter(name => fields[name] !== undefined);
  if (bodies.length === 0)
    return [
      {
        message: 'say what it is: the annotation has no body',
        ways: [`one of ${BODIES.map(name => `--${name}`).join(', ')}`, '`onrecord help tags` lists the tags'],
      },
    ];
  if (bodies.length > 1)
    return [
      {
        message: `an annotation says one thing: --${bodies[0]} or --${bodies[1]}`,
        ways: ['make two annotations of it; a reason goes into --note'],
      },
    ];
  if (fields['tag'] !== undefined) return tagProblems(fields, known);
  return isPassageDate(fields) ? [withoutRole(fields)] : [];
}

function tagProblems(fields: Fields, known: Known): readonly Problem[] {
  const tag = String(fields['tag']);
  const info = tagsOf(known.project).get(tag);
  if (info === undefined) {
    const guess = closest(tag, tagsOf(known.project).keys());
    return [
      {
        message: `there is no tag "${tag}"${guess === undefined ? '' : `; did you mean ${guess}?`}`,
        ways: ['`onrecord help tags` lists them; those of a project are declared in .onrecord.yaml'],
      },
    ];
  }
  if (!STANCE_GROUPS.has(info.group)) return [];
  const lacking = lackingOf(fields, info.group, known);
  if (lacking.length === 0) return [];
  return [
    {
      message: `\`${tag}\` needs ${lacking.flatMap(({ asks }) => asks ?? []).join(', ')}`,
      ways: aligned(lacking.map(({ option, offer }) => [option, offer])),
    },
  ];
}

interface Lacking {
  /** The option, with its question; undefined where it may stay away. */
  readonly asks: string | undefined;
  readonly option: string;
  /** Values that it can take here. */
  readonly offer: string;
}

function lackingOf(fields: Fields, group: TagGroup, known: Known): readonly Lacking[] {
  const lacking: Lacking[] = [];
  const needs = (isMissing: boolean, one: Lacking) => {
    if (isMissing) lacking.push(one);
  };
  const isAbsent = (name: string) => {
    const value = fields[name];
    return value === undefined || (Array.isArray(value) && value.length === 0);
  };
  needs(group !== 'revising' && !hasAspect(fields, known), {
    asks: '--aspect (which side?)',
    option: '--aspect',
    offer: `${['content', 'wording', 'date'].join(', ')}, ... (\`onrecord help aspects\` lists all ${ASPECTS.length})`,
  });
  needs(isAbsent('by'), {
    asks: '--by PARTY (whose act?)',
    option: '--by',
    offer: orList(known.names('party')) ?? 'onrecord add party declares one',
  });
  const { date } = known.project.transcript.value;
  needs(isAbsent('when'), {
    asks: '--when DATE or unknown',
    option: '--when',
    offer: `${date === undefined ? '2026, 2026-03' : date} or unknown: the day of the act, as far as a source states it`,
  });
  const isSpoken = SPOKEN_ACTS.has(fields['tag']);
  const hasWords = !isAbsent('wording') || fields['characterised'] === true || quotesSomebody(fields);
  // Another act may have no words; where more is missing anyway they are asked for with the rest.
  needs(!hasWords && (isSpoken || (COUNTING_GROUPS.has(group) && lacking.length > 0)), {
    asks: isSpoken ? '--wording TEXT or --characterised' : undefined,
    option: '--wording',
    offer: 'their words; --characterised if the act is known only by description',
  });
  needs(COUNTING_GROUPS.has(group) && isAbsent('sources'), {
    asks: '--source ID@PLACE',
    option: '--source',
    offer: sourceOffer(known),
  });
  return lacking.some(({ asks }) => asks !== undefined) ? lacking : [];
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

function hasAspect(fields: Fields, { index }: Known): boolean {
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

function withoutRole({ date, quote }: Fields): Problem {
  const text = typeof date === 'string' ? date : String((date as Fields)['edtf'] ?? 'it');
  return {
    message: `what is ${text} the date of? "${String(quote)}" needs --role`,
    ways: [
      '--role event      of what the words tell of',
      '--role said       the day of the talk itself',
      '`onrecord help roles` lists all',
    ],
  };
}

function tagsOf({ tags }: Project): ReadonlyMap<string, TagInfo> {
  return new Map<string, TagInfo>([...Object.entries(TAGS), ...(tags ?? [])]);
}

function orList(items: readonly string[]): string | undefined {
  if (items.length === 0) return undefined;
  if (items.length > MOST_NAMES) return `${items.slice(0, MOST_NAMES).join(', ')}, ...`;
  return items.length === 1 ? items[0] : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([option]) => option.length));
  return rows.map(([option, offer]) => `${option.padEnd(width)}  ${offer}`);
}
