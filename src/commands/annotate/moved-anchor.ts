/** To move an annotation or claim to other words is to say that it holds of them: that is an act of whoever does it. */
import { anchorState } from '../../core/anchor/anchor-state.ts';
import { type Anchored, aimsOf, isClaim } from '../../core/anchor/anchors.ts';
import { waitsItself } from '../../core/model/anchor-state.ts';
import type { Acceptance } from '../../core/model/model.ts';
import { documentsOf, type Project } from '../../core/model/project.ts';
import type { TargetResolver } from '../../core/model/targets.ts';
import { acceptedEntry } from '../../core/reanchor/acceptance.ts';
import { presentText } from '../../core/standing/present-text.ts';
import type { Fields } from '../fields.ts';

/**
 * The acceptance of an entry that is moved; undefined where it is about the same words as before and does not wait.
 *
 * @param fields the entry as it shall be, as the file has it.
 * @param by asked for where there is an act.
 */
export function actOfMoving(
  id: string,
  fields: Fields,
  project: Project,
  resolver: TargetResolver,
  by: () => string,
  when: string,
): Acceptance | undefined {
  const before = entryOf(id, resolver);
  if (before === undefined) return undefined;
  const target = [fields['target'] ?? []].flat() as string[];
  const { quote, before: prefix, after: suffix } = fields as Partial<Record<string, string>>;
  const words = {
    ...(quote !== undefined && { quote }),
    ...(prefix !== undefined && { before: prefix }),
    ...(suffix !== undefined && { after: suffix }),
  };
  const after = (isClaim(before) ? { ...before, target } : { id, target, ...words }) as Anchored;
  const all = () => documentsOf(project).flatMap(({ value }) => value.annotations);
  const waits = waitsItself(anchorState(before, presentText(all, resolver)));
  const [old, fresh] = [passageOf(before, waits, resolver), passageOf(after, false, resolver)];
  const isSame = old.words === fresh.words && String(before.target) === String(target);
  if (isSame && !waits) return undefined;
  const isReworded = old.words !== undefined && old.words !== fresh.words;
  const isOthers = old.speaker !== undefined && old.speaker !== fresh.speaker;
  return acceptedEntry(
    { by: by(), when, keepsWas: true },
    {
      change: isReworded ? { old: old.words!, new: fresh.words ?? '' } : undefined,
      alarms: isOthers ? [{ kind: 'speaker', old: old.speaker, new: fresh.speaker }] : [],
      reason: 'in-place',
    },
  );
}

function entryOf(id: string, resolver: TargetResolver): Anchored | undefined {
  const found = resolver.resolve(id);
  const of = (kind: 'annotation' | 'claim') =>
    found.found === 'entries' ? found.entries.find(entry => entry.kind === kind)?.value : undefined;
  return (of('annotation') ?? of('claim')) as Anchored | undefined;
}

/**
 * The words that an entry is about, and who speaks them. Of one that waits only the quote tells what the words were: the
 * text of its targets is another one now.
 */
function passageOf(
  entry: Anchored,
  waits: boolean,
  resolver: TargetResolver,
): { words: string | undefined; speaker: string | undefined } {
  const { speeches, quote } = aimsOf(entry, resolver);
  const quoted = isClaim(entry) ? undefined : entry.quote;
  const whole = speeches.map(({ text = '' }) => text).join(' ');
  const speakers = new Set(
    quote?.verdict === 'exact' ? [quote.place.speech.speaker] : speeches.map(({ speaker }) => speaker),
  );
  return {
    words: quoted ?? (waits || whole === '' ? undefined : whole),
    speaker: waits || speakers.size !== 1 ? undefined : [...speakers][0],
  };
}
