/** Validates a file against the definition of the format. Returns the faults, and the values without the faulty ones. */
import type { Finding, RefusedNode } from '../../core/model/finding.ts';
import type { Span } from '../../core/model/span.ts';
import { type SchemaName, schemaErrors } from '../../core/schema/schema-errors.ts';
import { faultMessage, meantKey } from './fault-message.ts';
import { type Fault, faultsOf } from './faults.ts';
import type { FindingList } from './finding-list.ts';
import { firstKeySpan, type Locate } from './locate.ts';
import { Omissions } from './omissions.ts';

export interface CheckedFields {
  /** The values that fit the definition; absent if nothing does. */
  readonly value?: unknown;
  readonly unreadable: readonly RefusedNode[];
  readonly omissions: Omissions;
}

/** Adds findings of `schema` and `unknown-key` to `findings`. */
export function checkFields(
  root: unknown,
  schema: SchemaName,
  file: string,
  locate: Locate,
  findings: FindingList,
): CheckedFields {
  const omissions = new Omissions();
  const unreadable: RefusedNode[] = [];
  const errors = schemaErrors(schema, root);
  if (errors.length === 0) return { value: root, unreadable, omissions };
  for (const fault of faultsOf(errors, root)) {
    omissions.omit(fault.unusable);
    const isListed = findings.add(() => findingOf(fault, file, locate));
    const meant = meantKey(fault);
    if (!isListed) continue;
    const span = locate(fault.unusable, meant === undefined ? 'value' : 'key');
    unreadable.push({
      file,
      span,
      ...(meant !== undefined && { misspelt: { key: String(fault.key), meant } }),
    });
  }
  return { ...restOf(root, schema, omissions), unreadable, omissions };
}

/**
 * Removes faulty nodes. Without one, the node around it may lack a required key or an item, so this repeats until
 * everything fits.
 */
function restOf(root: unknown, schema: SchemaName, omissions: Omissions): { value?: unknown } {
  for (;;) {
    const value = omissions.apply(root);
    if (value === undefined) return {};
    const errors = schemaErrors(schema, value);
    if (errors.length === 0) return { value };
    for (const fault of [...faultsOf(errors, value)]) omissions.omit(omissions.pathInFile(fault.unusable));
  }
}

function findingOf(fault: Fault, file: string, locate: Locate): Finding {
  const isUnknown = fault.error.keyword === 'additionalProperties';
  return {
    rule: isUnknown ? 'unknown-key' : 'schema',
    severity: isUnknown ? 'warning' : 'error',
    file,
    span: spanOf(fault, locate),
    ...faultMessage(fault),
  };
}

/** The wrong key or value; for a missing key the first key beside which it should stand. */
function spanOf({ error, path, value, key }: Fault, locate: Locate): Span {
  if (key !== undefined) return locate([...path, key], 'key');
  if (error.keyword !== 'required') return locate(path);
  return firstKeySpan(path, value as object, locate);
}
