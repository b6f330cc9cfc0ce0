/** The first look at a transcript, with the commands to go on with. Loaded for `show --brief`. */
import type { View } from '../core/model/view.ts';
import { annotationsOf } from '../core/model/view.ts';
import { shellWord } from '../core/text/shell-word.ts';
import type { Env } from '../io/env.ts';
import type { PrintContext } from '../printers/printer.ts';
import { printBrief } from '../printers/view/brief.ts';
import type { NextStep } from '../printers/view/printer.ts';
import { stepForWaiting } from './step-for-waiting.ts';

/** @param isTour whether three commands end it, in a pipe as well; else one does, on a terminal. */
export function firstLook(
  view: View,
  file: string,
  isTour: boolean,
  env: Env,
  context: PrintContext,
): string {
  const next = isTour ? tour(file) : env.stdout.isTTY ? [nextStep(view, file)] : [];
  return printBrief(view, context, { next });
}

/** What waits for a person comes before reading on; where nobody annotated yet, the whole view would say no more. */
function nextStep(view: View, file: string): NextStep {
  const waits = stepForWaiting(view, file);
  if (waits !== undefined) return { command: waits };
  const isBare = view.claims.length === 0 && annotationsOf(view).length === 0;
  return { command: `onrecord ${isBare ? 'stats' : 'show'} ${shellWord(file)}` };
}

function tour(file: string): NextStep[] {
  return [
    { command: `onrecord show ${shellWord(file)}`, why: 'every annotation, in a pager' },
    { command: 'onrecord explain bare-stance', why: 'why a bare "confirmed" is refused' },
    { command: 'onrecord init my-talk', why: 'start your own' },
  ];
}
