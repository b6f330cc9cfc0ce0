import { latePattern } from '../lazily.ts';

const PLAIN = /^[\w@%+=:,.][\w@%+=:,./-]*$|^\/[\w@%+=:,./-]*$/;
/** What is not shown as it is: it would be made visible, and then be another name. */
const hidden = latePattern(String.raw`[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|#(?=[#[])`, 'gu');

/**
 * A file name, or another word that people type, as one word of a command line, for commands that are pasted into a shell. A
 * name with characters that no terminal shows is quoted as `$'...'`, which bash, zsh and ksh read (POSIX.1-2024).
 */
export function shellWord(name: string): string {
  if (PLAIN.test(name)) return name;
  const safe = name.startsWith('-') ? `./${name}` : name;
  if (safe.search(hidden()) === -1) return `'${safe.replaceAll("'", "'\\''")}'`;
  const escaped = safe.replace(/[\\']/g, '\\$&').replace(hidden(), escapeOf);
  return `$'${escaped}'`;
}

function escapeOf(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  return [...new TextEncoder().encode(character)]
    .map(byte => `\\${byte.toString(8).padStart(3, '0')}`)
    .join('');
}
