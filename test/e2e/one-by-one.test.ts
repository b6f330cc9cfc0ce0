/** `reanchor -i` and `resolve -i` in a real terminal: Enter never accepts an alarm, and Ctrl-C writes nothing. */
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.ts';
import { has, Terminal } from '../helpers/terminal.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const OLD = `onrecord: 1
language: en
parties: {lind: {name: Per Lind}, okafor: {name: Ada Okafor}}
utterances:
  - {id: u1, speaker: lind, text: The bridge will carry eight tonnes until the repair is done.}
  - {id: u2, speaker: okafor, text: Then we should close it to lorries on Monday morning.}
  - {id: u3, speaker: lind, text: The county pays for the whole repair of the southern pier.}
  - {id: u4, speaker: okafor, text: Nobody asked the council about the money.}
`;
const NEW = OLD.replace('eight', 'nine')
  .replace('should close it to lorries', 'should close it to all lorries')
  .replace('The county pays for the whole repair of the southern pier.', 'Good morning.');
const LAYER = `onrecord: 1
transcript: talk.yaml
creator: Rita Reporter
annotations:
  # Kept.
  - {id: sum, target: u1, quote: eight tonnes, tag: confirmed, aspect: content, by: lind, when: 2026-03-02, wording: "Eight, yes."}
  - {id: lorries, target: u2, quote: close it to lorries on Monday, comment: Which Monday?}
  - {id: county, target: u3, quote: The county pays, comment: Who says so?}
  - {id: same, target: u4, comment: Untouched.}
