/** One turn in each of the ways in which plain texts mark who speaks. */
import type { Milliseconds } from '../../core/model/model.ts';
import { formatTime } from '../../core/model/time.ts';
import { labelAt } from '../shared/labels/label-at.ts';
import { BULLET } from './heads/court-heads.ts';
import { escapeMarkdown } from './markdown.ts';
import { pageMark } from './style/layout.ts';
import type { ProfileId } from './style/profile-ids.ts';

interface Turn {
  /** The speaker, with how it is said in brackets behind the name. */
  readonly label: string | undefined;
  /** The sign of a statement that was not spoken. */
  readonly hasBullet?: boolean;
  readonly start: Milliseconds | undefined;
  /** False where the talk has none: then nothing is printed bold, and no reader takes the text for Markdown. */
  readonly hasSpeakers?: boolean;
  readonly paragraphs: readonly string[];
}

export interface TurnWriter {
  /** For the help: how it looks. */
  readonly example: string;
  /** Whether a turn without a speaker shows as a turn of its own. */
  marksTurn(turn: Pick<Turn, 'start'>): boolean;
  write(turn: Turn): string;
  /** The line that begins a page; undefined where it cannot be one. */
  writePage?(page: string): string | undefined;
}

/** Ends the turn of a speaker where no name follows. */
export const BREAK = '* * *';

const never = () => false;

export const TURN_WRITERS: Readonly<Record<ProfileId, TurnWriter>> = {
  colon: {
    example: 'ANNA: Good evening.',
    marksTurn: never,
    write: ({ label, paragraphs }) => (label === undefined ? '' : `${label}: `) + paragraphs.join('\n\n'),
  },
  stamped: {
    example: '[00:01:02] ANNA: Good evening.',
    marksTurn: ({ start }) => start !== undefined,
    write({ label, start, paragraphs }) {
      const stamp = start === undefined ? '' : `[${formatTime(start)}] `;
      return stamp + (label === undefined ? '' : `${label}: `) + paragraphs.join('\n\n');
    },
  },
  'head-line': {
    example: 'Anna Lind: 00:01:02\n\nGood evening.',
    marksTurn: never,
    write({ label, start, paragraphs }) {
      if (label === undefined) return paragraphs.join('\n\n');
      const head = start === undefined ? `${label}:` : `${label}: ${formatTime(start)}`;
      return [head, ...paragraphs].join('\n\n');
    },
  },
  'md-bold': {
    example: '**Anna Lind:** Good evening.',
    marksTurn: never,
    write({ label, paragraphs, hasSpeakers }) {
      const words = paragraphs.map(hasSpeakers === false ? String : escapeParagraph).join('\n\n');
      return label === undefined ? words : `**${escapeMarkdown(label)}:** ${words}`;
    },
  },
  cart: {
    example: '>> Good evening.',
    marksTurn: () => true,
    write: ({ label, paragraphs }) =>
      `>> ${label === undefined ? '' : `${label}: `}${paragraphs.join('\n\n')}`,
  },
  congress: {
    example: '  Ms. LIND of Ohio. Mr. Chairman, good evening.',
    marksTurn: () => true,
    write({ label, paragraphs, hasBullet }) {
      if (label === undefined) return paragraphs.map(paragraph => `       ${paragraph}`).join('\n\n');
      const sign = hasBullet === true ? `${BULLET} ` : '  ';
      return paragraphs
        .map((paragraph, i) => (i === 0 ? `${sign}${label}. ${paragraph}` : `  ${paragraph}`))
        .join('\n');
    },
    writePage: pageMark,
  },
  qa: {
    example: 'Q. Where were you?\nA. At home.',
    marksTurn: never,
    write({ label, paragraphs }) {
      const words = paragraphs.join('\n\n');
      if (label === undefined) return words;
      return label === 'Q' || label === 'A' ? `${label}. ${words}` : `${label}: ${words}`;
    },
  },
  none: {
    example: 'Good evening.',
    marksTurn: () => true,
    write: ({ paragraphs }) => paragraphs.join('\n\n'),
  },
};

/** Words that begin like a label are escaped, so that no reader takes them for one. */
function escapeParagraph(words: string): string {
  const escaped = escapeMarkdown(words);
  return labelAt(words) === undefined ? escaped : escaped.replace(/[:：]/, '\\$&');
}
