// Compares one pair of versions in a process of its own and prints what that took, in milliseconds.
//   node after-reading.mjs BUNDLE COUNT CHANGE ids|none
import { pathToFileURL } from 'node:url';
import { versions } from './versions.mjs';

const [bundle, count, change, ids] = process.argv.slice(2);
const share = Number(change);
const [old, fresh] = versions(Number(count), Number.isNaN(share) ? change : share, ids === 'ids');
const { alignUtterances, diffContents } = await import(pathToFileURL(bundle).href);

const none = new Map();
const content = utterances => ({
  transcript: {},
  utterances,
  party: none,
  source: none,
  statement: none,
  claim: none,
  annotation: none,
});
const start = process.hrtime.bigint();
const changes = diffContents(content(old), content(fresh), alignUtterances(old, fresh));
// The words of a changed text are found when they are asked for.
let runs = 0;
for (const change of changes) runs += change.words?.length ?? 0;
const wall = Number(process.hrtime.bigint() - start) / 1e6;
console.log(JSON.stringify({ wall, changes: changes.length, runs }));
