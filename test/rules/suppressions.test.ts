/** What a comment allows: the findings on its line or on the next one, and above an entry those anywhere in it. */
import { expect, test } from 'vitest';
import { compareFindings } from '../../src/core/model/finding.ts';
import type { Project } from '../../src/core/model/project.ts';
import { SourceText } from '../../src/core/model/span.ts';
import { readDocument } from '../../src/formats/onrecord/read.ts';
import { RULES } from '../../src/rules/rules.ts';
import { runRules } from '../../src/rules/run.ts';

const HEAD = `onrecord: 1
parties: {ann: {name: Ann}}
utterances:
  - {id: u1, speaker: ann, text: We signed on Monday.}
`;

/** The findings of two rules and of unused comments, each `line rule`, with `^^^` for the allowance under test. */
async function found(text: string): Promise<string[]> {
  const source = text.replaceAll(/\^\^\^ ([a-z-]+)/g, '# onrecord-disable-next-line $1 -- as it was told');
  const { document } = readDocument(new TextEncoder().encode(source), 't.yaml');
  const findings = await runRules({ transcript: document, layers: [] } as unknown as Project, {
    rules: RULES,
    random: count => new Uint8Array(count),
  });
  const lines = new SourceText(source);
  return findings
    .filter(({ rule }) => ['bare-stance', 'unknown-party', 'missing-id', 'unused-suppression'].includes(rule))
    .sort(compareFindings)
    .map(({ rule, span }) => `${lines.position(span!.start).line} ${rule}`);
}

test.for([
  ['on the line above', '- id: a1\n  target: u1\n  ^^^ bare-stance\n  tag: confirmed\n'],
  ['above the entry', '^^^ bare-stance\n- id: a1\n  target: u1\n  tag: confirmed\n'],
  [
    'above the entry, under another comment',
    '# by phone\n^^^ bare-stance\n- id: a1\n  target: u1\n  tag: confirmed\n',
  ],
  ['above another comment', '^^^ bare-stance\n# by phone\n- id: a1\n  target: u1\n  tag: confirmed\n'],
  ['above a dash of its own', '^^^ bare-stance\n-\n  id: a1\n  target: u1\n  tag: confirmed\n'],
  ['above a dash with a comment', '^^^ bare-stance\n- # first\n  id: a1\n  target: u1\n  tag: confirmed\n'],
  ['above an entry in braces', '^^^ bare-stance\n- {id: a1, target: u1,\n   tag: confirmed}\n'],
  [
    'two above one entry',
    '^^^ bare-stance\n^^^ unknown-party\n- id: a1\n  target: u1\n  tag: confirmed\n- id: a2\n  target: u1\n  by: bob\n  comment: So.\n',
    ['13 unknown-party', '7 unused-suppression'],
  ],
  ['with line ends of Windows', '^^^ bare-stance\r\n- id: a1\r\n  target: u1\r\n  tag: confirmed\r\n'],
  [
    'above the entry before',
    '^^^ bare-stance\n- {id: a1, target: u1, comment: So.}\n- id: a2\n  target: u1\n  tag: confirmed\n',
    ['10 bare-stance', '6 unused-suppression'],
  ],
  [
    'above the list, which is no entry',
    '- {id: a1, target: u1, comment: So.}\nclaims:\n  ^^^ bare-stance\n  - {id: c1, text: So., aspect: content}\n',
    ['8 unused-suppression'],
  ],
] as [string, string, string[]?][])('an allowance %s', async ([, annotations, expected = []]) => {
  expect((await found(`${HEAD}annotations:\n${annotations}`)).sort()).toEqual([...expected].sort());
});

test('an allowance above a party, a source and an utterance without an id', async () => {
  const text = `onrecord: 1
parties:
  ann: {name: Ann}
  ^^^ unknown-party
  office:
    name: The office
    on-behalf-of: nobody-known
utterances:
  ^^^ missing-id
  - speaker: ann
    text: We signed on Monday.
`;
  expect(await found(text)).toEqual([]);
});

test('a comment behind a line covers that line only', async () => {
  const text = `${HEAD}annotations:
  - id: a1 # onrecord-disable-line bare-stance -- as it was told
    target: u1
    tag: confirmed
`;
  expect(await found(text)).toEqual(['6 unused-suppression', '8 bare-stance']);
});
