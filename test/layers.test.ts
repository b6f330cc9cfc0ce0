/** Who may import whom, and that nothing imports itself in a circle. A row that gets in the way is changed here, with its reason, or the code is. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

interface Row {
  /** Folders of ours it may import, beside itself. */
  readonly ours: readonly string[];
  /** Packages that any file of the layer may import. */
  readonly packages?: readonly string[];
  /** Packages that only the named file may import. */
  readonly onlyIn?: Readonly<Record<string, readonly string[]>>;
  readonly node?: boolean;
  readonly why: string;
}

const TABLE: Record<string, Row> = {
  core: {
    ours: [],
    onlyIn: {
      diff: ['core/diff/sequence.ts', 'core/diff/patch.ts'],
      'any-ascii': ['core/model/party-id.ts'],
      edtf: ['core/dates/edtf.ts'],
      'node:crypto': ['core/anchor/hash.ts'],
      'fast-string-width': ['core/text/width.ts'],
      // Types and build time only: what runs are the generated validators.
      typebox: ['core/schema/schema.ts'],
    },
    why: 'values in, values out: the same result everywhere, testable without a process; each package has one door',
  },
  rules: {
    ours: ['core'],
    why: 'a rule sees a project and nothing else, so its examples are all it needs to be tested',
  },
  formats: {
    ours: ['core'],
    onlyIn: {
      'js-yaml': [
        'formats/yaml/read/full-reader.ts',
        'formats/yaml/read/tree-builder.ts',
        'formats/yaml/read/key-text.ts',
      ],
      yaml: ['formats/yaml/edit/new-text.ts', 'formats/yaml/edit/yaml-library.ts'],
      entities: ['formats/shared/html-references.ts'],
      fflate: ['formats/shared/unpack-document.ts'],
      saxes: ['formats/shared/xml.ts'],
      papaparse: ['formats/csv/table.ts'],
      // The tree that the parser makes; its types.
      mdast: ['formats/markdown/parse.ts', 'formats/drafts/markdown.ts'],
      'mdast-util-from-markdown': ['formats/markdown/parse.ts'],
      'mdast-util-gfm-table': ['formats/markdown/parse.ts'],
      'micromark-extension-gfm-table': ['formats/markdown/parse.ts'],
      '@humanwhocodes/momoa': ['formats/shared/json-source.ts'],
    },
    why: 'text to values and back; both YAML libraries stay behind one small interface',
  },
  printers: {
    ours: ['core'],
    packages: ['chalk'],
    // Its types: what a page of the guide is made of.
    onlyIn: { mdast: ['printers/guide-page.ts'] },
    why: 'a printer is a function from a value to a string; chalk comes in as a value, only its type is imported',
  },
  io: {
    ours: ['core'],
    packages: ['chalk'],
    onlyIn: { '@clack/core': ['io/prompts.ts'] },
    node: true,
    why: 'the only layer that touches files, streams and the terminal',
  },
  project: {
    ours: ['core', 'rules', 'formats', 'io'],
    why: 'from names to projects, for commands, the library and servers: it prints nothing and knows no options',
  },
  commands: {
    ours: ['project', 'core', 'rules', 'formats', 'printers', 'io'],
    packages: ['commander'],
    node: false,
    why: 'a command puts the layers together; it reaches the outside only through io',
  },
  cli: {
    ours: ['commands', 'project', 'printers', 'io', 'core'],
    packages: ['commander'],
    why: 'the composition root: argv and the real environment in, exit status out',
  },
  library: {
    ours: ['commands', 'project', 'io', 'core'],
    packages: ['commander'],
    node: false,
    why: 'the commands themselves, on files that the caller hands over: a program never gets another answer than a person',
  },
  'index.ts': { ours: ['library'], why: 're-exports, no code' },
};

/** commands and projects need to join paths; `node:path` has no effects. */
const HARMLESS = ['node:path'];

