/** Our lines in a gitattributes file, between marks, so that they can be found again. */
import path from 'node:path';
import type { Env } from '../../io/env.ts';
import { InputError } from '../../io/errors.ts';
import type { Scope } from './git-config.ts';

const BEGIN = '# onrecord: begin (written by `onrecord git install`)';
const END = '# onrecord: end';

export interface AttributesFile {
  readonly file: string;
  /** Undefined if there is no such file. */
  readonly before: Uint8Array | undefined;
}

/** The file that holds the attributes of a work tree, or those of the user (gitattributes(5)); its folder is made. */
export function attributesFile(scope: Scope, folder: string, env: Env): AttributesFile {
  const file = scope === 'local' ? path.join(folder, '.gitattributes') : userFile(folder, env);
  if (scope === 'global') env.files.makeFolder(path.dirname(file));
  return { file, before: env.files.kind(file) === 'missing' ? undefined : env.files.read(file) };
}

/** @throws InputError if the user has no home. */
function userFile(folder: string, env: Env): string {
  const { status, stdout } = env.git(['config', '--global', '--type=path', 'core.attributesFile'], folder);
  const configured = new TextDecoder().decode(stdout).trim();
  if (status === 0 && configured !== '') return configured;
  const { XDG_CONFIG_HOME: settings = '', HOME: home = '' } = env.vars;
  if (settings === '' && home === '')
    throw new InputError('HOME', 'is not set; your settings cannot be found');
  return path.join(settings === '' ? path.join(home, '.config') : settings, 'git', 'attributes');
}

/** The text with our lines at its end; old ones are replaced. */
export function withAttributes(text: string, patterns: readonly string[]): string {
  const rest = withoutAttributes(text);
  const gap = rest === '' || rest.endsWith('\n') ? '' : '\n';
  const lines = patterns.map(pattern => `${pattern} merge=onrecord diff=onrecord\n`);
  return `${rest}${gap}${BEGIN}\n${lines.join('')}${END}\n`;
}

/** The text without our lines. Marks that lost their partner are left alone. */
export function withoutAttributes(text: string): string {
  const begin = text.indexOf(`${BEGIN}\n`);
  const end = text.indexOf(`${END}\n`, begin);
  return begin === -1 || end === -1 ? text : text.slice(0, begin) + text.slice(end + END.length + 1);
}
