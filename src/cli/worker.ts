/** A thread of `--jobs`: does its share of the work of a command and posts the result. */
import { checkInThread } from '../commands/check/thread.ts';
import type { SearchOrder } from '../commands/find/thread.ts';
import { findProgramFolder, nodeEnv } from '../io/node-env.ts';
import { answer } from '../io/threads.ts';

void answer(async input => {
  const env = nodeEnv(findProgramFolder(import.meta.dirname));
  if (!isSearch(input)) return checkInThread(input, env);
  const { searchInThread } = await import('../commands/find/thread.ts');
  return searchInThread(input, env);
});

function isSearch(input: unknown): input is SearchOrder {
  return typeof input === 'object' && input !== null && 'search' in input;
}
