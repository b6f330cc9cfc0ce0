/** Reads a transcript of ours that was just written, by its parts; undefined where they are not what was expected. */
import { pushAll } from '../../core/long-lists.ts';
import type { Utterance } from '../../core/model/model.ts';
import { FORMAT_VERSION } from '../../core/model/vocabulary.ts';
import { TYPED_KEYS } from '../../core/schema/generated/keys.ts';
import type { Conversation } from '../format.ts';
import { jsonSyntax, type Known, knownTexts, type PartsSyntax, readParts } from '../shared/read-parts.ts';
import { readQuickly } from '../yaml/read/quick-reader.ts';
import { soundModel } from './read-sound.ts';

export function readBackYaml(parts: Iterable<string>, before: Conversation): Conversation | undefined {
  return readBack(parts, yamlSyntax(knownTexts(before.transcript.utterances)));
}

export function readBackJson(parts: Iterable<string>, before: Conversation): Conversation | undefined {
  return readBack(parts, jsonSyntax('text', knownTexts(before.transcript.utterances)));
}

/** The parts of `yamlParts`. */
function yamlSyntax(known: Known): PartsSyntax {
  return {
    item: '  - ',
    listOf: (head, items) => head + items,
    read: text => readQuickly(text, TYPED_KEYS, known)?.value,
  };
}

function readBack(parts: Iterable<string>, syntax: PartsSyntax): Conversation | undefined {
  const lists: Record<string, unknown[]> = {};
  const utterances: Utterance[] = [];
  const root = readParts(parts, syntax, (key, items) => {
    lists[key] ??= [];
    if (key !== 'utterances') {
      pushAll(lists[key], items);
      return true;
    }
    // Made a part of the model at once: until then their times hold fast the text that they stand in.
    const some = soundModel({ onrecord: FORMAT_VERSION, utterances: items });
    if (some?.kind !== 'transcript') return false;
    pushAll(utterances, some.utterances);
    return true;
  });
  const value = root && soundModel({ ...root, ...lists });
  if (value?.kind !== 'transcript') return undefined;
  return { transcript: { ...value, utterances }, layers: [] };
}
