const HEADING = /^#{1,6}[ \t]+(\S.*)$/;

/** The words of `## Heading`: nobody says them. */
export function markdownHeading(line: string): string | undefined {
  return HEADING.exec(line)?.[1];
}
