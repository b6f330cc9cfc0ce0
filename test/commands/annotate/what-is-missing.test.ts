/** What `annotate` asks for is what `check` would find: no more, so that nobody invents, and no less. */
import { expect, test } from 'vitest';
import { whatIsMissing } from '../../../src/commands/annotate/what-is-missing.ts';
import type { Fields } from '../../../src/commands/fields.ts';
import { Known } from '../../../src/commands/known.ts';
import { isLayer, isTranscript, type Project } from '../../../src/core/model/project.ts';
import { STANCE_GROUPS, TAG_NAMES, TAGS } from '../../../src/core/model/vocabulary.ts';
import { readDocument } from '../../../src/formats/onrecord/read.ts';
import { RULES } from '../../../src/rules/rules.ts';
import { runRules } from '../../../src/rules/run.ts';

const ASKED_BY = new Set([
  'bare-stance',
  'stance-without-aspect',
  'stance-without-party',
  'stance-without-date',
  'stance-without-evidence',
  'characterised-only',
]);

const CIRCUMSTANCES: Fields = {
  aspect: 'content',
  by: 'ann',
  when: '2026-03-02',
  wording: 'So it was.',
  characterised: true,
  sources: [{ source: 'minutes', at: 'page 3' }],
};
const NAMES = Object.keys(CIRCUMSTANCES);
const TARGETS = ['u1', 'load', 'vague'];

const TRANSCRIPT = `onrecord: 1
parties: {ann: {name: Ann}}
sources: {minutes: {title: Minutes}}
utterances: [{id: u1, speaker: ann, text: The bridge carries eight tonnes.}]
claims:
  - {id: load, text: It carries eight tonnes., aspect: content, target: u1}
  - {id: vague, text: It carries enough., target: u1}
`;

test('for every stance, on a passage and on claims, with any of its circumstances', async () => {
  const cases: { id: string; fields: Fields }[] = [];
  for (const tag of TAG_NAMES.filter(name => STANCE_GROUPS.has(TAGS[name].group)))
    for (const target of TARGETS)
      for (let mask = 0; mask < 2 ** NAMES.length; mask++) {
        const chosen = NAMES.filter((_, bit) => mask & (1 << bit));
        const fields = {
          target,
          tag,
          ...Object.fromEntries(chosen.map(name => [name, CIRCUMSTANCES[name]])),
        };
        cases.push({ id: `a${cases.length}`, fields });
      }
  const project = projectOf(cases.map(({ id, fields }) => ({ id, ...fields })));
  const settings = {
    rules: RULES,
    unreadable: [],
    random: (n: number) => new Uint8Array(n),
    tags: new Map(),
  };
  const findings = await runRules(project, settings);
  const faulty = new Set<string>();
  for (const { rule, span } of findings.filter(({ rule }) => ASKED_BY.has(rule))) {
    const line = project.layers[0]!.source.text.slice(0, span!.start).split('\n').length;
    faulty.add(`a${line - 4}`);
    expect(rule).not.toBe('');
  }
  const known = new Known(projectOf([]));
  const asked = cases.filter(({ fields }) => whatIsMissing(fields, known).length > 0).map(({ id }) => id);
  expect(cases.length).toBe(13 * TARGETS.length * 64);
  expect(new Set(asked)).toEqual(faulty);
  expect(faulty.size).toBeGreaterThan(100);
});

function projectOf(annotations: readonly object[]): Project {
  const lines = annotations.map(entry => `  - ${JSON.stringify(entry)}\n`);
  const layer = read(`onrecord: 1\ntranscript: talk.yaml\nannotations:\n${lines.join('')}`, 'a.layer.yaml');
  const transcript = read(TRANSCRIPT, 'talk.yaml');
  if (!isTranscript(transcript) || !isLayer(layer)) throw new Error('not a project');
  return { transcript, layers: [layer] };
}

function read(text: string, name: string) {
  const { document } = readDocument(new TextEncoder().encode(text), name);
  if (document === undefined) throw new Error(`${name} cannot be read`);
  return document;
}
