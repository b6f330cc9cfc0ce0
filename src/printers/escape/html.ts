/** HTML: text between tags, and values of attributes. */
import { visible } from './visible.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

function withEntities(text: string): string {
  return text.replace(/[&<>"'`]/g, sign => ENTITIES[sign]!);
}

/** Text between HTML tags. Attributes have their own function; nothing is safe in scripts, styles or tag names. */
export function html(text: string): string {
  return withEntities(visible(text, { newlines: true, tabs: true }));
}

/** The value of an HTML attribute in quotation marks. */
export function htmlAttribute(text: string): string {
  return withBlanksAsReferences(html(text));
}

function withBlanksAsReferences(text: string): string {
  return text.replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
