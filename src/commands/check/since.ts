/** What changed in the standings since a revision that their meaning forbids. */
import { alarmsOf } from '../../core/diff/alarms.ts';
import type { Alarm, AlarmReason } from '../../core/diff/changes.ts';
import { pairStandings } from '../../core/diff/standings.ts';
import type { Finding, Location } from '../../core/model/finding.ts';
import type { Id } from '../../core/model/model.ts';
import { documentsOf, EntryIndex, type Project, placeOf } from '../../core/model/project.ts';
import { buildView } from '../../core/view/build-view.ts';
import type { Env } from '../../io/env.ts';
import { InputError } from '../../io/errors.ts';
import { visible } from '../../printers/escape/visible.ts';
import type { CheckedProject } from '../../project/checked-projects.ts';
import { loadProject } from '../../project/load-project.ts';
import { Loader } from '../../project/loader.ts';
import { prepareDatesOf } from '../../project/prepare-dates.ts';
import { atRevision } from '../../project/revisions.ts';

const RULE = 'forbidden-transition';

const REASONS: Record<AlarmReason, string> = {
  'affirmation-lost': 'is affirmed less than before',
  'confirmed-without-act':
    'became `confirmed` by no act with a party, a date, an aspect, its words and a source with the place',
  'contest-dropped': 'is not contested any more, though no contest was withdrawn or superseded',
  'back-to-unreviewed': 'became `unreviewed` again',
  'stance-deleted': 'was deleted',
};

const HELP: Record<AlarmReason, string> = {
  'affirmation-lost': 'see what changed with `onrecord diff`',
  'confirmed-without-act': 'complete the stance, or tag it by what its words carry',
  'contest-dropped': 'put the contest back, with `withdrawn` or superseded by the act that settled it',
  'back-to-unreviewed': 'put `checked` or the stances back',
  'stance-deleted': 'put it back and give it `withdrawn`, or let another annotation name it in `supersedes`',
};

/**
 * Findings of the forbidden transitions from a git revision to the project as it stands. A transcript that the revision
 * does not have is new, and has none.
 *
 * @throws InputError where git does not know the revision, or the folder is in no work tree.
 */
export async function transitionsSince(
  revision: string,
  { project, config }: CheckedProject,
  env: Env,
): Promise<Finding[]> {
  const severity = config.config.levels.get(RULE) ?? 'error';
  if (severity === 'off') return [];
  const before = await projectAt(revision, project, env);
  if (before === undefined) return [];
  const [oldView, newView] = [buildView(before), buildView(project)];
  const alarms = alarmsOf(oldView, newView, pairStandings(oldView, newView));
  const index = new EntryIndex(project);
  const oldIndex = new EntryIndex(before);
  return alarms
    .filter(({ kind }) => kind === RULE)
    .map(alarm => ({
      rule: RULE,
      severity,
      ...locationOf(alarm, project, index, oldIndex),
      message: `${nameOf(alarm)} ${REASONS[alarm.reason]} since ${revision}`,
      help: HELP[alarm.reason],
      data: { reason: alarm.reason, stances: alarm.stances, old: alarm.old, new: alarm.new },
    }));
}

async function projectAt(revision: string, project: Project, env: Env): Promise<Project | undefined> {
  const { file } = project.transcript;
  const then = atRevision(revision, env);
  if (then.files.kind(file) !== 'file') return undefined;
  try {
    const { project: before } = await loadProject(new Loader(then), file, undefined);
    if (before === undefined) throw new InputError(`${revision}:${file}`, 'cannot be understood');
    await prepareDatesOf(before);
    return before;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    await env.stderr.write(`onrecord: ${visible(error.path)}: ${visible(error.message)}; not compared\n`);
    return undefined;
  }
}

function nameOf({ claim, stances }: Alarm): string {
  if (claim === undefined) return stances.map(id => `\`${id}\``).join(', ');
  if (claim.id !== undefined) return `\`${claim.id}\``;
  return `the claim on ${claim.targets.map(target => `\`${target}\``).join(', ')}`;
}

/** The stance that did it, else the claim, else the file where the stance stood. */
function locationOf(alarm: Alarm, project: Project, index: EntryIndex, oldIndex: EntryIndex): Location {
  const [id] = [...alarm.stances, alarm.claim?.id].filter(
    (name): name is Id => name !== undefined && index.get(name) !== undefined,
  );
  const entry = id === undefined ? undefined : index.get(id);
  if (entry !== undefined) {
    const { path } = placeOf(entry, 'id');
    return { file: entry.document.file, span: entry.document.locate(path) };
  }
  const file = oldIndex.get(alarm.stances[0] ?? '')?.document.file ?? project.transcript.file;
  const document = documentsOf(project).find(candidate => candidate.file === file);
  return document === undefined ? { file } : { file, span: document.locate(['annotations'], 'key') };
}
