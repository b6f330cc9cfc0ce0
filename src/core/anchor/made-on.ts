/** The version of a transcript that an entry was made on, and the command that carries the entry over from there. */
import type { EarlierVersion } from '../model/earlier-version.ts';
import { LAYER_FILE } from '../model/layer-file.ts';
import type { Speech } from '../model/model.ts';
import { fileWord } from '../model/standard-input.ts';
import { parseTarget } from '../model/targets.ts';
import type { Anchored } from './anchors.ts';
import { pinMatchesSpeeches } from './pin.ts';

/** Whether the words that an entry is pinned to are those that its targets have in a version. */
export function isMadeOn(
  { pin, target = [] }: Pick<Anchored, 'pin' | 'target'>,
  version: EarlierVersion,
): boolean {
  return (
    pin !== undefined &&
    pinMatchesSpeeches(
      pin,
      target.flatMap(text => speechesNamed(text, version)),
    )
  );
}

function speechesNamed(text: string, { speeches }: EarlierVersion): readonly Speech[] {
  const named = speeches.get(text);
  if (named !== undefined) return [named];
  const target = parseTarget(text);
  if (target?.kind !== 'range') return [];
  const all = [...speeches.values()];
  const [first, last] = [target.first, target.last].map(id => all.findIndex(speech => speech.id === id));
  return first === -1 || last === -1 ? [] : all.slice(first, last! + 1);
}

/**
 * The command that compares a transcript with an earlier version and carries the entries of a file over.
 *
 * @param earlier how a command names that version
 * @param file the transcript itself, or a layer: one that is not found beside the transcript is named
 */
export function reanchorCommand(earlier: string, transcript: string, file: string): string {
  const isFound = file === transcript || (folderOf(file) === folderOf(transcript) && LAYER_FILE.test(file));
  const files = [earlier, transcript, ...(isFound ? [] : [file])];
  return `onrecord reanchor ${files.map(fileWord).join(' ')}`;
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}
