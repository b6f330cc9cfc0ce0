/** Console blocks of a Markdown text, with the commands in them; a command may go on after a backslash. */
export interface ConsoleBlock {
  readonly line: number;
  readonly text: string;
  readonly commands: readonly string[];
}

/** A line, with what follows a backslash at its end, or with the here-document that it begins. */
const COMMAND = /^\$ (.*<<'(\w+)'$[\s\S]*?^\2$|(?:.*\\\n)*.*)$/gm;

export function consoleBlocks(markdown: string): ConsoleBlock[] {
  return Array.from(markdown.matchAll(/^```console\n([\s\S]*?)^```$/gm), match => ({
    line: markdown.slice(0, match.index).split('\n').length + 1,
    text: match[1]!,
    commands: Array.from(match[1]!.matchAll(COMMAND), command => command[1]!),
  }));
}
