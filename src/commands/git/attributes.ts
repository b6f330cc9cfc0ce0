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

/**
 * The file that holds the attributes of a work tree, or those of the user (gitattributes(5)); its folder is made.
 * @throws InputError if that of the work tree is a link, which git does not follow.
 */
export function attributesFile(scope: Scope, folder: string, env: Env): AttributesFile {
  const file = scope === 'local' ? ownFile(folder, env) : userFile(folder, env);
  if (scope === 'global') env.files.makeFolder(path.dirname(file));
  return { file, before: env.files.kind(file) === 'missing' ? undefined : env.files.read(file) };
}

function ownFile(folder: string, env: Env): string {
  const file = path.join(folder, '.gitattributes');
  env.files.list(folder);
  if (env.files.links(folder).includes('.gitattributes'))
    throw new InputError(
      file,
      'is a link, which git does not follow; nothing was written',
      'replace it by a file',
    );
  return file;
}

/** A link there is the user's own and is followed. @throws InputError if the user has no home. */
function userFile(folder: string, env: Env): string {
  const { status, stdout } = env.git(['config', '--global', '--type=path', 'core.attributesFile'], folder);
  const configured = new TextDecoder().decode(stdout).replace(/\n$/, '');
  if (status === 0 && configured !== '') return env.files.real(configured) ?? configured;
  const { XDG_CONFIG_HOME: settings = '', HOME: home = '' } = env.vars;
  if (settings === '' && home === '')
    throw new InputError('HOME', 'is not set; your settings cannot be found');
  const file = path.join(settings === '' ? path.join(home, '.config') : settings, 'git', 'attributes');
  return env.files.real(file) ?? file;
}

/**
 * The bytes of an attributes file with our lines at its end. Patterns that an earlier install added stay, and every byte
 * that is not ours too: the file may be in any encoding, so each byte is handled as one character.
 */
export function withAttributes(before: Uint8Array | undefined, patterns: readonly string[]): Uint8Array {
  const text = ofBytes(before);
  const rest = withoutBlocks(text);
  const eol = /\r\n/.test(text) ? '\r\n' : '\n';
  const gap = rest === '' || rest.endsWith('\n') ? '' : eol;
  const given = patterns.map(pattern => ofBytes(new TextEncoder().encode(pattern)));
  const all = [...new Set([...given, ...patternsIn(text)])];
  const lines = all.map(pattern => `${pattern} ${isOurs(pattern) ? 'merge=onrecord ' : ''}diff=onrecord`);
  return bytesOf(rest + gap + [BEGIN, ...lines, END, ''].join(eol));
}

/** Transcripts in other formats are shown by their words, and merged by git as text: nothing of ours is written into them. */
function isOurs(pattern: string): boolean {
  return !/\.(?!ya?ml$|json$)[A-Za-z0-9]+$/.test(pattern);
}

/** Returns the bytes without our lines. A marker without its partner is left alone. */
export function withoutAttributes(before: Uint8Array | undefined): Uint8Array {
  return bytesOf(withoutBlocks(ofBytes(before)));
}

/** Matches our lines, whatever git made of their ends. */
const BLOCK = new RegExp(
  `^${escaped(BEGIN)}\r?\n(?<lines>(?:(?!# onrecord: )[^\\n]*\n)*?)${escaped(END)}\r?(?:\n|$)`,
  'gm',
);

function withoutBlocks(text: string): string {
  return text.replace(BLOCK, '');
}

function patternsIn(text: string): string[] {
  const lines = [...text.matchAll(BLOCK)].flatMap(match => match.groups!['lines']!.split('\n'));
  return lines.map(line => line.split(' ')[0]!.trim()).filter(pattern => pattern !== '');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function ofBytes(bytes: Uint8Array = new Uint8Array()): string {
  return Buffer.from(bytes).toString('latin1');
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
