/** Commands that are printed to be copied name the file that is meant, to a real shell, whatever its name is. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { shellWord } from '../../src/core/text/shell-word.ts';
import { runCli } from '../helpers/run-cli.ts';
import { partOf } from '../helpers/runs.ts';

/** Each holds `qx`, by which its pieces are found again. */
const NAMES = [
  '-rf qx',
  "it's qx",
  '"qx" $(id) `id` $HOME',
  'qx;id&|<>*?[a]#~!',
  'a\nqx',
  '\u202eqx ##[x',
  'qx ',
  'qx',
];

/** The words of commands, as bash cuts them. */
function wordsOf(commands: readonly string[]): string[] {
  const script = `onrecord() { printf '%s\\0' "$@"; }\n${commands.map(each => `${each} || exit\n`).join('')}`;
  const { stdout, status, stderr } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${commands.join('\n')}: ${stderr}`);
  return stdout.split('\0').slice(0, -1);
}

/** Commands stand up to a backtick, a semicolon in front of other ways, or the end of the line. */
const COMMAND =
  /onrecord (?:show|check|edit|annotate|reanchor|convert|resolve|add|speakers) (?:'[^']*'|\\'|[^\n`;'])*/g;

const TALK = 'onrecord: 1\nparties: {ann: {name: Ann Baker}}\nutterances:\n';
const SAID = '  - {id: u1, speaker: ann, text: We signed on Monday.}\n';
const LAYER = 'onrecord: 1\ntranscript: TALK\ncreator: Ada\n';
const CUE = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>We signed.\n';

interface Scene {
  /** By name; NAME stands for the nasty one. */
  readonly files: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
  readonly columns?: number;
  /** The file is named in another one. */
  readonly isByReference?: true;
}

const SCENES: Readonly<Record<string, Scene>> = {
  'an edit that is not finished, told by check': {
    files: { 'NAME.yaml': TALK + SAID, 'NAME.yaml.edit.lock': '{' },
    argv: ['check', './NAME.yaml'],
  },
  'an edit that is not finished, in the way of another': {
    files: { 'NAME.yaml': TALK + SAID, 'NAME.yaml.edit.lock': '{' },
    argv: ['add', 'party', './NAME.yaml', 'Bob'],
  },
  'a new project': { files: {}, argv: ['init', './NAME'] },
  'a transcript that was made': {
    files: { 'talk.vtt': CUE },
    argv: ['convert', 'talk.vtt', '-o', './NAME.yaml'],
  },
  'layers of what was converted': {
    files: { 'NAME.vtt': CUE, 'NAME.layer.yaml': LAYER.replace('TALK', JSON.stringify('NAME.vtt')) },
    argv: ['convert', './NAME.vtt', '-o', './NAME.yaml'],
  },
  'a transcript with errors': {
    files: {
      'NAME.yaml': `${TALK}  - {id: u1, text: [}\n`,
      'a.layer.yaml': `${LAYER.replace('TALK', JSON.stringify('NAME.yaml'))}annotations: []\n`,
    },
    argv: ['check', 'a.layer.yaml'],
    isByReference: true,
  },
  'captions in a folder': { files: { 'NAME.vtt': CUE }, argv: ['check', '.'] },
  'a transcript in another format': {
    files: { 'NAME.vtt': CUE },
    argv: ['edit', './NAME.vtt', 'u1', '--text', 'x'],
  },
  'another format, with --fix': { files: { 'NAME.vtt': CUE }, argv: ['check', '--fix', './NAME.vtt'] },
  'an utterance without an id': {
    files: { 'NAME.yaml': `${TALK}  - {speaker: ann, text: We signed.}\n` },
    argv: ['annotate', './NAME.yaml', '--quote', 'signed', '--comment', 'x'],
  },
  'a party that is not declared': {
    files: { 'NAME.yaml': TALK + SAID },
    argv: ['annotate', './NAME.yaml', '--target', 'u1', '--speaker', "It's qx"],
  },
  'what is asked for instead': {
    files: { 'NAME.yaml': TALK + SAID },
    argv: ['annotate', './NAME.yaml', '--target', 'u1', '--tag', 'confirmed'],
    columns: 80,
  },
  'a transcript for annotations': {
    files: { 'NAME.yaml': `${TALK}  - {id: u1, text: [}\n`, 'talk.vtt': CUE },
    argv: ['convert', 'talk.vtt', '--transcript', './NAME.yaml'],
  },
  'a speaker without a name': {
    files: { 'NAME.yaml': 'onrecord: 1\nutterances:\n  - {id: u1, speaker: speaker_00, text: We signed.}\n' },
    argv: ['speakers', './NAME.yaml'],
    columns: 80,
  },
  'what waits': {
    files: {
      'NAME.yaml': `${TALK}${SAID}annotations:\n  - {id: a1, target: u1, quote: never, pin: sha256-00000000, comment: x}\n`,
    },
    argv: ['show', './NAME.yaml'],
  },
  'what has no place any more': {
    files: {
      'old.yaml': `${TALK}  - {id: u1, speaker: ann, text: We never signed anything of that kind.}\n`,
      'NAME.yaml': TALK + SAID.replace('We signed on Monday.', 'Quite another word.'),
      'NAME.layer.yaml': `${LAYER.replace('TALK', JSON.stringify('NAME.yaml'))}annotations:\n  - {id: a1, target: u1, quote: anything, comment: x}\n`,
    },
    argv: ['reanchor', 'old.yaml', './NAME.yaml', './NAME.layer.yaml'],
  },
  'words that changed': {
    files: {
      'NAME.yaml': `${TALK}${SAID}annotations:\n  - {id: a1, target: u1, quote: signed, pin: sha256-00000000, comment: x}\n`,
    },
    argv: ['check', './NAME.yaml'],
  },
  'conflicts that git is told of': {
    files: {
      base: `${TALK}${SAID}title: a\n`,
      ours: `${TALK}${SAID}title: b\n`,
      theirs: `${TALK}${SAID}title: c\n`,
    },
    argv: ['merge-driver', 'base', 'ours', 'theirs', '7', './NAME.yaml'],
  },
};

async function commandsIn({ files, argv, columns }: Scene, name: string): Promise<string[]> {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'onrecord-copy-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  const named = (text: string) => text.replaceAll('NAME', () => name);
  // In a file the name stands in quotation marks.
  const inFile = (text: string) => text.replaceAll('NAME', () => JSON.stringify(name).slice(1, -1));
  for (const [file, text] of Object.entries(files))
    fs.writeFileSync(path.join(folder, named(file)), inFile(text));
  const { stdout, stderr } = await runCli(argv.map(named), { cwd: folder, ...(columns && { columns }) });
  const output = `${stdout}${stderr}`.replace(/\u001b\[[\d;]*m/g, '');
  return [...output.matchAll(COMMAND)].map(([command]) => command);
}

describe.each(Object.entries(SCENES))('%s', (what, scene) => {
  test.each(partOf(NAMES, 3, Object.keys(SCENES).indexOf(what)))('%j', async name => {
    const words = wordsOf(await commandsIn(scene, name));
    const files = words.filter(word => word.includes('qx'));
    // A reference with a line break is refused as such.
    if (!(scene.isByReference && name.includes('\n'))) expect(files.length).toBeGreaterThan(0);
    const isMeant = (word: string) => word === "It's qx" || word.includes(name);
    expect(files.filter(word => !isMeant(word))).toEqual([]);
    // A name that begins with a dash is a file, not an option.
    expect(files.filter(word => word.startsWith('-'))).toEqual([]);
  });
});

test.each(NAMES)('%j is one word of a shell', name => {
  const word = shellWord(name);
  expect(wordsOf([`onrecord show ${word}`])).toEqual(['show', name.startsWith('-') ? `./${name}` : name]);
  expect(word).toMatch(/^[\x20-\x7e]*$/);
});
