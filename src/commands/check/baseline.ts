/** Baseline files: JSON with the schema name `onrecord/baseline@1`. */
import {
  type Baseline,
  type BaselineEntry,
  baselineOf,
  compareWithBaseline,
} from '../../core/model/baseline.ts';
import type { Finding } from '../../core/model/finding.ts';
import { counted } from '../../core/text/counted.ts';
import type { Env } from '../../io/env.ts';
import { InputError } from '../../io/errors.ts';
import { jsonDocument } from '../../printers/escape/json.ts';
import { visible } from '../../printers/escape/visible.ts';
import type { Options } from '../printing.ts';

const SCHEMA = 'onrecord/baseline@1';

/**
 * Returns the findings that the baseline does not list. A baseline of only some files would lose the findings of the
 * others.
 */
export async function freshFindings(
  findings: readonly Finding[],
  areAll: boolean,
  options: Options,
  env: Env,
): Promise<readonly Finding[]> {
  const file = String(options['baseline']);
  if (options['updateBaseline'] === true) {
    if (!areAll) {
      await env.stderr.write(`onrecord: ${visible(file)} is left as it is: not every file could be opened\n`);
      return findings;
    }
    writeBaseline(env, file, findings);
    await env.stderr.write(`onrecord: ${visible(file)}: ${counted(findings.length, 'finding')} recorded\n`);
    return [];
  }
  const isThere = (name: string) => env.files.kind(name) !== 'missing';
  const { fresh, known, gone } = compareWithBaseline(findings, readBaseline(env, file), isThere);
  const left =
    gone === 0
      ? ''
      : `; ${gone} no longer ${gone === 1 ? 'occurs' : 'occur'} (--update-baseline removes ${gone === 1 ? 'it' : 'them'})`;
  await env.stderr.write(`onrecord: ${known} known ${known === 1 ? 'finding' : 'findings'} hidden${left}\n`);
  return fresh;
}

/** @throws InputError where the file cannot be read or is not a baseline. */
function readBaseline(env: Env, file: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(env.files.read(file)));
  } catch (error) {
    if (error instanceof InputError) throw error;
    value = undefined;
  }
  const { schema, findings } = (value ?? {}) as { schema?: unknown; findings?: unknown };
  if (schema !== SCHEMA || !Array.isArray(findings) || !findings.every(isEntry)) {
    throw new InputError(file, 'is not a baseline', 'write one with --update-baseline');
  }
  return findings;
}

function writeBaseline(env: Env, file: string, findings: readonly Finding[]): void {
  const before = env.files.kind(file) === 'missing' ? undefined : env.files.read(file);
  const text = jsonDocument({ schema: SCHEMA, findings: baselineOf(findings) });
  env.files.replace(file, new TextEncoder().encode(text), before);
}

function isEntry(value: unknown): value is BaselineEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { file, rule, message, count } = value as Record<string, unknown>;
  return [file, rule, message].every(text => typeof text === 'string') && Number.isInteger(count);
}
