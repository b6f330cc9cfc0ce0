// Compares one pair of versions in a process of its own and prints what that took, in milliseconds.
//   node one.mjs BUNDLE COUNT CHANGE ids|none ours|jsdiff

import { pathToFileURL } from 'node:url';
import { diffWordsWithSpace } from 'diff';
import { plain, versions } from './pairs.mjs';

/** The library is stopped after this long. */
const MOST_MILLISECONDS = 10_000;

const [bundle, count, change, ids, method] = process.argv.slice(2);
const share = Number(change);
const [old, fresh] = versions(Number(count), Number.isNaN(share) ? change : share, ids === 'ids');

const methods = {
  async ours() {
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
    return () => diffContents(content(old), content(fresh), alignUtterances(old, fresh)).length;
  },
  async jsdiff() {
    const [oldText, newText] = [plain(old), plain(fresh)];
    return () => diffWordsWithSpace(oldText, newText, { timeout: MOST_MILLISECONDS })?.length;
  },
};

const run = await methods[method]();
const start = process.hrtime.bigint();
const changes = run();
const wall = Number(process.hrtime.bigint() - start) / 1e6;
console.log(JSON.stringify({ wall, changes: changes ?? null }));
