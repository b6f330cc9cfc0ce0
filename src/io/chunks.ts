/** Loads the chunks of the built program, with the compiled code that the build has recorded beside them. */
import { isAscii } from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

/** The compiled code of a chunk lies beside it under its name and this ending. */
export const CODE_CACHE_ENDING = '.cache';

type Require = (id: string) => unknown;

/**
 * A `require` for the chunks in `folder`, which ask for each other as `./NAME` and otherwise only for what is built into
 * Node. Compiling is the largest part of a start-up; V8 takes recorded code in its place and refuses it by itself where
 * it comes from another version of Node, other flags or another source: then the chunk is compiled as usual.
 * `loaded` receives each chunk's file and script, for the build to record its code.
 */
export function chunkLoader(
  folder: string,
  loaded: (file: string, script: vm.Script) => void = () => {},
): Require {
  const modules = new Map<string, { exports: unknown }>();
  const load: Require = id => {
    if (!id.startsWith('./')) return process.getBuiltinModule(id);
    const known = modules.get(id);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    modules.set(id, module);
    const filename = path.join(folder, id);
    const script = compiled(filename);
    loaded(filename, script);
    script.runInThisContext()(module.exports, load, module, filename, folder);
    return module.exports;
  };
  return load;
}

function compiled(filename: string): vm.Script {
  const bytes = fs.readFileSync(filename);
  const source = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  const cachedData = recordedCode(filename);
  return new vm.Script(`(function(exports,require,module,__filename,__dirname){${source}\n})`, {
    filename,
    ...(cachedData && { cachedData }),
  });
}

function recordedCode(filename: string): Buffer | undefined {
  try {
    return fs.readFileSync(filename + CODE_CACHE_ENDING);
  } catch {
    return undefined;
  }
}
