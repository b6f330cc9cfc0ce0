/** Gives speakers names or other ids, in the transcript and its layers. */

import type { Id } from '../../core/model/model.ts';
import { documentsOf, EntryIndex, type Project } from '../../core/model/project.ts';
import { type Speaker, speakersOf } from '../../core/speakers/list-speakers.ts';
import { counted } from '../../core/text/counted.ts';
import type { Change } from '../../formats/yaml/edit/change.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { fileName, visible } from '../../printers/escape/visible.ts';
import { type FileStep, refuseUnfinished, writeTogether } from '../../project/edit-journal.ts';
import type { Loader } from '../../project/loader.ts';
import { editedProject } from '../edited-project.ts';
import { idNamed } from '../id-named.ts';
import { type Options, printContext, say } from '../printing.ts';
import { checkRenames, renamedIds } from './rename-ids.ts';

/** @throws UsageError where no party and no speaker is called as one of the names says. */
export async function giveNames(
  namings: ReadonlyMap<string, string>,
  project: Project,
  loader: Loader,
  options: Options,
  env: Env,
): Promise<void> {
  refuseUnfinished(env.files, project.transcript.file);
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

/** @throws UsageError for ids that cannot be given. */
export async function giveIds(
  renames: ReadonlyMap<Id, Id>,
  project: Project,
  loader: Loader,
  options: Options,
  env: Env,
): Promise<void> {
  refuseUnfinished(env.files, project.transcript.file);
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
