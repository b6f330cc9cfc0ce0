/** Lists who speaks, and gives speakers names or other ids. */

import { isTranscript } from '../../core/model/project.ts';
import { speakersOf } from '../../core/speakers/list-speakers.ts';
import { UsageError } from '../../io/errors.ts';
import { SPEAKERS_PRINTERS } from '../../printers/speakers/index.ts';
import { loadProject } from '../../project/load-project.ts';
import { Loader } from '../../project/loader.ts';
import { fileOrTranscriptIn } from '../../project/named-transcript.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { formatOption, printResult } from '../format-option.ts';
import { widthOption } from '../printing.ts';
import { refuse, tellFindings } from '../tell-findings.ts';
import { requireOurs } from '../writable-file.ts';

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
    // A list is printed without what writing takes: rules, the editor of YAML, the full parser.
    const { giveIds, giveNames } = await import('./give-names.ts');
    await (renames.size > 0
      ? giveIds(renames, project, loader, options, env)
      : giveNames(namings, project, loader, options, env));
    return ExitStatus.clean;
  },
};

/** @throws UsageError for an argument that is not a pair, and for a left side given twice. */
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
