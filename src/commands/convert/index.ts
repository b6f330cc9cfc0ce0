/** Takes in the formats that people have, and gives them back. */
import { InvalidArgumentError, Option } from 'commander';
import { countBySeverity, type Finding } from '../../core/model/finding.ts';
import { STDIN } from '../../core/model/standard-input.ts';
import { namedParties } from '../../core/speakers/named-parties.ts';
import { loadFormats } from '../../formats/index.ts';
import { PROFILE_IDS } from '../../formats/text/style/profile-ids.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { Loader } from '../../project/loader.ts';
import { fileOrTranscriptIn } from '../../project/named-transcript.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { privateOption } from '../kept-back.ts';
import { messageContext, type Options, say } from '../printing.ts';
import { readingOptions } from '../reading-options.ts';
import { layersOption } from '../view-options.ts';
import { checkOptions, type Input, readInput } from './input.ts';
import { deliver, openConversation, targetId, targetOf, writeTarget } from './output.ts';
import { carryText, dryRunText, type Lost, listText, lossJson, lossText, successText } from './reports.ts';

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Read a transcript in another format, or write one. The content of the input tells its format; --to or\n' +
          'the name of the output tells what to write. Losses in reading and in writing are reported.\n\n' +
          'Examples:\n  $ onrecord convert meeting.vtt -o meeting.yaml\n  $ onrecord convert hearing.txt --profile qa --dry-run\n  $ onrecord convert sheet.csv --map start=Time,speaker=Who,text=Words\n  $ onrecord convert talk.yaml --to html -o talk.html\n  $ onrecord convert talk.yaml --to srt --strict > talk.srt\n  $ onrecord convert --list\n\nExit status: 0 done, 1 with --strict when something was lost or wrong, 2 a file cannot be read or written.',
      )
      .argument('[in]', 'the file to convert, or the folder of one transcript; `-` is standard input')
      .argument('[layers...]', 'layers that go with an onrecord transcript; default: those beside it')
      .option('-o, --output <file>', 'where to write; default: `-`, standard output')
      .option('--force', 'overwrite an existing file')
      .option('--to <format>', 'format to write; default: by the name of the output, else onrecord-yaml')
      .addOption(
        new Option('--to-profile <profile>', 'how a written text marks its speakers; default: colon').choices(
          PROFILE_IDS,
        ),
      )
      .option(
        '--speaker <label=name>',
        'the name behind a label, such as SPEAKER_11="Leslie Harris"; once for each speaker',
        parseNaming,
      )
      .option('--carry-speaker', 'where nobody is named, annotate the previous speaker as inferred')
      .option('--with-annotations', 'write annotations into captions, in comments that players do not show')
      .option('--no-fold', 'keep every line that rolling captions (YouTube) repeat; default: each line once')
      .option('--transcript <file>', 'the transcript that annotations without one are about')
      .option('--list', 'list the formats with what each keeps and loses')
      .option(
        '--dry-run',
        'print who would speak, with their first words, what looks like a heading and was not taken for one, and what would be lost; write nothing',
      )
      .addOption(
        new Option('--loss-report <format>', 'how losses are reported on stderr')
          .choices(['text', 'json'])
          .default('text'),
      )
      .option('--strict', 'exit with 1 if something is lost or wrong');
    readingOptions(command);
    privateOption(command);
    layersOption(command);
  },
  combinations: [
    { option: '--list', only: [] },
    { option: '--dry-run', not: ['--loss-report'] },
  ],
  async run([name, layers], options, env) {
    if (options['list'] === true) {
      await say(listText(await loadFormats()), env, options);
      return ExitStatus.clean;
    }
    if (name === undefined)
      throw new UsageError('name the file to convert', 'onrecord convert --help shows examples');
    // Reading and writing take about equally long; progress is reported between them.
    const progress = env.progress?.('converting', 2, 'step');
    const named = await fileOrTranscriptIn(String(name), new Loader(env), env);
    let input = withNames(await readInput(named, layers as string[], options, env), options);
    const { format, value } = input;
    // What is wrong with a file that cannot be read says more than that it is in our format already.
    const target = format && (await targetOf(value && format, options));
    if (target !== undefined) checkOptions(options, format!, 'format' in target ? target.format : undefined);
    await tell(input, options, env);
    if (target === undefined || value === undefined) return ExitStatus.trouble;
    // Only a view needs places in the file; this frees a hundred megabytes of text.
    if ('format' in target && options['dryRun'] !== true) input = withoutSources(input);
    const open = await openConversation(value, target, options, env);
    await progress?.at(1, `writing ${targetId(target)}`);
    const written = await writeTarget(target, open, { ...input, format: format! }, options, env);
    await progress?.end();
    const lost = { reading: input.losses ?? [], writing: written.losses };
    if (options['dryRun'] === true) await say(dryRunText(input, targetId(target), lost), env, options);
    else {
      const output = await deliver(written, name === STDIN ? [] : [named], options, env);
      const isJson = options['lossReport'] === 'json';
      await env.stderr.write((isJson ? lossJson : lossText)(format!.id, targetId(target), lost));
      if (output !== undefined && !isJson) {
        await env.stderr.write(successText(output, targetId(target), value, input.findings));
        if (targetId(target) === 'onrecord-yaml') await env.stderr.write(carryText(input, output));
      }
    }
    return isFaulty(input.findings, lost) && options['strict'] === true ? ExitStatus.found : ExitStatus.clean;
  },
};

function withoutSources({ project: _, ...input }: Input): Input {
  return { ...input, sources: new Map() };
}

function isFaulty(findings: readonly Finding[], { reading, writing }: Lost): boolean {
  return reading.length + writing.length > 0 || countBySeverity(findings).error > 0;
}

/** Findings go to stderr; labels that were refused are for the dry run, and say nothing where it prints them. */
async function tell({ findings, sources }: Input, options: Options, env: Env): Promise<void> {
  const told = findings.filter(finding => options['dryRun'] !== true || finding.rule !== 'unknown-label');
  if (told.length === 0) return;
  const report = { findings: told, sources, files: [...new Set(told.map(({ file }) => file))] };
  const { printFindingsText } = await import('../../printers/findings/text.ts');
  await env.stderr.write(printFindingsText(report, await messageContext(env, options)));
}

function parseNaming(text: string, before: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const [label = '', name = ''] = text.split(/=(.*)/s).map(part => part.trim());
  if (label === '' || name === '') throw new InvalidArgumentError('Expected LABEL=NAME.');
  return new Map(before).set(label, name);
}

/** @throws UsageError for an unknown label. */
function withNames(input: Input, options: Options): Input {
  const names = options['speaker'] as ReadonlyMap<string, string> | undefined;
  const { value } = input;
  if (names === undefined || value === undefined) return input;
  const named = namedParties(value.transcript.parties, names);
  if ('parties' in named)
    return {
      ...input,
      project: undefined,
      value: { ...value, transcript: { ...value.transcript, parties: named.parties } },
    };
  const hint =
    named.nearest === undefined ? `there are ${named.labels.join(', ')}` : `did you mean ${named.nearest}?`;
  throw new UsageError(
    `--speaker ${named.unknown}: nobody has this label`,
    named.labels.length === 0 ? 'nobody is named in it' : hint,
  );
}
