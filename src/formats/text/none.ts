import { byBlankLines, type TextProfile } from './profile.ts';

/** Paragraphs and nothing else: no speakers are looked for. */
export const none: TextProfile = {
  id: 'none',
  example: 'Good evening.',
  detect: () => 0.1,
  head: () => undefined,
  role: byBlankLines,
  marksTurn: () => true,
  write: ({ paragraphs }) => paragraphs.join('\n\n'),
};
