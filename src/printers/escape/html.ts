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

/** Text between HTML tags. Attributes have their own function; nothing is safe in scripts, styles or tag names. */
export function html(text: string): string {
  const shown = visible(text, { newlines: true, tabs: true });
  return shown.replace(/[&<>"'`]/g, sign => ENTITIES[sign]!);
}

/** The value of an HTML attribute in quotation marks. */
export function htmlAttribute(text: string): string {
  return html(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
