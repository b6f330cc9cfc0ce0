/** Finds forbidden changes of standings since a revision (rule `forbidden-transition`). */
import { alarmsOf } from '../../core/diff/alarms.ts';
import type { Alarm, AlarmReason } from '../../core/diff/changes.ts';
import { pairStandings } from '../../core/diff/standings.ts';
import type { Finding, Location, Severity } from '../../core/model/finding.ts';
import type { Annotation, Id } from '../../core/model/model.ts';
import {
  type Document,
  documentsOf,
  EntryIndex,
  entriesOf,
  type Project,
  placeOf,
} from '../../core/model/project.ts';
import { counted } from '../../core/text/counted.ts';
import { buildView } from '../../core/view/build-view.ts';
import type { Env } from '../../io/env.ts';
import type { CheckedProject } from '../checked-projects.ts';
import { olderTextOf } from '../older-text.ts';
import { prepareDatesOf } from '../prepare-dates.ts';
import { stanceKey, stancesIn } from './version.ts';

export const RULE = 'forbidden-transition';

const REASONS: Record<AlarmReason, string> = {
  'affirmation-lost': 'is affirmed less than before',
  'confirmed-without-act':
    'became `confirmed` by no act with a party, a date, an aspect, its words and a source with the place',
  'contest-dropped': 'is no longer contested, though no contest was withdrawn or superseded',
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

/** Input for the findings of one project. */
export interface Comparison {
  readonly revision: string;
  readonly severity: Severity;
  readonly env: Env;
  /** Keys of all stances that there are now, in any project. */
  readonly stancesNow: ReadonlySet<string>;
  /** The new name of each file that git found renamed. */
  readonly newNames: () => ReadonlyMap<string, string>;
}

/** Findings of the transitions from a project at the revision to what became of it. */
export async function transitionsOf(
  old: CheckedProject,
  now: CheckedProject,
  comparison: Comparison,
): Promise<Finding[]> {
  await prepareDatesOf([old.project, now.project]);
  const older = await olderTextOf(old.project, now.project);
  const [oldView, newView] = [buildView(old.project), buildView(now.project, { old: older })];
  const alarms = alarmsOf(oldView, newView, pairStandings(oldView, newView)).filter(
    ({ kind }) => kind === RULE,
  );
  const oldIndex = new EntryIndex(old.project);
  const isElsewhere = (id: Id) => {
    const entry = oldIndex.of('annotation', id);
    return entry !== undefined && comparison.stancesNow.has(stanceKey(entry.value));
  };
  const left = alarms.filter(
    ({ reason, stances }) => reason !== 'stance-deleted' || !stances.every(isElsewhere),
  );
  const deleted = new Set(
    left.flatMap(({ reason, stances }) => (reason === 'stance-deleted' ? stances : [])),
  );
  const gone = documentsOf(old.project).filter(
    document => hasOnly(document, deleted) && isGone(document, now.project, comparison),
  );
  const goneStances = new Set(gone.flatMap(document => stancesIn(document).map(({ id }) => id)));
  const index = new EntryIndex(now.project);
  return [
    ...gone.map(document => deletedFile(document.file, stancesIn(document), comparison)),
    ...left
      // A standing that fell with a deleted file is a consequence of it.
      .filter(({ stances }) => stances.length === 0 || !stances.every(id => goneStances.has(id)))
      .map((alarm): Finding => findingOf(alarm, locationOf(alarm, now.project, index, oldIndex), comparison)),
  ];
}

/** Findings of a project of which nothing is left, not even under another name. */
export function deletionsOf(documents: readonly Document[], comparison: Comparison): Finding[] {
  const [first] = documents;
  const deleted = documents
    .flatMap(stancesIn)
    .filter(stance => !comparison.stancesNow.has(stanceKey(stance)));
  return first === undefined || deleted.length === 0 ? [] : [deletedFile(first.file, deleted, comparison)];
}

function hasOnly(document: Document, deleted: ReadonlySet<Id>): boolean {
  const stances = stancesIn(document);
  return stances.length > 0 && stances.every(({ id }) => deleted.has(id));
}

/** Whether a file is neither there nor under another name, as git found it or as its other entries show. */
function isGone(document: Document, now: Project, { env, newNames }: Comparison): boolean {
  if (env.files.kind(document.file) !== 'missing' || newNames().has(document.file)) return false;
  const ids = new Set(entriesOf(document).map(({ id }) => id));
  return documentsOf(now).every(
    other => other.file === document.file || entriesOf(other).every(({ id }) => !ids.has(id)),
  );
}

function deletedFile(
  file: string,
  stances: readonly Annotation[],
  { revision, severity }: Comparison,
): Finding {
  return {
    rule: RULE,
    severity,
    file,
    message: `${file} with ${counted(stances.length, 'stance')} was deleted since ${revision}`,
    help: 'put it back and give its stances `withdrawn`, or let other annotations name them in `supersedes`',
    data: { reason: 'file-deleted', stances: stances.map(({ id }) => id) },
    // The revision moves on from run to run.
    fingerprint: `${file} was deleted with its stances`,
  };
}

function findingOf(alarm: Alarm, location: Location, { revision, severity }: Comparison): Finding {
  const said = `${nameOf(alarm)} ${REASONS[alarm.reason]}`;
  return {
    rule: RULE,
    severity,
    ...location,
    message: `${said} since ${revision}`,
    help: HELP[alarm.reason],
    data: { reason: alarm.reason, stances: alarm.stances, old: alarm.old, new: alarm.new },
    fingerprint: said,
  };
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
