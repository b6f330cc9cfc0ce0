/** Lines that nobody says: what reporters, meeting tools and services write between the turns. */
import { skipBlanks } from '../heads/scan-time.ts';

/** What a court reporter does or sees, in parentheses or dashes on lines of its own. */
const PROCEDURE =
  /^[([*-]+ ?(?:whereupon|thereupon|(?:a |the |brief |short |lunch |luncheon |discussion |recess|pause|off the record|back on|on the record|exhibit|plaintiff'?s|defendant'?s|deposition|proceedings?|witness|reporter|record read|requested|question|answer|time noted|jury|videotape|video|sidebar|bench|conference|end of|end time|concluded|adjourned|document|counsel|sworn|no (?:response|audible)|nodding|indicating|reading|marked|deponent)\b)[\s\S]*[)\]*-]$/i;
const EXAMINATION =
  /^(?:(?:DIRECT|CROSS|REDIRECT|RECROSS|FURTHER|RE-DIRECT|RE-CROSS|VOIR DIRE|CONTINUED|RESUMED)[- ]*)*(?:EXAMINATION|CROSS|REDIRECT|RECROSS)(?: (?:\(?CONTINUED\)?|CONTD\.?|RESUMED))?(?: BY .{2,60})?:?$/;
const EXAMINER = /^(?:BY|By) (?:(?:MR|MS|MRS|MISS|MX|DR|Mr|Ms|Mrs|Dr)\.? )?[A-Z][\p{L} .'’-]{1,50}:$/u;

const BRAND =
  '(?:otter(?:\\.ai)?|rev(?:\\.com)?|sonix(?:\\.ai)?|trint|temi|descript|happy ?scribe|turboscribe(?:\\.ai)?|fireflies(?:\\.ai)?|riverside(?:\\.fm)?|verbit|amberscript|notta|kaltura|panopto|zoom|fathom|tactiq|castmagic|gotranscript|scribie|speechmatics|deepgram|assemblyai|whisper|maestra|cockatoo|transkriptor|google meet|microsoft teams|restream|podium|grain|tl;dv|read\\.ai|buzz)';
const ADDRESS = '(?:https?:\\/\\/|www\\.)\\S+|\\b[a-z0-9-]+\\.(?:com|ai|io|fm|org|net|app|co)\\b';
const SERVICE = new RegExp(
  `^[^\\p{L}]*(?:(?:this|the) (?:transcript|document|file|editable transcript|text|recording) (?:was|is|has been)\\b.*\\b(?:transcri|generat|creat|export|produc|computer|automatic|machine)|(?:(?:automatic(?:ally)?|automated|auto|machine|ai|verbatim|audio|video|fully)[- ]*)*(?:transcribed|transcript|transcription|captioned|captions?|subtitles?|subtitled|generated|exported|created|powered|produced|made|recorded|translated)\\b[^.]{0,40}\\b(?:by|with|using|from|via|in)\\b.*(?:${BRAND}|${ADDRESS}))`,
  'iu',
);
const TRANSCRIBED_BY =
  /^[^\p{L}]*(?:transcribed|transcript(?:ion)?(?: provided| prepared)?|transkribiert|transcrit|transcrito|trascritto) (?:by|von|par|por|da)\b.{1,80}$/iu;
const MEETING =
  /^(?:.{1,80} )?(?:(?:started|stopped|paused|resumed|turned o(?:n|ff)) (?:the )?(?:transcription|transcribing|recording|captions|live transcription)|(?:joined|left) the (?:meeting|call|chat|waiting room)|(?:has )?(?:joined|left) (?:as a guest|the (?:meeting|call)))\.?$/i;
const MEETING_STATE =
  /^(?:the )?(?:recording|transcription|transcript|meeting|call) (?:has )?(?:started|stopped|paused|resumed|ended|begins|starts|ends)(?: (?:at|after|in|on) .{1,40})?\.?$/i;
const BOUNDS =
  /^[\s*=_#[({<~-]*(?:part \d+ of \d+ (?:begins|ends|starts)\b.{0,30}|(?:start|beginning|end|conclusion) of (?:the )?(?:transcript(?:ion)?|recording|audio|interview|tape|side|file|volume|meeting|session|proceedings?|conversation|call)\b.{0,60}|transcript (?:begins|ends)|(?:recording|audio|tape) (?:begins|ends|starts|stops)|ende der (?:aufnahme|transkription)|fin de (?:la )?(?:transcription|grabación|transcripción|l['’]enregistrement))[\s*=_\])}>.~-]*$/i;
/** What the house does, as stenographers write it. */
const REACTION =
  /^[([](?:(?:allgemeine[rn]?|anhaltender|lebhafter|vifs?|vives?|loud|prolonged|general|renewed|бурные|общий) )?(?:beifall|zurufe?|heiterkeit|lachen|unruhe|zwischenrufe?|widerspruch|glocke|applaus|applaudissements|rires|sourires|exclamations|mouvements|interruptions?|interjections?|laughter|applause|cheers|cries of|hear|hon\.? members|aplausos|risas|rumores|protestas|applausi|si ride|commenti|proteste|palmas|risos|oklaski|śmiech|смех|аплодисменты|шум|оживление|реплика|拍手|笑)[^()[\]]*[)\]]$/iu;
/** What a parliament does, in its minutes between the speeches. */
const MINUTES =
  /^(?:question (?:put|accordingly|again proposed|proposed)|motion (?:agreed|made|by leave|lost|carried|withdrawn)|amendments? .{0,40}(?:agreed|negatived|made|by leave|withdrawn|moved)|bill (?:read|reported|passed)|ordered(?:,|\.$)|resolved(?:,|\.$)|(?:house|sitting|committee|debate|meeting|council|session) (?:adjourned|suspended|resumed|divided|rose|counted)|the (?:house|committee|council|sitting|senate|assembly) (?:divided|adjourned|resumed|rose|met|proceeded)|adjourned (?:at|until|accordingly)|leave granted|clauses? .{1,30} (?:agreed|ordered)|ayes \d|noes \d|division no\.?)\b.{0,160}$/i;
/** A day or a time of day alone. */
const MOMENT =
  /^[([]?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th|\.)? \p{L}{3,12},? \d{4}|\p{L}{3,12} \d{1,2}(?:st|nd|rd|th)?, \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\.?|uhr|noon))(?:,? (?:at )?\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\.?)?)?[)\]]?$/iu;
