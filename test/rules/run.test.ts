import { expect, test } from 'vitest';
import { aimsOf, anchorsOf } from '../../src/core/anchor/anchors.ts';
import type { Fix } from '../../src/core/model/finding.ts';
import type { Project } from '../../src/core/model/project.ts';
import { TargetResolver } from '../../src/core/model/targets.ts';
import { readDocument } from '../../src/formats/onrecord/read.ts';
import { defineRule } from '../../src/rules/rule.ts';
import { RULES } from '../../src/rules/rules.ts';
import { runRules } from '../../src/rules/run.ts';

const random = (count: number) => new Uint8Array(count).fill(10);

function read(texts: Readonly<Record<string, string>>) {
  const results = Object.entries(texts).map(([file, text]) =>
    readDocument(new TextEncoder().encode(text), file),
  );
  const [transcript, ...layers] = results.map(result => result.document);
  return {
    project: { transcript, layers } as Project,
    unreadable: results.flatMap(result => result.unreadable),
  };
}

/** Rules about the structure of files: what they find in a small file is easy to tell. */
const STRUCTURE = RULES.filter(({ id }) =>
  /^(bad-date|bare-|duplicate-id|missing-id|one-body|pin-|quote-|stance-without-(evidence|party)|times-|unknown-|unresolved-conflict)/.test(
    id,
  ),
);

function check(
  texts: Readonly<Record<string, string>>,
  settings: Partial<Parameters<typeof runRules>[1]> = {},
) {
  const { project, unreadable } = read(texts);
  return runRules(project, { rules: STRUCTURE, random, unreadable, ...settings });
}

const BARE = 'onrecord: 1\nutterances: []\nannotations:\n- {id: a1, target: transcript, tag: confirmed}\n';

const probe = defineRule({
  id: 'probe',
  severity: 'warning',
  topics: ['anchors'],
  summary: 'A probe.',
  why: 'To see what the runner hands over.',
  source: 'This test.',
  options: {
    words: { default: ['so', 'very'], meaning: 'Words to look for.' },
    limit: { default: 3, meaning: 'A number.' },
  },
  examples: () => [],
  check({ project, options, report }) {
    const { file } = project.transcript;
    const total: number = options.limit + options.words.length;
    report({ at: { file, path: ['utterances'] }, message: `second ${total}` });
    report({
      at: { file, path: ['onrecord'], part: 'key' },
      message: 'first',
      labels: [{ at: { file, path: ['annotations', 0, 'tag'] }, message: 'there' }],
    });
  },
});

test('the runner stamps rule and severity, resolves places and sorts', async () => {
  expect(await check({ 't.yaml': BARE }, { rules: [probe] })).toStrictEqual([
    {
      rule: 'probe',
      severity: 'warning',
      file: 't.yaml',
      span: { start: 0, end: 8 },
      message: 'first',
      labels: [{ file: 't.yaml', span: { start: 76, end: 85 }, message: 'there' }],
    },
    { rule: 'probe', severity: 'warning', file: 't.yaml', span: { start: 24, end: 26 }, message: 'second 5' },
  ]);
});

test('options of the configuration take the place of the defaults, one by one', async () => {
  const options = new Map([['probe', { limit: 40 }]]);
  expect(
    (await check({ 't.yaml': BARE }, { rules: [probe], options })).map(finding => finding.message),
  ).toContain('second 42');
});

test.for([
  ['error', ['error']],
  ['info', ['info']],
  ['off', []],
] as const)('level %s', async ([level, severities]) => {
  const findings = await check({ 't.yaml': BARE }, { levels: new Map([['bare-stance', level]]) });
  expect(findings.filter(({ rule }) => rule === 'bare-stance').map(({ severity }) => severity)).toStrictEqual(
    severities,
  );
});

test('what reading refused is not called missing', async () => {
  const refused = BARE.replace('tag: confirmed', 'tag: confirmed, by: [x]');
  expect(await check({ 't.yaml': BARE })).toMatchObject([{ rule: 'bare-stance' }]);
  expect(await check({ 't.yaml': refused })).toStrictEqual([]);
});

test('nothing is found inside a node that reading refused', async () => {
  const inside = { file: 't.yaml', span: { start: 70, end: 90 } };
  expect(await check({ 't.yaml': BARE }, { unreadable: [inside] })).toStrictEqual([]);
  expect(await check({ 't.yaml': BARE }, { unreadable: [{ ...inside, file: 'other.yaml' }] })).toHaveLength(
    1,
  );
});

