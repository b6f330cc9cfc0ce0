/** Carries the annotations of layers over to another version of their transcript, each with a verdict. */

import type { Acceptance } from '../../core/reanchor/acceptance.ts';
import { carryLayer } from '../../core/reanchor/carry-layer.ts';
import { type RenamedParties, renamedParties } from '../../core/reanchor/renamed-parties.ts';
import { type Versions, versionsOf } from '../../core/reanchor/target-versions.ts';
import { Interrupted, type Prompts } from '../../io/asking.ts';
import type { Env } from '../../io/env.ts';
import { InputError } from '../../io/errors.ts';
import { sameBytes } from '../../io/same-bytes.ts';
import { visible } from '../../printers/escape/visible.ts';
import { REANCHOR_PRINTERS } from '../../printers/reanchor/index.ts';
import type { LayerReport } from '../../printers/reanchor/report.ts';
import { refuseUnfinished } from '../../project/edit-journal.ts';
import { Loader } from '../../project/loader.ts';
import { openYaml } from '../../project/open-yaml.ts';
import { revisionName } from '../../project/revisions.ts';
import { transcriptWords } from '../../project/transcript-words.ts';
import { acceptorFrom } from '../acting.ts';
import { editFiles } from '../annotate/edit-files.ts';
import { tellProblems } from '../annotate/problem.ts';
import { nothingWritten, promptsFor } from '../asking.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { formatOption, printResult } from '../format-option.ts';
import { type Options, say, widthOption } from '../printing.ts';
import { readingFrom, readingOptions } from '../reading-options.ts';
import { tellFindings } from '../tell-findings.ts';
import { reportTrouble } from '../trouble.ts';
import { acceptanceFrom, acceptanceOf } from './accept.ts';
import type { Decisions } from './ask.ts';
import { editedFile } from './edit-layer.ts';
import { type CarriedFile, type Inputs, isInWorkTree, type LoadedLayer, readInputs } from './inputs.ts';
import { newReference } from './layer-transcript.ts';
import { statedSpeakers } from './stated-speakers.ts';
import { tellLanguage, tellMissingIds, tellNotCarried } from './tell.ts';

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Carry annotations over to another version of their transcript, each with a verdict: exact, moved,\n' +
          'edited, ambiguous or orphaned. An exact one gets its new target, context and pin. A moved or edited one\n' +
          'waits until somebody has looked at it and says --accept; a change of a number, date, unit, name,\n' +
          'speaker, negation or governing verb ("denies") is an alarm. What waits keeps its old anchor and is\n' +
          'marked with `verdict`; nothing is dropped. A second run changes nothing.\n\n' +
          "Alarms need the words of the transcript's language, which `language:` states or the text shows: Arabic,\n" +
          'Armenian, Belarusian, English, French, German, Italian, Polish, Portuguese, Russian, Spanish, Turkish\n' +
          'and Ukrainian ship. In any other language every edit is an alarm, even one in the sentence around the\n' +
          'quote, unless --words gives a list.\n\n' +
          'A layer of OLD becomes a layer of NEW. Without LAYER, the layers beside NEW are carried, or else those\n' +
          'beside OLD, and the annotations and claims inside NEW. Ids in same-as, sources and relative-to follow\n' +
          'the utterances they name; one without a sure counterpart stays, and its annotation waits. The target of\n' +
          'a claim without a pin is written only if the new ids are not also ids of OLD.\n\n' +
          'A speaker is the same if the name is the same, or if nearly all the words are those of one new speaker:\n' +
          'that is printed, is no alarm, and the layer gets the new id wherever it names the party; --keep-names\n' +
          'leaves the ids as they are. --speaker says who is who where the words do not.\n\n' +
          'To accept is an act: `accepted` records who, when, and what the words were. An annotation with an alarm\n' +
          'is accepted only by its id. A verdict goes only by acceptance, when `annotate --change` moves the\n' +
          'annotation or `--withdraw` ends it, or when the words that its pin names are put back.\n\n' +
          'Examples:\n' +
          '  $ onrecord reanchor talk.old.yaml talk.yaml notes.layer.yaml --dry-run\n' +
          '  $ onrecord reanchor HEAD:talk.yaml talk.yaml\n' +
          '  $ onrecord reanchor -i HEAD:talk.yaml talk.yaml\n' +
          '  $ onrecord reanchor --rev HEAD~1..HEAD talk.yaml --accept without-alarms\n' +
          '  $ onrecord reanchor old.yaml new.yaml notes.layer.yaml --accept a3,a7 --creator "Ada Reader"\n' +
          '  $ onrecord reanchor old.yaml new.yaml --speaker speaker-0=tim --speaker speaker-1=eva\n\n' +
          'Exit status: 0 everything is placed, 1 something needs a person, 2 trouble.',
      )
      .argument(
        '<files...>',
        'OLD NEW [LAYER...], or TRANSCRIPT [LAYER...] with --rev; a folder stands for its one transcript; REV:path is one in git',
      )
      .option('--rev <a..b>', 'from one revision of the transcript to another; without ..b, to the work tree')
      .option(
        '--accept <what>',
        'also write these ids; or all that is `moved`, `edited`, or `without-alarms` (both), where no alarm is raised',
      )
      .option('--speaker <old=new...>', 'who of OLD is who in NEW: ids or names')
      .option('--keep-names', 'do not write the new ids of parties into the layer')
      .option('--creator <name>', 'who accepts; default: user.name of git')
      .option('--created <date>', 'when; default: today (UTC), or SOURCE_DATE_EPOCH')
      .option('--no-was', 'do not keep the words as they were')
      .option(
        '--words <file>',
        'more words that raise alarms, or those of another language: a file like data/words/en.yaml',
      )
      .option('-n, --dry-run', 'print the table and write nothing')
      .option('-i, --interactive', 'ask about what waits, one passage at a time')
      .addOption(formatOption(Object.keys(REANCHOR_PRINTERS), 'how outcomes are printed'));
    readingOptions(command);
    widthOption(command);
  },
  combinations: [{ option: '--interactive', not: ['--dry-run', '--format'] }],
  async run([files], options, env) {
    const inputs = await readInputs(files as string[], options, env);
    if ('refused' in inputs) return tellFindings(inputs.files, inputs.refused, options, env);
    for (const side of [inputs.sides.old, inputs.sides.new])
      if (isInWorkTree(side)) refuseUnfinished(env.files, side.file);
    const read = await transcriptWords(
      [inputs.new.value, inputs.old.value],
      options['words'] as string | undefined,
      env,
    );
    if ('refused' in read) return tellFindings([read.file], read.refused, options, env);
    const { words } = read;
    const layers = inputs.layers.map(layer => layer.document);
    const carried: readonly CarriedFile[] =
      inputs.inline === undefined ? inputs.layers : [inputs.inline, ...inputs.layers];
    const prompts = options['interactive'] === true ? await promptsFor(env, options, '-i') : undefined;
    const stated = acceptanceFrom(
      carried.map(({ document }) => document),
      options,
      env,
    );
    const versions = versionsOf(inputs.old, inputs.new, layers, {
      words: words.lists,
      unlistedIn: words.unlistedIn,
      renamed: statedSpeakers(options['speaker'] as readonly string[] | undefined, inputs),
    });
    const decisions =
      prompts === undefined
        ? undefined
        : await decided(carried, versions, stated, inputs, prompts, options, env);
    if (decisions === 'interrupted') return nothingWritten(env);
    const accept =
      decisions === undefined
        ? stated
        : acceptanceOf(new Set([...stated.ids, ...decisions.accepted]), options, env);
    const progress = env.progress?.('carrying', carried.length, 'file');
    const planned: Planned[] = [];
    for (const [index, file] of carried.entries()) {
      await progress?.at(index, file.file);
      const reference = isLayerFile(file) ? newReference(file, inputs.sides, env) : undefined;
      planned.push({
        file,
        reference,
        outcomes: carryLayer(file.document.value, versions, accept),
        parties:
          options['keepNames'] === true
            ? NO_PARTIES
            : renamedParties(
                file.document.value,
                () => openYaml(file).yaml.value,
                versions,
                reference !== undefined,
              ),
      });
    }
    await progress?.end();
    const reports: LayerReport[] = [];
    const troubles = [...inputs.troubles];
    for (const { file, reference, outcomes, parties } of planned) {
      const after = await editedFile(file, outcomes, reference, parties.changes);
      const isChanged = !sameBytes(file.bytes, after);
      const isWritten = isChanged && options['dryRun'] !== true && replaced(file, after, troubles, env);
      reports.push({ file: file.file, outcomes, reference, parties, isChanged, isWritten });
    }
    if (decisions !== undefined) {
      const left = reports.flatMap(({ outcomes }) => outcomes.filter(({ state }) => state === 'left')).length;
      return (await tellTroubles(inputs, troubles, options, env))
        ? ExitStatus.trouble
        : await finish(decisions, reports, left, options, env);
    }
    const report = {
      names: { old: revisionName(inputs.sides.old), new: revisionName(inputs.sides.new) },
      new: inputs.new.value,
      speakers: versions.speakers.renamings(),
      layers: reports,
    };
    if (reports.length > 0) await printResult(REANCHOR_PRINTERS, report, options, env);
    await tellLanguage(words, reports, inputs, env);
    await tellMissingIds(reports, inputs, env);
    await tellNotCarried(inputs, env);
    const isTrouble = await tellTroubles(inputs, troubles, options, env);
    if (isTrouble) return ExitStatus.trouble;
    const isLeft = reports.some(({ outcomes }) => outcomes.some(({ state }) => state === 'left'));
    return isLeft ? ExitStatus.found : ExitStatus.clean;
  },
};

