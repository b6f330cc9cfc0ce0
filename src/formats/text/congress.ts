import { decodeReferences } from '../shared/html-references.ts';
import type { TextProfile } from './profile.ts';

/** `ISSA`, `McCAUL`, `DeLAY`, `ROS-LEHTINEN`, `O'NEILL`: capitals, with the small letters that names begin with. */
const SURNAME = "(?:[A-Z][a-z]{1,2}|[A-Z]['’])?[A-Z][A-Z'’-]+";
const MEMBER = `(?:Mr|Mrs|Ms|Miss|Dr|Messrs)\\.? (?:[A-Z]\\. )?${SURNAME}(?: (?:[A-Z]\\. )?${SURNAME}){0,3}(?: of (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)?)?`;
const OFFICE = 'The (?:[A-Z][a-z]+ )?[A-Z]{4,}(?: [A-Z]{4,}){0,2}(?: pro tempore)?';
const HEAD = new RegExp(`^ {1,3}((?:${MEMBER}|${OFFICE})(?: \\([^()]{1,60}\\))?)\\.(?: |$)`);
const PAGE = /^[ \t]*\[\[Page ([A-Z]?\d+)\]\][ \t]*$/;
const TIME_OF_DAY = /^[ \t]*\{time\}[ \t]*\d*[ \t]*$/;
const INDENTED = /^ {1,3}\S/;
const CENTRED = /^ {4}/;

/** What the Record's own reporters write between the turns. */
const BY_THE_REPORTERS =
  /^ {1,3}(?:There was no objection|The Clerk |The text of |The (?:amendment|motion|question|result|vote|bill|joint resolution|resolution|yeas and nays|Committee|message)[^.]{0,60} (?:was|were|is|are|having) |So the |A (?:recorded vote|motion to reconsider) |Accordingly, |Messrs?\. [A-Z]|Mrs?\. [A-Z][^.]{0,200} changed )/;

/** The Congressional Record: `  Mr. ISSA. words`, wrapped lines, page marks. */
export const congress: TextProfile = {
  id: 'congress',
  example: '  Ms. LIND of Ohio. Mr. Chairman, good evening.',
  detect: text => ((text.match(new RegExp(HEAD.source, 'gm'))?.length ?? 0) > 2 ? 0.97 : 0),
  prepare: text =>
    /^\s*<html/i.test(text)
      ? decodeReferences(text.replace(/<\/?(?:html|head|title|body|pre|a)\b[^<>]*>/gi, ''))
      : text,
  head(line) {
    const match = HEAD.exec(line);
    return match === null
      ? undefined
      : { label: match[1]!, isCertain: true, rest: line.slice(match[0].length) };
  },
  role(line, isAfterBlank) {
    if (PAGE.test(line) || TIME_OF_DAY.test(line)) return 'furniture';
    if (CENTRED.test(line)) return isAfterBlank ? 'aside' : 'continues';
    if (INDENTED.test(line)) return BY_THE_REPORTERS.test(line) ? 'aside' : 'paragraph';
    return 'continues';
  },
  writePage: page => (PAGE.test(`[[Page ${page}]]`) ? `[[Page ${page}]]` : undefined),
  page: line => PAGE.exec(line)?.[1],
  marksTurn: () => true,
  write({ label, paragraphs }) {
    if (label === undefined) return paragraphs.map(paragraph => `       ${paragraph}`).join('\n\n');
    return paragraphs
      .map((paragraph, i) => (i === 0 ? `  ${label}. ${paragraph}` : `  ${paragraph}`))
      .join('\n');
  },
};
