/** Lists who speaks, and gives speakers names or other ids. */

import type { Id } from '../../core/model/model.ts';
import { documentsOf, EntryIndex, isTranscript, type Project } from '../../core/model/project.ts';
import { type Speaker, speakersOf } from '../../core/speakers/list-speakers.ts';
import { counted } from '../../core/text/counted.ts';
import type { Change } from '../../formats/yaml/edit/change.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { fileName, visible } from '../../printers/escape/visible.ts';
import { SPEAKERS_PRINTERS } from '../../printers/speakers/index.ts';
import { type FileStep, refuseUnfinished, writeTogether } from '../../project/edit-journal.ts';
import { loadProject } from '../../project/load-project.ts';
import { Loader } from '../../project/loader.ts';
import { fileOrTranscriptIn } from '../../project/named-transcript.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { editedProject } from '../edited-project.ts';
import { formatOption, printResult } from '../format-option.ts';
import { idNamed } from '../id-named.ts';
import { type Options, printContext, say, widthOption } from '../printing.ts';
import { refuse, tellFindings } from '../tell-findings.ts';
import { requireOurs } from '../writable-file.ts';
import { checkRenames, renamedIds } from './rename-ids.ts';

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'List who speaks: turns, words, minutes, and the first words with their time, to know the voice by.\n' +
          'ID=NAME gives a speaker a name; before the `=` stands an id, label, name or alias. Ids and pins stay, so\n' +
          'layers need no change. --rename-id changes an id everywhere in the transcript and its layers, and renews\n' +
          'the pins of sure anchors; what waits for a person still waits.\n\n' +
          'Examples:\n' +
          '  $ onrecord speakers talk.yaml\n' +
          '  $ onrecord speakers talk.yaml speaker_11="Leslie Harris" speaker_02="Ada Okafor"\n' +
          '  $ onrecord speakers talk.yaml --rename-id speaker_11=harris\n\n' +
          'Exit status: 0 listed or written, 2 refused or in trouble; nothing is written then.',
      )
      .argument('<file>', 'a transcript, or the folder of one; names are written into it')
      .argument('[names...]', 'ID=NAME for each speaker to name')
      .option('--rename-id <old=new...>', 'give a party another id, in the transcript and its layers')
      .option('-n, --dry-run', 'say what would be written and write nothing')
      .addOption(formatOption(Object.keys(SPEAKERS_PRINTERS), 'how the list is printed'));
    widthOption(command);
  },
  combinations: [
    { option: '--rename-id', not: ['<names>'] },
    { option: '--dry-run', needs: ['<names>', '--rename-id'] },
    { option: '--format', not: ['<names>', '--rename-id'] },
  ],
  async run([file, names], options, env) {
    const loader = new Loader(env);
    const named = await fileOrTranscriptIn(String(file), loader, env);
    const loaded = await loader.load(named);
    const renames = pairsOf((options['renameId'] as string[] | undefined) ?? [], '--rename-id ', 'OLD=NEW');
    const namings = pairsOf(names as string[], '', 'ID=NAME');
    const isWriting = renames.size + namings.size > 0;
    if (isWriting) requireOurs(loaded);
    if (isWriting && loaded.document !== undefined && !isTranscript(loaded.document))
      throw new UsageError(`${loaded.file} is a layer`, 'name its transcript, which says who speaks');
    const { project, findings, files } = await loadProject(loader, named);
    if (project === undefined) return (isWriting ? refuse : tellFindings)(files, findings, options, env);
    if (!isWriting) {
      const report = { file: named, speakers: speakersOf(project) };
      await printResult(SPEAKERS_PRINTERS, report, options, env);
      return ExitStatus.clean;
    }
    refuseUnfinished(env.files, project.transcript.file);
    await (renames.size > 0
      ? rename(renames, project, loader, options, env)
      : name(namings, project, loader, options, env));
    return ExitStatus.clean;
  },
};

/** @throws UsageError for what is no pair, and for one left side twice. */
function pairsOf(texts: readonly string[], option: string, form: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const text of texts) {
    const cut = text.indexOf('=');
    const [left, right] = [text.slice(0, cut).trim(), text.slice(cut + 1).trim()];
    if (cut < 1 || left === '' || right === '')
      throw new UsageError(`${option}${text}: expected ${form}`, 'onrecord speakers --help shows examples');
    if (pairs.has(left)) throw new UsageError(`${option}${left} is given twice`);
    pairs.set(left, right);
  }
  return pairs;
}