/** The plan for one file, before anything is written. */
interface Planned extends Pick<LayerReport, 'reference' | 'outcomes' | 'parties'> {
  readonly file: CarriedFile;
}

const NO_PARTIES: RenamedParties = { changes: [], unsure: [] };

/** Asks somebody about each passage that waits. */
async function decided(
  carried: readonly CarriedFile[],
  versions: Versions,
  stated: Acceptance,
  inputs: Inputs,
  prompts: Prompts,
  options: Options,
  env: Env,
): Promise<Decisions | 'interrupted'> {
  // Finds out who accepts, before the first question.
  acceptorFrom(options, env);
  const waiting = carried.map(file => ({
    file,
    outcomes: carryLayer(file.document.value, versions, stated),
  }));
  const names = { old: revisionName(inputs.sides.old), new: revisionName(inputs.sides.new) };
  const { decideOneByOne } = await import('./ask.ts');
  try {
    return await decideOneByOne(waiting, inputs, names, prompts, options, env);
  } catch (error) {
    if (error instanceof Interrupted) return 'interrupted';
    throw error;
  }
}

/** Moves and withdraws what was decided so, and tells what was done. @param left how many are not carried. */
async function finish(
  { accepted, operations, counts }: Decisions,
  reports: readonly LayerReport[],
  left: number,
  options: Options,
  env: Env,
): Promise<ExitStatus> {
  const written = new Set(reports.filter(({ isWritten }) => isWritten).map(({ file }) => file));
  for (const [{ file }, own] of operations) {
    const loader = new Loader(env, { reading: await readingFrom(options) });
    const result = await editFiles(loader, file, own, { ...options, layer: undefined, from: undefined }, env);
    if ('problems' in result) {
      await tellProblems(result.problems, env);
      return ExitStatus.trouble;
    }
    if ('refused' in result) return tellFindings(result.files, result.refused, options, env);
    for (const { file: name, before, after } of result) {
      env.files.replace(name, after, before);
      written.add(name);
    }
  }
  const waits = left - counts.moved - counts.withdrawn;
  const done = [
    `${accepted.size} accepted`,
    ...(counts.moved > 0 ? [`${counts.moved} moved`] : []),
    ...(counts.withdrawn > 0 ? [`${counts.withdrawn} withdrawn`] : []),
    waits === 1 ? '1 waits' : `${waits} wait`,
  ].join(', ');
  const files = [...written].map(name => visible(name)).join(', ');
  await say(files === '' ? `nothing to write: ${done}\n` : `wrote ${files}: ${done}\n`, env, options);
  return waits > 0 ? ExitStatus.found : ExitStatus.clean;
}

function isLayerFile(file: CarriedFile): file is LoadedLayer {
  return file.document.value.kind === 'layer';
}

/** False if the file cannot be written, which is reported later; the other layers are still done. */
function replaced(layer: CarriedFile, after: Uint8Array, troubles: unknown[], env: Env): boolean {
  try {
    env.files.replace(layer.file, after, layer.bytes);
    return true;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    troubles.push(error);
    return false;
  }
}

async function tellTroubles(
  inputs: Inputs,
  troubles: readonly unknown[],
  options: Options,
  env: Env,
): Promise<boolean> {
  if (inputs.unusable.length > 0) {
    const findings = inputs.unusable.flatMap(file => file.findings);
    await tellFindings(inputs.unusable, findings, options, env);
  }
  return (await reportTrouble(troubles, env)) || inputs.unusable.length > 0;
}
