/** The first look at a transcript, with the commands to go on with. Loaded for `show --brief`. */
import { STDIN } from '../core/model/standard-input.ts';
import type { View } from '../core/model/view.ts';
import { annotationsOf } from '../core/model/view.ts';
import { shellWord } from '../core/text/shell-word.ts';
import type { Env } from '../io/env.ts';
import type { PrintContext } from '../printers/printer.ts';
import { printBrief } from '../printers/view/brief.ts';
import type { NextStep } from '../printers/view/printer.ts';
import type { Loader } from '../project/loader.ts';

/** The file that was shown. */
export interface LookedAt {
  /** As on the command line. */
  readonly shown: string;
  readonly revision?: string | undefined;
  readonly loader: Loader;
}

/** @param isTour whether it ends with three commands, even in a pipe; else with one, on a terminal. */
export async function firstLook(
  view: View,
  file: LookedAt,
  isTour: boolean,
  env: Env,
  context: PrintContext,
): Promise<string> {
  const next = isTour ? tour(file.shown) : env.stdout.isTTY ? await nextSteps(view, file, env) : [];
  return printBrief(view, context, { next, noCommands: file.revision !== undefined });
}

/**
 * Annotations that wait for a person come before reading on; without annotations the whole view would say no more.
 * Standard input has no next step, as it cannot be read a second time.
 */
async function nextSteps(
  view: View,
  { shown, revision, loader }: LookedAt,
  env: Env,
): Promise<readonly NextStep[]> {
  if (shown === STDIN) return [];
  // Annotations that wait in a revision are settled in the work tree, and `stats` does not read revisions.
  if (revision !== undefined) return [{ command: `onrecord show ${shellWord(shown)}` }];
  const { stepForWaiting } = await import('./step-for-waiting.ts');
  const waits = await stepForWaiting(view, loader, env);
  if (waits !== undefined) return [{ command: waits }];
  const isBare = view.claims.length === 0 && annotationsOf(view).length === 0;
  return [{ command: `onrecord ${isBare ? 'stats' : 'show'} ${shellWord(shown)}` }];
}

function tour(file: string): NextStep[] {
  return [
    { command: `onrecord show ${shellWord(file)}`, why: 'every annotation, in a pager' },
    { command: 'onrecord explain bare-stance', why: 'why a bare "confirmed" is refused' },
    { command: 'onrecord init my-talk', why: 'start your own' },
  ];
}
