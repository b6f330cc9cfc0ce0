/** Questions as people see them: keys are pressed in a real terminal, and Ctrl-C at any of them leaves every file alone. */
import { cpSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT, runCli } from '../helpers/run-cli.ts';
import { partOf } from '../helpers/runs.ts';
import { has, Terminal } from '../helpers/terminal.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const { folder, read, write } = folderOfEachTest();
let terminal: Terminal | undefined;
beforeEach(() => {
  cpSync(path.join(ROOT, 'data', 'starter'), folder, { recursive: true });
});
afterEach(() => terminal?.close());

const withTerminal = test.skipIf(!has('tmux'));
const LAYER = 'notes.layer.yaml';
const snapshot = () => Object.fromEntries(readdirSync(folder).map(name => [name, read(name)]));
const run = (command: string, columns = 100) => {
  terminal = new Terminal(command, { cwd: folder, columns, vars: { SOURCE_DATE_EPOCH: '1772409600' } });
  return terminal;
};

/** The question, what is typed, and the line that is left of it. */
const DIALOGUE: readonly (readonly [question: string, typed: string, left: RegExp])[] = [
  ['Passage', 'eight tonnes', /Passage +eight tonnes {2}\(u1\)/],
  ['What is it', 'questio', /What is it +questioned/],
  ['Who questions', 'oka', /Who questions +Ada Okafor/],
  ['Which side', '', /Which side +content/],
  ['When', '2026-03-02', /When +2026-03-02/],
  ['In what words', 'Is that with or without the buses?', /In what words +Is that with/],
  ['Source', 'minutes', /Source +minutes/],
  ['Where in it', 'page 3', /Where in it +page 3/],
  ['Note \\(optional\\)', '', /Write this to notes\.layer\.yaml\?/],
];

async function answer(here: Terminal, count: number): Promise<void> {
  for (const [question, typed, left] of DIALOGUE.slice(0, count)) {
    await here.shows(new RegExp(`\\? ${question}`));
    if (typed !== '') {
      here.type(typed);
      await here.shows(new RegExp(typed.replace(/[?]/g, '\\?')));
    }
    here.press('Enter');
    await here.shows(left);
  }
}

withTerminal('annotate -i asks, shows the entry and the diff, and writes what was answered', async () => {
  const here = run('onrecord annotate transcript.yaml -i');
  await answer(here, DIALOGUE.length);
  const before = read(LAYER);
  const screen = await here.shows(/\[y\]es \[n\]o \[e\]dit \[b\]ack/);
  expect(screen).toMatch(/\+ {4}target: u1\n\+ {4}quote: eight tonnes/);
  expect(read(LAYER)).toBe(before);
  here.press('?');
  await here.shows(/go back to the last question/);
  here.press('y');
  await here.shows(
    /added \w+ to notes\.layer\.yaml: questioned by Ada Okafor on "eight tonnes" in u1\n+\[status 0\]/,
  );
  expect(read(LAYER).startsWith(before)).toBe(true);
  expect(read(LAYER).slice(before.length)).toMatch(
    /tag: questioned\n {4}aspect: content\n {4}by: okafor\n {4}when: 2026-03-02\n {4}wording: Is that with or without the buses\?\n {4}sources:\n {6}- source: minutes\n {8}at: page 3\n {4}created: 2026-03-02\n$/,
  );
  expect((await runCli(['check', '.'], { cwd: folder })).status).toBe(0);
});

withTerminal.each(partOf([...DIALOGUE.keys(), DIALOGUE.length], 4, 1))(
  'Ctrl-C after %i answers writes nothing',
  async count => {
    const before = snapshot();
    const here = run('onrecord annotate transcript.yaml -i');
    await answer(here, count);
    if (count < DIALOGUE.length) await here.shows(new RegExp(`\\? ${DIALOGUE[count]![0]}`));
    here.press('C-c');
    await here.shows(/nothing was written\n+\[status 2\]/);
    expect(snapshot()).toEqual(before);
  },
);

withTerminal('Ctrl-D and "no" write nothing either', async () => {
  const before = snapshot();
  const here = run('onrecord annotate transcript.yaml -i');
  await here.shows(/\? Passage/);
  here.press('C-d');
  await here.shows(/nothing was written\n+\[status 2\]/);
  here.close();
  const again = run('onrecord annotate transcript.yaml --quote "eight tonnes" --tag sic -i --note x');
  await again.shows(/Write this to/);
  again.press('n');
  await again.shows(/nothing was written\n+\[status 2\]/);
  expect(snapshot()).toEqual(before);
});

