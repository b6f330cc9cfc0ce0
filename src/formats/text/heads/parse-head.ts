/** One grammar of heads: a name and a time in any order, in brackets or bold, on a line of their own or before the words. */
import { judgeLabel, MAX_LABEL } from '../../shared/labels/judge-label.ts';
import { endOfLabel, labelAt, namedBy, withoutDirection } from '../../shared/labels/label-at.ts';
import { unescapeMarkdown } from '../markdown.ts';
import { parseChange } from './change-of-speaker.ts';
import { parseQuestion, parseTitled } from './court-heads.ts';
import { Form } from './form.ts';
import { type Declared, Head } from './head.ts';
import { type ScannedTime, scanTime, skipBlanks } from './scan-time.ts';

/** Signs before a head: of a heading, of a quotation, of a list, of whisperX on a terminal. */
const SIGN = /[ \t]*(?:(#{1,6})[ \t]+|(>)[ \t]+(?!>)|([-*•–+])[ \t]+|(Transcript:)[ \t]+(?=\[\d))/y;
/** Zoom: `From Ada Okafor to Everyone: words`. */
const CHAT = /(?:From|Von|De|Da)[ \t]+(\S.*?)(?:[ \t]+(?:to|an|à|para|a)[ \t]+(\S.*?))?[ \t]*:(?:[ \t]+|$)/iy;
const EVERYONE = /^(?:everyone|everyone in meeting|alle|tout le monde|todos|tutti)$/i;
/** What stands between a name and a time behind it, and between a time and a name. */
const BEFORE_TIME = /[ \t\u00a0]*(?:[-–—|•·,;]|\bat\b|@)?[ \t\u00a0]*$/;
const BEHIND_TIME = /[ \t\u00a0]*(?:[-–—|•·,;:]+(?=[ \t\u00a0]|$))?[ \t\u00a0]*/y;
/** whisperX puts it before each line. */
const CONSOLE = 'Transcript:';
const EMPHASIS = /(?:[ \t]*<\/?(?:b|strong|i|em|u)>)?[*_]{0,3}/iy;
/** As far into a line as a head reaches. */
const REACH = MAX_LABEL + 20;

/** The head that a line may begin with; undefined where it looks like none. */
export function parseHead(line: string, declared: Declared): Head | undefined {
  const at = skipBlanks(line, 0);
  const question = parseQuestion(line, at);
  const head = parseChange(line, at, declared) ?? question ?? parseTitled(line, at);
  // `A Deputy: words` is a name, not an answer.
  const isDoubtful = head !== undefined && head === question && head.form.id === 'Q ';
  if (head !== undefined && !isDoubtful) return head;
  const named = mayBeHead(line, at) ? parseNameAndTime(line, at, declared) : undefined;
  return named?.label === undefined ? (head ?? named) : named;
}

/** A quick look that most lines of prose do not pass. */
function mayBeHead(line: string, at: number): boolean {
  const first = line.charCodeAt(at);
  // Signs, figures and brackets come before the letters.
  if (first < 65 || first === 91 || first === 95 || first === 123 || first === 8226 || first === 8211)
    return true;
  const end = at + REACH;
  const colon = line.indexOf(':', at);
  if (colon !== -1 && colon < end) return true;
  const wide = line.indexOf('：', at);
  return (wide !== -1 && wide < end) || (line.length < end && hasWordedTime(line, at));
}

/** `Ada Okafor 3 minutes 4 seconds` has no colon. */
function hasWordedTime(line: string, from: number): boolean {
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code >= 48 && code <= 57) return scanTime(line, at)?.isWorded === true;
  }
  return false;
}

interface Context {
  readonly line: string;
  readonly declared: Declared;
  /** `b` in bold print, `h` in a heading. */
  readonly prefix: string;
  /** The words from the head on, as they are written. */
  readonly whole: string;
}

