/** The commands, each loaded only when it is called. */
import { type CommandEntry, type CommandGroup, GROUPS } from './command.ts';

/** Under the headings of the help, in order. */
const BY_GROUP: Readonly<Record<CommandGroup, readonly Omit<CommandEntry, 'group'>[]>> = {
  Read: [
    {
      name: 'show',
      printsResult: true,
      summary: 'the annotated view; --brief is its first screen',
      load: () => import('./show.ts'),
    },
    {
      name: 'find',
      printsResult: true,
      hasPage: true,
      summary: 'words in many transcripts',
      load: () => import('./find/index.ts'),
    },
    {
      name: 'check',
      summary: 'what is wrong; for people, editors and CI',
      load: () => import('./check/index.ts'),
    },
    {
      name: 'diff',
      printsResult: true,
      summary: 'what changed in meaning between two versions',
      load: () => import('./diff.ts'),
    },
    {
      name: 'quotes',
      printsResult: true,
      hasPage: true,
      summary: 'every quotation of a draft against the record',
      load: () => import('./quotes/index.ts'),
    },
    {
      name: 'textconv',
      summary: 'called by git to show one file in a diff',
      hidden: true,
      load: () => import('./git/textconv.ts'),
    },
  ],
  Write: [
    {
      name: 'annotate',
      summary: 'add, change or withdraw an annotation; -i asks',
      load: () => import('./annotate/index.ts'),
    },
    {
      name: 'speakers',
      summary: 'who speaks, and give them names',
      load: () => import('./speakers/index.ts'),
    },
    {
      name: 'edit',
      summary: 'correct a transcript and carry its annotations',
      load: () => import('./edit/index.ts'),
    },
    {
      name: 'add',
      summary: 'declare a source, a party or a claim',
      load: () => import('./add/index.ts'),
    },
    {
      name: 'reanchor',
      summary: 'carry annotations to another version',
      load: () => import('./reanchor/index.ts'),
    },
    {
      name: 'merge',
      summary: 'merge two versions of a file, in git or by hand',
      load: () => import('./merge/index.ts'),
    },
    {
      name: 'resolve',
      summary: 'settle the conflicts that a merge left',
      load: () => import('./resolve/index.ts'),
    },
    {
      name: 'convert',
      summary: 'read and write other formats',
      load: () => import('./convert/index.ts'),
    },
    {
      name: 'merge-driver',
      summary: 'called by git to merge one file',
      hidden: true,
      load: () => import('./merge/driver.ts'),
    },
  ],
  Study: [
    {
      name: 'stats',
      printsResult: true,
      hasPage: true,
      summary: 'counts by speaker, tag, standing, source',
      load: () => import('./stats/index.ts'),
    },
    {
      name: 'timeline',
      printsResult: true,
      hasPage: true,
      summary: 'dates by role',
      load: () => import('./timeline.ts'),
    },
    {
      name: 'agree',
      printsResult: true,
      hasPage: true,
      summary: 'how far annotators agree',
      load: () => import('./agree/index.ts'),
    },
    {
      name: 'collate',
      printsResult: true,
      hasPage: true,
      summary: 'several transcripts of one talk',
      load: () => import('./collate/index.ts'),
    },
  ],
  'Set up': [
    {
      name: 'init',
      summary: 'a small project to start from',
      load: () => import('./init.ts'),
    },
    {
      name: 'git',
      summary: 'let git diff and merge these files by meaning',
      load: () => import('./git/index.ts'),
    },
    {
      name: 'explain',
      printsResult: true,
      summary: 'a rule or a tag',
      load: () => import('./explain/index.ts'),
    },
    {
      name: 'schema',
      summary: 'JSON Schemas for editors',
      load: () => import('./schema.ts'),
    },
    {
      name: 'help',
      printsResult: true,
      summary: 'topics of the guide, or one command',
      load: async () => {
        const { helpCommand } = await import('./help.ts');
        return { command: helpCommand(COMMANDS.map(({ name }) => name)) };
      },
    },
    {
      name: 'completion',
      summary: 'for bash, zsh and fish',
      load: () => import('./completion/index.ts'),
    },
    {
      name: 'completion-server',
      summary: 'called by shells to complete a command line',
      hidden: true,
      load: async () => {
        const { completionServer } = await import('./completion/server.ts');
        return { command: completionServer(COMMANDS) };
      },
    },
  ],
};

export const COMMANDS: readonly CommandEntry[] = GROUPS.flatMap(group =>
  BY_GROUP[group].map(entry => ({ ...entry, group })),
);
