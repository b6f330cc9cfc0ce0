/** The witnesses that a command line names: several transcripts of one talk, in any format that is read. */
import type { Transcript } from '../../core/model/model.ts';
import type { Project } from '../../core/model/project.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { letterOf } from '../../printers/collate/report.ts';
import { fileName } from '../../printers/escape/visible.ts';
import { loadProject } from '../../project/load-project.ts';
import { namedTranscript } from '../../project/named-transcript.ts';
import { type FileRevision, isSameFile, revisionLoaders, revisionName } from '../../project/revisions.ts';
import type { Options } from '../printing.ts';
import { readingFrom } from '../reading-options.ts';
import { tellFindings } from '../tell-findings.ts';

export interface Witness {
  /** A, B, ... */
  readonly letter: string;
  /** As on the command line. */
  readonly name: string;
  readonly project: Project;
  readonly transcript: Transcript;
  /** The place of the transcript; for a layer, of the transcript that it names. */
  readonly place: FileRevision;
}

/** Undefined if one cannot be understood, which is reported. */
export async function loadWitnesses(
  names: readonly string[],
  options: Options,
  env: Env,
): Promise<readonly Witness[] | undefined> {
  if (names.length < 2)
    throw new UsageError(
      'name two or more transcripts of one talk',
      'for example: onrecord collate machine.vtt talk.yaml',
    );
  const loaders = revisionLoaders(env, await readingFrom(options));
  const progress = env.progress?.('reading', names.length, 'file');
  const witnesses: Witness[] = [];
  for (const [index, name] of names.entries()) {
    await progress?.at(index, name);
    const file = await namedTranscript(name, env, loaders);
    const { project, findings, files } = await loadProject(loaders.of(file), file.file);
    if (project === undefined) await tellFindings(files, findings, options, env);
    else
      witnesses.push({
        letter: letterOf(index),
        name: revisionName(file),
        project,
        transcript: project.transcript.value,
        place: { ...file, file: project.transcript.file },
      });
  }
  await progress?.end();
  await tellItself(witnesses, env);
  return witnesses.length === names.length ? witnesses : undefined;
}

/** Says which witnesses are one transcript: a talk compared with itself agrees with itself. */
async function tellItself(witnesses: readonly Witness[], env: Env): Promise<void> {
  for (const [index, { letter, name, place }] of witnesses.entries()) {
    const other = witnesses.slice(0, index).find(before => isSameFile(before.place, place, env));
    if (other === undefined) continue;
    const names = `${other.letter} (${fileName(other.name)}) and ${letter} (${fileName(name)})`;
    await env.stderr.write(
      `onrecord: ${names} are one transcript, compared with itself\n  name another transcript of the talk\n`,
    );
  }
}

/** The witness that an option means: by its letter or by its name. */
export function witnessNamed(option: string, text: string, witnesses: readonly Witness[]): Witness {
  const found =
    witnesses.find(({ name }) => name === text) ??
    witnesses.find(({ letter }) => letter === text.toUpperCase());
  if (found !== undefined) return found;
  const known = witnesses.map(({ letter, name }) => `${letter} (${name})`).join(', ');
  throw new UsageError(`${option} ${text}: there is no such witness`, `there are ${known}`);
}
