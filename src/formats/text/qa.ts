import { labelAt } from '../shared/labels.ts';
import { byBlankLines, type Head, type TextProfile } from './profile.ts';

const QUESTION_OR_ANSWER = /^[ \t]*(Q|A)[.:][ \t]+/;
const IN_COURT = /^[ \t]*((?:MR|MS|MRS|MISS|DR|JUDGE|JUSTICE|THE)[. ][ ]?[A-Z][A-Z .'’-]{1,50}):[ \t]*/;
/** `BY MR. LIND:` says who asks from here on; it is no one's words. */
const EXAMINER = /^[ \t]*(BY (?:MR|MS|MRS|MISS|DR)\.? [A-Z][A-Z .'’-]{1,50}):[ \t]*$/;

/** `Q.` and `A.`, `MR. LIND:`, `THE WITNESS:`, as in depositions. */
export const qa: TextProfile = {
  id: 'qa',
  example: 'Q. Where were you?\nA. At home.',
  detect: text => (/^[ \t]*Q[.:][ \t]/m.test(text) && /^[ \t]*A[.:][ \t]/m.test(text) ? 0.8 : 0),
  head(line): Head | undefined {
    const certain = QUESTION_OR_ANSWER.exec(line) ?? IN_COURT.exec(line);
    if (certain !== null) return { label: certain[1]!, isCertain: true, rest: line.slice(certain[0].length) };
    const found = labelAt(line);
    return found && { label: found.label, isCertain: found.isCertain, rest: found.rest };
  },
  role: (line, isAfterBlank) => (EXAMINER.test(line) ? 'aside' : byBlankLines(line, isAfterBlank)),
  marksTurn: () => false,
  write({ label, paragraphs }) {
    const words = paragraphs.join('\n\n');
    if (label === undefined) return words;
    return label === 'Q' || label === 'A' ? `${label}. ${words}` : `${label}: ${words}`;
  },
};