/** Lines that speech recognisers write to the terminal beside the words. */
const CONSOLE =
  /^(?:Detect(?:ing|ed) language\b|whisper_\w+: |main: |system_info: |whisper_print_timings|ggml_|\[?download|Transcribing\b.*\b(?:file|audio)|Performing (?:transcription|alignment|diarization)|>>Performing|Loading\b.*\bmodel|Model was trained with)/;
const WARNING = /\b(?:User|Future|Deprecation)Warning\b/;
/** First and last words of lines that may be one of them: most lines of speech have neither. */
const FIRST_WORDS = new Set(
  'by direct cross redirect recross further re voir continued resumed examination whereupon thereupon this the transcript transcribed transcription transkribiert transcrit transcrito trascritto automatic automatically automated auto machine ai verbatim audio video fully captioned caption captions subtitle subtitles subtitled generated exported created powered produced made recorded translated recording meeting call tape start beginning end conclusion part ende fin detecting detected whisper main system ggml download transcribing performing loading model question motion amendment amendments bill ordered resolved house sitting committee debate council session adjourned leave clause clauses ayes noes division monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
);
const LAST_WORDS = new Set(
  'transcription transcribing recording captions meeting call chat room guest'.split(' '),
);
const FIRST_SIGNS = '([*-=_{<~/0123456789';
const WORD = /\p{L}+/uy;
/** What follows `The` and `This` in them. */
const SECOND_WORDS = new Set(
  'transcript transcription transcriber document file editable text recording meeting call house committee council sitting senate assembly session witness reporter'.split(
    ' ',
  ),
);

const LONGEST = 300;
/** A date in brackets is no longer. */
const SHORT = 60;
const BRACKETS = '([*-=_{<~ \t';
const CLOSING = ')]*-';

/** Lines in brackets, in capitals or of a program: they are remarks also below a line that ends no sentence. */
const ANYWHERE = [EXAMINER, EXAMINATION, PROCEDURE, REACTION, BOUNDS];
const ALONE = [MINUTES, MOMENT, SERVICE, TRANSCRIBED_BY, MEETING, MEETING_STATE];

/** The event that a line is, where it is no speech; `isWrapped` where it may go on in a sentence above. */
export function remarkOf(text: string, isWrapped: () => boolean = () => false): string | undefined {
  if (!mayBeRemark(text)) return undefined;
  const line = text.trim();
  const isRemark =
    ANYWHERE.some(pattern => pattern.test(line)) ||
    isOfConsole(line) ||
    (ALONE.some(pattern => pattern.test(line)) && !isWrapped());
  return isRemark ? withoutBrackets(line) : undefined;
}

/** A search for a plain word costs less than a pattern that tries it at every place. */
function isOfConsole(line: string): boolean {
  return CONSOLE.test(line) || (line.includes('Warning') && WARNING.test(line));
}

function mayBeRemark(text: string): boolean {
  const at = skipBlanks(text, 0);
  if (text.length - at > LONGEST || at === text.length) return false;
  const code = text.charCodeAt(at);
  // A small letter goes on with a sentence.
  if (code >= 97 && code <= 122) return false;
  const isSign = FIRST_SIGNS.includes(text[at]!);
  if (isSign && /^[([]?\d{1,6}:\d/.test(text.slice(at))) return MOMENT.test(text.trim());
  const from = isSign ? behindBrackets(text, at) : at;
  // A long line with words behind its brackets that does not end in one begins as a remark without brackets does.
  if (isSign && !(text.length - at > SHORT && isLatin(text.charCodeAt(from)) && endsInWord(text)))
    return true;
  const first = wordAt(text, from).toLowerCase();
  if (first === 'the' || first === 'this')
    return SECOND_WORDS.has(wordAt(text, skipBlanks(text, from + first.length)));
  return FIRST_WORDS.has(first) || LAST_WORDS.has(lastWord(text));
}

function behindBrackets(text: string, at: number): number {
  let from = at;
  while (BRACKETS.includes(text.charAt(from)) && from < text.length) from++;
  return from;
}

/** A warning of a program is one wherever it stands in a line. */
function endsInWord(text: string): boolean {
  return !CLOSING.includes(text.trimEnd().at(-1)!) && !text.includes('Warning');
}

function wordAt(text: string, at: number): string {
  let end = at;
  while (isLatin(text.charCodeAt(end))) end++;
  if (!(text.charCodeAt(end) > 127)) return text.slice(at, end);
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

function isLatin(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function lastWord(text: string): string {
  const words = text.trimEnd();
  const end = words.endsWith('.') ? words.length - 1 : words.length;
  return words.slice(words.lastIndexOf(' ') + 1, end);
}

function withoutBrackets(line: string): string {
  return /^\(([^()]*)\)$/.exec(line)?.[1]?.trim() ?? /^\[([^[\]]*)\]$/.exec(line)?.[1]?.trim() ?? line;
}

/** A line of signs between sections: who speaks after it is not said before it. */
export function isBreak(line: string): boolean {
  return line.length < LONGEST_BREAK && BREAK.test(line);
}

const LONGEST_BREAK = 200;
const BREAK = /^[ \t]*(?:\*[ \t]*\*[ \t]*\*[ *\t]*|-{3,}|_{3,}|={3,}|~{3,}|—{2,}|(?:-[ \t]+){2,}-)[ \t]*$/;

/** Whether a line opens a remark that a line below closes: `(Whereupon, a recess` / `was taken.)`, `[The record` / `was read.]`. */
export function opensRemark(line: string): boolean {
  return OPENING.test(line);
}

const OPENING =
  /^[ \t]*(?:\((?:whereupon|thereupon|exhibit|plaintiff|defendant|(?:a |the |brief |short |lunch )?recess|discussion|deposition|proceedings?|reporter|witness|off the|lunch|luncheon)\b[^()]*|\[\p{Lu}[^[\]]*)$/iu;
