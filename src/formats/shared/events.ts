/** Non-speech in other formats: a passage that is nothing but one remark in brackets. */

const IN_BRACKETS = /^\[([^[\]\r\n]{1,60})\]$/;
/** Round brackets hold asides as well as sounds: only few words are taken for a sound. */
const IN_PARENTHESES = /^\((\p{L}[\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]+){0,3})\)$/u;
const MUSIC = /^[♪♫]+$/;

/** The event that a passage is, or undefined if it is speech. */
export function eventFrom(text: string): string | undefined {
  const match = IN_BRACKETS.exec(text) ?? IN_PARENTHESES.exec(text);
  const inside = match?.[1]?.trim();
  if (inside !== undefined && inside !== '') return inside;
  return MUSIC.test(text) ? text : undefined;
}

/** A passage that `eventFrom` reads as this event, if any is. */
export function eventText(event: string): string {
  return MUSIC.test(event) ? event : `[${event.replaceAll('[', '(').replaceAll(']', ')')}]`;
}
