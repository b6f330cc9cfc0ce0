import { foldName } from '../text/fold-name.ts';

const ARTICLE = /^(?:the|a|an) /;

/** Returns what `of` of a date names, in a form that is equal for the same thing: "The Talk" is "talk". */
export function nameOfThing(of: string): string {
  return foldName(of).replace(ARTICLE, '');
}

/** Whether `of` of a date names the talk, by that word or by its title. */
export function namesTalk(of: string, title: string | undefined): boolean {
  const name = nameOfThing(of);
  return name === 'talk' || (title !== undefined && name === nameOfThing(title));
}
