/** Keeps `private` entries out of outputs for readers, and counts them on stderr. */
import type { Command } from 'commander';
import type { View } from '../core/model/view.ts';
import { counted } from '../core/text/counted.ts';
import { type KeptBack, publicView } from '../core/view/public-view.ts';
import type { Env } from '../io/env.ts';
import { isPublic, type Options } from './printing.ts';

export function privateOption(command: Command): void {
  command.option('--private', 'in outputs for readers, also print what is marked `private`');
}

/** The view as readers get it, if the output is made for them. */
export async function keepBack(view: View, options: Options, env: Env): Promise<View> {
  const [shown] = await keepAllBack([view], options, env);
  return shown!;
}

/** The same of several views; what is kept back is counted together. */
export async function keepAllBack(
  views: readonly View[],
  options: Options,
  env: Env,
): Promise<readonly View[]> {
  if (!isPublic(options)) return views;
  const all = views.map(view => publicView(view));
  const total = (of: keyof KeptBack) => all.reduce((sum, { keptBack }) => sum + keptBack[of], 0);
  await tellKeptBack({ annotations: total('annotations'), sources: total('sources') }, env);
  return all.map(({ view }) => view);
}

/** @param of what it is kept back of, where there are several things */
export async function tellKeptBack({ annotations, sources }: KeptBack, env: Env, of?: string): Promise<void> {
  const parts = [
    ...(annotations > 0 ? [counted(annotations, 'private annotation')] : []),
    ...(sources > 0 ? [counted(sources, 'private source')] : []),
  ];
  if (parts.length > 0)
    await env.stderr.write(
      `onrecord: ${of === undefined ? '' : `${of}: `}kept back ${parts.join(' and ')}; --private prints them\n`,
    );
}
