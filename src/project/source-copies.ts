/** Reads the local copies that sources name: inside the project folder, links followed, nowhere else. */
import { sha256 } from '../core/anchor/hash.ts';
import type { Source } from '../core/model/model.ts';
import { documentsOf, type Project } from '../core/model/project.ts';
import type { SourceCopies, SourceCopy } from '../core/model/source-copy.ts';
import type { Env } from '../io/env.ts';
import { InputError } from '../io/errors.ts';
import { resolveReference } from './project-folder.ts';

export function readCopies(env: Env, project: Project): SourceCopies {
  const copies = new Map<Source, SourceCopy>();
  for (const { file, value } of documentsOf(project)) {
    for (const source of value.sources.values())
      if (source.file !== undefined) copies.set(source, readCopy(env, file, source.file));
  }
  return copies;
}

function readCopy(env: Env, from: string, reference: string): SourceCopy {
  const target = resolveReference(env.files, from, reference);
  if ('refused' in target) return target;
  try {
    const bytes = env.files.read(target.path);
    const text = textOf(bytes);
    return { sha256: sha256(bytes), ...(text !== undefined && { text }) };
  } catch (error) {
    if (error instanceof InputError) return { refused: error.message };
    throw error;
  }
}

/** Skips binary copies, such as recordings: only text is searched for quotes. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
