/** A job of a search in a thread. */
import type { UnknownState } from '../../core/filter/unknown-value.ts';
import type { Env, Threads } from '../../io/env.ts';
import type { FileGroup } from '../../project/file-groups.ts';
import { readTalks } from '../../project/talks.ts';
import { type PlainError, packed, unpacked } from '../plain-error.ts';
import type { Options } from '../printing.ts';
import { readingFrom } from '../reading-options.ts';
import { readQuery } from '../where.ts';
import { type SearchedTalk, ShareSearch } from './share.ts';

/** What a job hands over; also that of the first one, which needs no thread. */
export interface DoneSearch {
  readonly talks: readonly SearchedTalk[];
  readonly troubles: readonly unknown[];
  readonly unknown: UnknownState;
}

/** What a thread is asked to do. */
export interface SearchOrder {
  readonly search: {
    readonly query: string;
    readonly groups: readonly FileGroup[];
    readonly options: Options;
  };
}

type Answer =
  | { readonly error: PlainError }
  | (Omit<DoneSearch, 'troubles'> & { readonly troubles: readonly PlainError[] });

/** Options that matter to a job; all can be copied to a thread. */
const OPTIONS = [
  ...['format', 'context', 'private', 'asOf', 'undated', 'color', 'ascii', 'width'],
  ...['from', 'profile', 'map', 'speakers', 'encoding'],
] as const;

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
  const chosen = Object.fromEntries(OPTIONS.map(name => [name, options[name]]));
  const order: SearchOrder = { search: { query, groups, options: chosen } };
  const answer = (await threads.run(order)) as Answer;
  if ('error' in answer) throw unpacked(answer.error);
  return { ...answer, troubles: answer.troubles.map(unpacked) };
}

/** The other end: does the job, and never throws. */
export async function searchInThread({ search }: SearchOrder, env: Env): Promise<unknown> {
  try {
    const { query, groups, options } = search;
    const { troubles, ...done } = await searchGroups(query, groups, options, env);
    return { ...done, troubles: troubles.map(packed) } satisfies Answer;
  } catch (error) {
    return { error: packed(error) } satisfies Answer;
  }
}