function parseNameAndTime(line: string, blanks: number, declared: Declared): Head | undefined {
  const first = line.charCodeAt(blanks);
  let at = blanks;
  let sign: RegExpExecArray | null = null;
  if (first < 65 || first > 127 || line.startsWith(CONSOLE, blanks)) {
    SIGN.lastIndex = 0;
    sign = SIGN.exec(line);
    if (sign !== null) at = skipBlanks(line, sign[0].length);
  }
  const open = skipEmphasis(line, at);
  const time = scanTime(line, open);
  const prefix = sign?.[1] !== undefined ? 'h' : open > at ? 'b' : '';
  const context: Context = { line, declared, prefix, whole: line.slice(at).trimEnd() };
  const head = time === undefined ? fromName(context, open) : fromTime(context, time);
  // `# Part one: steel` is a heading of the text.
  if (prefix === 'h' && head !== undefined && !head.form.isOwnLine) return undefined;
  if (head !== undefined && sign?.[3] !== undefined) head.isBullet = true;
  return head;
}

function fromTime(context: Context, time: ScannedTime): Head | undefined {
  const { line, declared, prefix } = context;
  const closed = skipEmphasis(line, time.next);
  const isOpen = prefix === 'b' && closed === time.next;
  if (time.isWorded && line.slice(closed).trim() !== '') return undefined;
  BEHIND_TIME.lastIndex = closed;
  const separator = BEHIND_TIME.exec(line)![0];
  const at = skipEmphasis(line, closed + separator.length);
  const words = line.slice(at).trimEnd();
  const colon = separator.includes(':') ? ':' : '';
  const written = writtenTime(time);
  const gap = separator.includes('\t') || separator.length > 1 || colon !== '' ? '  ' : ' ';
  const head =
    words === ''
      ? new Head(Form.of(`${prefix}${written}${colon}$`), '', '')
      : (chatAt(line, at, written, words) ??
        bracketedBehind(line, at, written, words) ??
        labelledBehind(words, declared, `${prefix}${written}`, isOpen) ??
        tabbedBehind(words, written) ??
        new Head(Form.of(`${prefix}${written}${colon}${gap}w`), words, words));
  head.isStrong = time.isSure || time.isWorded;
  return head.at(time);
}

function bracketedBehind(line: string, at: number, written: string, words: string): Head | undefined {
  const bracketed = bracketedName(line, at);
  if (bracketed === undefined) return undefined;
  const { name, direction, rest, behind } = bracketed;
  return new Head(Form.of(`${written} [N]${behind}`), rest, words).named(name, direction);
}

function labelledBehind(words: string, declared: Declared, form: string, isOpen: boolean): Head | undefined {
  const found = labelAt(words, declared);
  if (found === undefined) return undefined;
  const rest = isOpen ? withoutEmphasis(found.rest) : found.rest;
  const head = new Head(Form.of(`${form} N:${rest === '' ? '$' : ''}`), rest, words);
  head.hasColon = true;
  head.isCertain = found.isCertain;
  return head.named(found.label, found.direction);
}

function tabbedBehind(words: string, written: string): Head | undefined {
  const tab = words.indexOf('\t');
  if (tab === -1) return undefined;
  const name = words.slice(0, tab).trim();
  const isName = words.indexOf('\t', tab + 1) === -1 && judgeLabel(name).kind === 'name';
  return isName
    ? new Head(Form.of(`${written}\tN\t`), words.slice(tab + 1).trim(), words).named(name)
    : undefined;
}

