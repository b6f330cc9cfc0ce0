/** Judges a label before the words by its looks alone. */
import { LABEL_WORDS } from './label-words.ts';

/**
 * `name`: looks like a person or an office, as `Ada Okafor`, `THE COURT`, `Speaker 1`. `plain`: may be one, as `caller two`.
 * `nobody`: a field, a remark or a time, as `Date`, `Note`, `10.30 Uhr`: no speaker, but no words of the speaker before either.
 * `phrase`: the beginning of a sentence, as `He said`: no label at all.
 */
type LabelKind = 'name' | 'plain' | 'nobody' | 'phrase';

/** How a label is spelt; labels of one transcript are mostly spelt alike. */
export type LabelShape = 'capitals' | 'names' | 'single' | 'numbered' | 'other';

export interface LabelJudgement {
  readonly kind: LabelKind;
  readonly shape: LabelShape;
  /** Parts separated by commas or dashes, as in lists; names rarely have them. */
  readonly isList: boolean;
}

export const MAX_LABEL = 100;
const MAX_WORDS = 12;

const HAS_LETTER = /\p{L}/u;
/** `10.30 Uhr`, `9 a.m.`, `3 March 2026`, `2026-03-02`. */
const TIME_OR_DATE =
  /^(?:\d{1,2}[.:h]\d{2}(?:\D|$)|\d{1,2}[ \u00a0]?(?:a\.?m\.?|p\.?m\.?|uhr|h|hrs|hours?|minutes?|seconds?|sec|min)(?:[ .]|$)|\d{1,4}[./-]\d{1,2}(?:[./-]|$)|\d{1,2}(?:st|nd|rd|th|\.)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez)|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* \d)/i;
