/**
 * The signs of what people read. The same sign means the same in every output, and a word always stands beside it, so
 * signs and colours only help the eye. ASCII stands in where the terminal or the reader wants no other characters.
 */
import type { Annotation } from '../core/model/model.ts';
import type { TagGroup } from '../core/model/vocabulary.ts';
import type { StandingKind } from '../core/standing/claim-kind.ts';

export interface Signs {
  readonly to: string;
  /** Between facts of one line. */
  readonly between: string;
  /** In place of words that are left out. */
  readonly cut: string;
  /** Under the words: what a party says of them, what else is said, what is asked for. */
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

/** The sign of an annotation; `group` is that of its tag, or `body` for what is no tag. */
export function tagSign(
  signs: Signs,
  { tag, characterised }: Pick<Annotation, 'tag' | 'characterised'>,
  group: TagGroup | 'body',
): string {
  const isLess =
    (tag !== undefined && LESS.includes(tag)) || (group === 'affirming' && characterised === true);
  return isLess ? signs.standing.acknowledged : signs.tag[group];
}

/** The order in which standings are told: what an editor must see first is first. Where readings differ is sixth. */
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
