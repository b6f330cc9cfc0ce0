/** Bundles the parts under test: Node 20 does not run TypeScript. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Languages of the kinds of text. */
const TAGS = ['en', 'de', 'ru'];
const file = `${root}node_modules/.cache/onrecord-bench/anchors.mjs`;

export async function load() {
  const bundle = await rolldown({
    input: `${root}test/bench/anchors/onrecord.ts`,
    platform: 'node',
    external: [/^node:/],
  });
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  await bundle.close();
  return loadBuilt();
}

/** What the last `load` bundled. */
export async function loadBuilt() {
  const { reanchor, loadLanguage } = await import(pathToFileURL(file).href);
  const lists = {};
  for (const tag of TAGS) lists[tag] = (await loadLanguage(tag)).words;
  return (oldUtterances, newUtterances, annotations, tag = 'en') =>
    reanchor(transcript(oldUtterances), transcript(newUtterances), annotations, { words: lists[tag] });
}

/** `reanchor` with words that are given, and the words of the languages that ship; of what the last `load` bundled. */
export async function loadLanguages() {
  const { reanchor, loadLanguage } = await import(pathToFileURL(file).href);
  return {
    loadLanguage,
    reanchor: (oldUtterances, newUtterances, annotations, options) =>
      reanchor(transcript(oldUtterances), transcript(newUtterances), annotations, options),
  };
}

function transcript(utterances) {
  const nothing = {
    parties: new Map(),
    sources: new Map(),
    statements: [],
    claims: [],
    annotations: [],
    extensions: new Map(),
  };
  return { kind: 'transcript', ...nothing, utterances };
}
