/** Describes a fault: the value found, the value expected, and help if there is any. */

import { ID_PATTERN } from '../../core/model/vocabulary.ts';
import { TIME_KEYS } from '../../core/schema/generated/keys.ts';
import { closest } from '../../core/text/closest.ts';
import { listOf } from '../../core/text/list-of.ts';
import { code, describeValue } from './describe-value.ts';
import type { Fault } from './faults.ts';
import { typeHelp } from './type-help.ts';

export interface FaultMessage {
  readonly message: string;
  readonly help?: string;
}

const TIME_FORM = 'a time such as 00:14:02.500, or seconds as a number';
const ID_FORM = 'an id begins with a letter and has letters, digits, - and _';

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
};

export function faultMessage(fault: Fault): FaultMessage {
  const { error, path, value } = fault;
  const { params } = error;
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKeyMessage(fault);
    case 'required':
      return { message: `missing ${code(String(params['missingProperty']))}` };
    case 'enum':
      return notInList(String(value), params['allowedValues'] as readonly string[]);
    case 'type':
      return value === null
        ? { message: `${nameOf(path)} has no value`, help: wayOutOfEmpty(path) }
        : wrongType(path, value, params['type'] as string | readonly string[]);
    case 'minLength':
    case 'minItems':
      return { message: `${nameOf(path)} is empty`, help: wayOutOfEmpty(path) };
    case 'pattern':
      return wrongForm(error.propertyName ?? String(value), path, params['pattern']);
    default:
      return { message: expected(isTime(path) ? TIME_FORM : 'another value', value) };
  }
}

function unknownKeyMessage(fault: Fault): FaultMessage {
  const meant = meantKey(fault);
  const help =
    meant === undefined ? 'remove it, or let it begin with `x-` to keep it' : `did you mean ${code(meant)}?`;
  return { message: `unknown key ${code(String(fault.key))}`, help };
}

/** Returns the key that was probably meant by an unknown one. */
export function meantKey({ error, key }: Fault): string | undefined {
  if (error.keyword !== 'additionalProperties' || key === undefined) return undefined;
  return closest(key, Object.keys(error.parentSchema?.properties ?? {}));
}

function wayOutOfEmpty(path: Fault['path']): string {
  return typeof path.at(-1) === 'number' ? 'write it or remove the item' : 'write it or remove the key';
}

function wrongType(path: Fault['path'], value: unknown, type: string | readonly string[]): FaultMessage {
  const types = [type].flat();
  const names = types.map(name => TYPE_NAMES[name] ?? name);
  const help = typeHelp(path, value, types);
  const message = expected(isTime(path) ? TIME_FORM : listOf(names, 'or'), value);
  return help === undefined ? { message } : { message, help };
}

function wrongForm(text: string, path: Fault['path'], pattern: unknown): FaultMessage {
  if (pattern === ID_PATTERN) return { message: `unexpected ${code(text)}, ${ID_FORM}` };
  const form = isTime(path) ? TIME_FORM : 'sha256- and 8 to 64 hexadecimal digits';
  return { message: expected(form, text) };
}

function notInList(word: string, allowed: readonly string[]): FaultMessage {
  const message = `unexpected ${code(word)}, expected one of ${allowed.join(', ')}`;
  const meant = closest(word, allowed);
  return meant === undefined ? { message } : { message, help: `did you mean ${code(meant)}?` };
}

function expected(what: string, found: unknown): string {
  return `expected ${what}, found ${describeValue(found)}`;
}

function isTime(path: Fault['path']): boolean {
  return TIME_KEYS.has(String(path.at(-1)));
}

function nameOf(path: Fault['path']): string {
  const key = path.at(-1);
  return typeof key === 'string' ? code(key) : 'the item';
}
