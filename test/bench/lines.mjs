// How many lines people wrote, and how long the longest file is: `npm run lines`. Generated files are counted apart.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from './measure.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const CODE = /\.[cm]?[jt]s$/;

function filesIn(folder) {
  const names = execFileSync('git', ['ls-files', '-z', folder], { cwd: root, encoding: 'utf8' }).split('\0');
  return names
    .filter(name => CODE.test(name))
    .map(name => ({ name, lines: readFileSync(path.join(root, name), 'utf8').split('\n').length - 1 }));
}

const isGenerated = ({ name }) => name.includes('/generated/');

function row(label, files) {
  const longest = files.reduce((most, file) => (file.lines > most.lines ? file : most));
  const sum = files.reduce((lines, file) => lines + file.lines, 0);
  return [label, sum, files.length, longest.lines, longest.name];
}

const [src, test] = [filesIn('src'), filesIn('test')];
console.log(
  table([
    ['lines of code in git', 'lines', 'files', 'longest', ''],
    row(
      'src, written by hand',
      src.filter(file => !isGenerated(file)),
    ),
    row('test, written by hand', test),
    row('src, generated', src.filter(isGenerated)),
  ]),
);
