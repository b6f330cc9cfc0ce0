/** Console blocks of a Markdown text, with the commands in them. */
export interface ConsoleBlock {
  readonly line: number;
  readonly text: string;
  readonly commands: readonly { readonly command: string; readonly line: number }[];
}

export function consoleBlocks(markdown: string): ConsoleBlock[] {
  const blocks: ConsoleBlock[] = [];
  for (const match of markdown.matchAll(/^```console\n([\s\S]*?)^```$/gm)) {
    const line = markdown.slice(0, match.index).split('\n').length + 1;
    const text = match[1]!;
    const commands = text
      .split('\n')
      .map((content, index) => ({ content, line: line + index }))
      .filter(({ content }) => content.startsWith('$ '))
      .map(({ content, line }) => ({ command: content.slice(2), line }));
    blocks.push({ line, text, commands });
  }
  return blocks;
}
