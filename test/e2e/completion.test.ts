/** Completion as people get it: the Tab key in real shells. */
import { describe, expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.ts';
import { partOf } from '../helpers/runs.ts';
import { has, Terminal } from '../helpers/terminal.ts';
import { folderOfAllTests } from '../helpers/test-folder.ts';

const TRANSCRIPT = `onrecord: 1
parties:
  lind: {name: Per Lind}
  okafor: {name: Ada Okafor}
sources:
  minutes: {title: Minutes of the meeting}
utterances:
  - {id: u1, speaker: lind, text: "The bridge: eight tonnes, \\u001b[31mnot more; $(touch ran) \`touch ran\`."}
  - {id: bridge, speaker: okafor, text: Then we close it.}
claims:
  - {id: load, text: It carries eight tonnes., target: u1}
`;
const LAYER = `onrecord: 1
transcript: talk.yaml
creator: Rita Reporter
annotations:
  - {id: a-first, target: u1, comment: x}
`;

const { folder, write } = folderOfAllTests();
write('talk.yaml', TRANSCRIPT);
write('talk.rita.layer.yaml', LAYER);

/** What is typed before Tab, and what the line is afterwards. */
const TYPED: readonly (readonly [typed: string, completed: string])[] = [
  ['anno', 'annotate'],
  ['annotate ta', 'annotate talk.'],
  ['annotate talk.yaml --asp', 'annotate talk.yaml --aspect'],
  ['annotate talk.yaml --aspect auth', 'annotate talk.yaml --aspect authenticity'],
  ['annotate talk.yaml --tag acknow', 'annotate talk.yaml --tag acknowledged'],
  ['annotate talk.yaml --quote "eight tonnes" --by l', 'annotate talk.yaml --quote "eight tonnes" --by lind'],
  ['annotate talk.yaml --target bri', 'annotate talk.yaml --target bridge'],
  ['annotate talk.yaml --target lo', 'annotate talk.yaml --target load'],
  ['annotate talk.yaml --source min', 'annotate talk.yaml --source minutes'],
  ['annotate talk.yaml --withdraw a-', 'annotate talk.yaml --withdraw a-first'],
  ['show talk.yaml --layers ta', 'show talk.yaml --layers talk.rita'],
  ['show talk.yaml --where tag:corrob', 'show talk.yaml --where tag:corroborated'],
  ['timeline talk.yaml --role said,ev', 'timeline talk.yaml --role said,event'],
  ['quotes draft.md --in ta', 'quotes draft.md --in talk.'],
  ['quotes draft.md --fail-on altered,not-f', 'quotes draft.md --fail-on altered,not-found'],
  ['check --rule quotation-spl', 'check --rule quotation-spliced'],
  ['help ta', 'help tags'],
  ['explain bare-', 'explain bare-stance'],
  ['completion z', 'completion zsh'],
];

const BASH_COMPLETION = '/usr/share/bash-completion/bash_completion';
const SHELLS = [
  { name: 'bash', program: 'bash', start: 'bash --norc --noprofile -i', prepare: '' },
  {
    name: 'bash with the package bash-completion',
    program: `bash && test -f ${BASH_COMPLETION}`,
    start: 'bash --norc --noprofile -i',
    prepare: `source ${BASH_COMPLETION}; `,
  },
  { name: 'zsh', program: 'zsh', start: 'zsh -f -i', prepare: 'autoload -U compinit; compinit -u -D; ' },
];

describe.each(SHELLS)('in $name', ({ name, program, start, prepare }) => {
  const lines = partOf(
    TYPED,
    SHELLS.length,
    SHELLS.findIndex(each => each.name === name),
  );
  const shell = name.split(' ')[0]!;
  test.skipIf(!has('tmux') || !has(program))('Tab completes what is typed', async () => {
    const terminal = new Terminal(start, { cwd: folder, columns: 90, vars: { PS1: 'ready> ' } });
    try {
      await terminal.shows(/[#$%>] *$/m);
      terminal.type(`PS1='ready> '; ${prepare}eval "$(onrecord completion ${shell})"; echo do''ne`);
      terminal.press('Enter');
      await terminal.shows(/^done/m);
      for (const [typed, completed] of lines) {
        terminal.press('C-l');
        terminal.type(`onrecord ${typed}`);
        terminal.press('Tab');
        const line = `ready> onrecord ${completed}`;
        await terminal.shows(new RegExp(`^${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'm'));
        terminal.press('C-a', 'C-k');
      }
      terminal.press('C-l');
      terminal.type('onrecord annotate talk.yaml --target u');
      terminal.press('Tab', 'Tab');
      terminal.type('; ls');
      terminal.press('Enter');
      expect(await terminal.shows(/talk\.rita\.layer\.yaml/)).not.toMatch(/^ran$/m);
    } finally {
      terminal.close();
    }
  });
});

test('fish gets descriptions without anything that it would run or print as control characters', async () => {
  const { stdout } = await served('fish', ['onrecord', 'annotate', 'talk.yaml', '--target', 'u']);
  expect(stdout).toBe('u1\tlind: The bridge: eight tonnes, ^[[31mnot more; $(touch ran…\n');
});

test('fish hands over words without quotation marks, and without the empty one behind a space', async () => {
  const words = ['onrecord', 'annotate', 'talk.yaml', '--quote', 'eight', 'tonnes', '--by'];
  const at = (line: string, ...more: string[]) => {
    const vars = { SHELL: 'fish', COMP_CWORD: '0', COMP_POINT: String(line.length), COMP_LINE: '' };
    return runCli(['completion-server', '--', ...words, ...more], { cwd: folder, vars });
  };
  const line = "onrecord annotate talk.yaml --quote 'eight tonnes' --by ";
  expect((await at(`${line}o`, 'o')).stdout).toBe('okafor\tAda Okafor\n');
  expect((await at(line)).stdout).toBe('lind\tPer Lind\nokafor\tAda Okafor\n');
});

test('without a file on the line, or with one that cannot be read, there are only the words of the format', async () => {
  write('broken.yaml', 'onrecord: [');
  for (const file of ['missing.yaml', 'broken.yaml']) {
    const line = ['onrecord', 'annotate', file];
    expect((await served('zsh', [...line, '--by', ''])).stdout).toBe('');
    expect((await served('zsh', [...line, '--tag', 'refu'])).stdout).toBe(
      'refuted:shows evidence that it is not so\n',
    );
  }
});

test('values that a shell would take for more than a word are not offered', async () => {
  write('odd.yaml', TRANSCRIPT);
  write('odd.$(touch ran).layer.yaml', LAYER.replace('talk.yaml', 'odd.yaml'));
  expect((await served('zsh', ['onrecord', 'annotate', 'odd.yaml', '--layer', ''])).stdout).not.toContain(
    '$',
  );
});

function served(shell: string, words: readonly string[]) {
  const line = words.join(' ');
  const vars = {
    SHELL: shell,
    COMP_CWORD: String(words.length - 1),
    COMP_POINT: String(line.length),
    COMP_LINE: line,
  };
  return runCli(['completion-server', '--', ...words], { cwd: folder, vars });
}
