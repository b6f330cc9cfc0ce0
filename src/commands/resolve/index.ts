/** Lists the conflicts that a merge left in a file, and settles them. */

import { Option } from 'commander';
import { append } from '../../core/maps.ts';
import type { Side } from '../../core/merge/merged.ts';
import { STDIN, STDIN_SHOWN } from '../../core/model/standard-input.ts';
import { editThenRemove } from '../../formats/yaml/edit/edit-then-remove.ts';
import type { YamlDocument } from '../../formats/yaml/read/document.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { sameBytes } from '../../io/same-bytes.ts';
import { conflictLines, conflictsInWords, printConflictsJson } from '../../printers/conflicts.ts';
import { fileName } from '../../printers/escape/visible.ts';
import { refuseUnfinishedFile } from '../../project/edit-journal.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';
import { Loader } from '../../project/loader.ts';
import { openYaml } from '../../project/open-yaml.ts';
import { promptsFor, unlessInterrupted } from '../asking.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { formatOption } from '../format-option.ts';
import { type Options, say } from '../printing.ts';
import { tellFindings } from '../tell-findings.ts';
import { requireOurs } from '../writable-file.ts';
import { conflictsIn, type FoundConflict, settle } from './settle.ts';

const CONFLICTS_SCHEMA = 'onrecord/conflicts@1';
/** Names the header of a file where entries are named by their ids; no entry may have this id. */
const HEADER = 'transcript';

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'List the conflicts that a merge left in a file, or settle some of them. Every other byte of the file\n' +
          'stays.\n\n' +
          'Examples:\n  $ onrecord resolve notes.layer.yaml\n  $ onrecord resolve notes.layer.yaml -i\n  $ onrecord resolve notes.layer.yaml --take theirs --entry a7 --field tag\n  $ onrecord resolve notes.layer.yaml --take ours --all\n\nExit status: 0 no conflict is left, 1 there are some, 2 trouble; nothing is written then.',
      )
      .argument('<file>', 'a transcript or a layer')
      .addOption(
        new Option('--take <side>', 'settle conflicts with this version').choices(['ours', 'theirs', 'base']),
      )
      .option('--entry <id...>', `with --take: in these entries; \`${HEADER}\` is the header of the file`)
      .option('--field <name...>', 'with --take: of these fields; `entry` is a deletion')
      .option('--all', 'with --take: every conflict of the file')
      .option('-i, --interactive', 'ask about each conflict')
      .addOption(formatOption(['text', 'json'], 'how conflicts are listed'));
  },
  combinations: [{ option: '--interactive', not: ['--take', '--entry', '--field', '--all', '--format'] }],
  async run([file], options, env) {
    const wish = wishOf(options);
    const loader = new Loader(env);
    const loaded = await loader.load(String(file));
    if (loaded.document?.format !== undefined) requireOurs(loaded);
    if (!loaded.usable) return tellFindings([loaded], loaded.findings, options, env);
    if (wish !== undefined || options['interactive'] === true) refuseUnfinishedFile(env.files, loaded.file);
    if (options['interactive'] === true) return byAsking(loaded, options, env);
    const { yaml, encode } = openYaml(loaded);
    if (wish === undefined) return list(loaded.file, conflictsIn(yaml), options, env);
    if (file === STDIN) throw new UsageError('cannot settle standard input in place', 'name a file');
    const chosen = chosenFrom(conflictsIn(yaml), wish);
    const edited = await settled(yaml, chosen, wish.take);
    const bytes = encode(edited.text);
    if (!sameBytes(loaded.bytes, bytes)) env.files.replace(loaded.file, bytes, loaded.bytes);
    const count = conflictsInWords(chosen.length);
    await env.stderr.write(`${fileName(loaded.file)}: settled ${count} by ${wish.take}\n`);
    return list(loaded.file, conflictsIn(edited), options, env);
  },
};

