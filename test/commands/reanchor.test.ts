import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pinOf } from '../../src/core/anchor/pin.ts';
import type { Utterance } from '../../src/core/model/model.ts';
import type { Document } from '../../src/core/model/project.ts';
import type { CliResult } from '../helpers/run-cli.ts';
import { runsOf } from '../helpers/runs.ts';
import { folderOfAllTests } from '../helpers/test-folder.ts';

const { folder, run, write: writeFile } = folderOfAllTests();

const LONG_AGO = new Date('2001-01-01T00:00:00Z');
const layerFile = path.join(folder, 'notes.layer.yaml');

type Line = Pick<Utterance, 'text'> & { readonly id: string };

function writeTranscript(name: string, lines: readonly Line[]): void {
  const entries = lines.map(
    ({ id, text }) => `  - {id: ${id}, speaker: rao, text: ${JSON.stringify(text)}}\n`,
  );
  writeFile(name, `onrecord: 1\nutterances:${lines.length === 0 ? ' []' : ''}\n${entries.join('')}`);
}

function pin({ id, text }: Line): string {
  const value: Utterance = { id, speaker: 'rao', text: text! };
  return pinOf([{ id, kind: 'utterance', value, document: {} as Document, path: [] }])!;
}

/** A layer as somebody may have typed it: comments, both styles of mapping, a quote or none, a pin or none. */
function layerText(lines: readonly Line[]): string {
  const entries = lines.map((line, index) => {
    const words = line.text!.split(' ').slice(0, 3).join(' ');
    return [
      `  - id: q${index} # first words\n    target: [${line.id}]\n    quote: '${words}'\n    tag: unclear\n`,
      `  # the whole\n  - { id: q${index}, target: ${line.id}, pin: ${pin(line)}, comment: "kept", x-own: [1,2] }\n`,
      `  - comment: |\n      as typed\n    target:   "${line.id}"\n    pin: ${pin(line)}\n    id: q${index}\n\n`,
    ][index % 3]!;
  });
  return `# notes\nonrecord: 1\ntranscript: old.yaml\nannotations:\n${entries.join('')}# end\n`;
}

const words = fc
  .array(fc.constantFrom('harvest', 'the', 'not', '5', 'José', '😀', 'signed', 'bank', 'не'), {
    minLength: 3,
    maxLength: 8,
  })
  // The first three words are quoted: standing twice, they would be ambiguous before anything is edited.
  .filter(list => {
    const quote = list.slice(0, 3).join(' ');
    return list.join(' ').lastIndexOf(quote) === 0;
  });
const lines = fc
  .array(words, { minLength: 1, maxLength: 5 })
  .map(texts => texts.map((text, index): Line => ({ id: `u${index + 1}`, text: text.join(' ') })));
const lineEnds = fc.constantFrom('\n', '\r\n');
const bom = fc.constantFrom('', '\ufeff');

function writeLayer(text: string, lineEnd: string, mark: string): Buffer {
  writeFileSync(layerFile, mark + text.replaceAll('\n', lineEnd));
  utimesSync(layerFile, LONG_AGO, LONG_AGO);
  return readFileSync(layerFile);
}

const reanchor = (...more: string[]): Promise<CliResult> =>
  run('reanchor', 'old.yaml', 'new.yaml', 'notes.layer.yaml', ...more);

test('nothing edited: the file is not touched', async () => {
  await fc.assert(
    fc.asyncProperty(lines, lineEnds, bom, async (talk, lineEnd, mark) => {
      writeTranscript('old.yaml', talk);
      const bytes = writeLayer(layerText(talk), lineEnd, mark);
      const argv = [
        'reanchor',
        'old.yaml',
        'old.yaml',
        'notes.layer.yaml',
        '--accept',
        'moved,edited',
        '--creator',
        'A. Reader',
      ];
      expect(await run(...argv)).toMatchObject({ status: 0, stderr: '' });
      expect(readFileSync(layerFile).equals(bytes)).toBe(true);
      expect(statSync(layerFile).mtime).toEqual(LONG_AGO);
    }),
    { numRuns: 15 },
  );
});

