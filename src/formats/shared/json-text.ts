/** JSON that parses back to the same value; characters that hide or command are written as `\uXXXX`. */
const HIDDEN = /[\u007f-\u009f\u2028\u2029\p{Cf}\p{Cs}]/gu;

export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2).replace(HIDDEN, escaped)}\n`;
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  return units.map(unit => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
