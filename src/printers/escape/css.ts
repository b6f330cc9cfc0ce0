import { visible } from './visible.ts';

/** A string of CSS. Everything but letters, digits and blanks is written by its code, so that nothing can end the string. */
export function cssString(text: string): string {
  const signs = [...visible(text.replace(/\s+/gu, ' '))].map(sign =>
    /[\p{L}\p{N} ]/u.test(sign) ? sign : `\\${sign.codePointAt(0)!.toString(16)} `,
  );
  return `"${signs.join('')}"`;
}
