/** Tells on stderr why files cannot be understood: stdout is for results. */
import type { Env } from '../io/env.ts';
import type { LoadedFile } from '../project/loaded-file.ts';
import { ExitStatus } from './command.ts';
import { messageContext, type Options } from './printing.ts';

type ReadFile = Pick<LoadedFile, 'file' | 'source'>;

/**
 * Prints the errors among the findings, and returns the status of a command that ends so.
 *
 * @param cited other files, in which findings name places.
 */
export async function tellFindings(
  files: readonly ReadFile[],
  findings: LoadedFile['findings'],
  options: Options,
  env: Env,
  cited: readonly ReadFile[] = [],
): Promise<ExitStatus> {
  await env.stderr.write(await findingsText(files, findings, options, env, cited));
  return ExitStatus.trouble;
}

/** Like {@link tellFindings}, for commands that then write nothing. */
export async function refuse(...told: Parameters<typeof tellFindings>): Promise<ExitStatus> {
  await tellFindings(...told);
  const [, , , env] = told;
  return refused(env);
}

/** Says that the input was refused; the reasons come before. */
export async function refused(env: Env): Promise<ExitStatus> {
  await env.stderr.write('onrecord: refused; nothing was written\n');
  return ExitStatus.trouble;
}

/**
 * Returns what {@link tellFindings} prints, for callers that print it later: nothing is printed while progress is shown.
 */
export async function findingsText(
  files: readonly ReadFile[],
  findings: LoadedFile['findings'],
  options: Options,
  env: Env,
  cited: readonly ReadFile[] = [],
): Promise<string> {
  const errors = findings.filter(finding => finding.severity === 'error');
  const sources = new Map(
    [...cited, ...files].flatMap(({ file, source }) => (source === undefined ? [] : [[file, source]])),
  );
  // A layer without its transcript has an error but is not among the files.
  const named = new Set([...files, ...errors].map(({ file }) => file));
  const report = { findings: errors, sources, files: [...named] };
  const { printFindingsText } = await import('../printers/findings/text.ts');
  return printFindingsText(report, await messageContext(env, options));
}
