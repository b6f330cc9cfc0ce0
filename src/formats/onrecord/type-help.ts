/** How to write a value of another type than the one found: the help of a type error. */
import { BODIES, ID_PATTERN } from '../../core/model/vocabulary.ts';
import type { Fault } from './faults.ts';

type Path = Fault['path'];

const ID = new RegExp(ID_PATTERN, 'u');
/** Fields whose values are mappings by id, and the field that a text in place of such a mapping is meant for. */
const MAPS: Readonly<Record<string, string>> = { parties: 'name', sources: 'title' };

/** Undefined if the message needs no help. */
export function typeHelp(path: Path, value: unknown, types: readonly string[]): string | undefined {
  const key = path.at(-1);
  if (typeof key !== 'string') return types.includes('object') ? helpForItem(path, value) : undefined;
  if (Array.isArray(value))
    return types.includes('array') ? undefined : types.includes('string') ? oneOnly(path, key) : asMap(path);
  if (types.includes('array')) return types.includes('string') ? undefined : asList(path, key, value);
  if (types.includes('object') && typeof value === 'string') return asMapping(path, key, value);
  return undefined;
}

/** A list where one value is expected. */
function oneOnly(path: Path, key: string): string | undefined {
  if (path[0] === 'annotations' && (BODIES as readonly string[]).includes(key))
    return `one ${key} an annotation: write an annotation for each`;
  if (path[0] === 'utterances' && key === 'speaker')
    return 'one speaker an utterance: split it, or write `speaker: unknown` with the list as `alternatives`';
  return undefined;
}

/** One value where a list is expected. */
function asList(path: Path, key: string, value: unknown): string | undefined {
  if (typeof value === 'string') {
    if (key === 'sources' && path.length > 1) return `write \`sources: [${sourceReference(value)}]\``;
    return path.length > 1 ? `write \`${key}: [${flow(value)}]\`` : 'begin each item of the list with `- `';
  }
  return typeof value === 'object' && value !== null ? 'begin each item of the list with `- `' : undefined;
}

/** "minutes page 3" as a reference: the source, and the place in it. */
function sourceReference(text: string): string {
  const [, source = '', place] = /^(\S+?)[,:@]?(?:\s+(.+))?$/s.exec(text.trim()) ?? [];
  if (!ID.test(source)) return `{source: ID, at: ${flow(text)}}`;
  return place === undefined ? source : `{source: ${source}, at: ${flow(place)}}`;
}

/** A list or a text where a mapping by id is expected. */
function asMap(path: Path): string | undefined {
  const key = String(path.at(-1));
  if (path.length !== 1 || MAPS[key] === undefined) return undefined;
  return `write each as \`ID: {${MAPS[key]}: ...}\`, without \`- \``;
}

function asMapping(path: Path, key: string, value: string): string | undefined {
  if (path.length === 1) return asMap(path);
  const field = path.length === 2 ? MAPS[String(path[0])] : undefined;
  return field === undefined ? undefined : `write \`${key}: {${field}: ${flow(value)}}\``;
}

function helpForItem(path: Path, value: unknown): string | undefined {
  if (path.length !== 2 || typeof value !== 'string') return undefined;
  const hasText = path[0] === 'utterances' || path[0] === 'statements' || path[0] === 'claims';
  return hasText ? `write \`- text: ${flow(value)}\`` : undefined;
}

/** A value inside brackets: quoted where YAML would read something else. */
function flow(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = line.length > 60 ? `${line.slice(0, 59)}…` : line;
  return /^[\p{L}\p{N}][\p{L}\p{N} ._/()-]*$/u.test(short) ? short : JSON.stringify(short);
}
