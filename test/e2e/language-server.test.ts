import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, getLanguageService } from 'yaml-language-server';
import { TAG_NAMES } from '../../src/core/model/vocabulary.ts';

/** A file beside the sample, whose first line names our schema as users write it. */
const FOLDER = new URL('../../data/yerevan-2016/', import.meta.url);

const server = getLanguageService({
  schemaRequestService: url => readFile(fileURLToPath(url), 'utf8'),
  workspaceContext: { resolveRelativePath: (path, base) => new URL(path, base).href },
});
server.configure({ validate: true, completion: true, schemas: [], customTags: [], yamlVersion: '1.2' });

/** The server keeps what it parsed by name and version. */
let version = 0;

function open(kind: 'transcript' | 'layer', text: string): TextDocument {
  const modeline = `# yaml-language-server: $schema=../schema/${kind}.schema.json\n`;
  version++;
  return TextDocument.create(new URL(`${kind}.yaml`, FOLDER).href, 'yaml', version, modeline + text);
}

/** What is offered at the mark `^`. */
async function offeredAt(kind: 'transcript' | 'layer', marked: string): Promise<CompletionItem[]> {
  const document = open(kind, marked.replace('^', ''));
  const offset = document.getText().length - marked.length + marked.indexOf('^') + 1;
  const { items } = await server.doComplete(document, document.positionAt(offset), false);
  return items;
}

const labels = (items: readonly CompletionItem[]) => items.map(item => item.label);

async function problemsIn(kind: 'transcript' | 'layer', text: string): Promise<string[]> {
  const document = open(kind, text);
  const problems = await server.doValidation(document, false);
  return problems.map(({ message, range }) => `[${document.getText(range).split('\n')[0]}] ${message}`);
}

const TRANSCRIPT = 'onrecord: 1\nutterances:\n  - id: u1\n    text: Yes.\n';
const LAYER = 'onrecord: 1\ntranscript: talk.yaml\nannotations:\n  - id: a1\n    target: u1\n';

test('keys of an utterance are offered', async () => {
  const offered = labels(await offeredAt('transcript', `${TRANSCRIPT}    ^\n`));
  expect(offered).toEqual(expect.arrayContaining(['speaker', 'to', 'form', 'via', 'start', 'source', 'at']));
  expect(offered).not.toContain('quote');
});

test('keys of a date with its role are offered', async () => {
  const offered = labels(await offeredAt('layer', `${LAYER}    date:\n      ^\n`));
  expect(offered).toEqual(expect.arrayContaining(['role', 'edtf', 'as-written', 'inferred']));
});

test('values of a closed list are offered', async () => {
  const offered = labels(await offeredAt('transcript', `${TRANSCRIPT}    form: ^\n`));
  expect(offered).toEqual(['direct', 'mixed', 'indirect', 'narrated', 'free-indirect']);
});

test('values are offered where there may be one or many', async () => {
  const one = labels(await offeredAt('transcript', `${TRANSCRIPT}ground-rule: ^\n`));
  const many = labels(await offeredAt('transcript', `${TRANSCRIPT}ground-rule:\n  - ^\n`));
  expect(one).toEqual(expect.arrayContaining(['on-record', 'leaked']));
  expect(many).toEqual(expect.arrayContaining(['on-record', 'leaked']));
});

test('known tags are offered with their meaning', async () => {
  const offered = await offeredAt('layer', `${LAYER}    tag: ^\n`);
  expect(labels(offered)).toEqual(expect.arrayContaining([...TAG_NAMES]));
  const disputed = offered.find(item => item.label === 'disputed');
  expect(JSON.stringify(disputed?.documentation)).toContain('contests it or its framing');
});

test.for<['transcript' | 'layer', string, string[]]>([
  ['transcript', TRANSCRIPT, []],
  [
    'transcript',
    `${TRANSCRIPT}    cue: 2016\n    start: 00:00:01.5\n    end: 12.5\n    to: [ann, bob]\n    x-own: 1\n`,
    [],
  ],
  [
    'transcript',
    'onrecord: 1\nground-rule: [leaked]\nutterances:\n  - text: 2016\n  - text: no\n  - event: laughter\n',
    [],
  ],
  [
    'layer',
    `${LAYER}    tag: one-of-ours\n    date: 2016\n    sources: [report, {source: s2, at: 39}]\n`,
    [],
  ],
  ['layer', `${LAYER}    date: {role: said, edtf: 2016}\n    creator: {name: Cy}\n`, []],
])('nothing is wrong in a %s', async ([kind, text, problems]) => {
  expect(await problemsIn(kind, text)).toEqual(problems);
});

test.for<['transcript' | 'layer', string, RegExp]>([
  [
    'transcript',
    `${TRANSCRIPT}    form: inderect\n`,
    /^\[inderect\] Value is not accepted\. Valid values: "direct"/,
  ],
  ['transcript', `${TRANSCRIPT}    spekaer: ann\n`, /^\[spekaer\] Property spekaer is not allowed\./],
  ['transcript', 'onrecord: 1\nutterances:\n  - id: u1\n', /Missing property "text"/],
  [
    'transcript',
    'onrecord: 1\nutterances:\n  - {text: Yes., event: noise}\n',
    /^\[text\] Property text is not allowed/,
  ],
  ['transcript', 'onrecord: 1\n', /Missing property "utterances"/],
  [
    'transcript',
    `${TRANSCRIPT}    speaker: [ann]\n`,
    /^\[\[ann\]\] Incorrect type\. Expected one of string, number, boolean\./,
  ],
  ['layer', 'onrecord: 1\ntranscript: t.yaml\nannotations:\n  - target: u1\n', /Missing property "id"/],
  [
    'layer',
    `${LAYER}    aspect: contents\n`,
    /^\[contents\] Value is not accepted\. Valid values: "publication"/,
  ],
])('a fault in a %s is reported: %s', async ([kind, text, problem]) => {
  expect(await problemsIn(kind, text)).toEqual([expect.stringMatching(problem)]);
});
