/** Depositions, hearings, briefings and the reports of parliaments, in words of our own. */
import { expect, test } from 'vitest';
import { readText } from '../../../src/formats/text/read.ts';
import { readTurns } from './read-turns.ts';

const places = (text: string) =>
  readText(text, { file: 'a.txt' }).value!.transcript.utterances.map(({ at }) => at);

test.for([
  [
    'a blank',
    'Q Was it open?\nA No, it was\nclosed.\nMR. LIND: Objection.\nQ Who closed it?\nA The engineer. A steel\nbridge rusts.\n',
  ],
  [
    'several blanks',
    'Q    Was it open?\nA    No, it was\n     closed.\n     MR. LIND:  Objection.\nQ    Who closed it?\nA    The engineer. A steel\n     bridge rusts.\n',
  ],
  [
    'a full stop',
    'Q.  Was it open?\nA.  No, it was\n    closed.\n    MR. LIND:  Objection.\nQ.  Who closed it?\nA.  The engineer. A steel\n    bridge rusts.\n',
  ],
  [
    'a colon',
    'Q: Was it open?\nA: No, it was\nclosed.\nMR. LIND: Objection.\nQ: Who closed it?\nA: The engineer. A steel\nbridge rusts.\n',
  ],
])('Q and A with %s', ([, text]) => {
  expect(readTurns(text!)).toEqual([
    ['Q', 'Was it open?'],
    ['A', 'No, it was closed.'],
    ['MR. LIND', 'Objection.'],
    ['Q', 'Who closed it?'],
    ['A', 'The engineer. A steel bridge rusts.'],
  ]);
});

test('an answer in small letters follows a question; elsewhere `A` begins a sentence', () => {
  const text = 'Q Was it open?\nA about noon it was.\nA lot of people came.\nQ Who?\nA Everyone.\n';
  expect(readTurns(text)).toEqual([
    ['Q', 'Was it open?'],
    ['A', 'about noon it was. A lot of people came.'],
    ['Q', 'Who?'],
    ['A', 'Everyone.'],
  ]);
});

test('a briefing: questions are no words of the official', () => {
  const text = 'Q    Was it open?\n\nMS. OKAFOR:  No.\n\nQ    Who closed it?\n\nMS. OKAFOR:  The engineer.\n';
  expect(readTurns(text)).toEqual([
    ['Q', 'Was it open?'],
    ['MS. OKAFOR', 'No.'],
    ['Q', 'Who closed it?'],
    ['MS. OKAFOR', 'The engineer.'],
  ]);
});

const NUMBERED = `                                           12
 1            DIRECT EXAMINATION
 2  BY MR. LIND:
 3       Q.  Was it open when you came to the
 4  bridge?
 5       A.  No.

     North Reporting, 555-0100
                                           13
 1            THE WITNESS:  It was
     North Reporting, 555-0101
 2  closed.
 3            (Whereupon, a recess was taken.)
 4       Q.  Since when?
`;

test('numbered lines are places, running footers and procedure are no speech', () => {
  expect(readTurns(NUMBERED)).toEqual([
    [undefined, '[DIRECT EXAMINATION]'],
    [undefined, '[BY MR. LIND:]'],
    ['Q', 'Was it open when you came to the bridge?'],
    ['A', 'No.'],
    ['THE WITNESS', 'It was closed.'],
    [undefined, '[Whereupon, a recess was taken.]'],
    ['Q', 'Since when?'],
  ]);
  expect(places(NUMBERED)).toEqual(['12:1', '12:2', '12:3', '12:5', '13:1', '13:3', '13:4']);
});

test('procedure over several lines is no answer', () => {
  const text =
    'Q.  Was it open?\nA.  No.\n    (Whereupon, a luncheon recess was\n    taken at 12:05 p.m.)\nQ.  Why?\nA.  It rusted (as I\n    said) in May.\n';
  expect(readTurns(text)).toEqual([
    ['Q', 'Was it open?'],
    ['A', 'No.'],
    [undefined, '[Whereupon, a luncheon recess was taken at 12:05 p.m.]'],
    ['Q', 'Why?'],
    ['A', 'It rusted (as I said) in May.'],
  ]);
});

test('page and line before the words; lines of pages without numbers', () => {
  const paged =
    '00042:18  Q.  Was it open?\n00042:19  A.  No.\n00043:01      MR. LIND:  Objection.\n00043:02  Q.  Why?\n';
  expect(readTurns(paged).map(([name]) => name)).toEqual(['Q', 'A', 'MR. LIND', 'Q']);
  expect(places(paged)).toEqual(['42:18', '42:19', '43:1', '43:2']);
  expect(places('1  Q.  Was it open?\n2  A.  No.\n3  Q.  Why?\n')).toEqual(['line 1', 'line 2', 'line 3']);
});

test('times are no page and line, and a list of numbers is no deposition', () => {
  expect(readTurns('0:01 Ada: Hi.\n0:02 Per: Ho.\n0:09 Ada: So.\n')).toEqual([
    ['Ada', 1, 'Hi.'],
    ['Per', 2, 'Ho.'],
    ['Ada', 9, 'So.'],
  ]);
  expect(readTurns('1. Steel\n2. Stone\n3. Wood\n')).toEqual([[undefined, '1. Steel 2. Stone 3. Wood']]);
});

