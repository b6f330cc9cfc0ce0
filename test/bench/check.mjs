// check against reading alone, and against ajv-cli and spectral run on the same files with our schema.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateTranscript } from './generate.mjs';
import { interleave, milliseconds, table, times } from './measure.mjs';

const PEERS = ['ajv-cli@5.0.0', '@stoplight/spectral-cli@6.16.3'];
const ROUNDS = 3;

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

export function benchCheck(root, folder) {
  const bin = installPeers(root);
  const { schemaFile, rules } = writeSchemas(root, folder);
  const ours = [process.execPath, path.join(root, 'bin/onrecord.cjs'), 'check', '--format', 'line'];
  const sizes = [
    ['10 MB', [1e7]],
    ['1,000 x 10 KB', Array.from({ length: 1000 }, () => 1e4)],
  ];
  for (const [label, bytes] of sizes) {
    const inputs = path.join(folder, label.replaceAll(/\W/g, ''));
    mkdirSync(inputs);
    for (const [index, size] of bytes.entries())
      writeFileSync(path.join(inputs, `t${index}.yaml`), generateTranscript(size, index + 1).yaml);
    spawnSync(ours[0], [...ours.slice(1), '--fix', inputs]);
    const glob = `${inputs}/*.yaml`;
    const rows = [
      ['check, all rules and places', [...ours, inputs]],
      ['reading alone (one rule)', [...ours, '--rule', 'ground-rule', inputs]],
      [
        'ajv-cli, neither rules nor places',
        [path.join(bin, 'ajv'), 'validate', '--strict=false', '-s', schemaFile, '-d', glob],
      ],
      [
        'spectral, schema and places',
        [path.join(bin, 'spectral'), 'lint', '-r', rules, '--fail-severity', 'error', glob],
      ],
    ];
    const medians = interleave(
      rows.map(([, command]) => command),
      ROUNDS,
      { statuses: [0, 1] },
    );
    console.log(
      table([
        [`checking ${label}`, 'median', 'against check'],
        ...rows.map(([name], i) => [name, milliseconds(medians[i]), times(medians[i] / medians[0])]),
      ]),
    );
    console.log();
  }
}
