import { labelAt } from '../shared/labels.ts';
import { byBlankLines, type TextProfile } from './profile.ts';

/** `NAME: words`, the lowest common form of meeting tools and scripts. */
export const colon: TextProfile = {
  id: 'colon',
  example: 'ANNA: Good evening.',
  detect: (_text, share) => (share > 0.2 ? 0.5 + share / 10 : 0),
  head(line) {
    const found = labelAt(line);
    return found && { label: found.label, isCertain: found.isCertain, rest: found.rest };
  },
  role: byBlankLines,
  marksTurn: () => false,
  write: ({ label, paragraphs }) => (label === undefined ? '' : `${label}: `) + paragraphs.join('\n\n'),
};
