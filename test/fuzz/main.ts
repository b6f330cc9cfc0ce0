/** Started by fuzz.mjs: takes one task, runs its cases and ends. */
import { type Message, type Task, work } from './worker.ts';

const send = (message: Message | { readonly type: 'done' }) => process.send!(message);

process.once('message', async task => {
  await work(task as Task, send);
  send({ type: 'done' });
});
