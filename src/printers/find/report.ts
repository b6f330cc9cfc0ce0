/** The input of the printers of `find`: rows as they are found, talk by talk. */
import type { Milliseconds } from '../../core/model/model.ts';
import type { Stretch } from '../../core/text/stretch.ts';
import type { PrintContext } from '../printer.ts';

/** Words that were found, or words beside them. */
export interface FoundRow {
  /** As the user would name it. */
  readonly file: string;
  /** Place of the first hit, else of the words; both count from 1, the column in code points. */
  readonly line: number;
  readonly column: number;
  readonly kind: 'utterance' | 'statement' | 'annotation' | 'claim';
  readonly id: string | undefined;
  /** Its number among the utterances of the talk, from 0. */
  readonly index: number | undefined;
  /** Id of who speaks. */
  readonly speaker: string | undefined;
  /** Whose words they are, for people: a name; of an annotation, who says what of what. */
  readonly label: string | undefined;
  readonly start: Milliseconds | undefined;
  /** The field that the words are of. */
  readonly field: string;
  readonly text: string;
  /** In order; empty where the whole is meant. */
  readonly hits: readonly Stretch[];
  /** Annotations on these words that were asked for. */
  readonly annotations: readonly string[];
  /** An utterance beside one that was found. */
  readonly isContext?: true;
}

/** The rows of one talk, those of each file in the order of its lines. */
export interface FoundTalk {
  readonly rows: readonly FoundRow[];
  /** Whether to separate rows that are not consecutive, as with `--context`. */
  readonly hasContext: boolean;
}

export interface FindSummary {
  /** The query as it was given. */
  readonly query: string;
  readonly matches: number;
  /** Things with a match. */
  readonly utterances: number;
  readonly statements: number;
  readonly annotations: number;
  readonly claims: number;
  /**
   * Number of transcripts with a match, in their own words or in those of their layers, and number of transcripts
   * searched.
   */
  readonly files: number;
  readonly searched: number;
}

/** Prints one search. What it returns is written at once: nothing is held until the end. */
interface FindPrinter {
  /** Before the first talk. */
  begin(): string;
  talk(found: FoundTalk): string;
  /** After the last one. */
  end(summary: FindSummary): string;
}

export interface FindPrinterOptions {
  /** Print of each file the number of its matches, or its name alone. */
  readonly only: 'count' | 'files' | undefined;
  /** The address of a file for a terminal that opens links. */
  readonly linkOf: ((file: string) => string) | undefined;
}

export type MakeFindPrinter = (context: PrintContext, options: FindPrinterOptions) => FindPrinter;

/** A row without hits is one match. */
export function matchesOf({ hits, isContext }: FoundRow): number {
  return isContext === true ? 0 : Math.max(1, hits.length);
}

/** The number of matches in each file that has one, in order. */
export function countsByFile(rows: readonly FoundRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const count = matchesOf(row);
    if (count > 0) counts.set(row.file, (counts.get(row.file) ?? 0) + count);
  }
  return counts;
}
