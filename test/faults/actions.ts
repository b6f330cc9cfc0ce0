/** One run of each command that writes files, with the files it works on. */

/** Files by name in the folder of a project. */
type Texts = Readonly<Record<string, string>>;

export interface Action {
  readonly name: string;
  readonly argv: readonly string[];
  /** Beside those of {@link PROJECT}. */
  readonly files?: Texts;
  readonly stdin?: string;
  /** The folder is a repository of git. */
  readonly isInGit?: true;
  /** Each file is a step of its own: some of them are done after a fault, and the command again does the others. */
  readonly isByFile?: true;
  /** It is asked to write over what is there, whatever that is. */
  readonly isOverwriting?: true;
  /** Whether a file between its old and its new bytes has lost nothing. */
  readonly isWhole?: (text: string) => boolean;
}

const TALK = `onrecord: 1
title: Council meeting on the bridge
language: en
parties:
  okafor: {name: Ada Okafor}
  lind: {name: Per Lind}
sources:
  minutes: {title: Minutes of the meeting, publisher: Town council, origin: town-council}
utterances:
  - {id: u1, speaker: lind, source: minutes, at: page 2, text: The bridge will carry eight tonnes until the repair is done.}
  # The clerk was late.
  - {id: u2, speaker: okafor, source: minutes, at: page 2, text: Then we close it to lorries on Monday.}
`;
const LAYER = `onrecord: 1
transcript: talk.yaml
creator: Ada Reader
annotations:
  - {id: a1, target: u1, quote: eight tonnes, pin: sha256-7d2b3278, comment: Said twice.}
  - {id: a2, target: u2, certainty: high, comment: Aside.}
`;
const CONFLICT = LAYER.replace(
  'comment: Aside.',
  'comment: Aside., conflict: {certainty: {base: low, ours: high, theirs: medium}}',
);

const UNPINNED = LAYER.replace(', pin: sha256-7d2b3278', '');

/** What every action starts from. */
export const PROJECT: Texts = {
  '.onrecord.yaml': 'extends: recommended\n',
  'talk.yaml': TALK,
  'talk.layer.yaml': LAYER,
};

const NEW_TALK = TALK.replace('eight tonnes until', 'eight tonnes or less until');
const SIDES = {
  'base.yaml': LAYER,
  'ours.yaml': LAYER.replace('Said twice.', 'Said three times.'),
  'theirs.yaml': LAYER.replace('certainty: high', 'certainty: low'),
};

