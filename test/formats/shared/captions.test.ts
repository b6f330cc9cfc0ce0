/** Who speaks in captions, by the labels and signs in their words. */
import { expect, test } from 'vitest';
import { captionSegments } from '../../../src/formats/shared/captions.ts';
import { ImportReport } from '../../../src/formats/shared/report.ts';

/** Label, words, and who is carried over. */
function segments(texts: readonly string[], options = {}) {
  const report = new ImportReport('a.srt');
  const captions = texts.map((text, index) => ({
    start: index * 1000,
    end: index * 1000 + 900,
    parts: [{ voice: undefined, text }],
    span: { start: index, end: index + 1 },
  }));
  const found = captionSegments(captions, { file: 'a.srt', ...options }, report);
  return {
    said: found.map(({ label, text }) => [label, text]),
    carried: found.map(({ carriedLabel }) => carriedLabel),
    findings: report.list(),
  };
}

test('one turn is enough where most captions have a label', () => {
  const { said } = segments([
    'Ada Okafor: Good morning.',
    'Per Lind: Since when?',
    'Ada Okafor: Since May. One thing: we told you.',
    '10:30 Meeting: not a speaker.',
  ]);
  expect(said).toEqual([
    ['Ada Okafor', 'Good morning.'],
    ['Per Lind', 'Since when?'],
    ['Ada Okafor', 'Since May. One thing: we told you.'],
    [undefined, '10:30 Meeting: not a speaker.'],
  ]);
});

test('names as meeting tools write them', () => {
  const names = [
    'Café-Team #2 | Room 5',
    'Dr. Maria del Carmen García-López de la Fuente y Sanz',
    'Ada (she/her)',
  ];
  const { said } = segments(names.map(name => `${name}: Good morning.`));
  expect(said.map(([label]) => label)).toEqual(names);
});

test('few labels among many captions are words, and told', () => {
  const { said, findings } = segments([
    'we met in May',
    'and then we said',
    'Remember: it is closed',
    'that was it',
    'nobody knew',
  ]);
  expect(said.every(([label]) => label === undefined)).toBe(true);
  expect(findings).toMatchObject([
    { rule: 'unknown-label', severity: 'info', data: { label: 'Remember', count: 1 }, span: { start: 2 } },
  ]);
});

test('live captions mark a change of speaker, with a name or without', () => {
  const { said } = segments([
    '>> REPORTER: Is it open?',
    '>> MAYOR OKAFOR: No.\n>> Why?',
    '>> REPORTER: I see.',
  ]);
  expect(said).toEqual([
    ['REPORTER', 'Is it open?'],
    ['MAYOR OKAFOR', 'No.'],
    [undefined, 'Why?'],
    ['REPORTER', 'I see.'],
  ]);
});

test('two lines with a dash are two people', () => {
  const { said, findings } = segments(['- Is it open?\n- No, it is closed.', '- 5 degrees', 'One - two']);
  expect(said).toEqual([
    [undefined, 'Is it open?'],
    [undefined, 'No, it is closed.'],
    [undefined, '- 5 degrees'],
    [undefined, 'One - two'],
  ]);
  expect(findings).toMatchObject([{ rule: 'several-speakers' }]);
});

test('a second line with a label that is not taken is not said by the first', () => {
  const { said } = segments(['ADA: It is closed.\nNote: since May.', 'ADA: So.', 'ADA: Yes.']);
  expect(said.slice(0, 2)).toEqual([
    ['ADA', 'It is closed.'],
    [undefined, 'Note: since May.'],
  ]);
});

test('nobody is carried over to a label, to a sign of change, nor past them', () => {
  const { carried } = segments(
    [
      'ADA: One.',
      'Two.',
      'Sam Sand, of the north: Three.',
      'Four.',
      'ADA: Five.',
      '>> Six.',
      'Seven.',
      'ADA: Eight.',
    ],
    { carrySpeaker: true },
  );
  expect(carried).toEqual([
    undefined,
    'ADA',
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('how something is said makes no other speaker', () => {
  const { said } = segments(['ADA: One.', 'ADA (laughing): Two.', 'PER: Three.', 'PER (off mic): Four.']);
  expect(said.map(([label]) => label)).toEqual(['ADA', 'ADA', 'PER', 'PER']);
});
