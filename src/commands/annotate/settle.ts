/** Operations with ids in place of names and moments; or all the reasons why they cannot be done. */
import { pushAll } from '../../core/long-lists.ts';
import type { Id, Source } from '../../core/model/model.ts';
import type { Project } from '../../core/model/project.ts';
import type { Fields } from '../fields.ts';
import { Known } from '../known.ts';
import { Aims, aimFrom } from './aim.ts';
import { DeclaredSources } from './declared-sources.ts';
import { type NameTable, namesToIds } from './names-to-ids.ts';
import type { Operation } from './operation.ts';
import type { Problem } from './problem.ts';
import { whatIsMissing } from './what-is-missing.ts';

export interface Settled {
  readonly operations: readonly Operation[];
  readonly problems: readonly Problem[];
  /** Sources to be declared with them. */
  readonly sources: ReadonlyMap<Id, Source>;
}

export interface HowToSettle {
  /** The operations were typed as options: messages name the options that a new annotation lacks. */
  readonly isTyped: boolean;
  /** A source that is cited and not declared is declared, in place of a refusal. */
  readonly addsSources: boolean;
}

export function settle(operations: readonly Operation[], project: Project, how: HowToSettle): Settled {
  const known = new Known(project);
  const sources = new DeclaredSources(known.index);
  const declareSource = how.addsSources ? (name: string) => sources.declare(name) : undefined;
  const all = operations.map(operation =>
    settleOne(operation, known, { isTyped: how.isTyped, declareSource }),
  );
  return {
    operations: all.map(({ operation }) => operation),
    problems: all.flatMap(({ problems, operation }) => problems.map(problem => placed(problem, operation))),
    sources: sources.all,
  };
}

/** Which line of a file a problem is in. */
function placed(problem: Problem, operation: Operation): Problem {
  const origin = 'origin' in operation ? operation.origin : undefined;
  return origin === undefined ? problem : { ...problem, message: `${origin}: ${problem.message}` };
}

interface SettledOne {
  readonly operation: Operation;
  readonly problems: readonly Problem[];
}

function settleOne(
  operation: Operation,
  known: Known,
  { isTyped, declareSource }: { readonly isTyped: boolean } & Pick<NameTable, 'declareSource'>,
): SettledOne {
  if (operation.kind === 'withdraw') return { operation, problems: [] };
  const resolved = namesToIds(operation.fields, { known, declareSource });
  const problems = [...resolved.problems];
  let { fields } = resolved;
  let { occurrence } = operation;
  let told: string | undefined;
  if (operation.kind === 'add' || fields['target'] !== undefined || operation.at !== undefined) {
    const aimed = new Aims(known).aim(aimFrom(fields, operation.at, occurrence));
    if ('problem' in aimed) problems.unshift(aimed.problem);
    else {
      fields = { ...fields, target: aimed.target };
      occurrence = aimed.occurrence;
      told = aimed.told;
    }
  }
  if (isTyped && operation.kind !== 'change') {
    const missing = whatIsMissing(withOldTarget(operation, fields, known), known);
    const [first, ...others] = missing;
    if (first !== undefined && told !== undefined)
      pushAll(problems, [{ ...first, ways: [...first.ways, told] }, ...others]);
    else pushAll(problems, missing);
  }
  const { occurrence: _o, at: _a, ...rest } = operation;
  return {
    operation: { ...rest, fields, ...(occurrence !== undefined && { occurrence }) } as Operation,
    problems,
  };
}

/** An annotation that supersedes another has its target, unless it names one. */
function withOldTarget(operation: Operation, fields: Fields, { index }: Known): Fields {
  if (operation.kind !== 'supersede' || fields['target'] !== undefined) return fields;
  return { ...fields, target: index.of('annotation', operation.id)?.value.target };
}
