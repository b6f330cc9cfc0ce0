const PLAIN = /^[\w@%+=:,.][\w@%+=:,./-]*$|^\/[\w@%+=:,./-]*$/;

/** A file name as one word of a command line, for commands that people paste into a POSIX shell. */
export function shellWord(name: string): string {
  if (PLAIN.test(name)) return name;
  const safe = name.startsWith('-') ? `./${name}` : name;
  return `'${safe.replaceAll("'", "'\\''")}'`;
}
