/** A job of a search in a thread. */
import type { UnknownState } from '../../core/filter/unknown-value.ts';
import type { Env, Threads } from '../../io/env.ts';
import type { FileGroup } from '../../project/file-groups.ts';
import { readTalks } from '../../project/talks.ts';
import { answerOf, inThread, type PlainError, packed, unpacked } from '../in-thread.ts';
import type { Options } from '../printing.ts';
import { readingFrom } from '../reading-options.ts';
import { readQuery } from '../where.ts';
import { type SearchedTalk, ShareSearch } from './share.ts';

/** The result of a job, also of the first one, which needs no thread. */
export interface DoneSearch {
  readonly talks: readonly SearchedTalk[];
  readonly troubles: readonly unknown[];
  readonly unknown: UnknownState;
}

/** The task of a thread. */
export interface SearchOrder {
  readonly search: {
    readonly query: string;
    readonly groups: readonly FileGroup[];
    readonly options: Options;
  };
}

/** The same as plain data. */
interface PlainSearch extends Omit<DoneSearch, 'troubles'> {
  readonly troubles: readonly PlainError[];
}

/** Searches groups of files and holds what it finds. */
export async function searchGroups(
  query: string,
  groups: readonly FileGroup[],
  options: Options,
  env: Env,
): Promise<DoneSearch> {
  const troubles: unknown[] = [];
  const search = new ShareSearch(readQuery(query, 'query'), options, env);
  const reading = await readingFrom(options);
  const talks: SearchedTalk[] = [];
  for await (const talk of search.run(readTalks(groups, env, { reading, doing: 'searching' }, troubles)))
    talks.push(talk);
  return { talks, troubles, unknown: search.unknown.state() };
}

/** @throws what the job throws, as it would here. */
export async function searchGroupsInThread(
  query: string,
  groups: readonly FileGroup[],
  options: Options,
  threads: Threads,
): Promise<DoneSearch> {
  const order: SearchOrder = { search: { query, groups, options } };
  const done = await inThread<PlainSearch>(order, threads);
  return { ...done, troubles: done.troubles.map(unpacked) };
}

/** The other end. */
export function searchInThread({ search }: SearchOrder, env: Env): Promise<unknown> {
  const { query, groups, options } = search;
  return answerOf(async (): Promise<PlainSearch> => {
    const { troubles, ...done } = await searchGroups(query, groups, options, env);
    return { ...done, troubles: troubles.map(packed) };
  });
}
