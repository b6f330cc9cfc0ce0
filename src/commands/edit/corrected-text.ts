/** A corrected text that comes back in any format that `convert` reads, as utterances with the speakers of the transcript. */

import { entryNamed } from '../../core/annotate/entry-named.ts';
import type { Id, Utterance } from '../../core/model/model.ts';
import { EntryIndex, type Project } from '../../core/model/project.ts';
import { UNKNOWN_PARTY } from '../../core/model/vocabulary.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import { labelsOf } from '../../formats/shared/speakers.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { readInput } from '../convert/input.ts';
import type { Options } from '../printing.ts';
import { tellFindings } from '../tell-findings.ts';

/**
 * Returns the speech in the file; undefined if it cannot be read, which is reported.
 *
 * @throws UsageError if it has a speaker whom the transcript does not know.
 */
export async function correctedText(
  file: string,
  project: Project,
  options: Options,
  env: Env,
): Promise<readonly Utterance[] | undefined> {
  const { value, format, findings, sources } = await readInput(
    file,
    [],
    { from: options['fromFormat'], profile: options['profile'], fold: true },
    env,
  );
  if (value === undefined || format === undefined) {
    const files = [...sources].map(([name, source]) => ({ file: name, source }));
    await tellFindings(files.length === 0 ? [{ file }] : files, findings, options, env);
    return undefined;
  }
  const { parties, utterances } = value.transcript;
  const isOurs = format.id.startsWith('onrecord-');
  const labels = new Map<Id, string>();
  for (const { speaker } of utterances)
    if (speaker !== undefined)
      labels.set(speaker, (isOurs ? undefined : parties.get(speaker)?.name) ?? speaker);
  const speakers = speakersNamed(labels, file, project);
  return utterances
    .filter(({ text }) => text !== undefined)
    .map(({ id, speaker, start, end, text }) => ({
      ...(isOurs && id !== undefined && { id }),
      ...(speaker !== undefined && { speaker: speakers.get(speaker)! }),
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
      text: text!,
    }));
}

/** The ids that the transcript has for the speakers of a text. @throws UsageError */
function speakersNamed(labels: ReadonlyMap<Id, string>, file: string, project: Project): ReadonlyMap<Id, Id> {
  const index = new EntryIndex(project);
  const { utterances } = project.transcript.value;
  const spoken = new Set(utterances.flatMap(({ speaker }) => speaker ?? []));
  const found = new Map<Id, Id>();
  const strangers: string[] = [];
  /** Labels as the writers of formats make them: two parties of one name get their ids as well. */
  const written = new Map([...labelsOf(project.transcript.value)].map(([id, label]) => [label, id]));
  for (const [id, label] of labels) {
    const named = entryNamed(label, 'party', project, index);
    const known = id === UNKNOWN_PARTY ? id : spoken.has(label) ? label : written.get(label);
    if (known !== undefined) found.set(id, known);
    else if (named.found === 'one') found.set(id, named.id);
    else
      strangers.push(
        named.found === 'none' && named.nearest !== undefined
          ? `${label} (did you mean ${named.nearest}?)`
          : label,
      );
  }
  if (strangers.length === 0) return found;
  const name = project.transcript.file;
  throw new UsageError(
    `${file} has speakers whom ${name} does not know: ${strangers.join(', ')}`,
    `correct the name there, or declare the person: onrecord add party ${shellWord(name)} "NAME"`,
  );
}