test('tags of the project are known, and are stances where their group is one of acts', async () => {
  const custom = BARE.replace('confirmed', 'endorsed');
  const tags = new Map([['endorsed', { group: 'affirming', meaning: 'stands behind it' } as const]]);
  expect((await check({ 't.yaml': custom })).map(({ rule }) => rule)).toStrictEqual(['unknown-tag']);
  expect((await check({ 't.yaml': custom }, { tags })).map(({ rule }) => rule)).toStrictEqual([
    'bare-stance',
  ]);
});

test('findings in layers stand in the layer, labels in the transcript', async () => {
  const findings = await check({
    't.yaml': 'onrecord: 1\nutterances:\n- {id: u1, text: x}\n',
    'l.yaml': 'onrecord: 1\ntranscript: t.yaml\nannotations:\n- {id: u1, target: transcript, comment: y}\n',
  });
  expect(findings).toMatchObject([{ rule: 'duplicate-id', file: 'l.yaml', labels: [{ file: 't.yaml' }] }]);
});

function apply(text: string, fixes: readonly (Fix | undefined)[]): string {
  return fixes
    .flatMap(fix => fix?.edits ?? [])
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (edited, { span, text: put }) => edited.slice(0, span.start) + put + edited.slice(span.end),
      text,
    );
}

test.for([
  ['block style', '- text: We signed.\n  start: 1\n', '- id: uaaaaaaaa\n  text: We signed.\n  start: 1\n'],
  ['flow style', '- { text: We signed. }\n', '- { id: uaaaaaaaa, text: We signed. }\n'],
  [
    'indented, with a comment',
    '  -   # first\n    text: x # y\n',
    '  -   # first\n    id: uaaaaaaaa\n    text: x # y\n',
  ],
  ['CRLF', '- text: x\r\n  to: []\r\n', '- id: uaaaaaaaa\r\n  text: x\r\n  to: []\r\n'],
] as const)('the fix of missing-id in %s', async ([, before, after]) => {
  const head = before.includes('\r\n') ? 'onrecord: 1\r\nutterances:\r\n' : 'onrecord: 1\nutterances:\n';
  const findings = await check(
    { 't.yaml': head + before },
    { rules: RULES.filter(({ id }) => id === 'missing-id') },
  );
  const fixed = apply(
    head + before,
    findings.map(finding => finding.fix),
  );
  expect(fixed).toBe(head + after);
});

test('ids of one run differ from each other and from those that are there', async () => {
  let call = 0;
  const counting = (count: number) => new Uint8Array(count).fill(call++ >> 1);
  const text = 'onrecord: 1\nutterances:\n- {id: u00000000, text: x}\n- {text: y}\n- {text: z}\n';
  const fixed = apply(
    text,
    (await check({ 't.yaml': text }, { random: counting })).map(finding => finding.fix),
  );
  expect(fixed).toContain('{id: u11111111, text: y}');
  expect(fixed).toContain('{id: u22222222, text: z}');
});

test.for([
  [
    'block style',
    '- id: a1\n  target: u1\n  comment: >-\n    by\n    phone\n',
    '  pin: sha256-f63455a0\n  comment',
  ],
  [
    'flow style',
    '- {id: a1, target: u1, comment: x}\n',
    '{id: a1, target: u1, pin: sha256-f63455a0, comment: x}',
  ],
] as const)('the fix of pin-missing in %s leaves nothing to find', async ([, annotation, expected]) => {
  const text = `onrecord: 1\nutterances:\n- {id: u1, text: x}\nannotations:\n${annotation}`;
  const findings = await check({ 't.yaml': text });
  expect(findings.map(({ rule }) => rule)).toStrictEqual(['pin-missing']);
  const fixed = apply(
    text,
    findings.map(finding => finding.fix),
  );
  expect(fixed).toContain(expected);
  expect(await check({ 't.yaml': fixed })).toStrictEqual([]);
});

test('a list of nothing is as bare as no list', async () => {
  const text = BARE.replace('tag: confirmed', 'tag: confirmed, sources: []');
  expect(await check({ 't.yaml': text })).toMatchObject([{ rule: 'bare-stance' }]);
});

test('conflicts are found in nested fields and not in those of others', async () => {
  const text =
    'onrecord: 1\nconflict: {title: {ours: A, theirs: B}}\nutterances: []\nx-notes: {conflict: {a: {ours: 1}}}\n' +
    'parties:\n  ann: {roles: [{title: Mayor, conflict: {title: {ours: Mayor, theirs: Clerk}}}]}\n';
  expect((await check({ 't.yaml': text })).map(({ rule, message }) => [rule, message])).toStrictEqual([
    ['unresolved-conflict', 'unresolved conflict in `title`'],
    ['unresolved-conflict', 'unresolved conflict in `title`'],
  ]);
});