withTerminal('Esc goes back to the question before, and what is given as options is not asked', async () => {
  const here = run('onrecord annotate transcript.yaml --quote "eight tonnes"');
  await here.shows(/Nothing was written|What is it/);
  here.close();
  const again = run('onrecord annotate transcript.yaml -i --quote "eight tonnes"');
  await again.shows(/\? What is it/);
  expect(again.screen()).not.toMatch(/Passage/);
  again.type('denied');
  again.press('Enter');
  await again.shows(/\? Who denies/);
  again.press('Escape');
  await again.shows(/\? Who denies\s*\n\? What is it/);
  again.type('unclear');
  again.press('Enter');
  await again.shows(/\? Note/);
  again.press('Enter');
  await again.shows(/\+ {4}tag: unclear/);
  again.press('b');
  await again.shows(/\? Note[^\n]*\n[\s\S]*\? Note/);
  again.type('Tape hiss.');
  again.press('Enter');
  await again.shows(/\+ {4}note: Tape hiss\./);
  again.press('y');
  await again.shows(/unclear on "eight tonnes" in u1\n+\[status 0\]/);
});

withTerminal(
  'a file alone asks on a terminal; a source that nobody declared is declared with the answer',
  async () => {
    const here = run('onrecord annotate transcript.yaml');
    await here.shows(/\? Passage/);
    here.type('u2');
    await here.shows(/> u2/);
    here.press('Enter');
    await here.shows(/\? What is it/);
    here.type('denied');
    here.press('Enter');
    await here.shows(/\? Who denies/);
    here.type('gazette');
    here.press('Enter');
    await here.shows(/\? Which side/);
    here.type('date');
    await here.shows(/> date/);
    here.press('Enter');
    await here.shows(/\? When/);
    here.type('03/02/2026');
    here.press('Enter');
    await here.shows(/write 2026-03-02 or 2026-02-03/);
    here.press('C-u');
    here.type('unknown');
    here.press('Enter');
    await here.shows(/\? In what words/);
    here.press('Enter');
    await here.shows(/\? Source/);
    here.type('Road report@page 2');
    await here.shows(/declare "Road report"/);
    here.press('Enter');
    await here.shows(/\? Note/);
    here.press('Enter');
    await here.shows(/Write this/);
    here.press('y');
    await here.shows(/\[status 0\]/);
    expect(read(LAYER)).toMatch(/characterised: true/);
    expect(read(LAYER)).toMatch(/sources:\n {2}road-report:\n {4}title: Road report/);
  },
);

withTerminal('on a narrow terminal what stands under a question keeps its column', async () => {
  const here = run('onrecord annotate transcript.yaml -i --quote "eight tonnes" --by "Ada Okafor"', 40);
  await here.shows(/^ {20}confirmed$|^ {18}> confirmed$/m);
  await here.shows(/^ {20}\(\d+ more: type to\n {20}search, up and down\n {20}to move\)$/m);
  here.type('questioned');
  await here.shows(/> questioned/);
  here.press('Enter');
  await here.shows(/\? Which side/);
  here.press('Enter');
  await here.shows(/^ {18}2026-03-02, 2026-03\n {18}or unknown; the talk\n {18}was on 2026-03-02$/m);
});

withTerminal('a date is looked at when it is typed, seasons and intervals too', async () => {
  const given = '--quote "eight tonnes" --tag questioned --by "Ada Okafor" --aspect content';
  const here = run(`onrecord annotate transcript.yaml -i ${given}`);
  await here.shows(/\? When/);
  here.type('last night');
  here.press('Enter');
  await here.shows(/"last night" is not a date/);
  here.press('C-u');
  here.type('2016-01~/2017-02?');
  here.press('Enter');
  await here.shows(/When +2016-01~\/2017-02\?\s+\? In what words/);
});

withTerminal('evidence that is shown without words is not called a description', async () => {
  const given =
    '--quote "eight tonnes" --by "Ada Okafor" --aspect content --when unknown --source minutes@1 --note x';
  const here = run(`onrecord annotate transcript.yaml -i --tag refuted ${given}`);
  await here.shows(/no words of theirs are known/);
  here.press('Enter');
  await here.shows(/\+ {4}tag: refuted[\s\S]*Write this/);
  expect(here.screen()).not.toMatch(/characterised/);
  here.press('y');
  await here.shows(/\[status 0\]/);
});

