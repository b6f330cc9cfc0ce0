/** What services, meeting tools and recognisers export as text, in words of our own. */
import { expect, test } from 'vitest';
import { readText } from '../../../src/formats/text/read.ts';
import { readTurns } from './read-turns.ts';

const ADA = 'Ada Okafor';
const PER = 'Per Lind';
/** Three turns, as most fixtures have them. */
const THREE = [
  [ADA, 3, 'Good morning.'],
  [PER, 15, 'Since when?'],
  [ADA, 3727, 'Since May.'],
];

const EXPORTS: Readonly<Record<string, readonly [text: string, expected: readonly unknown[][]]>> = {
  'head lines with a footer': [
    'Ada Okafor  0:03  \nGood morning.\n\nPer Lind  0:15  \nSince when?\n\nAda Okafor  1:02:07  \nSince May.\n\nTranscribed by https://otter.ai\n',
    [...THREE, [undefined, '[Transcribed by https://otter.ai]']],
  ],
  'a header, and a continued turn': [
    'Transcript by Rev.com\n\nAda Okafor (00:03):\nGood morning.\n\n(00:09):\nIt is closed.\n\nPer Lind (00:15):\nSince when?\n',
    [
      [undefined, '[Transcript by Rev.com]'],
      [ADA, 3, 'Good morning.'],
      [ADA, 9, 'It is closed.'],
      [PER, 15, 'Since when?'],
    ],
  ],
  'a meeting tool that says who records': [
    'Bridge meeting\n2 March 2026, 10:00am\n\nAda Okafor started transcription\n\nAda Okafor   0:03\nGood morning.\n\nPer Lind   0:15\nSince when?\n\nAda Okafor stopped transcription\n',
    [
      [undefined, 'Bridge meeting'],
      [undefined, '[2 March 2026, 10:00am]'],
      [undefined, '[Ada Okafor started transcription]'],
      [ADA, 3, 'Good morning.'],
      [PER, 15, 'Since when?'],
      [undefined, '[Ada Okafor stopped transcription]'],
    ],
  ],
  'minutes and seconds in words': [
    'Ada Okafor\n0 minutes 3 seconds\nGood morning.\nPer Lind\n0 minutes 15 seconds\nSince when?\nAda Okafor\n1 hour 2 minutes 7 seconds\nSince May.\n',
    THREE,
  ],
  'minutes and seconds in German': [
    'Ada Okafor\n0 Minuten 3 Sekunden\nGuten Morgen.\n\nPer Lind\n0 Minuten 15 Sekunden\nSeit wann?\n',
    [
      [ADA, 3, 'Guten Morgen.'],
      [PER, 15, 'Seit wann?'],
    ],
  ],
  'a time every five minutes': [
    'Bridge meeting - Transcript\nAttendees\nAda Okafor, Per Lind\nTranscript\n00:00:00\n \nAda Okafor: Good morning.\nPer Lind: Since when?\n00:05:00\n \nAda Okafor: Since May.\nPer Lind: I see.\n',
    [
      [undefined, 'Bridge meeting - Transcript Attendees Ada Okafor, Per Lind Transcript'],
      [ADA, 0, 'Good morning.'],
      [PER, 'Since when?'],
      [ADA, 300, 'Since May.'],
      [PER, 'I see.'],
    ],
  ],
  'times above the words': [
    '0:03\nGood morning.\n\n0:15\nSince when?\n\n1:02:07\nYes\n',
    [
      [undefined, 3, 'Good morning.'],
      [undefined, 15, 'Since when?'],
      [undefined, 3727, 'Yes'],
    ],
  ],
  'the console of a recogniser': [
    'Detected language: English\n[00:00.000 --> 00:02.500]  Good morning.\n[01:00:04.000 --> 01:00:05.000]  Since May.\n',
    [
      [undefined, '[Detected language: English]'],
      [undefined, 0, 'Good morning.'],
      [undefined, 3604, 'Since May.'],
    ],
  ],
  'seconds on the console': [
    'Transcript: [3809.122 --> 3810.171]  Good morning.\nTranscript: [3810.171 --> 3812.000]  Since when?\n',
    [
      [undefined, 3809.122, 'Good morning.'],
      [undefined, 3810.171, 'Since when?'],
    ],
  ],
  'seconds with their unit': [
    '[0.00s -> 2.50s]  Good morning.\n[2.50s -> 4.00s]  Since when?\n',
    [
      [undefined, 0, 'Good morning.'],
      [undefined, 2.5, 'Since when?'],
    ],
  ],
  'speakers of a recogniser behind ranges': [
    '[00:00:00.000 --> 00:00:02.500] [SPEAKER_00]: Good morning.\n[00:00:02.500 --> 00:00:04.000] [SPEAKER_01]: Since when?\n',
    [
      ['SPEAKER_00', 0, 'Good morning.'],
      ['SPEAKER_01', 2.5, 'Since when?'],
    ],
  ],
  'ranges before the words': [
    '[00:00:07 - 00:00:10] good morning\n[00:00:09 - 00:00:13] since when\n',
    [
      [undefined, 7, 'good morning'],
      [undefined, 9, 'since when'],
    ],
  ],
  'a free service with its advertisement': [
    '(Transcribed by TurboScribe.ai. Go Unlimited to remove this message.)\n\n[Speaker 1] (0:03 - 0:05)\nGood morning.\n\n[Speaker 2] (0:15 - 0:19)\nSince when?\n',
    [
      [undefined, '[Transcribed by TurboScribe.ai. Go Unlimited to remove this message.]'],
      ['Speaker 1', 3, 'Good morning.'],
      ['Speaker 2', 15, 'Since when?'],
    ],
  ],
  'time, dash, name': [
    '[00:00:03.000] - Speaker 1\nGood morning.\n\n[00:00:15.000] - Speaker 2\nSince when?\n',
    [
      ['Speaker 1', 3, 'Good morning.'],
      ['Speaker 2', 15, 'Since when?'],
    ],
  ],
  'a second time inside a turn': [
    '[00:00:03.12] Ada: Good morning.\n[00:00:15.00] Per: Since when?\n[00:00:20.10] Ada: Since May. [00:00:31.20] And more.\n[00:00:40.10] Per: I see.\n',
    [
      ['Ada', 3.12, 'Good morning.'],
      ['Per', 15, 'Since when?'],
      ['Ada', 20.1, 'Since May.'],
      ['Ada', 31.2, 'And more.'],
      ['Per', 40.1, 'I see.'],
    ],
  ],
  'a chat': [
    '10:02:03\t From  Ada Okafor : Good morning\n10:02:15\t From Per Lind  to  Everyone : Since when?\n',
    [
      [ADA, 36_123, 'Good morning'],
      [PER, 36_135, 'Since when?'],
    ],
  ],
  'times of day': [
    'Ada Okafor  10:02 AM\nGood morning.\nPer Lind  12:05 PM\nSince when?\n',
    [
      [ADA, 36_120, 'Good morning.'],
      [PER, 43_500, 'Since when?'],
    ],
  ],
  'a list in Markdown': [
    '# Bridge meeting\n\n- **Ada:** Good morning.\n- **Per:** Since when?\n- **Ada:** Since May.\n',
    [
      [undefined, '[Bridge meeting]'],
      ['Ada', 'Good morning.'],
      ['Per', 'Since when?'],
      ['Ada', 'Since May.'],
    ],
  ],
  'bold names on lines of their own': [
    '**Ada Okafor**\nGood morning.\n\n**Per Lind**\nSince when?\n\n**Ada Okafor**\nSince May.\n\n**Per Lind**\nI see.\n',
    [
      [ADA, 'Good morning.'],
      [PER, 'Since when?'],
      [ADA, 'Since May.'],
      [PER, 'I see.'],
    ],
  ],
  initials: [
    'AO: Good morning.\nPL: Since when?\nAO: Since May.\n',
    [
      ['AO', 'Good morning.'],
      ['PL', 'Since when?'],
      ['AO', 'Since May.'],
    ],
  ],
  'two columns': [
    'AO\tGood morning.\nPL\tSince when?\nAO\tSince May.\nPL\tI see.\n',
    [
      ['AO', 'Good morning.'],
      ['PL', 'Since when?'],
      ['AO', 'Since May.'],
      ['PL', 'I see.'],
    ],
  ],
  'a script': [
    "INT. OFFICE - DAY\n\n          ADA\n     Good morning.\n\nShe sits down.\n\n          PER\n     Since when?\n\n          ADA (CONT'D)\n     Since May.\n\n          PER\n     I see.\n",
    [
      [undefined, 'INT. OFFICE - DAY'],
      ['ADA', 'Good morning.'],
      [undefined, 'She sits down.'],
      ['PER', 'Since when?'],
      ['ADA', 'Since May.'],
      ['PER', 'I see.'],
    ],
  ],
};

