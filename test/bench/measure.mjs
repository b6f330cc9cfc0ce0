// Whole processes, timed from outside and in turn, so that a drift of the machine's speed hits all alike.
import { spawnSync } from 'node:child_process';

// Node 20 loads this file at every start, which hides what a program costs.
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;
export const env = environment;

/** Wall time of one run in milliseconds; throws where the program ends with an unexpected status. */
export function timeOnce(command, { statuses = [0], cwd, input } = {}) {
  const start = process.hrtime.bigint();
  const result = spawnSync(command[0], command.slice(1), {
    env,
    cwd,
    input,
    stdio: ['pipe', 'ignore', 'pipe'],
    maxBuffer: 1 << 28,
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if (!statuses.includes(result.status)) {
    throw new Error(`${command.join(' ')} ended with ${result.status ?? result.signal}: ${result.stderr}`);
  }
  return wall;
}

/** Runs the commands in turn, `rounds` times after one warm-up, and gives each one's median in milliseconds. */
export function interleave(commands, rounds, options) {
  const times = commands.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, command] of commands.entries()) {
      const wall = timeOnce(command, options);
      if (round >= 0) times[index].push(wall);
    }
  }
  return times.map(median);
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Runs a script of ours that prints one line of JSON. */
export function childJson(script, ...args) {
  const result = spawnSync(process.execPath, [script, ...args], {
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (result.status !== 0) throw new Error(`${script} ${args.join(' ')}: ${result.stderr}`);
  return JSON.parse(result.stdout);
}

/** Rows of cells as aligned columns. */
export function table(rows) {
  const widths = rows[0].map((_cell, column) => Math.max(...rows.map(row => String(row[column]).length)));
  return rows
    .map(row =>
      row
        .map((cell, column) =>
          column === 0 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]),
        )
        .join('  '),
    )
    .join('\n');
}

export const times = ratio => `${ratio.toFixed(2)}x`;
export const milliseconds = value => `${value.toFixed(value < 100 ? 1 : 0)} ms`;
