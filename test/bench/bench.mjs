// What the program costs, as ratios within one run. Absolute times depend on the machine and its mood; ratios hold.
//   npm run bench            all sections
//   npm run bench -- start   one of: start, read, diff, check, convert, text, inplace, find, scale
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { benchCheck } from './check.mjs';
import { diffSection } from './diff/section.mjs';
import { findSection } from './find/section.mjs';
import { generateTalk, generateTranscript } from './generate.mjs';
import { inplaceSection } from './inplace/section.mjs';
import { childJson, interleave, median, milliseconds, table, times } from './measure.mjs';
import { scaleSection } from './scale/section.mjs';
import { textSection } from './text/section.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'onrecord-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const sections = {
  /** Start-up of the installed program against an empty Node program; the bars are those of Node 24. */
  start() {
    const node = process.execPath;
    const command = (folder, ...args) => [node, path.join(folder, 'bin/onrecord.cjs'), ...args];
    const sample = folder => path.join(folder, 'data/yerevan-2016/transcript.yaml');
    const show = folder => command(folder, 'show', sample(folder));
    const check = folder => command(folder, 'check', path.dirname(sample(folder)));
    const base = process.env.ONRECORD_BENCH_BASE;
    const rows = [
      ['node -e 0', '', [node, '-e', '0']],
      ['onrecord --version', '1.15x', command(root, '--version')],
      ['onrecord show SAMPLE', '2.30x', show(root)],
      // Within 1.1 times the whole view.
      ['onrecord show SAMPLE --brief', '2.53x', [...show(root), '--brief']],
      ['onrecord check SAMPLE', '2.50x', check(root)],
      ...(base === undefined
        ? []
        : [
            ['show SAMPLE, version before', '', show(base)],
            ['check SAMPLE, version before', '', check(base)],
          ]),
    ];
    const medians = interleave(
      rows.map(row => row[2]),
      20,
      { statuses: [0, 1] },
    );
    console.log(
      table([
        [`start-up, Node ${process.versions.node}`, 'median', 'against node -e 0', 'wanted'],
        ...rows.map(([name, wanted], i) => [
          name,
          milliseconds(medians[i]),
          times(medians[i] / medians[0]),
          wanted,
        ]),
      ]),
    );
  },

  /** Reading with a source position for every node, against the library for YAML documents and against JSON. */
  async read() {
    const { readers } = await bundle(root, path.join(folder, 'readers'), {
      readers: 'test/bench/onrecord.ts',
    });
    for (const [label, bytes] of [
      ['1 MB', 1e6],
      ['10 MB', 1e7],
    ]) {
      const { yaml, json } = generateTranscript(bytes);
      const yamlFile = path.join(folder, 'talk.yaml');
      const jsonFile = path.join(folder, 'talk.json');
      writeFileSync(yamlFile, yaml);
      writeFileSync(jsonFile, json);
      const methods = [
        ['values and positions', 'positions', yamlFile],
        ['checked document', 'document', yamlFile],
        ['yaml.parseDocument', 'parseDocument', yamlFile],
        ['JSON.parse', 'jsonParse', jsonFile],
      ];
      const runs = methods.map(() => []);
      for (let round = 0; round < 5; round++) {
        for (const [index, [, method, file]] of methods.entries())
          runs[index].push(childJson(path.join(here, 'read-one.mjs'), readers, method, file));
      }
      const walls = runs.map(list => median(list.map(run => run.wall)));
      const peaks = runs.map(list => median(list.map(run => run.peak)));
      console.log(
        table([
          [`reading ${label}`, 'median', 'faster than yaml', 'of JSON.parse', 'peak', 'of yaml'],
          ...methods.map(([name], i) => [
            name,
            milliseconds(walls[i]),
            times(walls[2] / walls[i]),
            times(walls[i] / walls[3]),
            `${peaks[i].toFixed(0)} MiB`,
            times(peaks[i] / peaks[2]),
          ]),
        ]),
      );
      console.log();
    }
  },

  /** Checking with all rules, against reading alone and against linters that check the schema. */
  check: () => benchCheck(root, folder),

  /** Converting a text and captions, against reading them alone and against reading the same talk from our YAML. */
  async convert() {
    const { formats, readers } = await bundle(root, path.join(folder, 'modules'), {
      formats: 'src/formats/index.ts',
      readers: 'test/bench/onrecord.ts',
    });
    for (const [label, bytes] of [
      ['1 MB', 1e6],
      ['10 MB', 1e7],
    ]) {
      const { text, yaml } = generateTalk(bytes);
      const textFile = path.join(folder, 'talk.txt');
      const yamlFile = path.join(folder, 'talk.yaml');
      writeFileSync(textFile, text);
      writeFileSync(yamlFile, yaml);
      const pairs = [
        ['text', 'onrecord-yaml', textFile],
        ['text', 'webvtt', textFile],
        ['text', 'srt', textFile],
        ['text', 'csv', textFile],
        ['onrecord-yaml', 'text', yamlFile],
      ];
      const runs = pairs.map(() => []);
      const ours = [];
      for (let round = 0; round < 3; round++) {
        for (const [index, pair] of pairs.entries())
          runs[index].push(childJson(path.join(here, 'convert-one.mjs'), formats, ...pair));
        ours.push(childJson(path.join(here, 'read-one.mjs'), readers, 'document', yamlFile).wall);
      }
      const medianOf = (list, key) => median(list.map(run => run[key]));
      console.log(
        table([
          [`converting ${label}`, 'reading alone', 'both', 'of reading', 'of reading our YAML'],
          ...pairs.map(([from, to], i) => [
            `${from} to ${to}`,
            milliseconds(medianOf(runs[i], 'read')),
            milliseconds(medianOf(runs[i], 'wall')),
            times(medianOf(runs[i], 'wall') / medianOf(runs[i], 'read')),
            times(medianOf(runs[i], 'wall') / median(ours)),
          ]),
        ]),
      );
      console.log();
    }
  },

  /** Comparing two versions: against other programs, after reading against git, and how the cost grows. */
  diff: () => diffSection(root, folder),

  /** Reading plain text, by the style of its heads. */
  text: () => textSection(root, folder),

  /** Captions used where they lie, against reading and converting them. */
  inplace: () => inplaceSection(root, folder),

  /** Words in many transcripts, and in a long one. */
  find: () => findSection(root, folder),

  /** Merging and converting very large files: the memory they take. */
  scale: () => scaleSection(root, folder),
};

const wanted = process.argv.slice(2);
for (const [name, section] of Object.entries(sections)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await section();
  console.log();
}
