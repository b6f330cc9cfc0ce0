/** Drafts by name. */
import type { Draft, DraftFormat } from '../../core/quotes/draft.ts';
import { draftFormatOf, readDraft } from '../../formats/drafts/index.ts';
import type { Env } from '../../io/env.ts';
import { InputError, UsageError } from '../../io/errors.ts';
import { namedBytes } from '../named-bytes.ts';
import { namedFiles } from '../named-files.ts';

export interface LoadedDraft {
  readonly draft: Draft;
  readonly bytes: Uint8Array;
}

export interface LoadedDrafts {
  readonly drafts: readonly LoadedDraft[];
  readonly troubles: readonly unknown[];
}

export interface DraftOptions {
  /** Instead of what the name says. */
  readonly format?: DraftFormat | undefined;
  readonly encoding?: string | undefined;
  /** The option of the command that says so. */
  readonly encodingOption?: string;
}

/** The drafts that paths name; in folders, the files that are Markdown, text, HTML or DOCX by their names. */
export async function loadDrafts(
  env: Env,
  paths: readonly string[],
  options: DraftOptions = {},
): Promise<LoadedDrafts> {
  const named = await namedFiles(env, paths, {
    noun: 'draft (Markdown, text, HTML, DOCX)',
    isWanted: file => draftFormatOf(file) !== undefined,
  });
  const drafts: LoadedDraft[] = [];
  const troubles = [...named.troubles];
  for (const file of named.files) {
    try {
      drafts.push(await loadDraft(env, file, options));
    } catch (error) {
      if (error instanceof UsageError) throw error;
      troubles.push(error);
    }
  }
  return { drafts, troubles };
}

async function loadDraft(env: Env, name: string, options: DraftOptions): Promise<LoadedDraft> {
  const { file, bytes } = await namedBytes(name, env);
  const draft = await readDraft({ bytes, file, ...options });
  if ('refused' in draft) throw new InputError(file, draft.refused, draft.help);
  return { draft, bytes };
}
