/**
 * What `quotes` costs beside reading the record, as whole processes: CPU time, so that other programs on the machine count
 * less, in turn, so that what still counts hits all alike.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seededRandom } from '../anchors/random.mjs';
import { env, median } from '../measure.mjs';
import { naturalRecord } from './natural-record.mjs';

const BYTES = 1e7;
const QUOTATIONS = 100;
/** Each a few words of one utterance, as drafts quote them. */
const WORDS = 8;
const MOST = 1.2;

/** @param program the file that starts onrecord */
export function measureSpeed(program, rounds) {
  const folder = mkdtempSync(path.join(tmpdir(), 'onrecord-bench-'));
  try {
    const random = seededRandom(1);
    const { yaml, texts } = naturalRecord(BYTES, random);
    const file = name => path.join(folder, name);
    const long = texts.filter(text => text.length > 100);
    const words = Array.from({ length: QUOTATIONS }, () =>
      random
        .pick(long)
        .split(' ')
        .slice(1, WORDS + 1),
    );
    const altered = words.map((list, index) => (index % 5 === 0 ? list.with(3, 'seldom') : list));
    writeFileSync(file('talk.yaml'), yaml);
    writeFileSync(file('none.md'), 'Nothing is quoted here.\n');
    writeFileSync(file('verbatim.md'), draftOf(words));
    writeFileSync(file('altered.md'), draftOf(altered));
    const hook = file('cpu.cjs');
    writeFileSync(hook, HOOK);
    const quotes = draft => ['quotes', file(draft), '--in', file('talk.yaml')];
    const commands = [
      ['check --rule missing-id: it is read', ['check', '--rule', 'missing-id', file('talk.yaml')]],
      ['quotes, a draft without any', quotes('none.md')],
      ['quotes, all as the record has them', quotes('verbatim.md')],
      ['quotes, 20 of them altered', quotes('altered.md')],
      // What other commands cost that read the record and answer a question.
      ['find, what is nowhere', ['find', 'zzzz', file('talk.yaml')]],
      ['stats', ['stats', file('talk.yaml')]],
    ];
    const costs = commands.map(() => []);
    for (let round = -1; round < rounds; round++)
      for (const [index, [, args]] of commands.entries()) {
        const cost = cpuTime([program, ...args], hook, file('cpu'));
        if (round >= 0) costs[index].push(cost);
      }
    console.log(`\n${QUOTATIONS} quotations against 10 MB: CPU time of whole processes, ${process.version}`);
    for (const [index, [name]] of commands.entries()) {
      const ratio = base => median(costs[index].map((cost, round) => cost / costs[base][round]));
      const isMissed = name.startsWith('quotes, ') && ratio(0) > MOST;
      console.log(
        `  ${name.padEnd(36)} ${median(costs[index]).toFixed(0).padStart(5)} ms, ${ratio(0).toFixed(2)} of reading, ${ratio(1).toFixed(2)} of a draft without any${isMissed ? `   MISSED (at most ${MOST} of reading)` : ''}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function draftOf(quotations) {
  return quotations.map(words => `“${words.join(' ')}”\n`).join('\n');
}

const HOOK = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeFileSync(process.env.CPU_FILE, String((user + system) / 1000));
});
`;

/** Milliseconds of a process and all its threads, as it tells at its end. */
function cpuTime(args, hook, result) {
  const { status, stderr } = spawnSync(process.execPath, ['--require', hook, ...args], {
    env: { ...env, CPU_FILE: result },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status === null) throw new Error(`${args.join(' ')}: ${stderr}`);
  return Number(readFileSync(result, 'utf8'));
}