test('any edit: every annotation and comment stays, and a second run does not touch the file', async () => {
  await fc.assert(
    fc.asyncProperty(lines, lines, lineEnds, bom, fc.boolean(), async (talk, other, lineEnd, mark, isAll) => {
      writeTranscript('old.yaml', talk);
      writeTranscript('new.yaml', [
        ...other.slice(1),
        ...talk.slice(1).map(({ id, text }, index) => ({ id: `n${index}${id}`, text: text! })),
      ]);
      const text = layerText(talk);
      writeLayer(text, lineEnd, mark);
      const accept = isAll ? ['--accept', 'moved,edited', '--creator', 'A. Reader'] : [];
      const first = await reanchor(...accept);
      expect([0, 1]).toContain(first.status);
      const bytes = readFileSync(layerFile);
      const kept = (of: string) => of.match(/\bid: q\d|#.*|x-own: \[1,2\]|as typed/g);
      expect(kept(bytes.toString())).toEqual(kept(text.replaceAll('\n', lineEnd)));
      utimesSync(layerFile, LONG_AGO, LONG_AGO);
      expect(await reanchor(...accept)).toMatchObject({ status: first.status });
      expect(readFileSync(layerFile).equals(bytes)).toBe(true);
      expect(statSync(layerFile).mtime).toEqual(LONG_AGO);
    }),
    { numRuns: runsOf(40) },
  );
});

test('--dry-run writes nothing', async () => {
  writeTranscript('old.yaml', [{ id: 'u1', text: 'Good evening to all.' }]);
  writeTranscript('new.yaml', [{ id: 'u1', text: 'Good evening to all of you.' }]);
  const bytes = writeLayer(layerText([{ id: 'u1', text: 'Good evening to all.' }]), '\n', '');
  expect((await reanchor('--dry-run')).stdout).toContain('would write notes.layer.yaml');
  expect(readFileSync(layerFile).equals(bytes)).toBe(true);
});

describe('who accepts', () => {
  const words = 'The ministry paid five million.';
  const write = () => {
    writeTranscript('old.yaml', [{ id: 'u1', text: words }]);
    writeTranscript('new.yaml', [{ id: 'u1', text: words.replace('five', 'six') }]);
    writeLayer(
      `onrecord: 1\ntranscript: old.yaml\nannotations:\n  - {id: q0, target: u1, comment: x}\n`,
      '\n',
      '',
    );
  };
  const isolated = async (config: string, ...more: string[]) => {
    writeFile('gitconfig', config);
    const before = { ...process.env };
    process.env['GIT_CONFIG_GLOBAL'] = path.join(folder, 'gitconfig');
    process.env['GIT_CONFIG_NOSYSTEM'] = '1';
    try {
      return await reanchor(...more);
    } finally {
      process.env = before;
    }
  };

  test('nobody whom neither --creator nor git names: trouble, and nothing is written', async () => {
    write();
    const bytes = readFileSync(layerFile);
    const result = await isolated('', '--accept', 'q0');
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).toContain('who accepts? --creator NAME');
    expect(readFileSync(layerFile).equals(bytes)).toBe(true);
  });

  test('nobody is asked where nothing is accepted', async () => {
    write();
    expect(await isolated('', '--accept', 'edited')).toMatchObject({ status: 1 });
  });

  test('the name that git has, and the day that is given', async () => {
    write();
    await isolated('[user]\n\tname = Gil Git\n', '--accept', 'q0', '--created', '2025-05-05');
    expect(readFileSync(layerFile, 'utf8')).toContain(
      `accepted: {by: Gil Git, when: 2025-05-05, was: ${words}}`,
    );
  });

  test('--creator before git', async () => {
    write();
    await isolated('[user]\n\tname = Gil Git\n', '--accept', 'q0', '--creator', 'Ada Reader');
    expect(readFileSync(layerFile, 'utf8')).toContain('by: Ada Reader');
  });
});
