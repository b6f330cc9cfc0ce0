// Which modules share a chunk. Rolldown makes one for each set of entries that share modules: `show` would load forty files,
// which take Node longer to find and open than all of them to compile.
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../', import.meta.url));

/**
 * What is loaded by `--version`, by every command, and by those that are run most, whatever their options and files. `one`:
 * for one transcript that is named by its folder or a revision, and by who speaks in it.
 */
const LOADED = {
  main: ['cli/main.ts'],
  start: ['cli/start.ts'],
  show: ['commands/show.ts', 'printers/view/text.ts'],
  check: ['commands/check/index.ts', 'printers/findings/text.ts'],
  diff: ['commands/diff.ts', 'printers/diff/text.ts'],
  quotes: ['commands/quotes/index.ts', 'printers/quotes/text.ts', 'core/language/generated/english.ts'],
  talks: ['commands/find/index.ts', 'commands/stats/index.ts', 'commands/timeline.ts'],
  one: ['project/named-transcript.ts', 'commands/speakers/index.ts'],
  page: ['commands/web-page.ts'],
};
/**
 * Commands whose own modules are cut once more: `quotes` and the commands on many talks (`find`, `stats`, `timeline`) need
 * little of them, and other commands need much the same; of `diff`, one transcript needs less still.
 */
const CUT = ['check', 'diff'];

const reached = new Map();

/** The modules that some of ours import, directly or not, before they run. */
function modulesOf(name, bundle) {
  let modules = reached.get(name);
  if (modules === undefined) {
    // A set also visits what is added to it on the way.
    modules = new Set(LOADED[name].map(file => `${source}${file}`));
    for (const id of modules)
      for (const imported of bundle.getModuleInfo(id)?.importedIds ?? []) modules.add(imported);
    reached.set(name, modules);
  }
  return modules;
}

/**
 * Names the chunk of a module after the commands that always load it; null leaves it to rolldown. What a module imports is
 * loaded by the same commands at least, so no two chunks import each other.
 */
export function chunkOf(id, bundle) {
  const isUsedBy = name => modulesOf(name, bundle).has(id);
  // `--version` answers without the start of the commands.
  if (isUsedBy('main')) return null;
  if (isUsedBy('start')) return 'start';
  const name = ['show', 'check', 'diff'].filter(isUsedBy).join('-');
  if (name === '') return null;
  // Two small modules, for which a page would load all that `quotes` needs of `check`.
  if (name === 'check' && isUsedBy('page')) return 'show-check-diff';
  if (!CUT.includes(name)) return name;
  if (name === 'diff' && isUsedBy('one')) return 'diff-one';
  return isUsedBy('quotes') || isUsedBy('talks') ? `${name}-shared` : name;
}
