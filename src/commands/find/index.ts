/** Finds words, and what else a query asks for, in many transcripts and layers. */
import { InvalidArgumentError, Option } from 'commander';
import type { Query } from '../../core/filter/query.ts';
import { counted } from '../../core/text/counted.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import type { Env, OutputStream } from '../../io/env.ts';
import { InputError, UsageError } from '../../io/errors.ts';
import { linksFor } from '../../io/hyperlinks.ts';
import { visible } from '../../printers/escape/visible.ts';
import { FIND_FORMATS, FIND_PRINTERS, type FindFormat } from '../../printers/find/index.ts';
import { type FindSummary, type FoundRow, matchesOf } from '../../printers/find/report.ts';
import { type Talks, talksIn } from '../../project/talks.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { jobsOption } from '../jobs-option.ts';
import { privateOption, tellKeptBack } from '../kept-back.ts';
import { type Options, printContext, widthOption } from '../printing.ts';
import { readingFrom, readingOptions } from '../reading-options.ts';
import { reportTrouble } from '../trouble.ts';
import { viewOptions } from '../view-options.ts';
import { readQuery, refuseUnknown } from '../where.ts';
import { searched } from './jobs.ts';
import { type SearchedTalk, ShareSearch } from './share.ts';

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Find words in transcripts and layers, and what else the query of --where asks for (`onrecord help find`).\nCase, accents and the form of quotation marks and dashes make no difference. In a folder all transcripts and\nlayers are searched, and captions; a file in another format is searched where it is named.\n\nExamples:\n  $ onrecord find tonnes\n  $ onrecord find \'"eight tonnes" speaker:lind\' talks/\n  $ onrecord find tag:disputed talks/ --context 1\n  $ onrecord find budget talks/*.vtt --count\n  $ onrecord find bridge --format csv -o concordance.csv\n\nExit status, as of grep: 0 found, 1 nothing found, 2 a file cannot be read or understood; the others are searched.',
      )
      .argument('<query>', 'words to find, phrases in quotation marks, and keys as those of --where')
      .argument('[paths...]', 'files, folders and globs; `-` is standard input', ['.'])
      .addOption(
        new Option('--format <format>', 'how matches are printed').choices(FIND_FORMATS).default('text'),
      )
      .option('-c, --count', 'print of each file only the number of its matches')
      .option('-l, --files', 'print only the names of files with a match')
      .addOption(
        new Option('-C, --context <number>', 'show so many utterances on each side of a match')
          .argParser(parseContext)
          .default(0),
      );
    command.addOption(jobsOption('search so many talks at the same time'));
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
    if (query.terms.length === 0) throw new UsageError('what is to be found? the query is empty');
    const reading = await readingFrom(options);
    const purpose = { verb: 'search', command: `find ${shellWord(String(text))}` };
    const talks = await talksIn(paths as string[], env, { reading, purpose, doing: 'searching' });
    return new Search(String(text), query, options, env).run(talks);
  },
};

function parseContext(text: string): number {
  if (!/^[0-9]{1,4}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(text);
}

class Search {
  readonly #text: string;
  readonly #query: Query;
  readonly #options: Options;
  readonly #env: Env;
  readonly #counts = {
    matches: 0,
    utterances: 0,
    statements: 0,
    annotations: 0,
    claims: 0,
    files: 0,
    searched: 0,
  };
  readonly #looked = { utterances: 0, statements: 0 };
  readonly #keptBack = { annotations: 0, sources: 0 };

  constructor(text: string, query: Query, options: Options, env: Env) {
    this.#text = text;
    this.#query = query;
    this.#options = options;
    this.#env = env;
  }

  async run(talks: Talks): Promise<ExitStatus> {
    const { stdout, stderr } = this.#env;
    const options = this.#options;
    const make = await FIND_PRINTERS[options['format'] as FindFormat]();
    const printer = make(await printContext(this.#env, options), {
      only: options['count'] === true ? 'count' : options['files'] === true ? 'files' : undefined,
      linkOf: linksFor(this.#env),
    });
    const hasContext = (options['context'] as number) > 0;
    const search = new ShareSearch(this.#query, options, this.#env);
    let isInTrouble = false;
    let told = '';
    await write(stdout, printer.begin());
    for await (const talk of searched(this.#text, talks, search, options, this.#env)) {
      if (!talk.isWhole) isInTrouble = true;
      told += talk.told?.text ?? '';
      if (talk.file === undefined) continue;
      this.#add(talk);
      await write(stdout, printer.talk({ rows: talk.rows, hasContext }));
    }
    await write(stderr, told);
    const summary: FindSummary = { query: this.#text, ...this.#counts };
    await write(stdout, printer.end(summary));
    await tellKeptBack(this.#keptBack, this.#env);
    const troubles = talks.troubles.map(trouble => withHint(trouble, this.#text));
    if (await reportTrouble(troubles, this.#env)) isInTrouble = true;
    refuseUnknown(search.unknown.first());
    if (summary.matches === 0 && summary.searched > 0) await this.#tellNothingMatched();
    if (isInTrouble) return ExitStatus.trouble;
    return summary.matches > 0 ? ExitStatus.clean : ExitStatus.found;
  }

  #add({ rows, utterances, statements, keptBack }: SearchedTalk): void {
    this.#count(rows);
    this.#looked.utterances += utterances;
    this.#looked.statements += statements;
    this.#keptBack.annotations += keptBack.annotations;
    this.#keptBack.sources += keptBack.sources;
  }

  #count(rows: readonly FoundRow[]): void {
    const counts = this.#counts;
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

  /** An empty result alone looks like an empty file. */
  async #tellNothingMatched(): Promise<void> {
    const { utterances, statements } = this.#looked;
    const looked = [
      counted(utterances, 'utterance'),
      ...(statements > 0 ? [counted(statements, 'statement')] : []),
    ];
    const files = counted(this.#counts.searched, 'file');
    await this.#env.stderr.write(
      `onrecord: nothing matches ${visible(this.#text)} (${looked.join(' and ')} in ${files})\n`,
    );
  }
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
