/** Corrects a transcript and carries its layers in the same step. */

import { correctTranscript } from '../../core/edit/correct-transcript.ts';
import type { EditPlan } from '../../core/edit/plan.ts';
import type { Contents, Id, Transcript } from '../../core/model/model.ts';
import { newId } from '../../core/model/new-id.ts';
import {
  type Document,
  documentsOf,
  EntryIndex,
  isTranscript,
  type Project,
} from '../../core/model/project.ts';
import type { Outcome } from '../../core/reanchor/outcome.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import { readDocument } from '../../formats/onrecord/read.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { sameBytes } from '../../io/same-bytes.ts';
import { EDIT_PRINTERS } from '../../printers/edit/index.ts';
import { visible } from '../../printers/escape/visible.ts';
import { refuseUnfinished, writeTogether } from '../../project/edit-journal.ts';
import { loadProject } from '../../project/load-project.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';
import { Loader } from '../../project/loader.ts';
import { openYaml } from '../../project/open-yaml.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { formatOption, printResult } from '../format-option.ts';
import { bodyInWords } from '../in-words.ts';
import { Known } from '../known.ts';
import { type Options, widthOption } from '../printing.ts';
import { acceptanceFrom } from '../reanchor/accept.ts';
import { refuse, refused } from '../tell-findings.ts';
import { requireOurs } from '../writable-file.ts';
import { type CarriedFile, carryLayers } from './carry-layers.ts';
import { correctedText } from './corrected-text.ts';
import { planFromOptions } from './plan-from-options.ts';
import { settleUnfinished } from './settle-unfinished.ts';
import { withUtterances } from './utterance-changes.ts';

/** Changes of utterances that are named. */
const OF_IDS = ['--speaker', '--text', '--start', '--end', '--split-at', '--join'];

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Correct a transcript, and carry its layers in the same step with the verdicts and alarms of `reanchor`:\n' +
          'annotations on unchanged words are written at once, those on changed words wait for a person. Comments\n' +
          'and every other byte stay.\n\n' +
          'The second part of a split gets a new id. The cut is timed by the words themselves where the transcript\n' +
          'has their times (`x-words`), else by their share of the words, marked as `inferred`. Joined neighbours\n' +
          'keep the first id.\n\n' +
          '--from takes the words from a corrected text, in any format that convert reads: a Word file that comes\n' +
          'back, captions, plain text. Utterances keep their ids, times and other fields; differences of white\n' +
          'space or in the form of quotation marks are ignored.\n\n' +
          'All new bytes are written to TRANSCRIPT.edit.lock first, then the layers, then the transcript. After a\n' +
          'run that was killed in between, `check` says so; --continue finishes the edit, --abort undoes it.\n\n' +
          'Examples:\n' +
          '  $ onrecord edit talk.yaml u6 --speaker "Ada Okafor"\n' +
          '  $ onrecord edit talk.yaml u2 --text "The bridge will carry nine tonnes." --dry-run\n' +
          '  $ onrecord edit talk.yaml u5 --split-at "and then"\n' +
          '  $ onrecord edit talk.yaml u9..u10 --join\n' +
          '  $ onrecord edit talk.yaml --from corrected.docx --dry-run\n\n' +
          'Exit status: 0 done and nothing waits, 1 done and something needs a person, 2 refused or in trouble.',
      )
      .argument('<file>', 'the transcript')
      .argument('[ids...]', 'utterances: u6, or a range u9..u10')
      .option('--speaker <party>', 'who speaks: an id, a name, an alias, or `unknown`')
      .option('--text <text>', 'what is said')
      .option('--start <time>', 'when it starts: HH:MM:SS.mmm or seconds')
      .option('--end <time>', 'when it ends')
      .option('--split-at <words>', 'cut before these words; may be given several times', collected)
      .option('--join', 'join neighbours into one utterance')
      .option('--from <file>', 'take the words from a corrected text')
      .option('--from-format <format>', 'format of that text; default: found by its content')
      .option('--profile <profile>', 'how that text marks its speakers, as for convert')
      .option(
        '--accept <what>',
        'also carry these ids; or all that is `moved`, `edited`, or `without-alarms` (both), where no alarm is raised',
      )
      .option('--creator <name>', 'who accepts; default: user.name of git')
      .option('--created <date>', 'when; default: today (UTC), or SOURCE_DATE_EPOCH')
      .option('--no-was', 'do not keep the words as they were')
      .option('--continue', 'finish an edit that was killed')
      .option('--abort', 'undo an edit that was killed')
      .option('-n, --dry-run', 'print the changes and verdicts, and write nothing')
      .addOption(formatOption(Object.keys(EDIT_PRINTERS), 'how the outcome is printed'));
    widthOption(command);
  },
  combinations: [
    { option: '--from', not: ['<ids>', ...OF_IDS, '--continue', '--abort'] },
    { option: '--from-format', needs: ['--from'] },
    { option: '--profile', needs: ['--from'] },
    // These two finish or take back what was begun.
    ...['--continue', '--abort'].flatMap(option => [
      { option, only: [] },
      { option, not: ['<ids>'] },
    ]),
  ],
  async run([file, names], options, env) {
    const ids = names as string[];
    refuseIdle(ids, options);
    const settle = (['continue', 'abort'] as const).find(name => options[name] === true);
    if (settle !== undefined) return settleUnfinished(String(file), settle, env);
    const loader = new Loader(env);
    const loaded = requireOurs(await loader.load(String(file)));
    const { project, findings, files } = await loadProject(loader, String(file));
    if (project === undefined || loaded.document === undefined) return refuse(files, findings, options, env);
    if (!isTranscript(loaded.document))
      throw new UsageError(`${loaded.file} is a layer`, `name its transcript: ${project.transcript.file}`);
    refuseUnfinished(env.files, loaded.file);
    const plan = await planOf(ids, project, options, env);
    if (plan === undefined) return refused(env);
    const isDry = options['dryRun'] === true;
    const printed = { isDry, file: String(file) };
    if (plan.steps.length === 0) {
      await print(project, loaded.document, plan, [], printed, options, env);
      return ExitStatus.clean;
    }
    const fresh = await editedTranscript(loaded, project, plan);
    const accept = acceptanceFrom(documentsOf(project), options, env);
    const carried = await carryLayers(project, fresh, accept, loader, env);
    const steps = carried.map(({ step }) => step);
    if (!isDry) writeTogether(env.files, steps);
    await print(project, fresh.document, plan, carried, printed, options, env);
    const isLeft = carried.some(({ outcomes }) => outcomes.some(({ state }) => state === 'left'));
    return isLeft ? ExitStatus.found : ExitStatus.clean;
  },
};

