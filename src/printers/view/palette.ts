/** Colours of the terminal view. They repeat what words and signs say; nothing is said by colour alone. */
import type { ChalkInstance } from 'chalk';
import type { TagGroup } from '../../core/model/vocabulary.ts';
import type { StandingKind } from '../../core/standing/claim-kind.ts';
import { plain, type Style } from '../layout/page.ts';

export interface Palette {
  readonly title: Style;
  readonly section: Style;
  readonly id: Style;
  readonly speaker: Style;
  readonly muted: Style;
  readonly alert: Style;
  readonly group: Readonly<Record<TagGroup | 'body', Style>>;
  readonly standing: Readonly<Record<StandingKind, Style>>;
}

export function paletteOf(colour: ChalkInstance): Palette {
  return {
    title: colour.bold,
    section: colour.bold,
    id: colour.cyan,
    speaker: colour.bold,
    muted: colour.dim,
    alert: colour.red,
    group: {
      affirming: colour.green,
      contesting: colour.red,
      neither: plain,
      revising: colour.red,
      voice: plain,
      request: colour.yellow,
      transcript: plain,
      body: plain,
    },
    standing: {
      unreviewed: plain,
      unverified: colour.yellow,
      qualified: colour.green,
      acknowledged: colour.green,
      corroborated: colour.green,
      confirmed: colour.green,
      disputed: colour.red,
      denied: colour.red,
      refuted: colour.red,
      retracted: colour.red,
      unsettled: colour.magenta.bold,
      'not-checkable': colour.dim,
      differs: colour.bold,
    },
  };
}
