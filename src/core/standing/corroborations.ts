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

/** The corroborations of one claim, each weighed against the passage and those before it. */
export class Corroborations {
  readonly #context: StandingContext;
  readonly #passages: Passages;
  readonly #weighed = new Map<Act, Corroboration>();
  readonly #sides = new Map<Id, Act>();
  /** The act that brought each origin. */
  readonly #origins = new Map<string, Act>();
  readonly #originNames = new Map<string, string>();
  #firstWithoutSource: Act | undefined;

  /** @param acts live corroborations in their own words, by parties that are named, in order. */
  constructor(acts: readonly Act[], passages: Passages, context: StandingContext) {
    this.#passages = passages;
    this.#context = context;
    for (const act of acts) this.#weighed.set(act, this.#weigh(act));
  }

  of(act: Act): Corroboration {
    return this.#weighed.get(act)!;
  }

  /** "corroborated by 2 parties, 1 origin (wire)"; undefined for one party with evidence of one origin. */
  summary(): string | undefined {
    const [parties, origins] = [this.#sides.size, this.#originNames.size];
    if (parties === 0 || (parties === 1 && origins === 1)) return undefined;
    const [only] = this.#originNames.values();
    return [
      `corroborated by ${parties} ${parties === 1 ? 'party' : 'parties'}`,
      ...(origins === 0 ? [] : [origins === 1 ? `1 origin (${only})` : `${origins} origins`]),
      ...(this.#firstWithoutSource === undefined
        ? []
        : [origins === 0 ? 'without a source' : 'in part without a source']),
    ].join(', ');
  }

  #weigh(act: Act): Corroboration {
    const name = this.#context.nameOf(act.party!);
    const origins = this.#context.origins.ofStance(act.annotation);
    if (origins.size === 0) return this.#weighWithoutSource(act, name);
    const independent = without(origins, this.#passages.origins());
    if (independent.size === 0) {
      const why = `its evidence goes back to ${namesIn(origins)}, as the passage itself does`;
      return { counts: false, why, remark: `corroborated by ${name} from the passage's own origin` };
    }
    const fresh = without(independent, this.#originNames);
    const mate = this.#add(act, fresh);
    if (fresh.size === 0) return this.#repeating(independent);
    if (mate !== undefined) return ofOneSide(mate);
    return { counts: true, why: `corroborated by ${name}, from ${namesIn(fresh)}` };
  }

  #repeating(origins: OriginSet): Corroboration {
    const [first] = origins.keys();
    const { annotation, placed } = this.#origins.get(first!)!;
    return {
      counts: false,
      why: `its evidence goes back to ${namesIn(origins)}, as that of ${annotation.id} does`,
      repeats: { stance: placed, origins: [...origins.values()] },
    };
  }

  #weighWithoutSource(act: Act, name: string): Corroboration {
    const first = this.#firstWithoutSource;
    this.#firstWithoutSource ??= act;
    const mate = this.#add(act, new Map());
    if (first !== undefined) {
      const why = `it cites no source, as ${first.annotation.id} cites none: such acts count once`;
      return { counts: false, why };
    }
    if (mate !== undefined) return ofOneSide(mate);
    return { counts: true, why: `corroborated by ${name}, without a source` };
  }

  /** The act of the same side that was there before, if there was one. */
  #add(act: Act, origins: OriginSet): Act | undefined {
    const side = this.#context.sides.sideOf(act.party!);
    const mate = this.#sides.get(side);
    if (mate === undefined) this.#sides.set(side, act);
    for (const [key, name] of origins) {
      this.#origins.set(key, act);
      this.#originNames.set(key, name);
    }
    return mate;
  }
}

function ofOneSide({ annotation }: Act): Corroboration {
  return { counts: false, why: `${annotation.id} is of the same side, and two of one side are one` };
}

function namesIn(origins: OriginSet): string {
  return listed([...origins.values()]);
}
