/** A transcript in another format as lines to compare: who speaks, when, and the words, one utterance a line. */
import type { Transcript } from '../core/model/model.ts';
import { formatTime } from '../core/model/time.ts';
import { breakCommands } from './escape/ci-commands.ts';
import { visible } from './escape/visible.ts';

/** Without ids: they are made of the words, and each changed line would be told twice. */
export function printTalkLines({ utterances, parties }: Transcript): string {
  const lines = utterances.map(({ start, end, speaker, text, event }) => {
    const times = [start, end].flatMap(time => (time === undefined ? [] : formatTime(time))).join('-');
    const who = speaker === undefined ? '' : `${parties.get(speaker)?.name ?? speaker}: `;
    const words = event === undefined ? (text ?? '').replace(/\s+/g, ' ') : `[${event}]`;
    return `${times === '' ? '' : `${times} `}${who}${words}`.trimEnd();
  });
  return breakCommands(lines.map(line => `${visible(line)}\n`).join(''));
}
