import { describe, expect, test } from 'vitest';
import { parseTarget, TargetResolver } from '../../../src/core/model/targets.ts';
import { layerOf, projectOf } from '../../fixtures/project.ts';

test.for([
  ['u10', { kind: 'id', id: 'u10' }],
  ['transcript', { kind: 'transcript' }],
  ['u2..u5', { kind: 'range', first: 'u2', last: 'u5' }],
  ['reader#a7', { kind: 'layer', layer: 'reader', id: 'a7' }],
  ['a..b#a7', { kind: 'layer', layer: 'a..b', id: 'a7' }],
  ['night-shift_2', { kind: 'id', id: 'night-shift_2' }],
  ['', undefined],
  ['10', undefined],
  ['u2..', undefined],
  ['u2...u5', undefined],
  ['u2..u5..u7', undefined],
  ['u2, u5', undefined],
  ['#a7', undefined],
  ['reader#', undefined],
  ['reader#u2..u5', undefined],
  ['u10\n', undefined],
] as const)('%j reads as %j', ([text, target]) => {
  expect(parseTarget(text)).toEqual(target);
});

const project = projectOf(
  {
    parties: { ada: {} },
    sources: { report: {} },
    utterances: [
      { id: 'u1', text: 'One.' },
      { id: 'u9', text: 'Two.' },
      { text: 'Three.' },
      { id: 'u2', text: 'Four.' },
    ],
    statements: [{ id: 's1', text: 'Later.' }],
    annotations: [{ id: 'a0', target: ['u1'], comment: 'inline' }],
  },
  layerOf({ annotations: [{ id: 'a1', target: ['u1'], comment: 'first' }] }, 'talk/first.reader.layer.yaml'),
  layerOf(
    {
      claims: [{ id: 'c1', text: 'It is so.' }],
      annotations: [
        { id: 'a1', target: ['u1'], comment: 'second' },
        { id: 'a2', target: ['u1'], comment: 'more' },
      ],
    },
    'second.yaml',
  ),
);

const resolve = (target: string) => {
  const resolution = new TargetResolver(project).resolve(target);
  return resolution.found === 'entries'
    ? resolution.entries.map(entry => `${entry.document.file} ${entry.path.join('.')}`)
    : resolution;
};

describe('what a target names', () => {
  test.for([
    ['u2', ['talk/transcript.yaml utterances.3']],
    ['s1', ['talk/transcript.yaml statements.0']],
    ['c1', ['second.yaml claims.0']],
    ['a2', ['second.yaml annotations.1']],
    // The first declaration of an id counts, unless the layer is named.
    ['a1', ['talk/first.reader.layer.yaml annotations.0']],
    ['second#a1', ['second.yaml annotations.0']],
    ['second.yaml#a1', ['second.yaml annotations.0']],
    ['first.reader#a1', ['talk/first.reader.layer.yaml annotations.0']],
    ['first.reader.layer#a1', ['talk/first.reader.layer.yaml annotations.0']],
    ['first.reader.layer.yaml#a1', ['talk/first.reader.layer.yaml annotations.0']],
    ['transcript#a0', ['talk/transcript.yaml annotations.0']],
    // A range follows the transcript, not the numbers, and leaves out no utterance.
    [
      'u9..u2',
      [
        'talk/transcript.yaml utterances.1',
        'talk/transcript.yaml utterances.2',
        'talk/transcript.yaml utterances.3',
      ],
    ],
    ['u1..u1', ['talk/transcript.yaml utterances.0']],
    ['transcript', { found: 'transcript' }],
  ] as const)('%s', ([target, places]) => {
    expect(resolve(target)).toEqual(places);
  });

  test.for([
    ['u3', 'unknown-id', 'u3'],
    ['u1..u3', 'unknown-id', 'u3'],
    ['s1..u2', 'not-an-utterance', 's1'],
    ['u1..c1', 'not-an-utterance', 'c1'],
    ['u2..u9', 'backwards', 'u2..u9'],
    ['third#a1', 'unknown-layer', 'third'],
    ['first#a1', 'unknown-layer', 'first'],
    ['second#a7', 'unknown-id', 'a7'],
    ['ada', 'wrong-kind', 'ada'],
    ['report', 'wrong-kind', 'report'],
    ['u1, u2', 'malformed', 'u1, u2'],
  ] as const)('%s names nothing: %s', ([target, fault, part]) => {
    expect(resolve(target)).toEqual({ found: 'nothing', fault, part });
  });
});

test('the utterances of a range are the very values of the transcript', () => {
  const resolution = new TargetResolver(project).resolve('u9..u2');
  const values = resolution.found === 'entries' ? resolution.entries.map(entry => entry.value) : [];
  expect(values.every((value, index) => value === project.transcript.value.utterances[index + 1])).toBe(true);
  expect(values).toHaveLength(3);
});
