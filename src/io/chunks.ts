/** Loads the chunks of the built program, with the compiled code that the build has recorded beside them. */
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { readFully } from './read-fully.ts';

/**
 * The compiled code of a chunk lies beside it under its name and this ending, which tells the Node that it is for: V8 asks
 * for its own version alone, and what another Node with that version has compiled ends the process.
 */
export const CODE_CACHE_ENDING = `.${process.version}-${process.platform}-${process.arch}.cache`;

type Require = (id: string) => unknown;

/** What a chunk is: a function of these, in ASCII. The build writes it so, for each change of the text is another copy. */
type Chunk = (
  exports: unknown,
  require: Require,
  module: { exports: unknown },
  filename: string,
  folder: string,
) => void;

export interface ChunkLoaderOptions {
  /** Receives each chunk's file and script, for the build to record its code. */
  readonly loaded?: (file: string, script: vm.Script) => void;
  /** Compiles a chunk when the time has come. */
  readonly compiling?: (compile: () => vm.Script) => vm.Script;
}

/**
 * A `require` for the chunks in `folder`, which ask for each other as `./NAME` and otherwise only for what is built into
 * Node. Compiling is the largest part of a start-up; V8 takes recorded code in its place and refuses it by itself where
 * it was made under other flags or from another source: then the chunk is compiled as usual.
 */
export function chunkLoader(
  folder: string,
  { loaded = () => {}, compiling = compile => compile() }: ChunkLoaderOptions = {},
): Require {
  const modules = new Map<string, { exports: unknown }>();
  const load: Require = id => {
    if (!id.startsWith('./')) return process.getBuiltinModule(id);
    const known = modules.get(id);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    modules.set(id, module);
    const filename = path.join(folder, id);
    const script = compiling(() => compiled(filename));
    loaded(filename, script);
    (script.runInThisContext() as Chunk)(module.exports, load, module, filename, folder);
    return module.exports;
  };
  return load;
}

function compiled(filename: string): vm.Script {
  const source = readInto(filename).toString('latin1');
  const cachedData = recordedCode(filename);
  return new vm.Script(source, { filename, ...(cachedData && { cachedData }) });
}

function recordedCode(filename: string): Buffer | undefined {
  try {
    return readInto(filename + CODE_CACHE_ENDING);
  } catch {
    return undefined;
  }
}

/** One place in memory for all chunks and their code, one after the other: memory that was never used is slow to get. */
let memory = Buffer.allocUnsafeSlow(700_000);

/** The bytes of a file, until the next is read. */
function readInto(file: string): Buffer {
  const descriptor = fs.openSync(file, 'r');
  try {
    const { size } = fs.fstatSync(descriptor);
    if (size > memory.length) memory = Buffer.allocUnsafeSlow(size);
    return readFully(descriptor, size, memory);
  } finally {
    fs.closeSync(descriptor);
  }
}