async function byAsking(loaded: LoadedFile, options: Options, env: Env): Promise<ExitStatus> {
  if (loaded.file === STDIN_SHOWN)
    throw new UsageError('standard input cannot be settled in place', 'name a file');
  const prompts = await promptsFor(env, options, '-i');
  const { chooseOneByOne } = await import('./ask.ts');
  return unlessInterrupted(env, async () => {
    const { yaml, encode } = openYaml(loaded);
    const choices = await chooseOneByOne(conflictsIn(yaml), prompts, options, env);
    let edited = yaml;
    for (const take of ['ours', 'theirs', 'base'] as const) {
      const taken = choices.filter(choice => choice.take === take).map(({ conflict }) => keyOf(conflict));
      // Found again: paths change with what was settled before.
      const chosen = conflictsIn(edited).filter(conflict => taken.includes(keyOf(conflict)));
      if (chosen.length > 0) edited = await settled(edited, chosen, take);
    }
    const bytes = encode(edited.text);
    if (choices.length > 0) env.files.replace(loaded.file, bytes, loaded.bytes);
    const left = conflictsIn(edited).length;
    const done = `${choices.length} settled, ${conflictsInWords(left)} ${left === 1 ? 'is' : 'are'} left`;
    await say(choices.length > 0 ? `wrote ${fileName(loaded.file)}: ${done}\n` : `${done}\n`, env, options);
    return left === 0 ? ExitStatus.clean : ExitStatus.found;
  });
}

function keyOf({ kind, id, field }: FoundConflict): string {
  return JSON.stringify([kind, id, field]);
}

interface Wish {
  readonly take: Side;
  readonly entries: readonly string[] | undefined;
  readonly fields: readonly string[] | undefined;
}

function wishOf(options: Options): Wish | undefined {
  const take = options['take'] as Side | undefined;
  const entries = options['entry'] as readonly string[] | undefined;
  const fields = options['field'] as readonly string[] | undefined;
  const isChosen = entries !== undefined || fields !== undefined;
  if (take === undefined) {
    if (isChosen || options['all'] === true)
      throw new UsageError('say which version to take', '--take ours, --take theirs or --take base');
    return undefined;
  }
  if (isChosen === (options['all'] === true))
    throw new UsageError('say which conflicts to settle', '--entry and --field, or --all');
  return { take, entries, fields };
}

/** @throws UsageError if the selection matches nothing in the file. */
function chosenFrom(conflicts: readonly FoundConflict[], { entries, fields }: Wish): FoundConflict[] {
  const nameOf = ({ kind, id }: FoundConflict) => (kind === undefined ? HEADER : id);
  for (const entry of entries ?? []) {
    if (!conflicts.some(conflict => nameOf(conflict) === entry))
      throw new UsageError(`there is no conflict in ${entry}`, '`onrecord resolve FILE` lists them');
  }
  const chosen = conflicts.filter(
    conflict =>
      (entries === undefined || entries.includes(nameOf(conflict) ?? '')) &&
      (fields === undefined || fields.includes(conflict.field)),
  );
  if (chosen.length === 0 && fields !== undefined)
    throw new UsageError(
      `there is no conflict in ${fields.join(' or ')}`,
      '`onrecord resolve FILE` lists them',
    );
  return chosen;
}

/** Values first, then what goes, from the end of the file: so a path stays true until it is used. */
function settled(
  document: YamlDocument,
  chosen: readonly FoundConflict[],
  take: Side,
): Promise<YamlDocument> {
  const byEntry = new Map<string, FoundConflict[]>();
  for (const conflict of chosen) {
    const key = JSON.stringify(conflict.path);
    append(byEntry, key, conflict);
  }
  const changes = [...byEntry.values()].flatMap(conflicts => settle(conflicts, take, document));
  const values = changes.filter(({ kind }) => kind !== 'remove');
  // An existing field is replaced before another is inserted after it.
  values.sort((a, b) => Number(document.has(b.path)) - Number(document.has(a.path)));
  const removals = changes.filter(({ kind }) => kind === 'remove');
  return editThenRemove(document, values, removals);
}

async function list(
  file: string,
  conflicts: readonly FoundConflict[],
  options: Options,
  env: Env,
): Promise<ExitStatus> {
  const left = conflicts.length;
  if (options['format'] === 'json')
    await env.stdout.write(printConflictsJson(CONFLICTS_SCHEMA, file, conflicts));
  else await say(`${fileName(file)}: ${conflictsInWords(left)}\n${conflictLines(conflicts)}`, env, options);
  return left === 0 ? ExitStatus.clean : ExitStatus.found;
}
