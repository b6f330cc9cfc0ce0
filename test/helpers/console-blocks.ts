/** Console blocks of a Markdown text, with the commands in them; a command may go on after a backslash. */
export interface ConsoleBlock {
  readonly line: number;
  readonly text: string;
  readonly commands: readonly string[];
}

export function consoleBlocks(markdown: string): ConsoleBlock[] {
  return Array.from(markdown.matchAll(/^```console\n([\s\S]*?)^```$/gm), match => ({
    line: markdown.slice(0, match.index).split('\n').length + 1,
    text: match[1]!,
    commands: Array.from(match[1]!.matchAll(/^\$ ((?:.*\\\n)*.*)$/gm), command => command[1]!),
  }));
}
