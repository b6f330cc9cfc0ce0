/** The views of many talks, one after another. */
import type { View } from '../core/model/view.ts';
import type { Env } from '../io/env.ts';
import { type TalksOptions, talksIn } from '../project/talks.ts';
import type { Options } from './printing.ts';
import { readingFrom } from './reading-options.ts';
import { findingsText } from './tell-findings.ts';
import { reportTrouble, tellPassedOver } from './trouble.ts';
import { viewOf } from './view-options.ts';

/**
 * Visits the view of each transcript that the paths lead to, with all its layers. A talk that cannot be opened or
 * understood as a whole is left out, because a standing without some of its stances would be wrong; it is reported after
 * the last view.
 *
 * @returns whether a talk was left out, or a path led nowhere.
 */
export async function eachView(
  paths: readonly string[],
  { purpose, doing }: Omit<TalksOptions, 'reading'>,
  options: Options,
  env: Env,
  visit: (view: View) => void,
): Promise<boolean> {
  const talks = await talksIn(paths, env, { reading: await readingFrom(options), purpose, doing });
  let isInTrouble = false;
  let told = '';
  for await (const { project, isWhole, unusable, findings } of talks.read()) {
    if (findings.length > 0) told += await findingsText(unusable, findings, options, env);
    if (!isWhole) isInTrouble = true;
    else if (project !== undefined) visit(await viewOf(project, options));
  }
  if (told !== '') await env.stderr.write(told);
  await tellPassedOver(talks.special, env);
  return (await reportTrouble(talks.troubles, env)) || isInTrouble;
}
