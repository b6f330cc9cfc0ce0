/** Adds, changes, withdraws or supersedes annotations in a layer; every other byte of the file stays. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  ASPECTS,
  BASES,
  BODIES,
  CERTAINTIES,
  DATE_PARTS,
  DATE_ROLES,
  FORMS,
} from '../../core/model/vocabulary.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import type { Env } from '../../io/env.ts';
import { sameBytes } from '../../io/same-bytes.ts';
import { fileName, visible } from '../../printers/escape/visible.ts';
import { Loader } from '../../project/loader.ts';
import { canAsk } from '../asking.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { patchOf } from '../file-patch.ts';
import { say } from '../printing.ts';
import { readingFrom, readingOptions } from '../reading-options.ts';
import { refuse } from '../tell-findings.ts';
import { type EditedFile, editFiles } from './edit-files.ts';
import { operationFromOptions } from './operation-from-options.ts';
import { operationsFromNdjson } from './operations-from-ndjson.ts';
import { tellProblems } from './problem.ts';

/** Options for which no new annotation is asked for. */
const NOT_NEW = ['--change', '--withdraw', '--from', '--dry-run'];

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Add an annotation to a layer; change, withdraw or supersede one where it stands, inside a transcript as\nwell. Comments, order and every other byte of the file stay. What check would call an error is refused,\nand nothing is written.\n\nWords that stand in one place need no --target. People, sources and claims may be named as people call\nthem: by id, name, alias, title or address. The first layer is made, named after the transcript\n(talk.notes.layer.yaml); its creator is --creator, or else user.name of git.\n\nTo change --target or --quote moves an annotation or a claim to other words: that is an act, and\n`accepted` records who did it (--creator, or user.name of git), when, and what the words were.\n\nExamples:\n  $ onrecord annotate talk.yaml --quote "eight tonnes" --tag unclear --note "Tape hiss."\n  $ onrecord annotate talk.yaml -i\n  $ onrecord annotate talk.yaml --at 00:07:12 --comment "Said with a smile."\n  $ onrecord annotate talk.yaml --target load --tag disputed --by "Ada Okafor" \\\n      --when 2026-03-02 --wording "That is not so." --source "Minutes of June 13@page 3"\n  $ onrecord annotate talk.yaml --withdraw a1\n  $ onrecord annotate talk.yaml --change a2 --quote "nine tonnes" --creator "Ada Reader"\n  $ onrecord annotate talk.yaml --from - < new-annotations.ndjson\n\nExit status: 0 written (or nothing to change), 2 refused or in trouble; nothing is written then.',
      )
      .argument('<file>', 'a transcript with one layer beside it, or a layer');
    group(command, 'What to do:', [
      new Option(
        '--layer <file>',
        'the layer to write, by file, short name or annotator; it is created if it does not exist',
      ),
      new Option('--change <id>', 'set the given fields of this annotation, or --target of this claim'),
      new Option('--unset <field...>', 'with --change: remove these fields'),
      new Option('--withdraw <id>', 'mark this annotation as withdrawn'),
      new Option('--supersede <id>', 'add an annotation that replaces this one'),
      new Option(
        '--from <file>',
        'read annotations as NDJSON, one object a line with the fields of a layer; `-` is stdin',
      ),
      new Option('-n, --dry-run', 'print the change as a diff and write nothing'),
      new Option('-i, --interactive', 'ask for what is not given; so does a command line without options'),
      new Option('-e, --edit', 'open the annotation as a form in $EDITOR'),
    ]);
    group(command, 'What it is about:', [
      new Option(
        '--target <id...>',
        'utterance, statement, u2..u5, claim, `transcript` or annotation; a person: the last turn',
      ),
      new Option('--at <time>', 'what is said at this time of the recording: 00:07:12'),
      new Option(
        '--quote <text>',
        'the passage meant, with any quotation marks and dashes, in any case; without a target it is looked for in the whole talk',
      ),
      new Option('--before <text>', 'words before the quote'),
      new Option('--after <text>', 'words after the quote'),
      new Option('--occurrence <n>', 'which of several equal passages is meant').argParser(positive),
    ]);
    group(command, 'Its body (one):', [
      new Option(
        '--tag <tag>',
        'a stance (confirmed, disputed, ...), a request or a mark; `onrecord help tags` lists all',
      ),
      new Option('--speaker <party>', 'who speaks'),
      new Option('--to <party...>', 'who is addressed'),
      new Option('--form <form>', 'how the speech is reported').choices(FORMS),
      new Option('--date <edtf>', 'a date; with --role, --of, --as-written, --inferred, --relative-to'),
      new Option('--context <text>', 'setting, background, provenance'),
      new Option('--correction <text>', 'what the passage should read'),
      new Option('--translation <text>', 'a translation of the passage'),
      new Option('--refers-to <who...>', 'whom or what the passage refers to'),
      new Option('--voice <party>', 'whose position is voiced; with --voice-to'),
      new Option('--same-as <id...>', 'another report of the same utterance'),
      new Option('--comment <text>', 'a remark'),
    ]);
    group(command, 'About a date or voice:', [
      new Option('--role <role>', 'what it is the date of').choices(DATE_ROLES),
      new Option('--of <text>', 'the thing dated'),
      new Option('--as-written <text>', 'the date as the source writes it'),
      new Option('--inferred <part...>', 'parts that are not written').choices(DATE_PARTS),
      new Option('--relative-to <id>', 'what a relative date hangs on'),
      new Option('--voice-to <party...>', 'whom the voiced position addresses'),
    ]);
    group(command, 'Whose act, and on what it rests:', [
      new Option('--by <party>', 'the party whose act it is'),
      new Option('--when <edtf>', 'when that party did it; `unknown` when no source says'),
      new Option('--aspect <aspect>', 'the side of the claim it is about').choices(ASPECTS),
      new Option('--wording <text>', 'the exact words of the act'),
      new Option('--via <id...>', 'who reports the act, nearest first'),
      new Option('--characterised', 'the act is known only by a description'),
      new Option(
        '--source <id@place...>',
        'a source by id, title or address, with the place in it: "minutes@page 3"',
      ),
      new Option('--add-source', 'declare a source of --source that is not declared yet'),
      new Option('--basis <basis>', 'how you got there').choices(BASES),
      new Option('--certainty <certainty>', 'how sure you are').choices(CERTAINTIES),
      new Option('--alternative <text...>', 'another reading'),
      new Option('--note <text>', 'the reason'),
      new Option(
        '--creator <name>',
        'who annotates, where it is not the layer’s creator; who moves an annotation',
      ),
      new Option(
        '--created <date>',
        'the date of the annotation; default: today (UTC), or SOURCE_DATE_EPOCH',
      ),
      new Option('--id <id>', 'its id; default: a new random one'),
    ]);
    // `--from` names the annotations here; the configuration can name the format.
    readingOptions(command, { hasFrom: false });
  },
  combinations: [
    { option: '--unset', needs: ['--change'] },
    { option: '--voice-to', needs: ['--voice'] },
    { option: '--occurrence', needs: ['--quote', '--at', '--change', '--interactive', '--edit'] },
    { option: '--add-source', needs: ['--source', '--interactive', '--edit'] },
    { option: '--interactive', not: ['--edit', ...NOT_NEW] },
    { option: '--edit', not: NOT_NEW },
    {
      option: '--from',
      only: ['--layer', '--dry-run', '--creator', '--profile', '--map', '--speakers', '--encoding'],
    },
    { option: '--withdraw', not: ['--at'] },
  ],
  async run([file], options, env) {
    const reading = await readingFrom(options, { hasFrom: false });
    const open = () => new Loader(env, { reading, mayMissLayers: true });
    const isBare = !WORDS_OF_IT.some(name => options[name] !== undefined);
    if (options['interactive'] === true || (isBare && canAsk(env))) {
      const { annotateByAsking } = await import('./ask/session.ts');
      return annotateByAsking(String(file), options, env, { open, write });
    }
    if (options['edit'] === true) {
      const { annotateByEditing } = await import('./ask/session.ts');
      return annotateByEditing(String(file), options, env, { open, write });
    }
    const loader = open();
    const operations =
      options['from'] === undefined
        ? [operationFromOptions(options)]
        : await operationsFromNdjson(String(options['from']), env);
    const result = await editFiles(loader, String(file), operations, options, env);
    if ('problems' in result) {
      const isNew = options['from'] === undefined && options['change'] === undefined;
      await tellProblems(result.problems, env, isNew ? askingLine(String(file), options) : undefined);
      return ExitStatus.trouble;
    }
    if ('refused' in result) return refuse(result.files, result.refused, options, env, result.cited);
    for (const edited of result)
      await (options['dryRun'] === true ? env.stdout.write(patchOf(edited)) : write(edited, env));
    return ExitStatus.clean;
  },
};

/** Options that describe the annotation or the operation. */
const WORDS_OF_IT = [
  ...['change', 'unset', 'withdraw', 'supersede', 'from', 'dryRun', 'edit', 'target', 'at', 'quote'],
  ...BODIES.map(name => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())),
];

/** The command line that goes on by asking. */
function askingLine(file: string, options: Readonly<Record<string, unknown>>): string {
  const given = ['target', 'quote', 'tag'].flatMap(name =>
    options[name] === undefined
      ? []
      : [`--${name}`, ...[options[name]].flat().map(word => shellWord(String(word)))],
  );
  return ['onrecord annotate', shellWord(file), '-i', ...given].join(' ');
}

function group(command: Command, heading: string, options: readonly Option[]): void {
  for (const option of options) command.addOption(option.helpGroup(heading));
}

function positive(text: string): number {
  if (!/^[1-9][0-9]*$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1.');
  return Number(text);
}

async function write({ file, before, after, done }: EditedFile, env: Env): Promise<void> {
  const isSame = sameBytes(before, after);
  if (!isSame) env.files.replace(file, after, before);
  for (const line of isSame ? [`${fileName(file)}: nothing to change`] : done)
    await say(`${visible(line)}\n`, env);
}
