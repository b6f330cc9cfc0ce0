/** Which of several places is the passage, or that none is sure enough. Refusing beats guessing. */
import { type Candidate, strengthOf } from './candidate.ts';
import {
  LEAST_CONTEXT,
  LEAST_CONTEXT_ELSEWHERE,
  LEAST_EVIDENCE_ALONE,
  LEAST_EVIDENCE_CUT_AND_PASTED,
  LEAST_EVIDENCE_ELSEWHERE,
  LEAST_MARGIN,
  LEAST_QUOTE_ELSEWHERE,
  LEAST_QUOTE_IN_PLACE,
  LEAST_QUOTE_TO_ASK,
  LEAST_SHORT_QUOTE,
  LEAST_WORDS_CUT_AND_PASTED,
  LEAST_WORDS_ELSEWHERE,
  SHORT_QUOTE_WORDS,
} from './limits.ts';
import type { Reason } from './placement.ts';

export interface Decision {
  readonly outcome: 'placed' | 'ambiguous' | 'orphaned';
  readonly reason: Reason;
  /** The place, or the places in question, best first. */
  readonly candidates: readonly Candidate[];
  readonly margin: number;
}

type Grade = 'sure' | 'doubtful' | 'no';

/**
 * @param wordCount how many words the passage has
 * @param doubtful whether all of its words could as well be others beside them
 */
export function decide(candidates: readonly Candidate[], wordCount: number, doubtful: boolean): Decision {
  const ordered = candidates
    .filter(candidate => gradeOf(candidate, wordCount) !== 'no')
    .sort((one, other) => strengthOf(other) - strengthOf(one));
  const [best, second] = ordered;
  if (best === undefined) return { outcome: 'orphaned', reason: 'words-gone', candidates: [], margin: 1 };
  const margin = second === undefined ? 1 : Math.min(1, strengthOf(best) - strengthOf(second));
  if (margin < LEAST_MARGIN || doubtful)
    return {
      outcome: 'ambiguous',
      reason: 'several-places',
      candidates: ordered,
      margin: doubtful ? 0 : margin,
    };
  if (gradeOf(best, wordCount) === 'doubtful')
    return { outcome: 'ambiguous', reason: 'weak', candidates: ordered, margin };
  return {
    outcome: 'placed',
    reason: best.inPlace ? 'in-place' : 'elsewhere',
    candidates: [best],
    margin,
  };
}

function gradeOf(candidate: Candidate, wordCount: number): Grade {
  return candidate.inPlace ? gradeInPlace(candidate, wordCount) : gradeElsewhere(candidate, wordCount);
}

function gradeInPlace({ scores, evidence }: Candidate, wordCount: number): Grade {
  const least = wordCount <= SHORT_QUOTE_WORDS ? LEAST_SHORT_QUOTE : LEAST_QUOTE_IN_PLACE;
  if (scores.quote < LEAST_QUOTE_TO_ASK) return 'no';
  if (scores.quote < least) return 'doubtful';
  return scores.context >= LEAST_CONTEXT || evidence >= LEAST_EVIDENCE_ALONE ? 'sure' : 'doubtful';
}

function gradeElsewhere({ scores, evidence, cutAndPasted }: Candidate, wordCount: number): Grade {
  if (scores.quote < LEAST_QUOTE_IN_PLACE) return 'no';
  const enough = evidence >= LEAST_EVIDENCE_ELSEWHERE && wordCount >= LEAST_WORDS_ELSEWHERE;
  const exchanged =
    cutAndPasted && evidence >= LEAST_EVIDENCE_CUT_AND_PASTED && wordCount >= LEAST_WORDS_CUT_AND_PASTED;
  const vouched = enough || exchanged || scores.context >= LEAST_CONTEXT_ELSEWHERE;
  return vouched && scores.quote >= LEAST_QUOTE_ELSEWHERE ? 'sure' : 'doubtful';
}
