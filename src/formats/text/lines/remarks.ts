/** Lines that nobody says: what reporters, meeting tools and services write between the turns. */

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
/** Behind the place in a program that it is about. */
const WARNING = /^[\W\d].*\b(?:User|Future|Deprecation)Warning\b/;
const LONGEST = 300;
/** A time in front is that of words, or a moment alone. */
const TIMED = /^[([]?\d{1,6}:\d/;
/** Lines in brackets, in capitals or of a program: they are remarks also below a line that ends no sentence. */
const ANYWHERE = [EXAMINER, EXAMINATION, PROCEDURE, REACTION, BOUNDS, CONSOLE, WARNING];
const ALONE = [MINUTES, MOMENT, SERVICE, TRANSCRIBED_BY, MEETING, MEETING_STATE];

/** The event that a line is, where it is no speech; `isWrapped` where it may go on in a sentence above. */
export function remarkOf(text: string, isWrapped: () => boolean = () => false): string | undefined {
  const line = text.trim();
  // A small letter goes on with a sentence.
  if (line === '' || line.length > LONGEST || /^[a-z]/.test(line)) return undefined;
  if (TIMED.test(line) && !MOMENT.test(line)) return undefined;
  const isRemark =
    ANYWHERE.some(pattern => pattern.test(line)) ||
    (ALONE.some(pattern => pattern.test(line)) && !isWrapped());
  return isRemark ? withoutBrackets(line) : undefined;
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
