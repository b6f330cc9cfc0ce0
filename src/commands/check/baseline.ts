/** Baseline files: JSON with the schema name `onrecord/baseline@1`. */
import { type Baseline, type BaselineEntry, baselineOf } from '../../core/model/baseline.ts';
import type { Finding } from '../../core/model/finding.ts';
import type { Env } from '../../io/env.ts';
import { InputError } from '../../io/errors.ts';
import { json } from '../../printers/escape/json.ts';

const SCHEMA = 'onrecord/baseline@1';

/** @throws InputError where the file cannot be read or is no baseline. */
export function readBaseline(env: Env, file: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(env.files.read(file)));
  } catch (error) {
    if (error instanceof InputError) throw error;
    value = undefined;
  }
  const { schema, findings } = (value ?? {}) as { schema?: unknown; findings?: unknown };
  if (schema !== SCHEMA || !Array.isArray(findings) || !findings.every(isEntry)) {
    throw new InputError(file, 'is no baseline', 'write one with --update-baseline');
  }
  return findings;
}

export function writeBaseline(env: Env, file: string, findings: readonly Finding[]): void {
  const before = env.files.kind(file) === 'missing' ? undefined : env.files.read(file);
  const text = `${json({ schema: SCHEMA, findings: baselineOf(findings) }, 2)}\n`;
  env.files.replace(file, new TextEncoder().encode(text), before);
}

function isEntry(value: unknown): value is BaselineEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { file, rule, message, count } = value as Record<string, unknown>;
  return [file, rule, message].every(text => typeof text === 'string') && Number.isInteger(count);
}
