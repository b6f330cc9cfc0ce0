/**
 * The rule by which Hypothesis attaches a quote, restated: exact places first, else the places with the fewest errors; the best
 * weighted sum of quote, context and distance wins, without a lowest score.
 */
import search from 'approx-string-match';

const CONTEXT = 32;
const MOST_ERRORS = 256;

export function hypothesisAnchor(oldText, start, end) {
  return {
    quote: oldText.slice(start, end),
    before: oldText.slice(Math.max(0, start - CONTEXT), start),
    after: oldText.slice(end, end + CONTEXT),
    hint: start,
  };
}

function places(text, quote, mostErrors) {
  const exact = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    exact.push({ start: at, end: at + quote.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, quote, mostErrors);
}

function alike(text, pattern) {
  if (pattern === '' || text === '') return pattern === '' ? 1 : 0;
  const found = places(text, pattern, pattern.length);
  return found.length === 0 ? 0 : 1 - found[0].errors / pattern.length;
}

/** The place the rule attaches to, or undefined. */
export function hypothesisPlace(text, { quote, before, after, hint }) {
  let best;
  for (const { start, end, errors } of places(text, quote, Math.min(MOST_ERRORS, quote.length / 2))) {
    const score =
      (50 * (1 - errors / quote.length) +
        20 * alike(text.slice(Math.max(0, start - before.length), start), before) +
        20 * alike(text.slice(end, end + after.length), after) +
        2 * (1 - Math.abs(start - hint) / text.length)) /
      92;
    if (best === undefined || score > best.score) best = { start, end, score };
  }
  return best;
}
