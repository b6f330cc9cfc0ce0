/**
 * The signs in output for people. A sign has the same meaning in every output and always comes with a word, so that signs
 * and colours only help the eye. ASCII replaces them if the terminal or the reader wants no other characters.
 */
import type { Annotation } from '../core/model/model.ts';
import type { TagGroup } from '../core/model/vocabulary.ts';
import type { StandingKind } from '../core/standing/claim-kind.ts';

export interface Signs {
  readonly to: string;
  /** Between facts of one line. */
  readonly between: string;
  /** Replaces words that are left out. */
  readonly cut: string;
  /** Under the words: stances of parties, other annotations, requests. */
  readonly rule: { readonly stance: string; readonly other: string; readonly request: string };
  /** Under headings: of the page, and of its parts. */
  readonly heading: { readonly title: string; readonly section: string };
  readonly standing: Readonly<Record<StandingKind, string>>;
  readonly tag: Readonly<Record<TagGroup | 'body', string>>;
}

const UNICODE: Signs = {
  to: '→',
  between: ' · ',
  cut: '…',
  rule: { stance: '━', other: '─', request: '┄' },
  heading: { title: '═', section: '─' },
  standing: {
    unsettled: '!',
    disputed: '✗',
    denied: '✗',
    refuted: '✗',
    retracted: '←',
    confirmed: '✓',
    corroborated: '✓',
    acknowledged: '○',
    qualified: '○',
    unverified: '?',
    unreviewed: '·',
    'not-checkable': '–',
    differs: '/',
  },
  tag: {
    affirming: '✓',
    contesting: '✗',
    neither: '·',
    revising: '←',
    voice: '·',
    request: '?',
    transcript: '·',
    body: '·',
  },
};

const ASCII_OF: Readonly<Record<string, string>> = {
  '✗': 'x',
  '✓': 'v',
  '←': '<',
  '○': 'o',
  '·': '.',
  '–': '_',
};

const ascii = (sign: string) => ASCII_OF[sign] ?? sign;

const ASCII: Signs = {
  to: '->',
  between: ' - ',
  cut: '...',
  rule: { stance: '=', other: '-', request: '.' },
  heading: { title: '=', section: '-' },
  standing: mapped(UNICODE.standing, ascii),
  tag: mapped(UNICODE.tag, ascii),
};

export function signsFor(unicode: boolean): Signs {
  return unicode ? UNICODE : ASCII;
}

/** Less than a confirmation, as is one that is known only by description: never `✓`. */
const LESS = ['acknowledged', 'qualified'];

/** Returns the sign of an annotation; `group` is that of its tag, or `body` for annotations without one. */
export function tagSign(
  signs: Signs,
  { tag, characterised }: Pick<Annotation, 'tag' | 'characterised'>,
  group: TagGroup | 'body',
): string {
  const isLess =
    (tag !== undefined && LESS.includes(tag)) || (group === 'affirming' && characterised === true);
  return isLess ? signs.standing.acknowledged : signs.tag[group];
}

/** The order of standings: those that an editor must see come first; `differs` is sixth. */
export const STANDING_ORDER: readonly StandingKind[] = [
  'unsettled',
  'disputed',
  'denied',
  'refuted',
  'retracted',
  'differs',
  'confirmed',
  'corroborated',
  'acknowledged',
  'qualified',
  'unverified',
  'unreviewed',
  'not-checkable',
];

function mapped<K extends string>(
  record: Readonly<Record<K, string>>,
  change: (sign: string) => string,
): Record<K, string> {
  return Object.fromEntries(
    Object.entries<string>(record).map(([key, sign]) => [key, change(sign)]),
  ) as Record<K, string>;
}
