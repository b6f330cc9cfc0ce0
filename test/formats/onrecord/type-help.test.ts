/** A value of the wrong type is told with what to write instead. */
import { expect, test } from 'vitest';
import { readDocument } from '../../../src/formats/onrecord/read.ts';

function helpsIn(text: string): (string | undefined)[] {
  const { findings } = readDocument(new TextEncoder().encode(text), 't.yaml');
  return findings.filter(({ rule }) => rule === 'schema').map(({ help }) => help);
}

const annotation = (fields: string) =>
  `onrecord: 1\nutterances: []\nannotations:\n  - {id: a1, target: transcript, ${fields}}\n`;

test.for([
  ['tag: [disputed, unclear]', 'one tag an annotation: write an annotation for each'],
  ['speaker: [ann, bob]', 'one speaker an annotation: write an annotation for each'],
  ['comment: [a, b]', 'one comment an annotation: write an annotation for each'],
  ['sources: minutes', 'write `sources: [minutes]`'],
  ['sources: minutes page 3', 'write `sources: [{source: minutes, at: page 3}]`'],
  ['sources: "minutes, page 3"', 'write `sources: [{source: minutes, at: page 3}]`'],
  ['sources: "minutes: page 3"', 'write `sources: [{source: minutes, at: page 3}]`'],
  ['sources: "minutes @ 3:4"', 'write `sources: [{source: minutes, at: "@ 3:4"}]`'],
  ['sources: "3 May, the Gazette"', 'write `sources: [{source: ID, at: "3 May, the Gazette"}]`'],
  ['sources: {source: minutes}', 'begin each item of the list with `- `'],
  ['alternatives: "a, b"', 'write `alternatives: ["a, b"]`'],
  ['certainty: [high]', undefined],
] as const)('annotation with %s', ([fields, help]) => {
  expect(helpsIn(annotation(fields))).toEqual([help]);
});

test.for([
  ['parties: [ann]', 'write each as `ID: {name: ...}`, without `- `'],
  ['sources: Gazette', 'write each as `ID: {title: ...}`, without `- `'],
  ['parties: {ann: Ann Baker}', 'write `ann: {name: Ann Baker}`'],
  ['sources: {gazette: "Gazette: May"}', 'write `gazette: {title: "Gazette: May"}`'],
  ['claims: [They signed.]', 'write `- text: They signed.`'],
  ['claims: {c1: {text: They signed.}}', 'begin each item of the list with `- `'],
] as const)('header with %s', ([fields, help]) => {
  expect(helpsIn(`onrecord: 1\nutterances: []\n${fields}\n`)).toEqual([help]);
});
