/** Finds words, and what else a query asks for, in many transcripts and layers. */
import { InvalidArgumentError, Option } from 'commander';
import type { Query } from '../../core/filter/query.ts';
import { counted } from '../../core/text/counted.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import type { Env, OutputStream } from '../../io/env.ts';
import { InputError, UsageError } from '../../io/errors.ts';
import { linksFor } from '../../io/hyperlinks.ts';
import { visible } from '../../printers/escape/visible.ts';
import { FIND_PRINTERS, type FindFormat } from '../../printers/find/index.ts';
import { type FindSummary, type FoundRow, matchesOf } from '../../printers/find/report.ts';
import { type Talks, talksIn } from '../../project/talks.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { formatOption } from '../format-option.ts';
import { jobsOption } from '../jobs-option.ts';
import { privateOption, tellKeptBack } from '../kept-back.ts';
import { type Options, printContext, widthOption } from '../printing.ts';
import { readingFrom, readingOptions } from '../reading-options.ts';
import { reportTrouble, tellPassedOver } from '../trouble.ts';
import { viewOptions } from '../view-options.ts';
import { readQuery, refuseUnknown } from '../where.ts';
import { searched } from './jobs.ts';
import { ShareSearch } from './share.ts';

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Find words in transcripts and layers, or whatever else a query of --where asks for (`onrecord help\n' +
          'find`). Case, accents and the form of quotation marks and dashes make no difference. Folders are\n' +
          'searched for transcripts, layers and captions; a file in another format is searched if you name it.\n\n' +
          'Examples:\n  $ onrecord find tonnes\n  $ onrecord find \'"eight tonnes" speaker:lind\' talks/\n  $ onrecord find tag:disputed talks/ --context 1\n  $ onrecord find budget talks/*.vtt --count\n  $ onrecord find bridge --format csv -o concordance.csv\n\nExit status, as in grep: 0 found, 1 nothing found, 2 a file cannot be read or understood; the others are searched.',
      )
      .argument('<query>', 'words to find, phrases in quotation marks, and keys as those of --where')
      .argument('[paths...]', 'files, folders and globs; `-` is standard input', ['.'])
      .addOption(formatOption(Object.keys(FIND_PRINTERS), 'how matches are printed'))
      .option('-c, --count', 'print only the number of matches in each file')
      .option('-l, --files', 'print only the names of files with a match')
      .addOption(
        new Option('-C, --context <number>', 'show this many utterances on each side of a match')
          .argParser(parseContext)
          .default(0),
      );
    command.addOption(jobsOption('search this many talks at once'));
    viewOptions(command);
    readingOptions(command);
    privateOption(command);
    widthOption(command);
  },
  combinations: [
    { option: '--count', not: ['--files', '--context'] },
    { option: '--files', not: ['--context'] },
  ],
  async run([text, paths], options, env) {
    const query = readQuery(String(text), 'query');
    if (query.terms.length === 0)
      throw new UsageError('the query is empty', 'name the words to find: onrecord find tonnes');
    const reading = await readingFrom(options);
    const purpose = { verb: 'search', command: `find ${shellWord(String(text))}` };
    const talks = await talksIn(paths as string[], env, { reading, purpose, doing: 'searching' });
    return search(String(text), query, talks, options, env);
  },
};

function parseContext(text: string): number {
  if (!/^[0-9]{1,4}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 0 to 9999.');
  return Number(text);
}

async function search(
  text: string,
  query: Query,
  talks: Talks,
  options: Options,
  env: Env,
): Promise<ExitStatus> {
  const { stdout, stderr } = env;
  const make = await FIND_PRINTERS[options['format'] as FindFormat]();
  const printer = make(await printContext(env, options), {
    only: options['count'] === true ? 'count' : options['files'] === true ? 'files' : undefined,
    linkOf: linksFor(env),
  });
  const hasContext = (options['context'] as number) > 0;
  const share = new ShareSearch(query, options, env);
  const counts = {
    matches: 0,
    utterances: 0,
    statements: 0,
    annotations: 0,
    claims: 0,
    files: 0,
    searched: 0,
  };
  const looked = { utterances: 0, statements: 0 };
  const keptBack = { annotations: 0, sources: 0 };
  let isInTrouble = false;
  let told = '';
  await write(stdout, printer.begin());
  for await (const talk of searched(text, talks, share, options, env)) {
    if (!talk.isWhole) isInTrouble = true;
    told += talk.told?.text ?? '';
    if (talk.file === undefined) continue;
    count(talk.rows, counts);
    looked.utterances += talk.utterances;
    looked.statements += talk.statements;
    keptBack.annotations += talk.keptBack.annotations;
    keptBack.sources += talk.keptBack.sources;
    await write(stdout, printer.talk({ rows: talk.rows, hasContext }));
  }
  await write(stderr, told);
  await write(stdout, printer.end({ query: text, ...counts }));
  await tellKeptBack(keptBack, env);
  await tellPassedOver(talks.special, env);
  const troubles = talks.troubles.map(trouble => withHint(trouble, text));
  if (await reportTrouble(troubles, env)) isInTrouble = true;
  refuseUnknown(share.unknown.first());
  if (counts.matches === 0 && counts.searched > 0) {
    // An empty result alone looks like an empty file.
    const words = [
      counted(looked.utterances, 'utterance'),
      ...(looked.statements > 0 ? [counted(looked.statements, 'statement')] : []),
    ];
    await stderr.write(
      `onrecord: nothing matches ${visible(text)} (${words.join(' and ')} in ${counted(counts.searched, 'file')})\n`,
    );
  }
  if (isInTrouble) return ExitStatus.trouble;
  return counts.matches > 0 ? ExitStatus.clean : ExitStatus.found;
}

/** Adds what was found in one talk. */
function count(rows: readonly FoundRow[], counts: Record<keyof Omit<FindSummary, 'query'>, number>): void {
  counts.searched++;
  let matches = 0;
  const annotations = new Set<string | undefined>();
  for (const row of rows) {
    const found = matchesOf(row);
    if (found === 0) continue;
    matches += found;
    // An annotation whose comment and note both have the words is one annotation.
    if (row.kind === 'annotation' && annotations.has(row.id)) continue;
    if (row.kind === 'annotation') annotations.add(row.id);
    counts[`${row.kind}s`]++;
  }
  counts.matches += matches;
  if (matches > 0) counts.files++;
}

/** Somebody who types `find eight tonnes` has named a file. */
function withHint(trouble: unknown, query: string): unknown {
  if (
    !(trouble instanceof InputError) ||
    trouble.hint !== undefined ||
    !/^[\p{L}\p{N}]+$/u.test(trouble.path)
  )
    return trouble;
  const whole = shellWord(`${query} ${trouble.path}`);
  return new InputError(
    trouble.path,
    trouble.message,
    `a query of several words is one argument: onrecord find ${whole}`,
  );
}

async function write(stream: OutputStream, text: string): Promise<void> {
  if (text !== '') await stream.write(text);
}