function fromName(context: Context, at: number): Head | undefined {
  const { line, declared, prefix, whole } = context;
  const bracketed = line[at] === '[' || line[at] === '<' ? bracketedName(line, at) : undefined;
  if (bracketed !== undefined) return fromBracketedName(context, bracketed);
  const words = line.slice(at);
  const colon = endOfLabel(words);
  const time = firstTime(line, at, colon === -1 ? line.length : at + colon);
  const found =
    colon === -1 || (time !== undefined && declared.size === 0) ? undefined : labelAt(words, declared);
  if (found === undefined || (time !== undefined && found.label.length > time.at - at && !found.isCertain))
    return time === undefined ? undefined : fromNameAndTime(context, at, time);
  const isBold = prefix === 'b';
  const rest = isBold ? withoutEmphasis(found.rest) : found.rest;
  const behind = timeBehind(rest);
  const said = behind?.words ?? rest;
  const isPlain = prefix === '' && behind === undefined;
  const form = isPlain ? (said === '' ? NAME_ALONE : NAME) : formOfName(prefix, behind?.time, said);
  const head = new Head(form, said, whole);
  if (behind !== undefined) head.at(behind.time);
  head.hasColon = true;
  head.isCertain = found.isCertain;
  head.isStrong = isBold || behind !== undefined;
  return head.named(isBold ? unescapeMarkdown(found.label) : found.label, found.direction);
}

/** Most heads are of these. */
const NAME = Form.of('N:');
const NAME_ALONE = Form.of('N:$');

function formOfName(prefix: string, time: ScannedTime | undefined, said: string): Form {
  const written = time === undefined ? '' : ` ${writtenTime(time)}`;
  return Form.of(`${prefix}N:${written}${said === '' ? '$' : ''}`);
}

/** `Ada Okafor (0:03): words`, `Ada Okafor  0:03`. */
function fromNameAndTime(context: Context, at: number, { at: timeAt, time }: FirstTime): Head | undefined {
  const { line, prefix, whole } = context;
  const before = line.slice(at, timeAt);
  const separator = BEFORE_TIME.exec(before)![0];
  const named = before.slice(0, before.length - separator.length);
  const { name, direction, isPhrase } = namedBy(named.endsWith(':') ? named.slice(0, -1) : named);
  if (name === '' || isPhrase) return undefined;
  const closed = skipEmphasis(line, time.next);
  const behind = skipBlanks(line, closed);
  const hasColon = line[behind] === ':' || line[behind] === '：';
  const wordsAt = skipEmphasis(line, skipBlanks(line, hasColon ? behind + 1 : behind));
  const rest = line.slice(wordsAt).trimEnd();
  const isParted = time.bracket !== '' || hasColon || /\t|[ \u00a0]{2}/.test(line.slice(closed, behind));
  if (rest !== '' && (!isParted || time.isWorded)) return undefined;
  const form = `${prefix}N ${writtenTime(time)}${hasColon ? ':' : ''}${rest === '' ? '$' : ''}`;
  const head = new Head(Form.of(form), rest, whole);
  const isWide = /[\t|•·@–—-]|[ \u00a0]{2}|\bat\b/.test(separator);
  head.isStrong =
    time.isSure || time.isWorded || isWide || prefix === 'b' || (time.hasLeadingZero && rest === '');
  return head.named(name, direction).at(time);
}

/** `[Ada Okafor] words`, `[Ada Okafor] 10:02:03`, `<Ada> words`. */
function fromBracketedName(context: Context, bracketed: BracketedName): Head | undefined {
  const { prefix, whole, declared } = context;
  const { name, direction, rest, behind } = bracketed;
  const stamp = timeBehind(rest);
  const said = stamp?.words ?? rest;
  const time = stamp === undefined ? '' : ` ${writtenTime(stamp.time)}`;
  if (stamp === undefined && behind === ':' && judgeLabel(name).kind === 'phrase') return undefined;
  const head = new Head(Form.of(`${prefix}[N]${behind}${time}${said === '' ? '$' : ''}`), said, whole).named(
    name,
    direction,
  );
  head.isCertain =
    stamp === undefined && (labelAt(whole, declared)?.isCertain === true || declared.has(name));
  head.isStrong = stamp !== undefined || behind === ':';
  head.hasColon = stamp === undefined && behind === ':';
  return stamp === undefined ? head : head.at(stamp.time);
}

