/** The commands, each loaded only when it is called. */
import type { CommandModule } from './command.ts';

export interface CommandEntry {
  readonly name: string;
  /** Heading it stands under in the help. */
  readonly group: 'Read' | 'Write' | 'Set up';
  /** Called by programs, not by people: it is not in the help. */
  readonly hidden?: boolean;
  /** One line for the list of commands. */
  readonly summary: string;
  load(): Promise<{ command: CommandModule }>;
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'show',
    group: 'Read',
    summary: 'print the annotated view of a transcript',
    load: () => import('./show.ts'),
  },
  {
    name: 'check',
    group: 'Read',
    summary: 'report what is wrong in transcripts and layers',
    load: () => import('./check/index.ts'),
  },
  {
    name: 'diff',
    group: 'Read',
    summary: 'print what changed between two annotated views',
    load: () => import('./diff.ts'),
  },
  {
    name: 'annotate',
    group: 'Write',
    summary: 'add, change or withdraw an annotation',
    load: () => import('./annotate/index.ts'),
  },
  {
    name: 'add',
    group: 'Write',
    summary: 'declare a source, a party or a claim',
    load: () => import('./add/index.ts'),
  },
  {
    name: 'reanchor',
    group: 'Write',
    summary: 'carry annotations over to another version of their transcript',
    load: () => import('./reanchor/index.ts'),
  },
  {
    name: 'merge',
    group: 'Write',
    summary: 'merge what became of a file on two sides, by ids and fields',
    load: () => import('./merge/index.ts'),
  },
  {
    name: 'resolve',
    group: 'Write',
    summary: 'list and settle the conflicts that a merge left',
    load: () => import('./resolve/index.ts'),
  },
  {
    name: 'convert',
    group: 'Write',
    summary: 'read and write other formats: captions, text, tables, W3C annotations',
    load: () => import('./convert/index.ts'),
  },
  {
    name: 'init',
    group: 'Set up',
    summary: 'write a small project to start from',
    load: () => import('./init.ts'),
  },
  {
    name: 'git',
    group: 'Set up',
    summary: 'let git merge and show these files by meaning, or undo that',
    load: () => import('./git/index.ts'),
  },
  {
    name: 'explain',
    group: 'Set up',
    summary: 'print the page of a rule of check',
    load: () => import('./explain.ts'),
  },
  {
    name: 'schema',
    group: 'Set up',
    summary: 'print a JSON Schema of the file format',
    load: () => import('./schema.ts'),
  },
  {
    name: 'help',
    group: 'Set up',
    summary: 'print a topic of the guide, or the help of a command',
    load: async () => {
      const { helpCommand } = await import('./help.ts');
      return { command: helpCommand(COMMANDS.map(({ name }) => name)) };
    },
  },
  {
    name: 'merge-driver',
    group: 'Write',
    summary: 'called by git to merge one file',
    hidden: true,
    load: () => import('./merge/driver.ts'),
  },
  {
    name: 'textconv',
    group: 'Read',
    summary: 'called by git to show one file in a diff',
    hidden: true,
    load: () => import('./git/textconv.ts'),
  },
];
