/** The profiles of plain text by name, and the one that a text follows. */
import { LabelCounts } from '../shared/labels.ts';
import { linesOf } from '../shared/lines.ts';
import { cart } from './cart.ts';
import { colon } from './colon.ts';
import { congress } from './congress.ts';
import { headLine } from './head-line.ts';
import { mdBold } from './md-bold.ts';
import { none } from './none.ts';
import type { TextProfile } from './profile.ts';
import { qa } from './qa.ts';
import { stamped } from './stamped.ts';

export const PROFILES: readonly TextProfile[] = [colon, stamped, headLine, mdBold, cart, congress, qa, none];

/** Enough of a long text to see how it is written. */
const SAMPLE = 100_000;

export function profileNamed(id: string): TextProfile | undefined {
  return PROFILES.find(profile => profile.id === id);
}

/** The profile that fits best; `none` where no speakers are found. */
export function detectProfile(text: string, speakers: readonly string[] = []): TextProfile {
  const sample = text.slice(0, SAMPLE);
  const share = Math.max(...[colon, stamped].map(profile => shareOfHeads(sample, profile, speakers)));
  let best = none;
  let bestScore = 0;
  for (const profile of PROFILES) {
    const score = profile.detect(sample, share);
    if (score > bestScore) {
      best = profile;
      bestScore = score;
    }
  }
  return best;
}

/** Of the lines that begin a paragraph or a turn, the share that begins with an accepted head. */
function shareOfHeads(text: string, profile: TextProfile, speakers: readonly string[]): number {
  const counts = new LabelCounts(speakers);
  const heads: (string | undefined)[] = [];
  let starts = 0;
  let isAfterBlank = true;
  for (const { text: line } of linesOf(text)) {
    const isBlank = line.trim() === '';
    const head = isBlank ? undefined : profile.head(line);
    if (head !== undefined) {
      heads.push(head.label);
      if (head.label !== undefined) counts.add({ label: head.label, rest: '', isCertain: head.isCertain });
    }
    if (!isBlank && (isAfterBlank || head !== undefined)) starts++;
    isAfterBlank = isBlank;
  }
  const accepted = heads.filter(label => label === undefined || counts.accepts(label)).length;
  return starts === 0 ? 0 : accepted / starts;
}
