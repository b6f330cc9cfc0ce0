/** Links of terminals (OSC 8): shown as their text, and opened with a click. */

const START = '\u001b]8;;';
const END = '\u001b\\';

/** @param text safe already @param address a URL; what a URL may not hold is encoded in it */
export function hyperlink(text: string, address: string): string {
  const safe = address.replace(/[^!-~]/gu, encodeURIComponent);
  return `${START}${safe}${END}${text}${START}${END}`;
}
