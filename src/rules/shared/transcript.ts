/** The files of an example that is one transcript, so that the example shows no more than its point. */
import { dedent } from './dedent.ts';

/**
 * Makes a complete `transcript.yaml` of its parts: `onrecord: 1` goes before them. If they have no `utterances`, these go
 * in their usual place: one if the other parts name `u1`, spoken by `ann` if she is among the parties, else an empty list.
 */
export function transcript(strings: TemplateStringsArray): { readonly 'transcript.yaml': string } {
  const parts = dedent(strings);
  return { 'transcript.yaml': `onrecord: 1\n${withUtterances(parts)}` };
}

function withUtterances(parts: string): string {
  if (/^utterances:/m.test(parts)) return parts;
  const speaker = /^(?:parties: \{| {2})ann:/m.test(parts) ? ' speaker: ann,' : '';
  const signed = `utterances:\n  - {id: u1,${speaker} text: We signed on Monday.}\n`;
  const utterances = /\bu1\b/.test(parts) ? signed : 'utterances: []\n';
  const after = parts.search(/^(?:statements|claims|annotations):/m);
  return after === -1 ? parts + utterances : parts.slice(0, after) + utterances + parts.slice(after);
}
