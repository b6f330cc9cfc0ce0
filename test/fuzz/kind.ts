/** A kind of input, and what came of one. */
import type { CorpusFile } from './corpus.ts';
import type { Files } from './projects.ts';
import type { Random } from './random.ts';

export interface Surroundings {
  /** The project's own folder. */
  readonly root: string;
  readonly corpus: readonly CorpusFile[];
}

export interface Outcome {
  /** What the input came to, for the table at the end: "read to a value", "status 1". */
  readonly reached: string;
  /** Undefined where all held. */
  readonly problem?: string | undefined;
  /** What a person needs to see it again; written to a folder where there is a problem. */
  readonly files: Files;
  /** The command line, or what was called. */
  readonly call: readonly string[];
}

export interface Kind {
  readonly name: string;
  /** Cases of a run with `--inputs 1`: dear ones are fewer. */
  readonly share: number;
  /** Milliseconds of a processor above which a case is run again, and is a failure if it takes as long. */
  readonly patience: number;
  run(random: Random, surroundings: Surroundings): Promise<Outcome>;
}
