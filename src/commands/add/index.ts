/** Declares a source, a party or a claim; every other byte of the file stays. */
import { Argument, Option } from 'commander';
import type { Path } from '../../core/model/finding.ts';
import { ASPECTS } from '../../core/model/vocabulary.ts';
import { readDocument } from '../../formats/onrecord/read.ts';
import type { Change } from '../../formats/yaml/edit/change.ts';
import { editYaml } from '../../formats/yaml/edit/editor.ts';
import { UsageError } from '../../io/errors.ts';
import { fileName, visible } from '../../printers/escape/visible.ts';
import { refuseUnfinished } from '../../project/edit-journal.ts';
import { loadProject } from '../../project/load-project.ts';
import { Loader } from '../../project/loader.ts';
import { openYaml } from '../../project/open-yaml.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { patchOf } from '../file-patch.ts';
import { type Options, say } from '../printing.ts';
import { refusedIn, withDocument } from '../refused-entries.ts';
import { refuse } from '../tell-findings.ts';
import { requireOurs } from '../writable-file.ts';
import { KINDS, type Kind, newEntry } from './new-entry.ts';

/** Options by the kind of entry that has the field. */
const OPTIONS: readonly (readonly [kind: Kind, option: Option])[] = [
  ['source', new Option('--title <text>', 'its title, where TEXT is its address')],
  ['source', new Option('--url <address>', 'where it was found, where TEXT is its title')],
  ['source', new Option('--kind <kind>', 'news-report, recording, official-statement, document, ...')],
  ['source', new Option('--publisher <name>', 'who published it')],
  ['source', new Option('--published <edtf>', 'when it was published')],
  ['source', new Option('--retrieved <edtf>', 'when our copy was made')],
  ['source', new Option('--archive <address>', 'address of an archived copy')],
  ['source', new Option('--file <file>', 'local copy, relative to FILE and inside the project')],
  ['source', new Option('--origin <name>', 'the ultimate source: those of one origin are not independent')],
  ['source', new Option('--derived-from <source...>', 'sources it is derived from')],
  ['source', new Option('--grade <grade>', 'Admiralty grade, such as B2')],
  ['source', new Option('--language <tag>', 'its language (BCP 47)')],
  ['source', new Option('--private', 'keep it from readers')],
  ['party', new Option('--role <role>', 'office or function')],
  ['party', new Option('--alias <name...>', 'other forms of the name')],
  ['party', new Option('--on-behalf-of <party>', 'the party it speaks for')],
  ['claim', new Option('--aspect <aspect>', 'the side of the talk it is about').choices(ASPECTS)],
  ['claim', new Option('--target <id...>', 'passages where it appears: u4, u2..u5, `transcript`')],
  ['claim', new Option('--checked <edtf>', 'when someone last looked whether anything settles it')],
  ['claim', new Option('--not-checkable', 'an opinion or a prediction: it is never rated')],
];

const HEADINGS: Readonly<Record<Kind, string>> = {
  source: 'A source:',
  party: 'A party:',
  claim: 'A claim:',
};

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Declare a source, a party or a claim in a transcript or layer, and print its id. The id is made from\n' +
          'TEXT (the title or address of a source, the name of a party, the words of a claim), unless --id gives\n' +
          'one. Comments, order and every other byte of the file stay. What check would call an error is refused,\n' +
          'and so is what is declared already.\n\n' +
          'Examples:\n' +
          '  $ onrecord add source talk.yaml "Minutes of June 13" --publisher "City Council"\n' +
          '  $ onrecord add source notes.layer.yaml https://example.org/minutes.pdf --id minutes\n' +
          '  $ onrecord add party talk.yaml "Ada Okafor" --role "Council member"\n' +
          '  $ onrecord add claim notes.layer.yaml "The bridge carries eight tonnes." --target u1 --aspect content\n\n' +
          'Exit status: 0 written, 2 refused or in trouble; nothing is written then.',
      )
      .addArgument(new Argument('<kind>', 'what to declare').choices(KINDS))
      .argument('<file>', 'the transcript or layer to write')
      .argument('<text>', 'title or address of a source, name of a party, words of a claim')
      .option('--id <id>', 'its id')
      .option('--note <text>', 'a remark on a source or claim')
      .option('-n, --dry-run', 'print the change as a diff and write nothing');
    for (const [kind, option] of OPTIONS) command.addOption(option.helpGroup(HEADINGS[kind]));
  },
  async run([kind, file, text], options, env) {
    const loader = new Loader(env);
    refuseForeignOptions(kind as Kind, options);
    const named = requireOurs(await loader.load(String(file)));
    const { project, findings, files } = await loadProject(loader, String(file));
    if (project === undefined) return refuse(files, findings, options, env);
    refuseUnfinished(env.files, project.transcript.file);
    const entry = newEntry(kind as Kind, String(text), options, project);
    const { yaml, encode } = openYaml(named);
    const { change, at } = insertion(kind as Kind, entry.id, entry.fields, yaml.value);
    const after = encode(await editYaml(yaml, [change]));
    const result = readDocument(after, named.file);
    const changed = result.document === undefined ? project : withDocument(project, result.document);
    const refused = await refusedIn(result, {
      before: project,
      changed,
      entries: [at],
      file: named.file,
      env,
    });
    if (refused.length > 0) return refuse([{ ...result, file: named.file }], refused, options, env);
    if (options['dryRun'] === true) {
      await env.stdout.write(patchOf({ file: named.file, before: named.bytes, after }));
      return ExitStatus.clean;
    }
    env.files.replace(named.file, after, named.bytes);
    await say(`added ${entry.id} to ${fileName(named.file)}: ${kind} "${visible(String(text))}"\n`, env);
    return ExitStatus.clean;
  },
};

function refuseForeignOptions(kind: Kind, options: Options): void {
  const foreign = OPTIONS.find(
    ([of, option]) => of !== kind && options[option.attributeName()] !== undefined,
  );
  if (foreign !== undefined)
    throw new UsageError(`${foreign[1].long} goes with add ${foreign[0]}, not with add ${kind}`);
  if (kind === 'party' && options['note'] !== undefined)
    throw new UsageError('--note goes with add source and add claim: a party has none');
}

/** Parties and sources stand under their ids, claims in a list. */
function insertion(
  kind: Kind,
  id: string,
  fields: Readonly<Record<string, unknown>>,
  value: Readonly<Record<string, unknown>>,
): { readonly change: Change; readonly at: Path } {
  if (kind === 'claim') {
    const { claims } = value;
    const at = ['claims', Array.isArray(claims) ? claims.length : 0];
    return { change: { kind: 'insert', path: ['claims'], values: [{ id, ...fields }] }, at };
  }
  const at = [kind === 'party' ? 'parties' : 'sources', id];
  return { change: { kind: 'set', path: at, value: fields }, at };
}
