/** Tells that a clone lacks the merge driver that its `.gitattributes` names: each clone has to set it up anew. */
import path from 'node:path';
import type { Env } from '../../io/env.ts';
import { InputError } from '../../io/errors.ts';

const ATTRIBUTES = '.gitattributes';
const NAMES_DRIVER = /^[^#\n]*[ \t]merge=onrecord(?:[ \t]|\r?$)/m;

export async function tellMissingMergeDriver(files: readonly string[], env: Env): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  const named = attributesWithDriver(path.dirname(env.files.absolute(first)), env);
  if (named === undefined || hasDriver(path.dirname(named), env)) return;
  await env.stderr.write(
    'onrecord: warning: .gitattributes names the merge driver `onrecord`, but this clone has none: git would merge as text\n' +
      '  onrecord git install sets it up\n',
  );
}

/** The attributes file from a folder up to the top of its work tree that names the driver. */
function attributesWithDriver(start: string, env: Env): string | undefined {
  for (let folder = start; ; ) {
    const file = path.join(folder, ATTRIBUTES);
    if (env.files.kind(file) === 'file' && NAMES_DRIVER.test(new TextDecoder().decode(env.files.read(file))))
      return file;
    const parent = path.dirname(folder);
    if (parent === folder || env.files.kind(path.join(folder, '.git')) !== 'missing') return undefined;
    folder = parent;
  }
}

function hasDriver(folder: string, env: Env): boolean {
  try {
    return env.git(['config', '--get', 'merge.onrecord.driver'], folder).status === 0;
  } catch (error) {
    // Without git there is no merge either.
    if (error instanceof InputError) return true;
    throw error;
  }
}
