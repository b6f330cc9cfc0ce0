/** The files of an example that is one transcript in another format. */

/** WebVTT captions, one a second from the first second on. */
export function captions(...cues: readonly string[]): { readonly 'talk.vtt': string } {
  const timed = cues.map((words, index) => `\n00:0${index + 1}.000 --> 00:0${index + 2}.000\n${words}\n`);
  return { 'talk.vtt': `WEBVTT\n${timed.join('')}` };
}

/** Plain text, a line each. */
export function plainText(...lines: readonly string[]): { readonly 'talk.txt': string } {
  return { 'talk.txt': `${lines.join('\n')}\n` };
}