interface BracketedName {
  readonly name: string;
  readonly direction?: string | undefined;
  readonly rest: string;
  /** A colon behind the bracket. */
  readonly behind: string;
}

const BRACKETED = /(?:\[{1,2}([^[\]\r\n]{1,100})\]{1,2}|<([^<>\r\n]{1,100})>)[*_]{0,3}(:?)[*_]{0,3}[ \t]*/y;

function bracketedName(line: string, at: number): BracketedName | undefined {
  if (line[at] !== '[' && line[at] !== '<') return undefined;
  BRACKETED.lastIndex = at;
  const match = BRACKETED.exec(line);
  if (match === null) return undefined;
  const named = withoutDirection((match[1] ?? match[2]!).trim());
  if (judgeLabel(named.name).kind !== 'name') return undefined;
  return { ...named, rest: line.slice(at + match[0].length).trimEnd(), behind: match[3]! };
}

function chatAt(line: string, at: number, written: string, words: string): Head | undefined {
  CHAT.lastIndex = at;
  const match = CHAT.exec(line);
  if (match === null) return undefined;
  const { name, direction } = withoutDirection(match[1]!.trim());
  const listener = match[2]?.replace(/\((?:direct message|privately)\)/i, '').trim();
  const head = new Head(Form.of(`${written} From N:`), line.slice(at + match[0].length), words);
  if (listener !== undefined && !EVERYONE.test(listener)) head.to = listener;
  return head.named(name, direction);
}

interface FirstTime {
  /** Where it begins, with its bracket. */
  readonly at: number;
  readonly time: ScannedTime;
}

/** The first time in a line that something stands before. */
function firstTime(line: string, from: number, to: number): FirstTime | undefined {
  const end = Math.min(to, from + REACH);
  for (let at = from + 1; at < end; at++) {
    const code = line.charCodeAt(at);
    if (code < 48 || code > 57) continue;
    const before = line[at - 1]!;
    if (!NO_FIGURE.test(before)) {
      const opened = '[(<{'.includes(before) && at - 1 > from ? at - 1 : at;
      const time = scanTime(line, opened);
      if (time !== undefined) return { at: opened, time };
    }
    while (at + 1 < end && line.charCodeAt(at + 1) >= 48 && line.charCodeAt(at + 1) <= 57) at++;
  }
  return undefined;
}

/** What stands before the figures of a word or a number. */
const NO_FIGURE = /[\p{L}\p{N}_.:/-]/u;

/** A time behind a label: in brackets, alone on the line, or with a tab behind it. */
function timeBehind(words: string): { readonly time: ScannedTime; readonly words: string } | undefined {
  const at = skipEmphasis(words, 0);
  const time = scanTime(words, at);
  if (time === undefined) return undefined;
  const said = words.slice(skipEmphasis(words, time.next)).replace(/^:/, '');
  const isAlone = said.trim() === '';
  const isParted = isAlone || (!time.isWorded && (time.bracket !== '' || said.startsWith('\t')));
  return isParted ? { time, words: said.trim() } : undefined;
}

const CLOSING = { '': '', '[': ']', '(': ')', '<': '>', '{': '}', '#': '#' } as const;

function writtenTime({ bracket, end, isWorded }: ScannedTime): string {
  const inside = isWorded ? 'W' : end === undefined ? 'T' : 'T-T';
  return bracket === '' ? inside : `${bracket}${inside}${CLOSING[bracket]}`;
}

function skipEmphasis(line: string, from: number): number {
  const code = line.charCodeAt(from);
  // Only a star, a line or a tag is one.
  if (code !== 42 && code !== 95 && code !== 60 && code !== 32 && code !== 9) return from;
  EMPHASIS.lastIndex = from;
  return from + (EMPHASIS.exec(line)?.[0].length ?? 0);
}

/** The words behind a bold label, without the stars that end it. */
function withoutEmphasis(words: string): string {
  return words.replace(/^[*_]{1,3}[ \t]*/, '');
}
