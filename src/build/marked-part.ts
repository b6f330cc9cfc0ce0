/** A text with generated content between its markers; a text without them is given back as it is. */
export function withMarkedPart(text: string, name: string, content: string): string {
  const [first, last] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const start = text.indexOf(first);
  const end = text.indexOf(last);
  if (start === -1 || end < start) return text;
  return `${text.slice(0, start + first.length)}\n\n${content}\n${text.slice(end)}`;
}
