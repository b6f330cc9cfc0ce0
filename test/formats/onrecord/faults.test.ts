import { expect, test } from 'vitest';
import { readDocument } from '../../../src/formats/onrecord/read.ts';

/** Findings as `rule severity: [the text pointed at] message | help`. */
function faultsIn(text: string): string[] {
  const { findings } = readDocument(new TextEncoder().encode(text), 'file.yaml');
  return findings.map(({ rule, severity, span, message, help }) => {
    const place = span === undefined ? '' : `[${text.slice(span.start, span.end).split('\n')[0]}] `;
    return `${rule} ${severity}: ${place}${message}${help === undefined ? '' : ` | ${help}`}`;
  });
}

const inUtterance = (fields: string) => `onrecord: 1\nutterances:\n  - {id: u1, text: Yes., ${fields}}\n`;
const inAnnotation = (fields: string) =>
  `onrecord: 1\ntranscript: t.yaml\nannotations:\n  - {id: a1, target: u1, ${fields}}\n`;

test.for([
  ['spekaer: ann', 'unknown-key warning: [spekaer] unknown key `spekaer` | did you mean `speaker`?'],
  [
    'mood: sad',
    'unknown-key warning: [mood] unknown key `mood` | remove it, or let it begin with `x-` to keep it',
  ],
  [
    '__proto__: x',
    'unknown-key warning: [__proto__] unknown key `__proto__` | remove it, or let it begin with `x-` to keep it',
  ],
  [
    'speaker: [ann, bob]',
    'schema error: [[ann, bob]] expected text, found a list | one speaker an utterance: split it, or write `speaker: unknown` with the list as `alternatives`',
  ],
  ['speaker: {name: ann}', 'schema error: [{name: ann}] expected text, found a mapping'],
  ['speaker: ""', 'schema error: [""] `speaker` is empty | write it or remove the key'],
  ['speaker: ', 'schema error: [] `speaker` has no value | write it or remove the key'],
  ['form: ~', 'schema error: [~] `form` has no value | write it or remove the key'],
  ['to: null', 'schema error: [null] `to` has no value | write it or remove the key'],
  ['to: []', 'schema error: [[]] `to` is empty | write it or remove the key'],
  ['to: [ann, ]', undefined],
  ['to: [ann, ~]', 'schema error: [~] the item has no value | write it or remove the item'],
  ['to: [ann, [bob]]', 'schema error: [[bob]] expected text, found a list'],
  ['to: {a: b}', 'schema error: [{a: b}] expected text or a list, found a mapping'],
  ['alternatives: ann', 'schema error: [ann] expected a list, found `ann` | write `alternatives: [ann]`'],
  [
    'form: inderect',
    'schema error: [inderect] unexpected `inderect`, expected one of direct, mixed, indirect, narrated, free-indirect | did you mean `indirect`?',
  ],
  [
    'form: sung',
    'schema error: [sung] unexpected `sung`, expected one of direct, mixed, indirect, narrated, free-indirect',
  ],
  ['form: [direct]', 'schema error: [[direct]] expected text, found a list'],
  ['paraphrase: yes', 'schema error: [yes] expected true or false, found `yes`'],
  ['paraphrase: 1', 'schema error: [1] expected true or false, found `1`'],
  ['paraphrase: false', undefined],
  ['start: ~', 'schema error: [~] `start` has no value | write it or remove the key'],
  ['start: 90:00', undefined],
  [
    'event: laughter',
    'schema error: [event] both `text` and `event`, expected one | write the event as a separate utterance',
  ],
  ['cue: 2016', undefined],
  ['cue: true', undefined],
  ['x-mood: {sad: [1, ~]}', undefined],
  ['conflict: {text: {base: a, ours: b, theirs: {c: d}}}', undefined],
  ['conflict: {text: {ous: b}}', 'unknown-key warning: [ous] unknown key `ous` | did you mean `ours`?'],
] as const)('utterance with %s', ([fields, finding]) => {
  expect(faultsIn(inUtterance(fields))).toEqual(finding === undefined ? [] : [finding]);
});

test.for([
  ['soon', '`soon`'],
  ['-3', '`-3`'],
  ['12:60', '`12:60`'],
  ['.inf', '`Infinity`'],
  ['3.6e9', '`3600000000`'],
  ['true', '`true`'],
  ['[1]', 'a list'],
])('a start of %s', ([value, found]) => {
  expect(faultsIn(inUtterance(`start: ${value}`))).toEqual([
    `schema error: [${value}] expected a time such as 00:14:02.500, or seconds as a number, found ${found}`,
  ]);
});

test.for([
  ['tag: something-of-ours', undefined],
  ['tag: 2016', undefined],
  [
    'aspect: contents',
    /^schema error: \[contents\] unexpected `contents`, expected one of publication, .*\| did you mean `content`\?$/,
  ],
  ['pin: 4f2a', /^schema error: \[4f2a\] expected sha256- and 8 to 64 hexadecimal digits, found `4f2a`$/],
  ['date: 2016', undefined],
  [
    'date: [2016]',
    /^schema error: \[\[2016\]\] expected text or a mapping, found a list \| one date an annotation/,
  ],
  ['date: ""', undefined],
  ['date: {rol: said}', /^unknown-key warning: \[rol\] unknown key `rol` \| did you mean `role`\?$/],
  ['date: {role: sad}', /^schema error: \[sad\] unexpected `sad`, .*\| did you mean `said`\?$/],
  ['voice: ann', /^schema error: \[ann\] expected a mapping, found `ann`$/],
  ['voice: {to: ann}', /^schema error: \[to\] missing `of`$/],
  ['voice: {}', /^schema error: \[\{\}\] missing `of`$/],
  [
    'sources: report',
    /^schema error: \[report\] expected a list, found `report` \| write `sources: \[report\]`$/,
  ],
  ['sources: [report, {at: line 3}]', /^schema error: \[at\] missing `source`$/],
  ['sources: [{source: report, aspct: date}]', /^unknown-key warning: \[aspct\] .*`aspect`\?$/],
  ['creator: [ann]', /^schema error: \[\[ann\]\] expected text or a mapping, found a list$/],
  ['creator: {role: editor}', /^schema error: \[role\] missing `name`$/],
  ['withdrawn: true', undefined],
] as const)('annotation with %s', ([fields, finding]) => {
  const faults = faultsIn(inAnnotation(fields));
  expect(faults).toHaveLength(finding === undefined ? 0 : 1);
  if (finding !== undefined) expect(faults[0]).toMatch(finding);
});

