/** The files of an example that is one transcript, so that the example shows no more than its point. */
import { dedent } from './dedent.ts';

/** The parts that others refer to, in the order of the format. */
const PARTS = ['parties', 'sources', 'utterances', 'statements', 'claims', 'annotations'] as const;

/** Who examples are about, by their ids. */
const PEOPLE = { ann: 'Ann', bob: 'Bob', office: 'Office' };

/**
 * Makes a complete `transcript.yaml` of its parts: `onrecord: 1` goes before them. Where `parties`, `sources` or
 * `utterances` are missing, what the other parts name is declared: `ann`, `bob` and `office`, the source `gazette`, and
 * `u1`, spoken by `ann` if she is among the parties. Without `u1` there are no utterances.
 */
export function transcript(strings: TemplateStringsArray): { readonly 'transcript.yaml': string } {
  let parts = dedent(strings);
  const people = Object.entries(PEOPLE).filter(([id]) => new RegExp(`[ []${id}[,\\]}\n]`).test(parts));
  const parties = people.map(([id, name]) => `${id}: {name: ${name}}`).join(', ');
  if (people.length > 0) parts = withPart(parts, 'parties', `parties: {${parties}}\n`);
  if (/\bgazette\b(?!\.)/.test(parts))
    parts = withPart(parts, 'sources', 'sources: {gazette: {title: Gazette}}\n');
  const speaker = /^(?:parties: \{| {2})ann:/m.test(parts) ? ' speaker: ann,' : '';
  const signed = `utterances:\n  - {id: u1,${speaker} text: We signed on Monday.}\n`;
  parts = withPart(parts, 'utterances', /\bu1\b/.test(parts) ? signed : 'utterances: []\n');
  return { 'transcript.yaml': `onrecord: 1\n${parts}` };
}

/** The parts as they are if `name` is among them, else with `text` in its place. */
function withPart(parts: string, name: (typeof PARTS)[number], text: string): string {
  if (new RegExp(`^${name}:`, 'm').test(parts)) return parts;
  const later = PARTS.slice(PARTS.indexOf(name) + 1).join('|');
  const after = parts.search(new RegExp(`^(?:${later}):`, 'm'));
  return after === -1 ? parts + text : parts.slice(0, after) + text + parts.slice(after);
}
