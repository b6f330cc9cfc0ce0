/** Where the page says that readers differ on a date, the timeline says so too, and nowhere else. */
import { expect, test } from 'vitest';
import { folderOfEachTest } from '../../helpers/test-folder.ts';

const { run, write } = folderOfEachTest();

const said = (creator: string, id: string, date: string, more = '') =>
  `  - {id: ${id}, target: u1, quote: in autumn, date: ${date}, creator: {name: ${creator}}${more}}`;

test.each<[what: string, one: string, other: string, more: string, differ: boolean]>([
  ['two days', '{role: event, edtf: 2016-10-14}', '{role: event, edtf: 2016-10-16}', '', true],
  ['a day and its month', '{role: event, edtf: 2016-10-14}', '{role: event, edtf: 2016-10}', '', false],
  ['a season and a day of it', '{role: event, edtf: 2016-23}', '{role: event, edtf: 2016-10-14}', '', false],
  ['a day and none', '{role: event, edtf: 2016-10-14}', '{role: event, edtf: unknown}', '', false],
  [
    'days of two things',
    '{role: event, of: the deal, edtf: 2016-10-14}',
    '{role: event, of: the war, edtf: 2016-10-16}',
    '',
    false,
  ],
  [
    'one thing in two spellings',
    '{role: event, of: The Deal, edtf: 2016-10-14}',
    '{role: event, of: deal, edtf: 2016-10-16}',
    '',
    true,
  ],
  [
    'two roles of one day',
    '{role: event, edtf: 2016-10-14}',
    '{role: resurfaced, edtf: 2016-10-14}',
    '',
    true,
  ],
  [
    'what was withdrawn',
    '{role: event, edtf: 2016-10-14}',
    '{role: event, edtf: 2016-10-16}',
    ', withdrawn: 2026-01-02',
    false,
  ],
])('%s', async (_what, one, other, more, differ) => {
  const head = 'onrecord: 1\nutterances:\n  - {id: u1, text: We met in autumn.}\nannotations:\n';
  write('talk.yaml', `${head}${said('Ada', 'a1', one)}\n${said('Olu', 'a2', other, more)}\n`);
  const page = await run('show', 'talk.yaml', '--format', 'html');
  expect([page.status, page.stdout.includes('<p class="differ">Readers differ</p>')]).toEqual([0, differ]);
  const timeline = JSON.parse((await run('timeline', 'talk.yaml', '--format', 'json')).stdout);
  expect(timeline.dates.some((date: { differs?: unknown }) => date.differs)).toBe(differ);
});