async function name(
  namings: ReadonlyMap<string, string>,
  project: Project,
  loader: Loader,
  options: Options,
  env: Env,
): Promise<void> {
  const speakers = new Map(speakersOf(project).map(speaker => [speaker.id, speaker]));
  const names = new Map<Id, string>();
  for (const [left, right] of namings) {
    const id = partyOf(left, speakers, project);
    if (names.has(id)) throw new UsageError(`${id} gets two names`);
    if (/\p{Cc}/u.test(right)) throw new UsageError(`"${right}" cannot be a name: it has control characters`);
    names.set(id, right);
  }
  const known = (id: Id) =>
    documentsOf(project)
      .map(({ value }) => value.parties.get(id)?.name)
      .find(text => text !== undefined);
  const changed = [...names].filter(([id, text]) => known(id) !== text);
  const declaring = (id: Id) =>
    documentsOf(project).find(({ value }) => value.parties.has(id)) ?? project.transcript;
  const { steps } = await editedProject(project, loader, current =>
    changed
      .filter(([id]) => declaring(id).file === current)
      .map(([id, text]): Change => ({ kind: 'set', path: ['parties', id, 'name'], value: text })),
  );
  const { colour } = await printContext(env, options);
  if (options['dryRun'] !== true) writeTogether(env.files, steps);
  for (const [id, text] of names) {
    const old = known(id) ?? id;
    const turns = counted(speakers.get(id)?.turns ?? 0, 'turn');
    const shown =
      old === text
        ? visible(text)
        : `${colour.red(`[-${visible(old)}-]`)}${colour.green(`{+${visible(text)}+}`)}`;
    await say(`${old === text ? '=' : '~'} ${shown}, ${turns}  ${colour.dim(visible(id))}\n`, env, options);
  }
  await tellSharedNames(names, project, env);
  await tell(
    steps,
    `${counted(changed.length, 'name')}; ids, pins and layers stay as they are`,
    options,
    env,
  );
}

/** @throws UsageError where no party and no speaker is called that. */
function partyOf(text: string, speakers: ReadonlyMap<Id | undefined, Speaker>, project: Project): Id {
  if (speakers.has(text)) return text;
  return idNamed(text, 'party', project, new EntryIndex(project));
}

/** One voice that a machine took for two is usual; so are two people of one name. */
async function tellSharedNames(names: ReadonlyMap<Id, string>, project: Project, env: Env): Promise<void> {
  const all = new Map<Id, string>();
  for (const { value } of documentsOf(project))
    for (const [id, { name: text }] of value.parties) if (text !== undefined) all.set(id, text);
  for (const [id, text] of names) all.set(id, text);
  const told = new Set<string>();
  for (const text of names.values()) {
    const ids = [...all].filter(([, other]) => other === text).map(([id]) => id);
    if (ids.length < 2 || told.has(text)) continue;
    told.add(text);
    await env.stderr.write(
      `onrecord: ${visible(ids.join(' and '))} are both called ${visible(text)}\n` +
        '  if they are one person, give the turns of one to the other: onrecord edit FILE ID.. --speaker ID\n',
    );
  }
}

async function rename(
  renames: ReadonlyMap<Id, Id>,
  project: Project,
  loader: Loader,
  options: Options,
  env: Env,
): Promise<void> {
  checkRenames(renames, project);
  const { steps, project: fresh } = await renamedIds(renames, project, loader);
  const turns = new Map(speakersOf(project).map(speaker => [speaker.id, speaker.turns]));
  const told = [...renames].map(
    ([old, id]) => `id ${old} is now ${id} in ${counted(turns.get(old) ?? 0, 'turn')}`,
  );
  const pins = renewedIn(project, fresh);
  if (options['dryRun'] !== true) writeTogether(env.files, steps);
  await tell(steps, `${told.join(', ')}; ${counted(pins, 'pin')} renewed`, options, env);
}

function renewedIn(old: Project, fresh: Project): number {
  const pinsOf = (project: Project) =>
    documentsOf(project).flatMap(({ value }) =>
      [...value.annotations, ...value.claims].map(({ pin }) => pin),
    );
  const before = pinsOf(old);
  return pinsOf(fresh).filter((pin, index) => pin !== before[index]).length;
}

/** Told after the write: a command that has said nothing yet can be run again. */
async function tell(steps: readonly FileStep[], what: string, options: Options, env: Env): Promise<void> {
  if (steps.length === 0) {
    await say('nothing to change\n', env, options);
    return;
  }
  const isDry = options['dryRun'] === true;
  const files = [...steps].reverse().map(({ file }) => fileName(file));
  await say(`${isDry ? 'would write' : 'wrote'} ${files.join(', ')}: ${visible(what)}\n`, env, options);
}
