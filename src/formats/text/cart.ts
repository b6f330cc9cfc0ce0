import { labelAt } from '../shared/labels.ts';
import { byBlankLines, type TextProfile } from './profile.ts';

const CHANGE = /^[ \t]*>>+[ \t]*/;

/** `>> words` where the speaker changes, as live stenographers write it; `>> NAME: words` where they say who it is. */
export const cart: TextProfile = {
  id: 'cart',
  example: '>> Good evening.',
  detect: text => ((text.match(/^[ \t]*>>/gm)?.length ?? 0) > 1 ? 0.95 : 0),
  head(line) {
    const change = CHANGE.exec(line);
    if (change === null) return undefined;
    const words = line.slice(change[0].length);
    const found = labelAt(words);
    if (found === undefined) return { isCertain: true, rest: words };
    return { label: found.label, isCertain: found.isCertain, rest: found.rest, restWithoutLabel: words };
  },
  role: byBlankLines,
  marksTurn: () => true,
  write: ({ label, paragraphs }) => `>> ${label === undefined ? '' : `${label}: `}${paragraphs.join('\n\n')}`,
};
