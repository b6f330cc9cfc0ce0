/** Markup that subtitle programs put into SRT: tags as in HTML, and the overrides of SubStation Alpha. */

const TAGS = /<\/?(?:b|i|u|s|font)(?:\s[^<>]*)?>|\{\\[^{}]*\}/gi;
/** SubStation Alpha writes a line break so. */
const BREAKS = /\\[Nn]/g;

export function withoutMarkup(text: string): string {
  return text.replace(TAGS, '').replace(BREAKS, '\n');
}