const ID_FORM = 'an id begins with a letter and has letters, digits, - and _';
const KINDS = 'a transcript has `utterances`, a layer names its `transcript`';

test.for<[string, string, string[]]>([
  ['nothing of ours', 'a: 1\n', [`not-onrecord error: [a] neither a transcript nor a layer | ${KINDS}`]],
  [
    'no kind',
    'onrecord: 1\n',
    [`not-onrecord error: [onrecord] neither a transcript nor a layer | ${KINDS}`],
  ],
  [
    'a misspelt kind',
    'onrecord: 1\nuterances: []\n',
    ['not-onrecord error: [uterances] neither a transcript nor a layer | did you mean `utterances`?'],
  ],
  [
    'both kinds',
    'onrecord: 1\ntranscript: t.yaml\nutterances: []\n',
    ['not-onrecord error: [transcript] both a transcript and a layer | remove `utterances` or `transcript`'],
  ],
  [
    'no version',
    'utterances:\n  - {text: Yes., frm: direct}\n',
    [
      'format-version error: [utterances] missing `onrecord` | begin the file with `onrecord: 1`',
      'unknown-key warning: [frm] unknown key `frm` | did you mean `form`?',
    ],
  ],
  [
    'a later version',
    'onrecord: 2\nutterances: [1]\n',
    [
      'format-version error: [2] unknown version of the format, expected 1 | use a later onrecord, which reads this version',
    ],
  ],
  [
    'no known version',
    'onrecord: "1"\nutterances: [1]\n',
    ['format-version error: ["1"] unknown version of the format, expected 1 | write `onrecord: 1`'],
  ],
  [
    'utterances of another type',
    'onrecord: 1\nutterances: none\n',
    ['schema error: [none] expected a list, found `none` | begin each item of the list with `- `'],
  ],
  [
    'an utterance of another type',
    'onrecord: 1\nutterances: [Yes.]\n',
    ['schema error: [Yes.] expected a mapping, found `Yes.` | write `- text: Yes.`'],
  ],
  [
    'utterances that say nothing',
    'onrecord: 1\nutterances:\n  - id: u1\n  - {}\n',
    ['schema error: [id] missing `text` or `event`', 'schema error: [{}] missing `text` or `event`'],
  ],
  [
    'bad ids',
    'onrecord: 1\nutterances: []\nparties:\n  1st: {name: A}\nstatements:\n  - {id: s 1, text: Yes.}\n',
    [
      `schema error: [1st] unexpected \`1st\`, ${ID_FORM}`,
      `schema error: [s 1] unexpected \`s 1\`, ${ID_FORM}`,
    ],
  ],
  [
    'entries without what they need',
    'onrecord: 1\ntranscript: t.yaml\nclaims: [{id: c1}]\nannotations: [{tag: sic}]\n',
    [
      'schema error: [id] missing `text`',
      'schema error: [tag] missing `id`',
      'schema error: [tag] missing `target`',
    ],
  ],
  [
    'a ground rule',
    'onrecord: 1\nutterances: []\nground-rule: leakd\n',
    [
      'schema error: [leakd] unexpected `leakd`, expected one of on-record, background, deep-background, off-record, closed-meeting, leaked | did you mean `leaked`?',
    ],
  ],
  [
    'a list of ground rules',
    'onrecord: 1\nutterances: []\nground-rule: [leaked, [leaked]]\n',
    ['schema error: [[leaked]] expected text, found a list'],
  ],
  [
    'a party without a value',
    'onrecord: 1\nutterances: []\nparties: {ann: }\n',
    ['schema error: [] `ann` has no value | write it or remove the key'],
  ],
  ['not YAML at all', 'utterances: [', [expect.stringMatching(/^syntax error: /)]],
])('file with %s', ([, text, findings]) => {
  expect(faultsIn(text)).toEqual(findings);
});

test('bytes that are not UTF-8 are a finding of their own', () => {
  const { findings, usable, document } = readDocument(Uint8Array.of(0x6f, 0xff), 'file.yaml');
  expect([findings.map(finding => finding.rule), usable, document]).toEqual([['encoding'], false, undefined]);
});

test('values are shown on one line and not at any length', () => {
  const long = `${'a\\n'.repeat(30)}${'b'.repeat(100)}`;
  expect(faultsIn(inUtterance(`paraphrase: "${long}"`))[0]).toMatch(/found `(a ){20}…`$/);
  expect(faultsIn(inUtterance(`paraphrase: ${'😀'.repeat(41)}`))[0]).toMatch(/found `(😀){40}…`$/u);
});

test('faults past the hundredth are counted', () => {
  const faults = faultsIn(`onrecord: 1\nutterances:\n${'  - none\n'.repeat(250)}  - {}\n`);
  expect(faults).toHaveLength(101);
  expect(faults).toContain('schema error: 151 more faults in this file are not listed');
});
