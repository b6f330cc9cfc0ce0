import { expect, test } from 'vitest';
import { transcript } from '../../../src/rules/shared/transcript.ts';

test('the parts come in the order of the format, and u1 is there where it is named', () => {
  expect(
    transcript`
      parties: {ann: {name: Ann}}
      annotations:
        - {id: a1, target: u1, comment: By phone.}
      `,
  ).toEqual({
    'transcript.yaml':
      'onrecord: 1\nparties: {ann: {name: Ann}}\nutterances:\n  - {id: u1, speaker: ann, text: We signed on Monday.}\nannotations:\n  - {id: a1, target: u1, comment: By phone.}\n',
  });
});

test('utterances that are given stay as they are, and none are made where u1 is not named', () => {
  expect(transcript`utterances: [{text: u1}]`).toEqual({
    'transcript.yaml': 'onrecord: 1\nutterances: [{text: u1}]',
  });
  expect(transcript`
    sources: {tape: {title: Tape}}
    `).toEqual({ 'transcript.yaml': 'onrecord: 1\nsources: {tape: {title: Tape}}\nutterances: []\n' });
});