/** `1. Steel`, `(a) Steel`, `[Note] Steel`, `5 billion`, `- Steel`. */
const LIST_OR_NUMBER = /^(?:[[({<]|\d+[.)]|\(?[a-z\d]{1,3}\) |\d[\d.,]* |[-*•+] )/i;
const DEAR = /^(?:dear|sehr geehrte|liebe[rs]?|chère?|estimad[oa]|querid[oa]|caro|cara) /i;
/** `FOR THE PLAINTIFF`, `On behalf of ...`: who is present, not who speaks. */
const FOR_A_SIDE =
  /^(?:for|on behalf of) (?:the|mr|ms|mrs|plaintiff|defendant|respondent|appellant|petitioner)/i;
/** Addresses of pages. */
const ADDRESS = /:\/\/|^www\.|^[^\s@]+\.(?:com|org|net|edu|gov|io|ai|fm|tv|info|eu|uk|de|fr|nl)(?:\/\S*)?$/i;
/** Signs that names have; a sentence has others. */
const SIGNS = /^[\p{L}\p{M}\p{N}\p{Zs}\p{Cf}\p{So} .,'’ʼ‘`"“”„«»()[\]{}&/\\_@#+|·•*~^$%!?<>=–—-]*$/u;
/** A sentence ends inside or at the end. */
const SENTENCE_END = /[!?…]["'”’)]* \p{L}|\.{2,} \p{L}|[!?…]$/u;
/** A full stop with a word on both sides: the end of a sentence, unless the first is an abbreviation. */
const FULL_STOP = /([\p{L}\p{M}]+)\. (?=\p{L})/gu;
const ABBREVIATION = /^(?:\p{Lu}\p{L}{0,3}|Prof|Capt|Messrs|Comdr|Judge|Asst)$/u;
const NO_ABBREVIATION =
  /^(?:Yes|No|Yeah|Well|Okay|OK|Fine|Sure|True|Good|So|Oh|Ah|Hi|Now|Look|Ja|Nein|Oui|Non|Sí|Да|Нет)$/;
const UPPER = /\p{Lu}|\p{Lt}/u;
const LOWER = /\p{Ll}/u;
/** Small words inside names and offices. */
const PARTICLES = new Set(
  'a,an,de,del,della,dello,di,da,do,dos,das,du,des,le,la,les,los,van,von,vom,zu,zur,zum,der,den,dem,ten,ter,af,av,bin,bint,ibn,ben,al,el,y,e,i,of,the,for,and,et,und,en,och,og,pro,tempore,in,from,at,on,with,aka,née,né,d,l,jr,sr,via,au,aux,vice,im,am,für,og,och,to'.split(
    ',',
  ),
);
/** Words that continue a sentence, before any name. */
const CONNECTIVES = new Set(
  'so,and,but,or,because,if,when,then,while,although,though,since,until,he,she,they,we,it,this,that,these,those,there,here,what,why,how,my,your,our,their,und,aber,oder,weil,wenn,denn,dann,mais,donc,pero,porque,entonces,ma,perché,но,потому,если'.split(
    ',',
  ),
);
const NUMBERED = /(?:^|[\s_#-])#?\d{1,4}$/;

const judged = new Map<string, LabelJudgement>();
/** Labels repeat; what was judged is kept, within bounds. */
const KEPT = 10_000;

export function judgeLabel(label: string): LabelJudgement {
  let judgement = judged.get(label);
  if (judgement === undefined) {
    judgement = { kind: kindOf(label), shape: shapeOf(label), isList: /, | [-–—] /.test(label) };
    if (judged.size >= KEPT) judged.clear();
    judged.set(label, judgement);
  }
  return judgement;
}

function kindOf(label: string): LabelKind {
  if (label === '' || label.length > MAX_LABEL) return 'phrase';
  if (!HAS_LETTER.test(label) || TIME_OR_DATE.test(label)) return 'nobody';
  if (LIST_OR_NUMBER.test(label) || !SIGNS.test(label)) return 'phrase';
  const folded = label.toLowerCase().replaceAll('’', "'");
  if (LABEL_WORDS.fields.has(folded) || LABEL_WORDS.remarks.has(folded)) return 'nobody';
  if (LABEL_WORDS.phrases.has(folded)) return 'phrase';
  if (DEAR.test(label) || FOR_A_SIDE.test(label) || ADDRESS.test(label)) return 'nobody';
  const words = label.split(/[\p{Zs},]+/u).filter(word => word !== '');
  if (words.length > MAX_WORDS || endsSentence(label)) return 'phrase';
  return isOpening(words, folded) ? 'phrase' : looksLikeName(words) ? 'name' : 'plain';
}

function endsSentence(label: string): boolean {
  if (SENTENCE_END.test(label)) return true;
  return [...label.matchAll(FULL_STOP)].some(
    ([, word = '']) => !ABBREVIATION.test(word) || NO_ABBREVIATION.test(word),
  );
}

/** Words that only a sentence begins with or has inside. */
function isOpening(words: readonly string[], folded: string): boolean {
  const [first = '', ...more] = words;
  const opener = first.toLowerCase().replaceAll('’', "'");
  if (opener === 'the' && LABEL_WORDS.announced.has(folded.slice('the '.length))) return true;
  const lower = more.filter(word => word === word.toLowerCase());
  if (lower.some(word => LABEL_WORDS.inSentences.has(word.replace(/[.'’]+$/, '')))) return true;
  if (words.length === 1)
    return first === opener && LOWER.test(first) && LABEL_WORDS.openers.has(opener) && first.length > 2;
  if (CONNECTIVES.has(opener) && LOWER.test(first)) return true;
  return LABEL_WORDS.openers.has(opener) && lower.some(word => HAS_LETTER.test(word));
}

/** Every word begins with a capital, a sign or a figure, or is a small word of names; scripts without capitals pass. */
function looksLikeName(words: readonly string[]): boolean {
  let remark = false;
  return words.every((word, index) => {
    if (/^[([{]/.test(word)) remark = true;
    const isInRemark = remark;
    if (/[)\]}]$/.test(word)) remark = false;
    const first = /[\p{L}\p{N}]/u.exec(word)?.[0];
    if (first === undefined || isInRemark || !LOWER.test(first)) return true;
    if (UPPER.test(word.slice(1, 3))) return true;
    return index > 0 && (PARTICLES.has(word.toLowerCase()) || /^[a-z]{1,2}['’]\p{Lu}/u.test(word));
  });
}

function shapeOf(label: string): LabelShape {
  if (NUMBERED.test(label)) return 'numbered';
  const bare = label.replace(/\([^()]*\)/g, '').trim();
  if (!UPPER.test(bare)) return 'other';
  if (
    !LOWER.test(
      bare.replace(
        /\bMc|\bMac|\bDe|\bO['’]|\bof\b|\bthe\b|\bThe\b|\bpro tempore\b|^M(?:r|s|rs|iss)\b|^Dr\b/g,
        '',
      ),
    )
  )
    return 'capitals';
  const isName = bare !== label || bare.includes(' ') || LABEL_WORDS.roles.has(bare.toLowerCase());
  return isName ? 'names' : 'single';
}
