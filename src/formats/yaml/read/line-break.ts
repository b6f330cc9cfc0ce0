/** The line break that most lines of a text end with; LF where it has none. */
export function dominantLineBreak(text: string): '\n' | '\r\n' | '\r' {
  const counts = { '\n': 0, '\r\n': 0, '\r': 0 };
  for (const [lineBreak] of text.matchAll(/\r\n|\n|\r/g)) counts[lineBreak as keyof typeof counts]++;
  if (counts['\r\n'] > counts['\n'] && counts['\r\n'] >= counts['\r']) return '\r\n';
  return counts['\r'] > counts['\n'] ? '\r' : '\n';
}
