/** Numbers made of a few letters of a text: those whose prints differ are not equal. */
import { PRIME } from '../hashing.ts';

/** A print is made of about so many letters. */
const LETTERS = 8;

/** A number made of the length of a text and of letters all over it: that of equal texts is equal. */
export function printOf(text: string): number {
  const step = Math.floor(text.length / LETTERS) + 1;
  let print = text.length;
  for (let place = 0; place < text.length; place += step)
    print = Math.imul(print ^ text.charCodeAt(place), PRIME);
  return print ^ (print >>> 15);
}
