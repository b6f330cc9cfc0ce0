// check against reading alone, and against ajv-cli and spectral run on the same files with our schema; and how its cost
// grows with the files.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateTranscript } from './generate.mjs';
import { interleave, median, milliseconds, table, timeOnce, times } from './measure.mjs';

const PEERS = ['ajv-cli@5.0.0', '@stoplight/spectral-cli@6.16.3'];
const ROUNDS = 5;
/** Spectral takes twenty times as long as the others together: one run of it is enough to see that. */
const SLOW_ROUNDS = 1;
/** Files, and bytes of each; the smaller ones first. */
const SHAPES = [
  {
    name: 'one file',
    sizes: [
      ['2.5 MB', 1, 2.5e6],
      ['5 MB', 1, 5e6],
      ['10 MB', 1, 1e7],
    ],
    fasterThanSpectral: 4,
  },
  {
    name: 'files of 10 KB',
    sizes: [
      ['250', 250, 1e4],
      ['500', 500, 1e4],
      ['1,000', 1000, 1e4],
    ],
    fasterThanSpectral: 20,
  },
];
/** Not slower than ajv-cli; and twice the input, about twice the time. */
const OF_AJV = 1;
const OF_HALF = 2.3;

export function benchCheck(root, folder) {
  const bin = installPeers(root);
  const { schemaFile, rules } = writeSchemas(root, folder);
  const ours = [process.execPath, path.join(root, 'bin/onrecord.cjs'), 'check', '--format', 'line'];
  const ajv = [path.join(bin, 'ajv'), 'validate', '--strict=false', '-s', schemaFile, '-d'];
  const spectral = [path.join(bin, 'spectral'), 'lint', '-r', rules, '--fail-severity', 'error'];
  for (const { name, sizes, fasterThanSpectral } of SHAPES) {
    const inputs = sizes.map(size => writeInputs(folder, size, ours));
    const largest = inputs.at(-1);
    const [check, reading, byAjv] = interleave(
      [
        [...ours, largest],
        [...ours, '--rule', 'ground-rule', largest],
        [...ajv, `${largest}/*.yaml`],
      ],
      ROUNDS,
      { statuses: [0, 1] },
    );
    const bySpectral = median(
      Array.from({ length: SLOW_ROUNDS }, () => timeOnce([...spectral, `${largest}/*.yaml`])),
    );
    const row = (label, wall, bar = '') => [
      label,
      milliseconds(wall),
      times(check / wall),
      times(wall / check),
      bar,
    ];
    print([
      [`checking ${name}: ${sizes.at(-1)[0]}`, 'median', 'check / it', 'it / check', ''],
      row('check, all rules and places', check),
      row('reading alone (one rule)', reading),
      row('ajv-cli, neither rules nor places', byAjv, above(check / byAjv, OF_AJV)),
      row('spectral, schema and places', bySpectral, above((fasterThanSpectral * check) / bySpectral, 1)),
    ]);
    const grown = interleave(
      inputs.map(input => [...ours, input]),
      ROUNDS,
      { statuses: [0, 1] },
    );
    print([
      [`growth, ${name}`, 'median', 'of the row before', ''],
      ...sizes.map(([label], i) => {
        const ratio = i === 0 ? undefined : grown[i] / grown[i - 1];
        return i === 0
          ? [label, milliseconds(grown[i]), '', '']
          : [label, milliseconds(grown[i]), times(ratio), above(ratio, OF_HALF)];
      }),
    ]);
  }
}

/** Installs the other programs where nothing else finds them; they are no dependencies of ours. */
function installPeers(root) {
  const folder = path.join(root, 'node_modules/.cache/bench');
  const bin = path.join(folder, 'node_modules/.bin');
  if (!existsSync(path.join(bin, 'spectral'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{"private": true}\n');
    const { status, stderr } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', ...PEERS], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the peers cannot be installed: ${stderr}`);
  }
  return bin;
}

/** The schema for editors, in what both peers take: ajv-cli wants no other names for known values. */
function writeSchemas(root, folder) {
  const schema = JSON.parse(readFileSync(path.join(root, 'data/schema/transcript.schema.json'), 'utf8'));
  const plain = JSON.parse(
    JSON.stringify(schema, (key, value) => (key === 'enumDescriptions' ? undefined : value)),
  );
  const schemaFile = path.join(folder, 'transcript.schema.json');
  writeFileSync(schemaFile, JSON.stringify(plain));
  const rules = path.join(folder, 'spectral.json');
  const rule = {
    given: '$',
    severity: 'error',
    then: { function: 'schema', functionOptions: { schema: plain } },
  };
  writeFileSync(rules, JSON.stringify({ rules: { transcript: rule } }));
  return { schemaFile, rules };
}

/** Files with pins, as files that are worked on have them, and with dates that YAML 1.1 also reads as text. */
function writeInputs(folder, [label, count, bytes], ours) {
  const inputs = path.join(folder, `${count}x${bytes}`);
  mkdirSync(inputs);
  for (let index = 0; index < count; index++) {
    const { yaml } = generateTranscript(bytes, index + 1);
    writeFileSync(path.join(inputs, `t${index}.yaml`), yaml.replaceAll(/(?<=^ +created: )(.*)$/gm, "'$1'"));
  }
  const { status } = spawnSync(ours[0], [...ours.slice(1), '--fix', inputs]);
  if (status !== 0 && status !== 1) throw new Error(`check --fix of ${label} ended with ${status}`);
  return inputs;
}

function above(ratio, bar) {
  return ratio > bar ? 'ABOVE THE BAR' : '';
}

function print(rows) {
  console.log(table(rows));
  console.log();
}
