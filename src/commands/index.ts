/** The commands, each loaded only when it is called. */
import type { CommandEntry } from './command.ts';

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'show',
    group: 'Read',
    printsResult: true,
    summary: 'the annotated view; --brief is its first screen',
    load: () => import('./show.ts'),
  },
  {
    name: 'find',
    group: 'Read',
    printsResult: true,
    hasPage: true,
    summary: 'words in many transcripts',
    load: () => import('./find/index.ts'),
  },
  {
    name: 'check',
    group: 'Read',
    summary: 'what is wrong; for people, editors and CI',
    load: () => import('./check/index.ts'),
  },
  {
    name: 'diff',
    group: 'Read',
    printsResult: true,
    summary: 'what changed in meaning between two versions',
    load: () => import('./diff.ts'),
  },
  {
    name: 'quotes',
    group: 'Read',
    printsResult: true,
    hasPage: true,
    summary: 'every quotation of a draft against the record',
    load: () => import('./quotes/index.ts'),
  },
  {
    name: 'annotate',
    group: 'Write',
    summary: 'add, change or withdraw an annotation; -i asks',
    load: () => import('./annotate/index.ts'),
  },
  {
    name: 'speakers',
    group: 'Write',
    summary: 'who speaks, and give them names',
    load: () => import('./speakers/index.ts'),
  },
  {
    name: 'edit',
    group: 'Write',
    summary: 'correct a transcript and carry its annotations',
    load: () => import('./edit/index.ts'),
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
    summary: 'carry annotations to another version',
    load: () => import('./reanchor/index.ts'),
  },
  {
    name: 'merge',
    group: 'Write',
    summary: 'merge two versions of a file, in git or by hand',
    load: () => import('./merge/index.ts'),
  },
  {
    name: 'resolve',
    group: 'Write',
    summary: 'settle the conflicts that a merge left',
    load: () => import('./resolve/index.ts'),
  },
  {
    name: 'convert',
    group: 'Write',
    summary: 'read and write other formats',
    load: () => import('./convert/index.ts'),
  },
  {
    name: 'stats',
    group: 'Study',
    printsResult: true,
    hasPage: true,
    summary: 'counts by speaker, tag, standing, source',
    load: () => import('./stats/index.ts'),
  },
  {
    name: 'timeline',
    group: 'Study',
    printsResult: true,
    hasPage: true,
    summary: 'dates by role',
    load: () => import('./timeline.ts'),
  },
  {
    name: 'agree',
    group: 'Study',
    printsResult: true,
    hasPage: true,
    summary: 'how far annotators agree',
    load: () => import('./agree/index.ts'),
  },
  {
    name: 'collate',
    group: 'Study',
    printsResult: true,
    hasPage: true,
    summary: 'several transcripts of one talk',
    load: () => import('./collate/index.ts'),
  },
  {
    name: 'init',
    group: 'Set up',
    summary: 'a small project to start from',
    load: () => import('./init.ts'),
  },
  {
    name: 'git',
    group: 'Set up',
    summary: 'let git diff and merge these files by meaning',
    load: () => import('./git/index.ts'),
  },
  {
    name: 'explain',
    group: 'Set up',
    printsResult: true,
    summary: 'a rule or a tag',
    load: () => import('./explain/index.ts'),
  },
  {
    name: 'schema',
    group: 'Set up',
    summary: 'JSON Schemas for editors',
    load: () => import('./schema.ts'),
  },
  {
    name: 'help',
    group: 'Set up',
    printsResult: true,
    summary: 'topics of the guide, or one command',
    load: async () => {
      const { helpCommand } = await import('./help.ts');
      return { command: helpCommand(COMMANDS.map(({ name }) => name)) };
    },
  },
  {
    name: 'completion',
    group: 'Set up',
    summary: 'for bash, zsh and fish',
    load: () => import('./completion/index.ts'),
  },
  {
    name: 'completion-server',
    group: 'Set up',
    summary: 'called by shells to complete a command line',
    hidden: true,
    load: async () => {
      const { completionServer } = await import('./completion/server.ts');
      return { command: completionServer(COMMANDS) };
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
