/** `reanchor -i`: what waits, one passage at a time, as `git add -p` does. Nothing is written here. */
import { append } from '../../core/maps.ts';
import type { Annotation, Claim } from '../../core/model/model.ts';
import { wasCompared } from '../../core/reanchor/acceptance.ts';
import type { Outcome } from '../../core/reanchor/outcome.ts';
import { BACK, type Prompts } from '../../io/asking.ts';
import type { Env } from '../../io/env.ts';
import { printStep } from '../../printers/reanchor/step.ts';
import { isAcceptable } from '../../printers/reanchor/text.ts';
import { PassageChoices } from '../annotate/ask/choices.ts';
import type { Operation } from '../annotate/operation.ts';
import { inWords } from '../in-words.ts';
import { Known } from '../known.ts';
import { type Options, printContext } from '../printing.ts';
import type { CarriedFile, Inputs } from './inputs.ts';

/** The entries to ask about, file by file. */
export interface Waiting {
  readonly file: CarriedFile;
  readonly outcomes: readonly Outcome[];
}

export interface Decisions {
  /** Ids of what holds of the new words. */
  readonly accepted: ReadonlySet<string>;
  /** By file, the entries to move to other words or withdraw, after everything else is carried. */
  readonly operations: ReadonlyMap<CarriedFile, readonly Operation[]>;
  readonly counts: { readonly moved: number; readonly withdrawn: number };
}

const HELP = `a  it holds of the new words: who accepts, when, and what the words were is recorded
m  it is about other words: look for them
w  withdraw it; it stays in the file, marked
s  decide later; it keeps waiting
q  decide no more; what was decided is kept
Ctrl-C writes nothing at all
`;

/** @throws Interrupted */
export async function decideOneByOne(
  waiting: readonly Waiting[],
  inputs: Inputs,
  names: { readonly old: string; readonly new: string },
  prompts: Prompts,
  options: Options,
  env: Env,
): Promise<Decisions> {
  const known = new Known({ transcript: inputs.new, layers: inputs.layers.map(({ document }) => document) });
  const all = waiting.flatMap(({ file, outcomes }) =>
    outcomes.filter(({ state }) => state === 'left').map(outcome => ({ file, outcome })),
  );
  const context = await printContext(env, options);
  const accepted = new Set<string>();
  const operations = new Map<CarriedFile, Operation[]>();
  const counts = { moved: 0, withdrawn: 0 };
  const add = (file: CarriedFile, operation: Operation) => append(operations, file, operation);
  let quits = false;
  for (let at = 0; at < all.length && !quits; at++) {
    const { file, outcome } = all[at]!;
    const entry = entryOf(file, outcome);
    const title = inWords({ ...entry }, known);
    const step = {
      count: `${at + 1} of ${all.length}`,
      title: outcome.kind === 'claim' ? `claim: ${(entry as Claim).text}` : title,
      outcome,
      old: inputs.old.value,
      new: inputs.new.value,
      names,
    };
    await env.stdout.write(printStep(step, context));
    for (let isDecided = false; !isDecided; ) {
      isDecided = true;
      switch (await keyFor(outcome, prompts)) {
        case 'a':
          accepted.add(outcome.id);
          break;
        case 'm': {
          const place = await newPlace(known, outcome, prompts);
          isDecided = place !== undefined;
          if (place === undefined) break;
          add(file, place);
          counts.moved++;
          break;
        }
        case 'w':
          add(file, { kind: 'withdraw', id: outcome.id, fields: {} });
          counts.withdrawn++;
          break;
        case 'q':
          quits = true;
          break;
        case '?':
          await env.stdout.write(HELP);
          isDecided = false;
          break;
        case BACK:
          isDecided = false;
          break;
        default:
      }
    }
  }
  return { accepted, operations, counts };
}

/** Enter accepts only entries that nobody has to look at twice. */
function keyFor(outcome: Outcome, prompts: Prompts) {
  const canAccept = isAcceptable(outcome);
  const { placement } = outcome;
  const isQuiet = canAccept && placement.alarms.length === 0 && wasCompared(placement);
  return prompts.key({
    label: canAccept ? 'Does it hold of the new words?' : 'It has no sure place now.',
    keys: [
      ...(canAccept ? [{ key: 'a', name: 'accept' }] : []),
      { key: 'm', name: 'move' },
      // A claim is not withdrawn: the stances on it are.
      ...(outcome.kind === 'claim' ? [] : [{ key: 'w', name: 'withdraw' }]),
      { key: 's', name: 'skip' },
      { key: 'q', name: 'quit' },
      { key: '?', name: '?' },
    ],
    usual: isQuiet ? 'a' : 's',
  });
}

/** The change that moves an entry to other words; undefined where whoever looks goes back. */
async function newPlace(known: Known, outcome: Outcome, prompts: Prompts): Promise<Operation | undefined> {
  const passages = new PassageChoices(known);
  const answer = await prompts.search({
    label: 'To which words',
    choices: term =>
      passages.for(term).filter(({ value }) => outcome.kind === 'annotation' || !value.includes('"quote"')),
  });
  if (answer === BACK) return undefined;
  const { target, quote, occurrence } = JSON.parse(answer) as {
    target: string;
    quote?: string;
    occurrence?: number;
  };
  const old = ['quote', 'before', 'after'] as const;
  return {
    kind: 'change',
    id: outcome.id,
    fields: { target, quote },
    unset: quote === undefined ? old.filter(name => outcome.before[name] !== undefined) : [],
    ...(occurrence !== undefined && { occurrence }),
  };
}

function entryOf({ document }: CarriedFile, { kind, index }: Outcome): Annotation | Claim {
  return kind === 'claim' ? document.value.claims[index]! : document.value.annotations[index]!;
}
