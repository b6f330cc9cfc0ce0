/** The text of a project as `anchorState` asks it. */
import type { PresentText } from '../anchor/anchor-state.ts';
import { lazily } from '../lazily.ts';
import type { Annotation } from '../model/model.ts';
import type { TargetResolver } from '../model/targets.ts';
import { endsAmong, type Moment } from './ends.ts';

const EVER: Moment = { asOf: undefined, skipUndated: false };

/** The present text with everything that was withdrawn or superseded by now. */
export function presentText(annotations: () => readonly Annotation[], targets: TargetResolver): PresentText {
  const ends = lazily(() => endsAmong(annotations(), id => annotationNamed(id, targets), EVER));
  return { targets, isEnded: annotation => ends().isGivenUp(annotation) };
}

export function annotationNamed(id: string, targets: TargetResolver): Annotation | undefined {
  const resolution = targets.resolve(id);
  if (resolution.found !== 'entries') return undefined;
  const [entry] = resolution.entries;
  return entry?.kind === 'annotation' ? (entry.value as Annotation) : undefined;
}
