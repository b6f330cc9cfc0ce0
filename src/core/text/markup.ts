/** Text in which no tag and no reference of HTML or XML begins. Attributes need more: `printers/escape/html.ts`. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