test('the Record: a stage direction makes no other party, and a bullet ends the speaker before', () => {
  const text = [
    '  Mr. SAND. I rise.',
    '',
    '  The CHAIRMAN. Without objection.',
    '',
    '<bullet> Mr. LIND. I ask that the text be printed.<bullet>',
    '',
    '  Mr. SAND (during the reading). I yield.',
    '',
    '  Mr. BERG (when his name was called). Present.',
  ].join('\n');
  expect(readTurns(text)).toEqual([
    ['Mr. SAND', 'I rise.'],
    ['The CHAIRMAN', 'Without objection.'],
    ['Mr. LIND', 'I ask that the text be printed.'],
    ['Mr. SAND', 'I yield.'],
    ['Mr. BERG', 'Present.'],
  ]);
  expect(readText(text, { file: 'a.txt' }).value!.transcript.utterances).toMatchObject([
    {},
    {},
    { 'x-mark': 'bullet' },
    { 'x-direction': 'during the reading' },
    { 'x-direction': 'when his name was called' },
  ]);
});

const REPORTS: Readonly<Record<string, readonly [text: string, speakers: readonly (string | undefined)[]]>> =
  {
    'a hearing': [
      '    Chairman Okafor. The Committee will come to order.\n    Mr. Lind. Thank you,\nMr. Berg. He asked me\nto come.\n    Senator Sand. When was it closed?\n    [Laughter.]\n    Mr. Lind. In May. Dr. Berg. said so.\n',
      ['Chairman Okafor', 'Mr. Lind', 'Senator Sand', undefined, 'Mr. Lind'],
    ],
    Hansard: [
      '12.31 pm\nAda Okafor (North Bridge) (Ind): I beg to move.\nPer Lind (South Bridge) (Con): Will she give way?\nAda Okafor: I will.\nThe Minister for Bridges (Sam Sand): It is closed.\nHon. Members: Hear, hear.\nAda Okafor: Since May.\n\nQuestion put and agreed to.\n',
      [
        undefined,
        'Ada Okafor (North Bridge) (Ind)',
        'Per Lind (South Bridge) (Con)',
        'Ada Okafor',
        'The Minister for Bridges (Sam Sand)',
        'Hon. Members',
        'Ada Okafor',
        undefined,
      ],
    ],
    'the Lords': [
      'Lord Lind\nMy Lords, it is closed.\n\nBaroness Okafor\nSince when?\n\nLord Lind\nSince May.\n\nBaroness Okafor\nI see.\n',
      ['Lord Lind', 'Baroness Okafor', 'Lord Lind', 'Baroness Okafor'],
    ],
    'the European Parliament': [
      'Ada Okafor (PPE). – Madam President, it is closed.\nPer Lind (S&D). – Since when?\nAda Okafor (PPE). – Since May.\nPer Lind (S&D). – I see.\n',
      ['Ada Okafor (PPE)', 'Per Lind (S&D)', 'Ada Okafor (PPE)', 'Per Lind (S&D)'],
    ],
    'the Bundestag': [
      'Präsidentin Ada Okafor:\nDie Sitzung ist eröffnet.\nPer Lind (SPD):\nSeit wann?\n(Beifall bei der SPD)\nPräsidentin Ada Okafor:\nSeit Mai.\nPer Lind (SPD):\nDanke.\n',
      ['Präsidentin Ada Okafor', 'Per Lind (SPD)', undefined, 'Präsidentin Ada Okafor', 'Per Lind (SPD)'],
    ],
    'the French Assembly': [
      'M. le président. La parole est à Mme Okafor.\nMme Ada Okafor. Le pont est fermé.\nM. Per Lind. Depuis quand ?\nMme Ada Okafor. Depuis mai.\n',
      ['M. le président', 'Mme Ada Okafor', 'M. Per Lind', 'Mme Ada Okafor'],
    ],
    'the Italian Chamber': [
      'PRESIDENTE. La seduta è aperta.\nADA OKAFOR. Il ponte è chiuso.\nPRESIDENTE. Da quando?\nADA OKAFOR. Da maggio.\n',
      ['PRESIDENTE', 'ADA OKAFOR', 'PRESIDENTE', 'ADA OKAFOR'],
    ],
    'the Spanish Cortes': [
      'El señor PRESIDENTE: Se abre la sesión.\nLa señora OKAFOR: Está cerrado.\nEl señor PRESIDENTE: ¿Desde cuándo?\nLa señora OKAFOR: Desde mayo.\n',
      ['El señor PRESIDENTE', 'La señora OKAFOR', 'El señor PRESIDENTE', 'La señora OKAFOR'],
    ],
    'the Diet of Japan': [
      '○議長（田中君）　これより会議を開きます。\n○山田君　橋は閉鎖されました。\n○議長（田中君）　いつからですか。\n',
      ['議長（田中君）', '山田君', '議長（田中君）'],
    ],
    'Russian stenography': [
      'Председательствующий: Добрый день.\nОкафор А. П.: Мост закрыт.\nЛинд П.: С каких пор?\nОкафор А. П.: С мая.\n',
      ['Председательствующий', 'Окафор А. П.', 'Линд П.', 'Окафор А. П.'],
    ],
  };

test.for(Object.entries(REPORTS))('%s', ([, [text, speakers]]) => {
  expect(readTurns(text).map(([name]) => name)).toEqual(speakers);
});
