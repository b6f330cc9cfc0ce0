/** One job of a search: some of the talks. What comes out is plain data, for it may come from a thread. */
import type { Query } from '../../core/filter/query.ts';
import { UnknownValues } from '../../core/filter/unknown-value.ts';
import type { View } from '../../core/model/view.ts';
import { type KeptBack, publicView } from '../../core/view/public-view.ts';
import type { Env } from '../../io/env.ts';
import type { FoundRow } from '../../printers/find/report.ts';
import type { Talk } from '../../project/talks.ts';
import { isPublic, type Options } from '../printing.ts';
import { findingsText } from '../tell-findings.ts';
import { viewOf } from '../view-options.ts';
import { rowsOf } from './rows.ts';

/** A talk that was searched, or files that lead to none. */
export interface SearchedTalk {
  /** Name of its transcript; undefined if there is none. */
  readonly file: string | undefined;
  /** Whether everything in the files was searched. */
  readonly isWhole: boolean;
  /** The reasons, for stderr, with the files that they are about. */
  readonly told: { readonly files: readonly string[]; readonly text: string } | undefined;
  readonly rows: readonly FoundRow[];
  readonly utterances: number;
  readonly statements: number;
  readonly keptBack: KeptBack;
}

const NOTHING = { rows: [], utterances: 0, statements: 0, keptBack: { annotations: 0, sources: 0 } };

/** Searches talks as they are read. */
export class ShareSearch {
  readonly unknown: UnknownValues;
  readonly #query: Query;
  readonly #options: Options;
  readonly #env: Env;

  constructor(query: Query, options: Options, env: Env) {
    this.unknown = new UnknownValues(query);
    this.#query = query;
    this.#options = options;
    this.#env = env;
  }

  async *run(talks: AsyncIterable<Talk>): AsyncGenerator<SearchedTalk> {
    for await (const talk of talks) {
      const { project, isWhole } = talk;
      const searched = { file: project?.transcript.file, isWhole, told: await this.#told(talk) };
      if (project === undefined) yield { ...searched, ...NOTHING };
      else yield { ...searched, ...this.#search(await viewOf(project, this.#options)) };
    }
  }

  #search(whole: View): Omit<SearchedTalk, 'file' | 'isWhole' | 'told'> {
    const { context } = this.#options as { context: number };
    const { view, keptBack } = isPublic(this.#options)
      ? publicView(whole)
      : { view: whole, keptBack: NOTHING.keptBack };
    this.unknown.add(view);
    return {
      rows: rowsOf(view, this.#query, context),
      utterances: view.utterances.length,
      statements: view.statements.length,
      keptBack,
    };
  }

  async #told({ unusable, findings }: Talk): Promise<SearchedTalk['told']> {
    if (findings.length === 0) return undefined;
    const text = await findingsText(unusable, findings, this.#options, this.#env);
    return { files: findings.map(({ file }) => file), text };
  }
}
