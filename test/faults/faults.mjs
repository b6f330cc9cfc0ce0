/**
 * Every command that writes, with every fault at every call on its files; prints the number of fault points and ends with 1
 * where a file is torn or a save lost.
 *
 *   npm run faults -- [--every 1] [--action TEXT]
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleForNode } from '../helpers/bundle.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values: options } = parseArgs({
  options: { every: { type: 'string', default: '1' }, action: { type: 'string', default: '' } },
});
const { inject, ACTIONS } = await import(await bundleForNode('faults', { main: 'test/faults/main.ts' }));

const sum = { kill: 0, once: 0, full: 0, save: 0 };
let failures = 0;
for (const action of ACTIONS.filter(({ name }) => name.includes(options.action))) {
  const { points, problems } = await inject(action, root, Number(options.every));
  const counts = Object.entries(points).map(([fault, count]) => `${count} ${fault}`);
  console.log(`${action.name.padEnd(32)} ${counts.join(', ')}, ${problems.length} problems`);
  for (const problem of problems) console.log(`  ${problem}`);
  for (const fault of Object.keys(sum)) sum[fault] += points[fault];
  failures += problems.length;
}
const total = Object.values(sum).reduce((all, count) => all + count, 0);
const parts = Object.entries(sum).map(([fault, count]) => `${count} ${fault}`);
console.log(`${total} fault points (${parts.join(', ')}), ${failures} problems`);
process.exitCode = failures === 0 ? 0 : 1;
