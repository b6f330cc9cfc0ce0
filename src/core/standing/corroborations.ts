/** Ten reports of one origin corroborate once. */
import type { Id } from '../model/model.ts';
import type { WeighedStance } from '../model/view.ts';
import type { Act } from './act.ts';
import { listed } from './names.ts';
import { type OriginSet, without } from './origins.ts';
import type { Passages, StandingContext } from './question.ts';

export interface Corroboration extends Pick<WeighedStance, 'why' | 'repeats'> {
  readonly counts: boolean;
  readonly remark?: string;
}

/**
 * The corroborations of one claim, each weighed against the passage and those before it.
 *
 * @param acts live corroborations in their own words, by parties that are named, in order.
 */
export function corroborationsOf(acts: readonly Act[], passages: Passages, context: StandingContext) {
  const weighed = new Map<Act, Corroboration>();
  const sides = new Map<Id, Act>();
  const originsOf = new Map<string, Act>();
  const originNames = new Map<string, string>();
  let firstWithoutSource: Act | undefined;
  for (const act of acts) weighed.set(act, weigh(act));

  function of(act: Act): Corroboration {
    return weighed.get(act)!;
  }

  /** "corroborated by 2 parties, 1 origin (wire)"; undefined for one party with evidence of one origin. */
  function summary(): string | undefined {
    const [parties, origins] = [sides.size, originNames.size];
    if (parties === 0 || (parties === 1 && origins === 1)) return undefined;
    const [only] = originNames.values();
    return [
      `corroborated by ${parties} ${parties === 1 ? 'party' : 'parties'}`,
      ...(origins === 0 ? [] : [origins === 1 ? `1 origin (${only})` : `${origins} origins`]),
      ...(firstWithoutSource === undefined
        ? []
        : [origins === 0 ? 'without a source' : 'in part without a source']),
    ].join(', ');
  }

  function weigh(act: Act): Corroboration {
    const name = context.nameOf(act.party!);
    const origins = context.origins.ofStance(act.annotation);
    if (origins.size === 0) return weighWithoutSource(act, name);
    const independent = without(origins, passages.origins());
    if (independent.size === 0) {
      const why = `its evidence goes back to ${namesIn(origins)}, as the passage itself does`;
      return { counts: false, why, remark: `corroborated by ${name} from the passage's own origin` };
    }
    const fresh = without(independent, originNames);
    const mate = add(act, fresh);
    if (fresh.size === 0) return repeating(independent);
    if (mate !== undefined) return ofOneSide(mate);
    return { counts: true, why: `corroborated by ${name}, from ${namesIn(fresh)}` };
  }

  function repeating(origins: OriginSet): Corroboration {
    const [first] = origins.keys();
    const { annotation, placed } = originsOf.get(first!)!;
    return {
      counts: false,
      why: `its evidence goes back to ${namesIn(origins)}, as that of ${annotation.id} does`,
      repeats: { stance: placed, origins: [...origins.values()] },
    };
  }

  function weighWithoutSource(act: Act, name: string): Corroboration {
    const first = firstWithoutSource;
    firstWithoutSource ??= act;
    const mate = add(act, new Map());
    if (first !== undefined) {
      const why = `it cites no source, as ${first.annotation.id} cites none: such acts count once`;
      return { counts: false, why };
    }
    if (mate !== undefined) return ofOneSide(mate);
    return { counts: true, why: `corroborated by ${name}, without a source` };
  }

  /** The act of the same side that was there before, if there was one. */
  function add(act: Act, origins: OriginSet): Act | undefined {
    const side = context.sides.sideOf(act.party!);
    const mate = sides.get(side);
    if (mate === undefined) sides.set(side, act);
    for (const [key, name] of origins) {
      originsOf.set(key, act);
      originNames.set(key, name);
    }
    return mate;
  }

  return { of, summary };
}

function ofOneSide({ annotation }: Act): Corroboration {
  return { counts: false, why: `${annotation.id} is of the same side, and two of one side are one` };
}

function namesIn(origins: OriginSet): string {
  return listed([...origins.values()]);
}
