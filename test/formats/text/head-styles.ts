/** Turns as people and tools write them: one function for each style. */

export interface SpokenTurn {
  readonly name: string;
  /** Seconds from the start. */
  readonly start: number;
  readonly words: string;
}

type Render = (turn: SpokenTurn) => string;

const two = (number: number) => String(number).padStart(2, '0');
/** `00:01:02` */
const long = (seconds: number) =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
/** `1:02`, with hours from one hour on. */
const short = (seconds: number) => {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};
const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const worded = (seconds: number) => {
  const hours = Math.floor(seconds / 3600);
  const rest = `${plural(Math.floor(seconds / 60) % 60, 'minute')} ${plural(seconds % 60, 'second')}`;
  return hours > 0 ? `${plural(hours, 'hour')} ${rest}` : rest;
};

/** Name and time before the words, as services and meeting tools export them. */
const TIMED_STYLES: Readonly<Record<string, Render>> = {
  'Name (time): below': ({ name, start, words }) => `${name} (${long(start)}):\n${words}\n\n`,
  'Name (time): words': ({ name, start, words }) => `${name} (${short(start)}): ${words}\n`,
  'Name (time) below': ({ name, start, words }) => `${name} (${long(start)}.250)\n${words}\n\n`,
  'Name [time] words': ({ name, start, words }) => `${name} [${long(start)}] ${words}\n\n`,
  'Name: [time] words': ({ name, start, words }) => `${name}: [${long(start)}] ${words}\n\n`,
  'Name: (time) below': ({ name, start, words }) => `${name}: (${short(start)})\n${words}\n\n`,
  'Name: time, below a blank line': ({ name, start, words }) => `${name}: ${long(start)}\n\n${words}\n\n`,
  '**Name:** [time] words': ({ name, start, words }) => `**${name}:** [${long(start)}] ${words}\n\n`,
  '**Name** time below': ({ name, start, words }) => `**${name}**   ${short(start)}  \n${words}\n\n`,
  '[time] Name: words': ({ name, start, words }) => `[${long(start)}] ${name}: ${words}\n`,
  'time Name: words': ({ name, start, words }) => `${long(start)} ${name}: ${words}\n`,
  'time tab Name: words': ({ name, start, words }) => `${long(start)}\t${name}:\t${words}\n`,
  '[time] [Name] words': ({ name, start, words }) => `[${long(start)}] [${name}] ${words}\n`,
  '[Name] [time] words': ({ name, start, words }) => `[${name}] [${short(start)}] ${words}\n`,
  '[Name] (range) below': ({ name, start, words }) =>
    `[${name}] (${short(start)} - ${short(start + 4)})\n${words}\n\n`,
  '[Name] time below': ({ name, start, words }) => `[${name}] ${long(start)}\n${words}\n\n`,
  'Name  time below': ({ name, start, words }) => `${name}  ${short(start)}  \n${words}\n\n`,
  'Name - time below': ({ name, start, words }) => `${name} - ${long(start)}\n${words}\n\n`,
  'Name | time below': ({ name, start, words }) => `${name} | ${long(start)}\n${words}\n\n`,
  'time - Name below': ({ name, start, words }) => `${long(start)} - ${name}\n${words}\n\n`,
  'Name above worded time': ({ name, start, words }) => `${name}\n${worded(start)}\n${words}\n\n`,
  'Name above time': ({ name, start, words }) => `${name}\n${long(start)}\n${words}\n\n`,
  'range above Name:': ({ name, start, words }) =>
    `${long(start)}.100 --> ${long(start + 4)}.900\n${name}:\n${words}\n\n`,
  'Name: tab time tab words': ({ name, start, words }) => `${name}:\t${short(start)}\t${words}\n\n`,
  'time From Name to Everyone : words': ({ name, start, words }) =>
    `${long(start)}\t From ${name} to Everyone : ${words}\n`,
  '[range] [NAME]: words': ({ name, start, words }) =>
    `[${long(start)}.000 --> ${long(start + 4)}.000] [${name}]: ${words}\n`,
};

/** A name alone before the words. */
const UNTIMED_STYLES: Readonly<Record<string, Render>> = {
  'Name: words': ({ name, words }) => `${name}: ${words}\n`,
  'Name: words, blank lines between': ({ name, words }) => `${name}: ${words}\n\n`,
  'Name: below': ({ name, words }) => `${name}:\n${words}\n\n`,
  '**Name:** words': ({ name, words }) => `**${name}:** ${words}\n\n`,
  '**Name**: words': ({ name, words }) => `**${name}**: ${words}\n\n`,
  '- **Name:** words': ({ name, words }) => `- **${name}:** ${words}\n`,
  '[Name]: words': ({ name, words }) => `[${name}]: ${words}\n`,
  '>> Name: words': ({ name, words }) => `>> ${name}: ${words}\n`,
  'Name：words': ({ name, words }) => `${name}：${words}\n`,
};

export const STYLES: Readonly<Record<string, Render>> = { ...TIMED_STYLES, ...UNTIMED_STYLES };
