/** Layers that a view may lack because their transcript has another name by now. */
import type { Layer } from '../core/model/model.ts';
import type { Document } from '../core/model/project.ts';
import { shellWord } from '../core/text/shell-word.ts';
import type { Env } from '../io/env.ts';
import { fileName, visible } from '../printers/escape/visible.ts';
import type { Loader } from '../project/loader.ts';

/**
 * Says on stderr which layers beside a transcript name one that is not there, with the command that carries them over where
 * git knows of the rename. A layer of another transcript that was renamed is none of this one's.
 */
export async function tellStrays(
  strays: readonly Document<Layer>[],
  transcript: string,
  loader: Loader,
  env: Env,
): Promise<void> {
  const own = env.files.real(transcript);
  const unknown: Document<Layer>[] = [];
  for (const layer of strays) {
    const target = await loader.transcriptOf(layer);
    const renamedTo = 'refused' in target ? target.renamedTo : undefined;
    if (renamedTo === undefined) unknown.push(layer);
    else if (env.files.real(renamedTo) === own && 'step' in target)
      await tell(`${leftOut(layer)}, which is ${fileName(transcript)} now`, target.step, env);
  }
  const [first, ...others] = unknown;
  if (first === undefined) return;
  const more = others.length === 0 ? '' : `, and ${others.length} more like it`;
  const step = `see onrecord check ${shellWord(first.file)}`;
  await tell(`${leftOut(first)}, which is not there${more}`, step, env);
}

function leftOut({ file, value }: Document<Layer>): string {
  return `${fileName(file)} is left out: it names ${fileName(value.transcript)}`;
}

async function tell(message: string, step: string | undefined, env: Env): Promise<void> {
  await env.stderr.write(`onrecord: ${message}\n${step === undefined ? '' : `  ${visible(step)}\n`}`);
}
