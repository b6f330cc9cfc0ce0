/** Colours of the terminal view. They repeat what words and signs say; nothing is said by colour alone. */
import type { ChalkInstance } from 'chalk';
import type { StandingName, TagGroup } from '../../core/vocabulary.ts';
import { type Style, unstyled } from '../layout/page.ts';

export interface Palette {
  readonly title: Style;
  readonly section: Style;
  readonly id: Style;
  readonly speaker: Style;
  readonly muted: Style;
  readonly alert: Style;
  readonly group: Readonly<Record<TagGroup | 'body', Style>>;
  readonly standing: Readonly<Record<StandingName, Style>>;
}

type Colours = Record<'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan', Style>;

export function paletteOf(colour: ChalkInstance): Palette {
  // Without colours chalk would make a function for each all the same.
  const { bold, dim, red, green, yellow, blue, magenta, cyan } = colour.level === 0 ? NO_COLOURS : colour;
  return {
    title: bold,
    section: bold,
    id: cyan,
    speaker: bold,
    muted: dim,
    alert: red,
    group: {
      affirming: green,
      contesting: red,
      neither: yellow,
      revising: magenta,
      voice: cyan,
      request: yellow,
      transcript: yellow,
      body: blue,
    },
    standing: {
      unreviewed: dim,
      unverified: yellow,
      acknowledged: green,
      corroborated: green,
      confirmed: green,
      disputed: red,
      denied: red,
      retracted: magenta,
      'not-checkable': dim,
    },
  };
}

const NO_COLOURS: Colours = {
  bold: unstyled,
  dim: unstyled,
  red: unstyled,
  green: unstyled,
  yellow: unstyled,
  blue: unstyled,
  magenta: unstyled,
  cyan: unstyled,
};
