/** Rolling captions: each line once, and what was said twice twice. */
import { expect, test } from 'vitest';
import { readSrt } from '../../../src/formats/srt/read.ts';
import { format } from '../../../src/formats/webvtt/index.ts';

/** A file of cues as YouTube writes them: the line before, the new line with times of its words, and a hold. */
function rolling(lines: readonly string[]): string {
  const clock = (ms: number) =>
    `00:00:${String(Math.floor(ms / 1000)).padStart(2, '0')}.${String(ms % 1000).padStart(3, '0')}`;
  const cues = lines.flatMap((line, index) => {
    const [start, hold, end] = [index * 2000, index * 2000 + 1990, index * 2000 + 2000];
    const [first, ...more] = line.split(' ');
    const timed = first + more.map(word => `<${clock(start + 500)}><c> ${word}</c>`).join('');
    const cue = `${clock(start)} --> ${clock(hold)} align:start position:0%\n${lines[index - 1] ?? ' '}\n${timed}`;
    return [cue, `${clock(hold)} --> ${clock(end)} align:start position:0%\n${line}\n `];
  });
  return `WEBVTT\nKind: captions\nLanguage: en\n\n${cues.join('\n\n')}\n`;
}

function read(text: string, fold?: boolean) {
  const { value, findings } = format.read!(text, { file: 'a.vtt', fold });
  return { texts: value!.transcript.utterances.map(({ text: words }) => words), findings, value: value! };
}

const LINES = [
  'we closed the river path',
  'before the flood came',
  'no',
  'no',
  'no one was there',
  'no one was there',
];

test('each line once; lines that were said again stay', () => {
  const { texts, findings } = read(rolling(LINES));
  expect(texts).toEqual(LINES);
  expect(findings).toMatchObject([{ rule: 'rolling-captions', severity: 'info', data: { lines: 11 } }]);
});

test('the times of words stay with the line', () => {
  const { value } = read(rolling(LINES.slice(0, 2)));
  expect(value.transcript.utterances[1]).toMatchObject({
    start: 2000,
    'x-vtt-payload': expect.stringMatching(/^before<00:00:02.500><c> the/),
  });
});

test('nothing is folded when asked not to', () => {
  const { texts, findings } = read(rolling(LINES.slice(0, 2)), false);
  expect(texts).toHaveLength(4);
  expect(findings).toEqual([]);
});

test('captions without times of words are never folded', () => {
  const cue = (at: number) => `00:0${at}.000 --> 00:0${at}.900\nno one\nwas there\n\n`;
  expect(read(`WEBVTT\n\n${cue(1)}${cue(2)}${cue(3)}`).texts).toHaveLength(3);
});

test('a part of a line is no repetition', () => {
  const text = `WEBVTT\n\n00:01.000 --> 00:02.000\nwe<00:01.500> say\n\n00:02.000 --> 00:03.000\nwe\nsay<00:02.500> so\n`;
  expect(read(text).texts).toEqual(['we say', 'we say so']);
});

test('a line that was shown for long was said again', () => {
  const text = `WEBVTT\n\n00:01.000 --> 00:02.000\nthank<00:01.500> you\n\n00:02.000 --> 00:04.000\nthank you\n`;
  expect(read(text).texts).toEqual(['thank you', 'thank you']);
});

/** The same captions as a program writes them that keeps no times of words; a hold of ten milliseconds or none between two. */
function withoutWordTimes(lines: readonly string[], hasHolds: boolean): string[][] {
  return lines.flatMap((line, index) => [
    [...(index === 0 ? [] : [lines[index - 1]!]), line],
    ...(hasHolds ? [[line]] : []),
  ]);
}

function timed(cues: readonly (readonly string[])[], mark: ',' | '.'): string[] {
  let at = 0;
  const clock = () =>
    `00:00:${String(Math.floor(at / 1000)).padStart(2, '0')}${mark}${String(at % 1000).padStart(3, '0')}`;
  return cues.map((lines, index) => {
    const start = clock();
    at += lines.length === 1 && index > 0 ? 10 : 1990;
    return `${start} --> ${clock()}\n${lines.join('\n')}`;
  });
}

const SPOKEN = [
  'we closed the river path',
  'before the flood came',
  'no',
  'no one was there',
  'and no one said so',
];

test.each([true, false])('captions that roll without times of words, with holds: %s', hasHolds => {
  const cues = withoutWordTimes(SPOKEN, hasHolds);
  expect(read(`WEBVTT\n\n${timed(cues, '.').join('\n\n')}\n`).texts).toEqual(SPOKEN);
  const numbered = timed(cues, ',').map((cue, index) => `${index + 1}\n${cue}`);
  const srt = (fold?: boolean) => readSrt(`${numbered.join('\n\n')}\n`, { file: 'a.srt', fold });
  const { value, findings } = srt();
  expect(value!.transcript.utterances.map(({ text }) => text)).toEqual(SPOKEN);
  expect(findings).toMatchObject([{ rule: 'rolling-captions' }]);
  expect(srt(false).value!.transcript.utterances).toHaveLength(cues.length);
});

test('a few lines that are said again are no rolling captions', () => {
  const cues = [
    ['we closed the path', 'before the flood'],
    ['before the flood', 'no one was there'],
    ['no one said so', 'in the morning'],
    ['in the morning', 'we opened it'],
    ['yes', 'of course'],
    ['and then', 'it rained'],
    ['for a week', 'or two'],
  ];
  const { value } = readSrt(timed(cues, ',').join('\n\n'), { file: 'a.srt' });
  expect(value!.transcript.utterances.map(({ text }) => text)).toEqual(cues.map(lines => lines.join(' ')));
});