withTerminal('the first layer asks whose it is, and of several it asks which', async () => {
  rmSync(path.join(folder, LAYER));
  const here = run('onrecord annotate transcript.yaml -i --quote "eight tonnes" --tag sic --note x');
  await here.shows(/\? Your name/);
  here.press('Enter');
  await here.shows(/a name, as readers shall see it/);
  here.type('Rita Reporter');
  here.press('Enter');
  await here.shows(/\+creator: Rita Reporter/);
  here.press('y');
  await here.shows(/made transcript\.notes\.layer\.yaml \(annotations by Rita Reporter\)/);
  here.close();
  write('ben.layer.yaml', 'onrecord: 1\ntranscript: transcript.yaml\ncreator: Ben Reader\n');
  const again = run('onrecord annotate transcript.yaml -i --quote "eight tonnes" --tag unclear --note x');
  await again.shows(/\? Which layer[\s\S]*ben {2}Ben Reader/);
  again.type('ben');
  await again.shows(/> ben/);
  again.press('Enter');
  await again.shows(/Write this to ben\.layer\.yaml/);
  again.press('y');
  await again.shows(/\[status 0\]/);
  expect(read('ben.layer.yaml')).toMatch(/tag: unclear/);
});

test('in a pipe -i is refused, and a file alone is told what is missing', async () => {
  const asked = await runCli(['annotate', 'transcript.yaml', '-i'], { cwd: folder });
  expect(asked).toMatchObject({ status: 2, stdout: '' });
  expect(asked.stderr).toMatch(/-i needs a terminal/);
  const bare = await runCli(['annotate', 'transcript.yaml'], { cwd: folder });
  expect(bare.status).toBe(2);
  expect(bare.stderr).toMatch(/say what it is about[\s\S]*Nothing was written/);
});

/** An editor that keeps the form it was given and leaves another text. */
function editor(script: string): Record<string, string> {
  write('editor.sh', `cp "$1" ${folder}/form.yaml\n${script}\n`);
  return { EDITOR: `sh ${folder}/editor.sh`, PATH: process.env['PATH']! };
}

test('annotate -e opens the entry as a form and writes what is filled in', async () => {
  const fill = `sed -i -e 's/^by:$/by: Ada Okafor/' -e 's/^when:$/when: 2026-03-02/' -e 's/^aspect:$/aspect: content/' \\
    -e 's/^wording:$/wording: "Is it so?"/' -e 's/^sources:$/sources:\\n  - Minutes of the meeting@page 3/' "$1"`;
  const result = await runCli(
    ['annotate', 'transcript.yaml', '-e', '--quote', 'eight tonnes', '--tag', 'questioned'],
    {
      cwd: folder,
      vars: editor(fill),
      stdin: '',
    },
  );
  expect(result.stderr).toBe('');
  expect(result.stdout).toMatch(/questioned by Ada Okafor on "eight tonnes" in u1/);
  expect(read('form.yaml')).toMatch(/^quote: eight tonnes$[\s\S]*^tag: questioned$[\s\S]*^by:$/m);
  expect(read(LAYER)).toMatch(/by: okafor[\s\S]*source: minutes\n {8}at: page 3/);
});

test('a form that is left empty, is no YAML, or lacks something writes nothing, and nothing typed is lost', async () => {
  const before = read(LAYER);
  const edit = (script: string) =>
    runCli(['annotate', 'transcript.yaml', '-e', '--quote', 'eight tonnes'], {
      cwd: folder,
      vars: editor(script),
      stdin: '',
    });
  const empty = await edit('echo "# nothing" > "$1"');
  expect(empty).toMatchObject({ status: 2, stdout: '' });
  expect(empty.stderr).toMatch(/nothing was written/);
  const broken = await edit('printf "quote: [eight\\nnote: Kept words." > "$1"');
  expect(broken.status).toBe(2);
  expect(broken.stderr).toMatch(/Kept words\./);
  const bare = await edit('printf "quote: eight tonnes\\ntag: disputed\\nnote: Kept words.\\n" > "$1"');
  expect(bare.status).toBe(2);
  expect(bare.stderr).toMatch(/`disputed` needs --aspect[\s\S]*note: Kept words\./);
  const failed = await edit('exit 1');
  expect(failed.stderr).toMatch(/the editor .* failed/);
  expect(read(LAYER)).toBe(before);
});
