/** Shares a search out to jobs; what comes out does not depend on how many. */

import { STDIN } from '../../core/model/standard-input.ts';
import type { Env } from '../../io/env.ts';
import { partsOf } from '../../project/file-groups.ts';
import type { Talks } from '../../project/talks.ts';
import { jobsFor } from '../jobs-option.ts';
import type { Options } from '../printing.ts';
import type { SearchedTalk, ShareSearch } from './share.ts';

/**
 * The talks that are searched, in the order of the files: one after another, or all at once where several jobs pay; those
 * hold what they find until the last is done.
 */
export async function* searched(
  query: string,
  talks: Talks,
  search: ShareSearch,
  options: Options,
  env: Env,
): AsyncGenerator<SearchedTalk> {
  const { threads } = env;
  const { groups } = talks;
  const jobs = threads === undefined ? 1 : jobsFor(options, threads);
  const hasStdin = groups.some(({ paths }) => paths.includes(STDIN));
  const parts = threads === undefined || jobs < 2 || hasStdin ? [] : partsOf(groups, jobs, threads.worth);
  if (threads === undefined || parts.length < 2) {
    yield* search.run(talks.read());
    return;
  }
  const { searchGroups, searchGroupsInThread } = await import('./thread.ts');
  const [first, ...others] = parts;
  const done = await Promise.all([
    ...others.map(part => searchGroupsInThread(query, part, options, threads)),
    searchGroups(query, first!, options, env),
  ]);
  const inOrder = [done.at(-1)!, ...done.slice(0, -1)];
  const files = inOrder.flatMap(job => job.talks.flatMap(({ file }) => file ?? []));
  if (new Set(files).size < files.length) {
    // A layer that a quick look does not know for one has brought its transcript into two jobs.
    yield* search.run(talks.read());
    return;
  }
  const told = new Set<string>();
  for (const job of inOrder) {
    search.unknown.absorb(job.unknown);
    for (const trouble of job.troubles) talks.troubles.push(trouble);
    for (const talk of job.talks) {
      const isNews = talk.told?.files.some(file => !told.has(file)) === true;
      for (const file of talk.told?.files ?? []) told.add(file);
      yield isNews ? talk : { ...talk, told: undefined };
    }
  }
}
