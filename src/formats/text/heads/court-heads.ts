/** Heads of courts and parliaments that end without a colon: `Q  words`, `Mr. LIND. words`, `Chairman Okafor. words`. */
import { withoutDirection } from '../../shared/labels/label-at.ts';
import { Form } from './form.ts';
import { Head } from './head.ts';

const QUESTION_OR_ANSWER = /^[ \t\u00a0]*([QA])(?:([.:])(?=\s|$)|(?=\s|$))([ \t\u00a0]*)/;
/** `Q. (BY MR. LIND) Where`: who asks. */
const BY_WHOM = /^\((B(?:Y|y) [^()]{2,60})\)[ \t]*/;

/** `Q.` and `A:` as `Q.`; `Q  words` and `Q` alone as `Q  `; `Q words`, which is also how a sentence begins, as `Q `. */
export function parseQuestion(line: string, at: number): Head | undefined {
  // Most lines begin with another letter, or go on behind it.
  const first = line.charCodeAt(at);
  if ((first !== 81 && first !== 65) || isLetter(line.charCodeAt(at + 1))) return undefined;
  const match = QUESTION_OR_ANSWER.exec(line);
  if (match === null) return undefined;
  const [before, label = '', point, gap = ''] = match;
  const words = line.slice(before.length);
  const by = BY_WHOM.exec(words);
  const rest = by === null ? words : words.slice(by[0].length);
  const isWide = gap.length > 1 || gap === '\t' || words === '';
  const form = point !== undefined ? 'Q.' : isWide ? 'Q  ' : 'Q ';
  return new Head(Form.of(form), rest, line.trim()).named(label, by?.[1]);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || isCapital(code);
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** Capitals, with the small letters that names begin with: `ISSA`, `McCAUL`, `DeLAY`, `ROS-LEHTINEN`, `O'NEILL`. */
const SURNAME = "(?:[A-Z][a-z]{1,2}|[A-Z]['’])?[A-Z][A-Z'’-]+";
const HONORIFIC = '(?:Mr|Mrs|Ms|Miss|Mx|Dr|Messrs|Prof|M|Mme|Mlle|Sr|Sra|Dr)\\.?';
const PLACE = '(?: of (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)?)?';
const MEMBER = `${HONORIFIC} (?:[A-Z]\\. )?${SURNAME}(?: (?:[A-Z]\\. )?${SURNAME}){0,3}${PLACE}`;
const OFFICE = '(?:The|Madam|Mr\\.) (?:[A-Z][a-z]+ )?[A-Z]{4,}(?: [A-Z]{4,}){0,2}(?: pro tempore)?';
/** Committees write surnames in small letters, after more titles. */
const TITLE =
  '(?:Mr\\.|Mrs\\.|Ms\\.|Miss|Mx\\.|Dr\\.|Prof\\.|Professor|Senator|Sen\\.|Representative|Rep\\.|Delegate|Congressman|Congresswoman|Chairman|Chairwoman|Chairperson|Chair|Vice Chairman|Vice Chair|Co-Chairman|Co-Chair|Ranking Member|Secretary|Under Secretary|Assistant Secretary|Deputy Secretary|Director|Administrator|Commissioner|Ambassador|Attorney General|Inspector General|General|Gen\\.|Admiral|Adm\\.|Colonel|Col\\.|Captain|Capt\\.|Major|Lieutenant|Sergeant|Judge|Justice|Chief Justice|Governor|Gov\\.|Mayor|Sheriff|Chief|Officer|Reverend|Rev\\.|Father|Sister|Bishop|Rabbi|Lord|Lady|Baroness|Sir|Dame|Deputy|Councillor|Councilman|Councilwoman|Councilmember|Alderman|Minister|President|Speaker|Dean|Superintendent|Comptroller|Treasurer|Lt\\.|Sgt\\.|M\\.|Mme|Mlle)';
const NAME_WORD = "(?:[A-Z]\\.|(?:(?:de|da|del|della|di|du|la|le|van|von|der|den) )*\\p{Lu}[\\p{L}'’-]+)";
const WITNESS = `${TITLE} ${NAME_WORD}(?: ${NAME_WORD}){0,3}(?:,? (?:Jr|Sr|III|II|IV))?${PLACE}`;
const CHAIR =
  'The (?:(?:Acting|Vice|Deputy|Presiding|Chief|Assistant|Committee) )*(?:Chairman|Chairwoman|Chairperson|Chair|Clerk|Speaker|President|Secretary|Witness|Court|Interpreter|Moderator|Reporter|Officer|Parliamentarian|Counsel|Deputy Clerk)';
/** The French Assembly: `M. le président`, `Mme Okafor, rapporteure`. */
const FRENCH =
  "(?:M\\.|Mme|Mlle) (?:(?:le |la |l['’])\\p{Ll}[\\p{L}'’-]*(?: [\\p{L}'’-]+){0,8}|\\p{Lu}[\\p{L}'’-]+(?: [\\p{L}'’-]+){0,4}, [\\p{L} '’-]{3,60})";
const BRACKETS = '(?: \\([^()]{1,80}\\))?';
const HEAD = new RegExp(
  `^[ \\t]*((?:${MEMBER}|${OFFICE}|${WITNESS}|${CHAIR}|${FRENCH})${BRACKETS})\\.(?=[ \\t]+["“‘(\\[$\\d\\p{Lu}]|[ \\t]*$)[ \\t]*`,
  'u',
);
/** The Congressional Record's sign of statements that were not spoken on the floor. */
export const BULLET = '<bullet>';
const IN_CAPITALS = new RegExp(`^(?:${MEMBER}|${OFFICE})`);
/** First words of titles: other lines need no closer look. */
const FIRST_WORDS = new Set(
  `The Madam ${TITLE.slice('(?:'.length, -1).replaceAll('|', ' ').replaceAll('\\.', '.')} ${'Mr Mrs Ms Miss Mx Dr Messrs Prof M Mme Mlle Sr Sra'.replace(/\S+/g, '$& $&.')}`.split(
    ' ',
  ),
);

/** A title, a name and a full stop: `N.` with the surname in capitals, `n.` in small letters. */
export function parseTitled(line: string, at: number): Head | undefined {
  const first = line.charCodeAt(at);
  if (first !== 60 && !isCapital(first)) return undefined;
  const hasBullet = first === 60 && line.startsWith(BULLET);
  const words = hasBullet ? line.slice(BULLET.length) : line;
  const from = hasBullet ? words.length - words.trimStart().length : at;
  const blank = words.indexOf(' ', from);
  if (blank === -1 || blank - from > LONGEST_TITLE || !FIRST_WORDS.has(words.slice(from, blank)))
    return undefined;
  // `The bridge` is no office.
  if (words[from] === 'T' && !isCapital(words.charCodeAt(blank + 1))) return undefined;
  const match = HEAD.exec(words);
  // `Mrs. St. John` goes on.
  if (match === null || /\b(?:St|Ste|Mt|Ft)$/.test(match[1]!)) return undefined;
  const { name, direction } = withoutDirection(match[1]!);
  const form = IN_CAPITALS.test(name) ? 'N.' : 'n.';
  const head = new Head(Form.of(form), words.slice(match[0].length), words.trim()).named(name, direction);
  if (hasBullet) head.mark = 'bullet';
  return head;
}

const LONGEST_TITLE = 14;
