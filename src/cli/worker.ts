/** A thread of `check --jobs`: checks its share of the files and posts the result. */
import { checkInThread } from '../commands/check/thread.ts';
import { findProgramFolder, nodeEnv } from '../io/node-env.ts';
import { answer } from '../io/threads.ts';

void answer(input => checkInThread(input, nodeEnv(findProgramFolder(import.meta.dirname))));
