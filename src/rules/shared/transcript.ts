/** The files of an example that is one transcript, so that the example shows no more than its point. */
import { dedent } from './dedent.ts';

const SIGNED = '  - {id: u1, text: We signed on Monday.}';

/**
 * Makes a complete `transcript.yaml` of its parts: `onrecord: 1` goes before them. If they have no `utterances`, these go
 * in their usual place: one utterance if the other parts name `u1`, else an empty list.
 */
export function transcript(strings: TemplateStringsArray): { readonly 'transcript.yaml': string } {
  const parts = dedent(strings);
  return { 'transcript.yaml': `onrecord: 1\n${withUtterances(parts)}` };
}

function withUtterances(parts: string): string {
  if (/^utterances:/m.test(parts)) return parts;
  const utterances = /\bu1\b/.test(parts) ? `utterances:\n${SIGNED}\n` : 'utterances: []\n';
  const after = parts.search(/^(?:statements|claims|annotations):/m);
  return after === -1 ? parts + utterances : parts.slice(0, after) + utterances + parts.slice(after);
}
