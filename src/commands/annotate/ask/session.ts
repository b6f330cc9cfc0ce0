/** `annotate -i` and `annotate -e`: asks or opens an editor, shows what would be written, and writes it when told to. */
import { BACK, type Prompts } from '../../../io/asking.ts';
import type { Env } from '../../../io/env.ts';
import { UsageError } from '../../../io/errors.ts';
import { visible } from '../../../printers/escape/visible.ts';
import { refuseUnfinished } from '../../../project/edit-journal.ts';
import { loadProject } from '../../../project/load-project.ts';
import type { Loader } from '../../../project/loader.ts';
import { actorFrom } from '../../acting.ts';
import { editorCommand, nothingWritten, promptsFor, unlessInterrupted } from '../../asking.ts';
import { ExitStatus } from '../../command.ts';
import { patchOf } from '../../file-patch.ts';
import { Known } from '../../known.ts';
import type { Options } from '../../printing.ts';
import { tellFindings } from '../../tell-findings.ts';
import { type EditedFile, editFiles } from '../edit-files.ts';
import type { Operation } from '../operation.ts';
import { operationFromOptions } from '../operation-from-options.ts';
import { type Problem, tellProblems } from '../problem.ts';
import { fieldsOfForm, formOf } from './form.ts';
import { Interview } from './interview.ts';

/** How `annotate` reads and writes. */
export interface FileActs {
  /** A loader that has read nothing yet. */
  readonly open: () => Loader;
  readonly write: (edited: EditedFile, env: Env) => Promise<void>;
}

/** Asks one question after the other. */
export async function annotateByAsking(
  file: string,
  options: Options,
  env: Env,
  acts: FileActs,
): Promise<ExitStatus> {
  const prompts = await promptsFor(env, options, '-i');
  const known = await knownIn(file, options, env, acts);
  if (known === undefined) return ExitStatus.trouble;
  const isAnonymous = known.project.layers.length === 0 && actorFrom(options, env) === undefined;
  const interview = new Interview(options, known, prompts, isAnonymous);
  return unlessInterrupted(env, async () => {
    for (;;) {
      const answered = await interview.ask();
      const session = { file, options: answered, env, ...acts, prompts };
      const status = await settle(operationFromOptions(answered), session);
      if (status !== 'back') return status;
      interview.back();
    }
  });
}

/** Opens the entry as a form. */
export async function annotateByEditing(
  file: string,
  options: Options,
  env: Env,
  acts: FileActs,
): Promise<ExitStatus> {
  const known = await knownIn(file, options, env, acts);
  if (known === undefined) return ExitStatus.trouble;
  const prompts = env.stdin.isTTY && env.stdout.isTTY ? await promptsFor(env, options, '-e') : undefined;
  const session: Session = { file, options, env, ...acts, prompts };
  return unlessInterrupted(env, async () => {
    const operation = await edited(operationFromOptions(options), session);
    const status = operation === undefined ? nothingWritten(env) : await settle(operation, session);
    return status === 'back' ? ExitStatus.trouble : status;
  });
}

interface Session extends FileActs {
  readonly file: string;
  readonly options: Options;
  readonly env: Env;
  /** Undefined if nobody can be asked: then whatever is in order is written. */
  readonly prompts: Prompts | undefined;
}

/** Shows what an operation writes, asks what to do, and does it; `back` where the last question is to be asked again. */
async function settle(first: Operation, session: Session): Promise<ExitStatus | 'back'> {
  const { file, options, env, open, write, prompts } = session;
  let operation: Operation = first;
  for (;;) {
    const result = await editFiles(open(), file, [operation], options, env);
    if ('refused' in result) {
      await tellFindings(result.files, result.refused, options, env, result.cited);
      return nothingWritten(env);
    }
    const problems = 'problems' in result ? result.problems : [];
    if ('problems' in result) await tellProblems(problems, env);
    else if (prompts === undefined) {
      for (const one of result) await write(one, env);
      return ExitStatus.clean;
    } else for (const one of result) await env.stdout.write(`\n${patchOf(one)}\n`);
    if (prompts === undefined) {
      // Keeps what was typed if the form is lost.
      if ('fields' in operation) {
        await env.stderr.write('\n');
        await env.stderr.write(visible(formOf(operation.fields, file), { newlines: true }));
      }
      return ExitStatus.trouble;
    }
    const answer = await decision(prompts, 'problems' in result ? undefined : result);
    if (answer === 'y' && !('problems' in result)) {
      for (const one of result) await write(one, env);
      return ExitStatus.clean;
    }
    if (answer === 'n') return nothingWritten(env);
    if (answer === BACK || answer === 'b') return 'back';
    if (answer === 'e') operation = (await edited(operation, session, problems)) ?? operation;
    if (answer === '?') await env.stdout.write(HELP);
  }
}

const HELP = `y  write it
n  write nothing
e  change it in an editor first
b  go back to the last question (as Esc does)
`;

function decision(prompts: Prompts, result: readonly EditedFile[] | undefined) {
  const others = [
    { key: 'n', name: 'no' },
    { key: 'e', name: 'edit' },
    { key: 'b', name: 'back' },
    { key: '?', name: '?' },
  ];
  if (result === undefined) return prompts.key({ label: 'What now?', keys: others });
  const files = result.map(one => visible(one.file)).join(', ');
  return prompts.key({ label: `Write this to ${files}?`, keys: [{ key: 'y', name: 'yes' }, ...others] });
}

/** The operation as the editor leaves it; undefined where nothing is left of it. */
async function edited(
  operation: Operation,
  { file, env, prompts }: Session,
  problems: readonly Problem[] = [],
): Promise<Operation | undefined> {
  if (operation.kind !== 'add' && operation.kind !== 'supersede') return operation;
  let text = formOf(
    operation.fields,
    file,
    problems.flatMap(({ message, ways }) => [message, ...ways]),
  );
  for (;;) {
    const command = editorCommand(env);
    const after = await env.edit?.(text, 'annotation.yaml', command);
    if (after === undefined)
      throw new UsageError(`the editor ${command} failed`, 'set EDITOR to the one you use');
    try {
      const fields = fieldsOfForm(after);
      return fields === undefined ? undefined : { ...operation, fields };
    } catch (error) {
      await env.stderr.write(`onrecord: ${visible((error as Error).message)}\n`);
      if (prompts === undefined)
        throw new UsageError('the form is not YAML', visible(after, { newlines: true }));
      const answer = await prompts.key({
        label: 'Open it again?',
        keys: [
          { key: 'y', name: 'yes' },
          { key: 'n', name: 'no' },
        ],
        usual: 'y',
      });
      if (answer !== 'y') return undefined;
      text = after;
    }
  }
}

async function knownIn(
  file: string,
  options: Options,
  env: Env,
  { open }: FileActs,
): Promise<Known | undefined> {
  const loaded = await loadProject(open(), file);
  if (loaded.project !== undefined) {
    // Told before the first question, not after the last.
    refuseUnfinished(env.files, loaded.project.transcript.file);
    return new Known(loaded.project);
  }
  await tellFindings(loaded.files, loaded.findings, options, env);
  return undefined;
}
