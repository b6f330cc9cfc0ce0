/** A template tag for files inside code: drops the first line break and the indentation that all lines share. */
import { smallest } from '../../core/long-lists.ts';
export function dedent(strings: TemplateStringsArray): string {
  const lines = strings.join('').replace(/^\n/, '').replace(/[ ]*$/, '').split('\n');
  const indents = lines.filter(line => line.trim() !== '').map(line => line.search(/\S/));
  const indent = smallest(indents);
  return lines.map(line => line.slice(indent)).join('\n');
}