const SOURCE = path.resolve(import.meta.dirname, '../src');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => path.relative(SOURCE, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s*['"]([^'"]+)['"]/g;

function importsOf(file: string): string[] {
  const code = readFileSync(path.join(SOURCE, file), 'utf8');
  return [...code.matchAll(IMPORT)].map(match => (match[1] ?? match[2] ?? match[3])!);
}

function faultsOf(file: string): string[] {
  const layer = file.split('/')[0]!;
  const row = TABLE[layer];
  if (row === undefined) return [`${file}: the layer ${layer} has no row in the table`];
  const faults: string[] = [];
  for (const name of importsOf(file)) {
    if (name.startsWith('.')) {
      const target = path.posix.join(path.posix.dirname(file), name).split('/')[0]!;
      if (target !== layer && !row.ours.includes(target))
        faults.push(`${file} imports ${name}: ${layer} may not import ${target}`);
    } else if (name.startsWith('node:')) {
      const isAllowed =
        row.node === true ||
        row.onlyIn?.[name]?.includes(file) === true ||
        (['commands', 'project', 'library'].includes(layer) && HARMLESS.includes(name));
      if (!isAllowed) {
        faults.push(`${file} imports ${name}: ${layer} may not import Node's modules`);
      }
    } else {
      const bare = name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/');
      if (!row.packages?.includes(bare) && !row.onlyIn?.[bare]?.includes(file)) {
        faults.push(`${file} imports ${name}: ${layer} may not import this package here`);
      }
    }
  }
  return faults;
}

const files = filesBelow(SOURCE).filter(file => !file.startsWith('build/'));

test('every import stands in the table', () => {
  expect(files.flatMap(faultsOf)).toEqual([]);
});

test('the table is enforced on real files', () => {
  expect(files.length).toBeGreaterThan(10);
  expect(importsOf('io/replace-file.ts')).toContain('node:fs');
  expect(importsOf('commands/index.ts')).toContain('./show.ts');
});

/** What each file imports of ours, types included. */
const imports: Graph = new Map(
  files.map(file => [
    file,
    importsOf(file)
      .filter(name => name.startsWith('.'))
      .map(name => path.posix.join(path.posix.dirname(file), name)),
  ]),
);

type Graph = ReadonlyMap<string, readonly string[]>;

/** The arrows of a graph that are left when every node without an arrow to it or from it is gone, again and again. */
function circlesIn(graph: Graph): string[] {
  let nodes = new Set(graph.keys());
  for (let before = -1; before !== nodes.size; ) {
    before = nodes.size;
    const targets = new Set([...nodes].flatMap(node => graph.get(node)!));
    nodes = new Set(
      [...nodes].filter(node => targets.has(node) && graph.get(node)!.some(to => nodes.has(to))),
    );
  }
  return [...nodes].flatMap(node =>
    [...new Set(graph.get(node)!)].filter(to => nodes.has(to)).map(to => `${node} -> ${to}`),
  );
}

/** What the files and folders of a folder import of each other, each folder as one. */
function importsInside(folder: string): Graph {
  const childOf = (file: string) => {
    const relative = path.posix.relative(folder, file);
    return relative.startsWith('..') ? undefined : path.posix.join(folder, relative.split('/')[0]!);
  };
  const graph = new Map<string, string[]>();
  for (const [file, targets] of imports) {
    const from = childOf(file);
    if (from === undefined) continue;
    const others = targets.flatMap(target => childOf(target) ?? []).filter(target => target !== from);
    graph.set(from, [...(graph.get(from) ?? []), ...others]);
  }
  return graph;
}

test('no files import each other in a circle', () => {
  expect(circlesIn(imports)).toEqual([]);
});

const folders = new Set(
  files.flatMap(file => [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index))),
);
test.for(['.', ...folders])('no files and folders of %s import each other in a circle', folder => {
  expect(circlesIn(importsInside(folder))).toEqual([]);
});

test('a circle is found, with the arrows that make it', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b', 'd']],
    ['d', []],
  ]);
  expect(circlesIn(graph)).toEqual(['b -> c', 'c -> b']);
});

test('printers take chalk as a value and import only its type', () => {
  const offenders = files.filter(
    file =>
      file.startsWith('printers/') &&
      /import (?!type)[^;]*from 'chalk'/.test(readFileSync(path.join(SOURCE, file), 'utf8')),
  );
  expect(offenders).toEqual([]);
});