test('rules and view agree on where a quote stands', async () => {
  const quotes = ['signed', 'Monday', '"done"', 'never', 'They signed', 'Nobody', '“done”'];
  const targets = ['u1', '[u1, u2]', '[u2, u3]', 'u1..u3', 'transcript'];
  const annotations = targets.flatMap((target, i) =>
    quotes.map((quote, j) => `- {id: a${i}x${j}, target: ${target}, quote: '${quote}', comment: x}\n`),
  );
  const text =
    'onrecord: 1\nutterances:\n- {id: u1, text: We signed on Monday. They signed too.}\n' +
    "- {id: u2, text: 'Nobody was “done” on Monday.'}\n- {id: u3, text: 'It was \"done\".'}\n" +
    `annotations:\n${annotations.join('')}`;
  const { project } = read({ 't.yaml': text });
  const resolver = new TargetResolver(project);
  const fromView = project.transcript.value.annotations.map(annotation => {
    const verdicts = anchorsOf(annotation, aimsOf(annotation, resolver)).map(anchor => anchor.verdict);
    return verdicts.includes('ambiguous')
      ? 'quote-ambiguous'
      : verdicts.includes('exact')
        ? 'found'
        : 'quote-not-found';
  });
  const rules = RULES.filter(({ id }) => id.startsWith('quote-'));
  const ruleAt = new Map(
    (await check({ 't.yaml': text }, { rules })).map(({ rule, span }) => [span?.start, rule]),
  );
  const fromRules = project.transcript.value.annotations.map(
    (_, index) => ruleAt.get(project.transcript.locate(['annotations', index, 'quote']).start) ?? 'found',
  );
  expect(fromRules).toStrictEqual(fromView);
  expect(new Set(fromRules)).toStrictEqual(new Set(['quote-ambiguous', 'found', 'quote-not-found']));
});

test('of very many misspelt ids the first hundred get a suggestion, the same id always the same one', async () => {
  const wrong = Array.from(
    { length: 150 },
    (_, index) => `- {speaker: bakerr${index + 1}, id: u${index}, text: x}\n`,
  );
  const text = `onrecord: 1\nparties: {baker1: {name: Ann}}\nutterances:\n${wrong.join('')}- {speaker: bakerr1, id: v, text: x}\n`;
  const helps = (await check({ 't.yaml': text })).map(({ help }) => help);
  expect(helps).toHaveLength(151);
  expect(helps[0]).toBe('did you mean `baker1`?');
  expect(helps[150]).toBe(helps[0]);
  expect(helps[149]).toBe('declare it, or correct the id');
});

const misspelt = (fields: string) =>
  `onrecord: 1\nutterances: []\nannotations:\n- {id: a1, target: transcript, ${fields}}\n`;

test.for([
  ['tgas: unclear', 'one-body', 'unknown key `tgas`: the annotation has no body, expected one', 'tag'],
  ['coment: So., tag: unclear', undefined, '', ''],
] as const)(
  'a misspelt key that leads to an error is told once, with %s',
  async ([fields, rule, message, meant]) => {
    const found = await check(
      { 't.yaml': misspelt(fields) },
      { rules: RULES.filter(({ id }) => id === 'one-body') },
    );
    expect(found.map(finding => finding.rule)).toEqual(rule === undefined ? [] : [rule]);
    if (rule !== undefined)
      expect(found[0]).toMatchObject({
        message,
        help: `did you mean \`${meant}\`?`,
        replaces: 'unknown-key',
      });
  },
);

test('a misspelt key that leads to a warning is told by itself, unless unknown keys are off', async () => {
  const text = 'onrecord: 1\nutterances:\n- {id: u1, spaeker: unknown, text: Yes.}\n- {id: u2, text: No.}\n';
  const rules = RULES.filter(({ id }) => id === 'no-speaker');
  const linesOf = async (level: 'off' | 'warning') =>
    (await check({ 't.yaml': text }, { rules, levels: new Map([['unknown-key', level]]) })).map(
      ({ message }) => message,
    );
  expect(await linesOf('warning')).toEqual(['nothing says who speaks here, expected `speaker`']);
  expect(await linesOf('off')).toEqual(['none of the 2 utterances says who speaks, expected `speaker`']);
});
