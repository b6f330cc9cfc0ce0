/** Operations from NDJSON: one object a line, with the fields of a layer and, unless it is an addition, `op`. */

import { STDIN } from '../../core/model/standard-input.ts';
import type { Env } from '../../io/env.ts';
import { InputError } from '../../io/errors.ts';
import type { Fields } from '../fields.ts';
import type { Operation } from './operation.ts';

const KINDS = ['add', 'change', 'withdraw', 'supersede'] as const;

/** @throws InputError with the line if the input is not as expected; nothing has been done then. */
export async function operationsFromNdjson(name: string, env: Env): Promise<Operation[]> {
  const bytes = name === STDIN ? await env.stdin.read() : env.files.read(name);
  const shown = name === STDIN ? '<stdin>' : name;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(shown, 'not UTF-8');
  }
  return text.split('\n').flatMap((line, index) => {
    const fail = (message: string): never => {
      throw new InputError(`${shown}:${index + 1}`, message);
    };
    return line.trim() === '' ? [] : [operationFrom(parse(line, fail), `${shown}:${index + 1}`, fail)];
  });
}

function parse(line: string, fail: (message: string) => never): Fields {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    fail('not JSON: expected one object on the line');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail('expected an object');
  return value as Fields;
}

function operationFrom(record: Fields, origin: string, fail: (message: string) => never): Operation {
  const { op = 'add', unset = [], occurrence, ...fields } = record;
  const kind = KINDS.find(name => name === op);
  if (kind === undefined) return fail(`unexpected \`op\`, expected one of ${KINDS.join(', ')}`);
  if (occurrence !== undefined && (!Number.isInteger(occurrence) || Number(occurrence) < 1)) {
    fail('`occurrence` must be a whole number from 1');
  }
  if (!Array.isArray(unset) || unset.some(name => typeof name !== 'string'))
    fail('`unset` must be a list of field names');
  const place = { origin, ...(occurrence !== undefined && { occurrence: Number(occurrence) }) };
  if (kind === 'add') return { kind, fields, ...place };
  if (kind === 'supersede') {
    const { supersedes, ...rest } = fields;
    if (typeof supersedes !== 'string')
      return fail('`supersede` needs `supersedes`, the id of the old annotation');
    return { kind, id: supersedes, fields: rest, ...place };
  }
  const { id, ...rest } = fields;
  if (typeof id !== 'string') return fail(`\`${kind}\` needs the id of the annotation`);
  if (kind === 'withdraw') return { kind, id, fields: rest };
  return { kind, id, fields: rest, unset: unset as string[], ...place };
}