test.for(Object.entries(EXPORTS))('%s', ([, [text, expected]]) => {
  expect(readTurns(text)).toEqual(expected);
});

test('ends of ranges, times at the end of a paragraph, and days are kept', () => {
  const fields = (text: string) =>
    readText(text, { file: 'a.txt' }).value!.transcript.utterances.map(({ start, end, at }) => [
      start,
      end,
      at,
    ]);
  expect(
    fields('00:00:00.680 --> 00:00:12.800\nAda:\nHi.\n\n00:00:13.000 --> 00:00:14.000\nAda:\nSo.\n'),
  ).toEqual([
    [680, 12_800, undefined],
    [13_000, 14_000, undefined],
  ]);
  expect(fields('I: Wann? #00:00:05-3#\n\nB: Im Mai. #00:00:12-1#\n\nI: Aha. #00:00:13-0#\n')).toEqual([
    [undefined, 5300, undefined],
    [undefined, 12_100, undefined],
    [undefined, 13_000, undefined],
  ]);
  expect(fields('[02/03/2026, 10:02:03] Ada: Hi\n[02/03/2026, 10:02:15] Per: Ho\n')).toEqual([
    [undefined, undefined, '02/03/2026, 10:02:03'],
    [undefined, undefined, '02/03/2026, 10:02:15'],
  ]);
});

test('who a message is for is kept, unless it is for everyone', () => {
  const text = '10:02:03 From Ada to Everyone:\n\tHi\n10:02:15 From Per to Ada(Direct Message):\n\tHo\n';
  const { utterances } = readText(text, { file: 'a.txt' }).value!.transcript;
  expect(utterances.map(({ to, text: words }) => [to, words])).toEqual([
    [undefined, 'Hi'],
    [['ada'], 'Ho'],
  ]);
});