`;

const { folder, read, write } = folderOfEachTest();
let terminal: Terminal | undefined;
const NOTES = 'notes.layer.yaml';
const snapshot = () => Object.fromEntries(readdirSync(folder).map(name => [name, read(name)]));
const run = (command: string, columns = 100) => {
  terminal = new Terminal(command, { cwd: folder, columns, vars: { SOURCE_DATE_EPOCH: '1772409600' } });
  return terminal;
};
const withTerminal = test.skipIf(!has('tmux'));

beforeEach(async () => {
  write('old.yaml', OLD);
  write('talk.yaml', OLD);
  write(NOTES, LAYER);
  await runCli(['check', '--fix', '.'], { cwd: folder });
  write('talk.yaml', NEW);
});
afterEach(() => terminal?.close());

const REANCHOR = `onrecord reanchor -i old.yaml talk.yaml ${NOTES} --creator "Ada Reader"`;

withTerminal(
  'each passage that waits is shown with its words before and after, and decided by a key',
  async () => {
    const here = run(REANCHOR);
    const first = await here.shows(/1 of 3[\s\S]*Does it hold of the new words\?/);
    expect(first).toMatch(/confirmed by Per Lind on "eight tonnes" in u1 {2}sum/);
    expect(first).toMatch(/was: old\.yaml +│ now: talk\.yaml/);
    expect(first).toMatch(/carry \[-eight-\] .*│ .*carry \{\+nine\+\}/);
    expect(first).toMatch(/! number: eight, now nine/);
    expect(first).toMatch(/\[a\]ccept \[m\]ove \[w\]ithdraw \[S\]kip \[q\]uit/);
    here.press('?');
    await here.shows(/who accepts, when, and what the words were/);
    here.press('a');
    await here.shows(/2 of 3[\s\S]*lorries[\s\S]*words\?/);
    here.press('w');
    await here.shows(/3 of 3[\s\S]*no place was found[\s\S]*no sure place now/);
    here.press('m');
    await here.shows(/To which words/);
    here.type('asked the council');
    await here.shows(/> u4/);
    here.press('Enter');
    await here.shows(/wrote notes\.layer\.yaml: 1 accepted, 1 moved, 1 withdrawn, 0 wait\n+\[status 0\]/);
    const notes = read(NOTES);
    expect(notes).toMatch(
      /id: sum.*quote: nine tonnes.*accepted: \{by: Ada Reader, when: 2026-03-02, was: eight tonnes\}/,
    );
    expect(notes).toMatch(/id: lorries.*withdrawn: 2026-03-02/);
    expect(notes).toMatch(/id: county, target: u4, quote: asked the council.*accepted: \{by: Ada Reader/);
    expect(notes).toMatch(/# Kept\./);
    expect(notes).not.toMatch(/verdict:/);
  },
);

withTerminal('Enter never accepts what is alarmed; q keeps what was decided', async () => {
  const here = run(REANCHOR);
  await here.shows(/1 of 3[\s\S]*words\?/);
  here.press('Enter');
  await here.shows(/2 of 3/);
  here.press('q');
  await here.shows(/0 accepted, 3 wait\n+\[status 1\]/);
  expect(read(NOTES)).toMatch(/id: sum.*quote: eight tonnes.*verdict: edited/);
  expect(read(NOTES)).not.toMatch(/accepted:/);
});

withTerminal.each([0, 1, 2])('Ctrl-C after %i decisions writes nothing', async count => {
  const before = snapshot();
  const here = run(REANCHOR);
  for (let at = 0; at < count; at++) {
    await here.shows(new RegExp(`${at + 1} of 3[\\s\\S]*\\[q\\]uit`));
    here.press(at === 0 ? 'a' : 'w');
  }
  await here.shows(new RegExp(`${count + 1} of 3[\\s\\S]*\\[q\\]uit`));
  here.press('C-c');
  await here.shows(/nothing was written\n+\[status 2\]/);
  expect(snapshot()).toEqual(before);
});

withTerminal('below 80 columns the versions stand below one another', async () => {
  const here = run(REANCHOR, 60);
  expect(await here.shows(/was: old\.yaml\n[\s\S]*now: talk\.yaml\n[\s\S]*words\?/)).not.toMatch(/│/);
});

test('what cannot be asked is refused before anything is done', async () => {
  const before = snapshot();
  const words = ['reanchor', '-i', 'old.yaml', 'talk.yaml', NOTES];
  expect((await runCli(words, { cwd: folder })).stderr).toMatch(/-i needs a terminal/);
  expect((await runCli([...words, '--dry-run'], { cwd: folder })).stderr).toMatch(
    /-i and --dry-run exclude each other/,
  );
  expect((await runCli([...words, '--format', 'json'], { cwd: folder })).stderr).toMatch(
    /-i and --format exclude each other/,
  );
  expect((await runCli(['resolve', '-i', NOTES], { cwd: folder })).stderr).toMatch(/-i needs a terminal/);
  expect(snapshot()).toEqual(before);
});

const CONFLICTS = `onrecord: 1
transcript: talk.yaml
annotations:
  - id: a1
    target: u1
    tag: sic
    note: ours
    conflict:
      note: {base: old, ours: ours, theirs: theirs}
  - id: a2
    target: u2
    comment: x
    certainty: high
    conflict:
      certainty: {ours: high, theirs: low}
`;

withTerminal('resolve -i settles one conflict after the other', async () => {
  write(NOTES, CONFLICTS);
  const here = run(`onrecord resolve -i ${NOTES}`);
  const first = await here.shows(/1 of 2[\s\S]*Which one holds\?/);
  expect(first).toMatch(/annotation a1, note\n+ {2}base +"old"\n {2}ours +"ours"\n {2}theirs +"theirs"/);
  here.press('t');
  await here.shows(/2 of 2[\s\S]*base +\(nothing\)/);
  here.press('Enter');
  await here.shows(/wrote notes\.layer\.yaml: 1 settled, 1 conflict is left\n+\[status 1\]/);
  expect(read(NOTES)).toBe(
    CONFLICTS.replace('note: ours', 'note: theirs').replace(
      '    conflict:\n      note: {base: old, ours: ours, theirs: theirs}\n',
      '',
    ),
  );
  here.close();
  const again = run(`onrecord resolve -i ${NOTES}`);
  await again.shows(/1 of 1/);
  const before = snapshot();
  again.press('C-c');
  await again.shows(/nothing was written\n+\[status 2\]/);
  expect(snapshot()).toEqual(before);
});
