/** The value of `--accept`: verdicts, and single annotations or claims by id; and whose act it is. */

import type { Contents } from '../../core/model/model.ts';
import { type Acceptance, type AcceptingAct, ONLY_EXACT } from '../../core/reanchor/acceptance.ts';
import { didYouMean } from '../../core/text/closest.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { acceptorFrom, dayFrom } from '../acting.ts';
import type { Options } from '../printing.ts';

const KINDS = ['moved', 'edited', 'without-alarms'] as const;

/** @throws UsageError for a name that is neither a kind nor an id in the files that are carried. */
export function acceptanceFrom(
  files: readonly { readonly value: Pick<Contents, 'annotations' | 'claims'> }[],
  options: Options,
  env: Env,
): Acceptance {
  if (options['accept'] === undefined) return ONLY_EXACT;
  const names = String(options['accept'])
    .split(',')
    .map(name => name.trim());
  const has = (kind: (typeof KINDS)[number]) => names.includes(kind);
  const ids = names.filter(name => !(KINDS as readonly string[]).includes(name));
  const known = new Set(
    files.flatMap(({ value }) => [...value.annotations, ...value.claims].map(({ id }) => id)),
  );
  const stranger = ids.find(id => !known.has(id));
  if (stranger !== undefined)
    throw new UsageError(
      `--accept ${stranger}: there is no such annotation or claim in the files that are carried`,
      didYouMean(stranger, [...KINDS, ...known]) ?? `expected ${KINDS.join(', ')} or ids`,
    );
  return {
    moved: has('moved') || has('without-alarms'),
    edited: has('edited') || has('without-alarms'),
    ids: new Set(ids),
    act: actFrom(options, env),
  };
}

/** These ids and nothing else. */
export function acceptanceOf(ids: ReadonlySet<string>, options: Options, env: Env): Acceptance {
  return { moved: false, edited: false, ids, act: actFrom(options, env) };
}

function actFrom(options: Options, env: Env): AcceptingAct {
  return {
    /** Read only if something is accepted: then nobody may be missing. */
    get by() {
      return acceptorFrom(options, env);
    },
    when: dayFrom(options, env),
    keepsWas: options['was'] !== false,
  };
}
