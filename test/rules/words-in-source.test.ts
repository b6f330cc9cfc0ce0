/** Findings about some words of a text point at those words, in whatever way the text is written. */
import { describe, expect, test } from 'vitest';
import { ENGLISH } from '../../src/core/language/generated/english.ts';
import { readDocument } from '../../src/formats/onrecord/read.ts';
import { RULES } from '../../src/rules/rules.ts';
import { runRules } from '../../src/rules/run.ts';

/** Each writes a text, of which `_` is a blank at which lines may part. */
const STYLES: Readonly<Record<string, (text: string) => string>> = {
  'in one line': text => JSON.stringify(text.replaceAll('_', ' ')),
  plain: text => text.replaceAll('_', '\n        '),
  'in double quotes': text => `"${text.replaceAll('"', '\\"').replaceAll('_', '\n        ')}"`,
  'in single quotes': text => `'${text.replaceAll("'", "''").replaceAll('_', '\n        ')}'`,
  folded: text => `>-\n        ${text.replaceAll('_', '\n        ')}`,
  literal: text => `|\n        ${text.replaceAll('_', '\n        ')}`,
};

interface Case {
  readonly rule: string;
  /** `TEXT` stands for the text. */
  readonly file: string;
  readonly text: string;
  /** What the finding points at. */
  readonly words: string;
  /** The label does. */
  readonly isLabel?: true;
}

const utterance = (more = '') => `
  - id: u1
    speaker: ann
${more}    text: TEXT
`;
const PARTIES = `onrecord: 1
language: en
date: 2016-10-14
parties:
  ann: {name: Ann Baker, roles: [{title: Harbour Master, valid: 1990/2000}]}
  bob: {name: Bob Carter}
sources:
  gazette: {title: Gazette}
utterances:`;

const CASES: readonly Case[] = [
  {
    rule: 'unresolved-deixis',
    file: PARTIES + utterance('    form: direct\n    source: gazette\n'),
    text: 'Nobody gave an_answer, and yet_we signed.',
    words: 'we',
  },
  {
    rule: 'unanchored-relative-date',
    file: PARTIES.replace(/date: .*\n/, '') + utterance('    form: direct\n'),
    text: 'The bridge_was closed_last night for good.',
    words: 'last night',
  },
  {
    rule: 'ambiguous-title',
    file: PARTIES + utterance('    form: direct\n'),
    text: 'It was_the word of the_Harbour Master then.',
    words: 'Harbour Master',
  },
  {
    rule: 'editorial-marks',
    file: PARTIES + utterance('    form: direct\n'),
    text: 'It cost_five_(pounds) in all.',
    words: '(pounds)',
  },
  {
    rule: 'control-characters',
    file: PARTIES + utterance(),
    text: 'It cost_five_po\ufffdnds in all.',
    words: '\ufffd',
  },
  {
    rule: 'vocative-mismatch',
    file: PARTIES + utterance('    form: direct\n    to: bob\n'),
    text: 'That is so,_and it is_known, Ann Baker, to all.',
    words: 'Ann Baker',
  },
  {
    rule: 'anachronism',
    file: PARTIES + utterance('    form: indirect\n'),
    text: 'That the bridge_was closed_in 2020 for good.',
    words: '2020',
  },
  {
    rule: 'hearsay-flattened',
    file: PARTIES + utterance('    form: indirect\n    via: [gazette]\n'),
    text: 'Ann said_that Bob_and then that_Carter offered to pay.',
    words: 'Carter',
  },
  {
    rule: 'loaded-verb',
    file: `${PARTIES} []\nclaims:\n  - id: c1\n    aspect: content\n    text: TEXT\n`,
    text: 'In the end_the office_revealed the sum.',
    words: 'revealed',
  },
  {
    rule: 'outlived-wording',
    file: `${PARTIES}
  - {id: u1, speaker: ann, text: There were seven reports.}
claims:
  - id: c1
    aspect: content
    target: u1
    accepted: {by: Ada Reader, when: 2026-01-15, was: There were six reports.}
    text: TEXT
`,
    text: 'In the end_the office_had six reports.',
    words: 'six',
  },
  {
    rule: 'contested-name',
    file: `${PARTIES} []\nclaims:\n  - id: c1\n    aspect: content\n    text: TEXT\n`,
    text: 'The bridge_to_Eastport was closed.',
    words: 'Eastport',
  },
  {
    rule: 'quote-not-found',
    file: `${PARTIES}${utterance()}annotations:\n  - {id: a1, target: u1, quote: 8 tonnes, comment: So.}\n`,
    text: 'The bridge_will carry_eight tonnes until June.',
    words: 'eight tonnes',
    isLabel: true,
  },
  {
    rule: 'stance-outruns-wording',
    file: `${PARTIES} []\nannotations:\n  - id: a1\n    target: transcript\n    tag: confirmed\n    aspect: publication\n    by: ann\n    wording: TEXT\n`,
    text: 'She then_said that she_has no reason to doubt it.',
    words: 'doubt',
    isLabel: true,
  },
];

async function findingsIn(file: string) {
  const { document, findings } = readDocument(new TextEncoder().encode(file), 'talk.yaml');
  expect(findings).toStrictEqual([]);
  if (document?.value.kind !== 'transcript') throw new Error('no transcript');
  const found = await runRules(
    { transcript: { ...document, value: document.value }, layers: [] },
    {
      rules: RULES,
      language: ENGLISH,
      random: bytes => new Uint8Array(bytes),
      options: new Map([['contested-name', { names: ['Eastport = Westhaven'] }]]),
    },
  );
  return { found, text: document.source.text };
}

describe.each(CASES)('$rule', ({ rule, file, text, words, isLabel }) => {
  test.each(Object.entries(STYLES))('%s', async (_, write) => {
    for (const lineEnd of ['\n', '\r\n']) {
      const source = file.replace('TEXT', () => write(text)).replaceAll('\n', lineEnd);
      const { found, text: read } = await findingsIn(source);
      const finding = found.find(each => each.rule === rule)!;
      const { start, end } = (isLabel === true ? finding.labels![0]! : finding).span!;
      expect(read.slice(start, end)).toBe(words);
      expect(start).toBe(read.lastIndexOf(words));
    }
  });
});

describe('a comment allows what is found in a text', () => {
  const { file, text, rule } = CASES[0]!;
  const source = file.replace('TEXT', () => STYLES['folded']!(text));
  const comment = `# onrecord-disable-next-line ${rule} -- as it was told`;
  test.each([
    ['above the text', source.replace('    text:', `    ${comment}\n    text:`)],
    ['above the entry', source.replace('  - id: u1', `  ${comment}\n  - id: u1`)],
    ['beside its header', source.replace('>-', `>- ${comment.replace('next-line', 'line')}`)],
  ])('%s', async (_, allowed) => {
    expect((await findingsIn(allowed)).found.filter(found => found.rule === rule)).toStrictEqual([]);
    expect((await findingsIn(source)).found.filter(found => found.rule === rule)).toHaveLength(1);
  });
});
