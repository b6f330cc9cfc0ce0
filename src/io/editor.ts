/** The editor of whoever types, as git finds and runs it. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The text as the editor leaves it; undefined if the editor could not be run or ended with an error. */
export function editText(text: string, name: string, command: string): Promise<string | undefined> {
  const { spawn } = process.getBuiltinModule('node:child_process');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'onrecord-'));
  const file = path.join(folder, name);
  fs.writeFileSync(file, text, { mode: 0o600 });
  // Ctrl-C is for the editor.
  const ignore = () => {};
  process.on('SIGINT', ignore);
  return new Promise(resolve => {
    const end = (status: number | null) => {
      process.off('SIGINT', ignore);
      const edited = status === 0 ? fs.readFileSync(file, 'utf8') : undefined;
      fs.rmSync(folder, { recursive: true });
      resolve(edited);
    };
    const child = spawn('sh', ['-c', `${command} "$1"`, 'editor', file], { stdio: 'inherit' });
    child.on('error', () => end(127));
    child.on('close', end);
  });
}