function collected(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

/** @throws UsageError where nothing to do is said. */
function refuseIdle(ids: readonly string[], options: Options): void {
  if (ids.length === 0 && !['from', 'continue', 'abort'].some(name => options[name] !== undefined))
    throw new UsageError(
      'name the utterances to edit',
      'onrecord edit FILE u6 --speaker NAME; or --from a corrected text',
    );
}

/** Undefined if a corrected text cannot be read, which is reported. */
async function planOf(
  ids: readonly string[],
  project: Project,
  options: Options,
  env: Env,
): Promise<EditPlan | undefined> {
  const index = new EntryIndex(project);
  const made = new Set<Id>();
  const fresh = () => {
    const id = newId('u', env.random, taken => made.has(taken) || index.get(taken) !== undefined);
    made.add(id);
    return id;
  };
  const from = options['from'] as string | undefined;
  if (from === undefined) return planFromOptions(ids, options, project, fresh);
  const corrected = await correctedText(from, project, options, env);
  if (corrected === undefined) return undefined;
  const plan = correctTranscript(project.transcript.value.utterances, corrected, fresh);
  refuseOtherText(plan, from, project);
  return plan;
}

/** Returns the transcript after the plan, read again. @throws UsageError where it cannot be read: nothing is written then. */
async function editedTranscript(
  loaded: LoadedFile,
  project: Project,
  plan: EditPlan,
): Promise<LoadedFile & { readonly document: Document<Transcript> }> {
  const { yaml, encode } = openYaml(loaded);
  const text = await withUtterances(yaml, project.transcript.value.utterances, plan);
  const bytes = encode(text);
  const read = readDocument(bytes, loaded.file);
  if (read.document === undefined || !isTranscript(read.document) || !read.usable)
    throw new UsageError(
      `${loaded.file} cannot be edited in this way: ${read.findings[0]?.message ?? 'it would not read back'}`,
      'nothing was written',
    );
  return { ...read, file: loaded.file, bytes, document: read.document };
}

/** Another talk, or an excerpt, would take away what it does not have. @throws UsageError */
function refuseOtherText({ steps }: EditPlan, from: string, { transcript }: Project): void {
  const spoken = transcript.value.utterances.filter(({ text }) => text !== undefined).length;
  const gone = steps.filter(({ kind }) => kind === 'removed').flatMap(({ old }) => old).length;
  if (2 * gone <= spoken) return;
  throw new UsageError(
    `${from} is not a correction of ${transcript.file}: it has ${spoken - gone} of its ${spoken} utterances`,
    'a correction is the whole text; single utterances are corrected by their ids',
  );
}

async function tellAlike(plan: EditPlan, project: Project, env: Env): Promise<void> {
  if (plan.alike === undefined || plan.alike === 0) return;
  const { file, value } = project.transcript;
  await env.stderr.write(
    `onrecord: ${plan.alike} of ${value.utterances.length} utterances of ${visible(file)} differ in white space or the form of quotation marks only; left alone\n`,
  );
}

async function print(
  project: Project,
  fresh: Document<Transcript>,
  plan: EditPlan,
  carried: readonly CarriedFile[],
  run: { readonly isDry: boolean; readonly file: string },
  options: Options,
  env: Env,
): Promise<void> {
  const known = new Known(project);
  const report = {
    file: run.file,
    next: run.isDry ? nextCommand(run.file, options) : undefined,
    isWritten: !run.isDry,
    old: project.transcript.value,
    new: fresh.value,
    nameOf: (id: Id) => known.nameOf(id),
    steps: plan.steps,
    files: carried.map(({ file, contents, outcomes, step }) => ({
      file,
      isChanged: !sameBytes(step.before, step.after),
      entries: outcomes.map(outcome => ({ outcome, says: sayingOf(outcome, contents, known) })),
    })),
  };
  await printResult(EDIT_PRINTERS, report, options, env);
  await tellAlike(plan, project, env);
}

/** Returns the command that writes it; only a correction has a command line short enough to print. */
function nextCommand(file: string, options: Options): string | undefined {
  const from = options['from'] as string | undefined;
  return from === undefined ? undefined : `onrecord edit ${shellWord(file)} --from ${shellWord(from)}`;
}

function sayingOf({ kind, index }: Outcome, contents: Contents, known: Known): string {
  return kind === 'claim'
    ? `claim "${contents.claims[index]!.text}"`
    : bodyInWords({ ...contents.annotations[index]! }, known);
}