export const ACTIONS: readonly Action[] = [
  { name: 'annotate', argv: ['annotate', 'talk.yaml', '--target', 'u1', '--comment', 'Louder.'] },
  {
    name: 'annotate, a new layer',
    argv: ['annotate', 'talk.yaml', '--layer', 'ada.layer.yaml', '--target', 'u1', '--comment', 'Louder.'],
  },
  {
    name: 'annotate --from',
    argv: ['annotate', 'talk.yaml', '--from', '-'],
    stdin: '{"target":"u1","comment":"One."}\n{"target":"u2","comment":"Two."}\n',
  },
  { name: 'annotate --withdraw', argv: ['annotate', 'talk.layer.yaml', '--withdraw', 'a1'] },
  { name: 'add', argv: ['add', 'party', 'talk.yaml', 'The Gazette'] },
  { name: 'speakers', argv: ['speakers', 'talk.yaml', 'lind=Per L. Lind'] },
  { name: 'speakers --rename-id', argv: ['speakers', 'talk.yaml', '--rename-id', 'lind=per'] },
  {
    name: 'edit',
    argv: ['edit', 'talk.yaml', 'u1', '--text', 'The bridge will carry eight tonnes until the work is done.'],
  },
  {
    name: 'edit --from',
    argv: ['edit', 'talk.yaml', '--from', 'corrected.txt'],
    files: {
      'corrected.txt':
        'Per Lind: The bridge will carry eight tonnes until the repair is over.\n\nAda Okafor: Then we close it to lorries on Monday.\n',
    },
  },
  {
    name: 'resolve',
    argv: ['resolve', 'talk.layer.yaml', '--take', 'ours', '--all'],
    files: { 'talk.layer.yaml': CONFLICT },
  },
  {
    name: 'reanchor',
    argv: ['reanchor', 'old.yaml', 'talk.yaml', '--accept', 'edited', '--creator', 'Ada Reader'],
    files: { 'old.yaml': TALK, 'talk.yaml': NEW_TALK, 'ada.layer.yaml': LAYER },
    isByFile: true,
  },
  {
    name: 'check --fix',
    argv: ['check', '--fix', '.'],
    files: { 'talk.layer.yaml': UNPINNED, 'ada.layer.yaml': UNPINNED },
    isByFile: true,
  },
  {
    name: 'check --update-baseline',
    argv: ['check', '.', '--baseline', 'known.json', '--update-baseline'],
    isOverwriting: true,
  },
  {
    name: 'check --update-baseline, again',
    argv: ['check', '.', '--baseline', 'known.json', '--update-baseline'],
    files: { 'known.json': '{"schema": "onrecord/baseline@1", "findings": []}\n' },
    isOverwriting: true,
  },
  {
    name: 'quotes --fix',
    argv: ['quotes', 'draft.md', '--in', 'talk.yaml', '--fix'],
    files: { 'draft.md': '“Then we close it to lorrys on Monday,” said Okafor.\n' },
  },
  {
    name: 'merge -o OURS',
    argv: ['merge', 'base.yaml', 'ours.yaml', 'theirs.yaml', '-o', 'ours.yaml'],
    files: SIDES,
  },
  {
    name: 'merge -o NEW',
    argv: ['merge', 'base.yaml', 'ours.yaml', 'theirs.yaml', '-o', 'merged.yaml'],
    files: SIDES,
    isOverwriting: true,
  },
  {
    name: 'merge-driver',
    argv: ['merge-driver', 'base.yaml', 'ours.yaml', 'theirs.yaml', '7', 'talk.layer.yaml'],
    files: SIDES,
    // git's own file for the result: nobody else writes it, and both sides stand in it from the first write.
    isOverwriting: true,
    isWhole: text => text.includes('Said three times.') && text.includes('certainty: low'),
  },
  { name: 'convert -o', argv: ['convert', 'talk.yaml', '-o', 'talk.vtt'] },
  {
    name: 'convert --force',
    argv: ['convert', 'talk.yaml', '-o', 'talk.vtt', '--force'],
    files: { 'talk.vtt': 'WEBVTT\n' },
    isOverwriting: true,
  },
  { name: 'show -o', argv: ['show', 'talk.yaml', '-o', 'talk.html'] },
  {
    name: 'show --force',
    argv: ['show', 'talk.yaml', '-o', 'talk.md', '--force'],
    files: { 'talk.md': '# Old\n' },
    isOverwriting: true,
  },
  { name: 'timeline -o', argv: ['timeline', 'talk.yaml', '-o', 'dates.csv'] },
  {
    name: 'collate -o',
    argv: ['collate', 'talk.yaml', 'other.yaml', '-o', 'table.csv'],
    files: { 'other.yaml': NEW_TALK },
  },
  { name: 'init', argv: ['init', 'new'], isByFile: true },
  {
    name: 'git install',
    argv: ['git', 'install'],
    files: { '.gitattributes': '*.png binary\n' },
    isInGit: true,
  },
  {
    name: 'git uninstall',
    argv: ['git', 'uninstall'],
    files: {
      '.gitattributes':
        '*.png binary\n# onrecord: begin (written by `onrecord git install`)\n*.layer.yaml merge=onrecord diff=onrecord\n# onrecord: end\n',
    },
    isInGit: true,
  },
];
