/** Prints the annotated view of a transcript. */

import { Option } from 'commander';
import { STDIN } from '../core/model/standard-input.ts';
import type { View } from '../core/model/view.ts';
import type { Env } from '../io/env.ts';
import { VIEW_PRINTERS, type ViewFormat } from '../printers/view/index.ts';
import { TABLE_NAMES, type TableName } from '../printers/view/printer.ts';
import { Loader } from '../project/loader.ts';
import { type CommandModule, ExitStatus } from './command.ts';
import { formatOption } from './format-option.ts';
import { keepBack, privateOption } from './kept-back.ts';
import { type Options, printContext, widthOption } from './printing.ts';
import { readingFrom, readingOptions } from './reading-options.ts';
import { layersOption, loadView, viewOptions } from './view-options.ts';

async function printFirstLook(view: View, file: NamedFile, options: Options, env: Env): Promise<void> {
  const { firstLook } = await import('./first-look.ts');
  await env.stdout.write(
    await firstLook(view, file, options['tour'] === true, env, await printContext(env, options)),
  );
}

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Print a transcript with its annotations: who said what, in what form, on whose word, and what is\ndisputed. Without layers, those beside the transcript are shown (NAME.layer.yaml), and those that\n`layers` in `.onrecord.yaml` names. A folder stands for its one transcript: of those that `check` finds\nin it, or else of captions there.\n\nExamples:\n  $ onrecord show talk.yaml\n  $ onrecord show talk.yaml --brief\n  $ onrecord show HEAD~1:talk.yaml\n  $ onrecord show talk.yaml notes.layer.yaml\n  $ onrecord show talk.yaml --where \'tag:disputed speaker:okafor,lind -aspect:date "eight tonnes"\'\n  $ onrecord show talk.yaml -o talk.html\n  $ onrecord show talk.yaml -o passage.html --excerpt u4 u12\n  $ onrecord show talk.yaml --format ndjson | jq -c .\n\nExit status: 0 shown, 2 a file cannot be read or understood.',
      )
      .argument(
        '<file>',
        'a transcript or a layer, or the folder of one transcript; REV:path is one in git; `-` is standard input',
      )
      .argument('[layers...]', 'layers to show with it')
      .addOption(formatOption(Object.keys(VIEW_PRINTERS)))
      .option('--where <query>', 'show only what matches: key:value, space is and, comma is or, minus is not')
      .option(
        '--excerpt <ids...>',
        'show these passages and nothing else: utterances, statements, `u2..u5`, or claims and annotations for the passages that they are about',
        (text: string, before: string[] = []) => [...before, ...text.split(',')],
      )
      .option(
        '--css <file>',
        'style sheet of an HTML page in place of the program’s own (data/page.css); it may hold no address and no import',
      )
      .addOption(
        new Option(
          '--open',
          'open the HTML page in the browser; without -o it is written into a temporary folder',
        ).implies({ format: 'html' }),
      )
      .option(
        '--brief',
        'the first look: every claim with its standing in a line, then the words with only stances marked',
      )
      .option('--all', 'also print what is folded because it says nothing new')
      .addOption(
        new Option('--table <name>', 'with csv and tsv: one row for each of these').choices(TABLE_NAMES),
      )
      .option('--bom', 'with csv and tsv: begin with a byte order mark, which Excel needs to read UTF-8')
      .addOption(new Option('--tour', 'with --brief: end with three commands, as npm start does').hideHelp())
      .option(
        '--explain-standing',
        'for each standing, say which stances counted, which did not, and why (`help standing`)',
      );
    viewOptions(command);
    readingOptions(command);
    privateOption(command);
    layersOption(command);
    widthOption(command);
  },
  combinations: [
    { option: '--brief', not: ['--all', '--explain-standing'] },
    { option: '--tour', needs: ['--brief'] },
    { option: '--explain-standing', formats: ['text', 'json'] },
    ...['--brief', '--all'].map(option => ({ option, formats: ['text'] })),
    ...['--table', '--bom'].map(option => ({ option, formats: ['csv', 'tsv'] })),
    ...['--css', '--open'].map(option => ({ option, formats: ['html'] })),
  ],
  async run([file, layers], options, env) {
    const format = options['format'] as ViewFormat;
    const where = options['where'] as string | undefined;
    const filter = where === undefined ? undefined : (await import('./where.ts')).filterFor(where);
    const named = await namedFile(String(file), options, env);
    const { loader, name, revision } = named;
    const files = [name, ...(layers as string[])];
    const whole = await loadView(loader, name, files.slice(1), options, env, revision);
    if (whole === undefined) return ExitStatus.trouble;
    const open = await keepBack(whole, options, env);
    const excerpt = options['excerpt'] as string[] | undefined;
    const part = excerpt === undefined ? open : (await import('./excerpt.ts')).excerptOf(open, excerpt);
    const view = filter === undefined ? part : filter([part])[0]!;
    if (options['brief'] === true) await printFirstLook(view, named, options, env);
    else if (format === 'html') await (await import('./web-page.ts')).showPage(view, files, options, env);
    else {
      const print = await VIEW_PRINTERS[format]();
      const explainStanding = options['explainStanding'] === true;
      const table = options['table'] as TableName | undefined;
      const text = print(view, await printContext(env, options), {
        explainStanding,
        table,
        isAll: options['all'] === true,
        noCommands: revision !== undefined,
      });
      await env.stdout.write(options['bom'] === true ? `\ufeff${text}` : text);
    }
    if (where !== undefined)
      await (await import('./where.ts')).tellNothingMatched(where, [open], [view], env);
    return ExitStatus.clean;
  },
};

interface NamedFile {
  readonly loader: Loader;
  readonly name: string;
  readonly revision?: string | undefined;
  /** As a command line names it. */
  readonly shown: string;
}

/** Like `namedTranscript`, which is loaded only if the name is not that of a file. */
async function namedFile(file: string, options: Options, env: Env): Promise<NamedFile> {
  const reading = await readingFrom(options);
  const kind = file === STDIN ? 'file' : env.files.kind(file);
  if (kind === 'folder' || (kind === 'missing' && file !== '')) {
    const { namedTranscript } = await import('../project/named-transcript.ts');
    const { revisionLoaders, revisionName } = await import('../project/revisions.ts');
    const loaders = revisionLoaders(env, reading);
    const named = await namedTranscript(file, env, loaders);
    const { file: name, revision } = named;
    return { loader: loaders.of(named), name, revision, shown: revisionName(named) };
  }
  return { loader: new Loader(env, { reading }), name: file, shown: file };
}
