/** Which drafts and transcripts the entries of `quotes` lead to. */
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const { folder, run, write, writeFiles } = folderOfEachTest();

const TALK = `onrecord: 1
parties: {lind: {name: Karl Lind}}
utterances:
  - {id: u1, speaker: lind, text: We did not find any lead in the harbour.}
`;
const DRAFT = '“We found a lot of lead in the harbour.”\n';

/** A folder as people have it: pictures, notes and tables lie beside drafts and transcripts. */
beforeEach(() => {
  writeFiles({
    'articles/one.md': DRAFT,
    'articles/two.md': DRAFT,
    'articles/chart.png': '\u0000PNG',
    'articles/facts.json': '{"harbour": 1}\n',
    'talks/harbour.yaml': TALK,
    'talks/README.md': '# Talks\n\nWe record “what was said in there”.\n',
    'talks/harbour.mp3': '\u0000ID3',
    'talks/places.csv': 'place,depth\nharbour,9\n',
    'talks/other.yaml': 'kind: something else\n',
  });
});

const check = async (entries: string, ...paths: string[]) => {
  write('.onrecord.yaml', `quotes:\n${entries.replace(/^/gm, '  ')}\n`);
  return run('check', ...paths, '-f', 'line');
};

describe('an entry', () => {
  test.each([
    ['the globs of whole folders', '- {drafts: [articles/**], in: [talks/**]}'],
    ['names of single files', '- {drafts: [articles/one.md, ./articles/two.md], in: [talks/harbour.yaml]}'],
    [
      'the folder of both',
      '- {drafts: ["**"], in: ["**"]}\n- {drafts: [articles/one.md], in: [talks/*.yaml]}',
    ],
  ])('takes %s and passes over what is neither', async (_, entries) => {
    const { stdout, stderr, status } = await check(entries, '.');
    expect(stderr).toBe('');
    expect(stdout.replace(/^talks\/README.*\n/m, '')).toMatch(
      /^articles\/one\.md:.*\narticles\/two\.md:.*\n$/,
    );
    expect(status).toBe(1);
  });

  test('leaves out what `!` takes out', async () => {
    const entry = '- {drafts: [articles/*, "!articles/two.md"], in: ["talks/*", "!talks/*.csv"]}';
    const { stdout, stderr } = await check(entry, '.');
    expect([stdout.match(/^\S+?(?=:)/gm), stderr]).toEqual([['articles/one.md'], '']);
    const without = await check('- {drafts: [articles/*], in: ["talks/*", "!talks/h*.yaml"]}', '.');
    expect([without.stderr, without.status]).toEqual([
      'onrecord: .onrecord.yaml: quotes: in: nothing to quote in talks/*: no file begins with `onrecord:`\n',
      2,
    ]);
  });

  test.each([
    ['- {drafts: [articles/*.html], in: [talks/**]}', 'quotes: drafts: no file matches articles/*.html'],
    ['- {drafts: [articles/*.md], in: [records/**]}', 'quotes: in: no file matches records/**'],
    [
      '- {drafts: [articles/*.md], in: [talks/R*]}',
      'quotes: in: nothing to quote in talks/R*: no file begins with `onrecord:`',
    ],
    [
      '- {drafts: [articles/c*], in: [talks/**]}',
      'no draft (Markdown, text, HTML, DOCX) is among the files of articles/c*',
    ],
    [
      '- {drafts: [articles], in: [talks/**]}',
      'no file matches articles\n  it names a folder: write `articles/**`',
    ],
    [
      '- {drafts: [articles/one.md], in: [articles/one.md]}',
      'articles/one.md is named as a draft and as its transcript',
    ],
    ['- {drafts: ["!articles/one.md"], in: [talks/**]}', 'quotes: drafts: no file matches !articles/one.md'],
  ])('that leads to nothing, or to one file as both, stops the gate: %s', async (entry, message) => {
    const { stdout, stderr, status } = await check(entry, '.');
    expect(stderr).toContain(message);
    expect([stdout, status]).toEqual(['', 2]);
  });

  test.each([
    ['drafts', '- {drafts: [articles/one.md, articles/lost.md], in: [talks/**]}', 'articles/lost.md'],
    ['in', '- {drafts: [articles/one.md], in: [talks/harbour.yaml, talks/lost.yaml]}', 'talks/lost.yaml'],
  ])('that names a file which is not there compares the others: %s', async (key, entry, lost) => {
    const { stdout, stderr, status } = await check(entry, '.');
    expect(stderr).toBe(`onrecord: .onrecord.yaml: quotes: ${key}: no file matches ${lost}\n`);
    expect(stdout).toContain('articles/one.md:1:');
    expect(status).toBe(2);
    const quoted = await run('quotes', 'articles/one.md', '-f', 'line');
    expect([quoted.stdout.includes('articles/one.md:1:'), quoted.status]).toEqual([
      true,
      key === 'in' ? 2 : 1,
    ]);
  });
});

describe('drafts that are asked about', () => {
  const ENTRY = '- {drafts: [articles/*.md], in: [talks/**]}';

  test.each([
    [['articles/one.md'], ['articles/one.md']],
    [
      ['./articles/one.md', 'articles'],
      ['articles/one.md', 'articles/two.md'],
    ],
    [['articles/*.md'], ['articles/one.md', 'articles/two.md']],
    [['articles/*'], ['articles/one.md', 'articles/two.md']],
    [['**/t*.md', 'talks'], ['articles/two.md']],
  ])('%s', async (paths, files) => {
    const { stdout, stderr, status } = await check(ENTRY, ...paths);
    expect([stdout.match(/^\S+?(?=:)/gm), stderr, status]).toEqual([files, '', 1]);
  });

  test('are not those that the configuration ignores, unless they are named', async () => {
    write('.onrecord.yaml', `quotes:\n  ${ENTRY}\nignore: [articles/two.md]\n`);
    const filesIn = async (given: string) =>
      (await run('check', given, '-f', 'line')).stdout.match(/^\S+?(?=:)/gm);
    expect(await filesIn('.')).toEqual(['articles/one.md']);
    expect(await filesIn('articles/*.md')).toEqual(['articles/one.md']);
    expect(await filesIn('articles/two.md')).toEqual(['articles/two.md']);
    const none = await run('check', 'articles/t*.md');
    expect([none.stderr, none.status]).toEqual([
      'onrecord: nothing to check in articles/t*.md: 1 file is ignored by the configuration\n  a file that you name is read all the same\n',
      2,
    ]);
  });
});

describe('quotes', () => {
  test('passes over what is no draft among the files of a glob', async () => {
    const { stdout, stderr, status } = await run('quotes', 'articles/*', '--in', 'talks/**', '-f', 'line');
    expect([stdout.match(/^\S+?(?=:)/gm), stderr, status]).toEqual([
      ['articles/one.md', 'articles/two.md'],
      '',
      1,
    ]);
    expect(await run('quotes', 'articles/c*', '--in', 'talks')).toMatchObject({
      stderr: 'onrecord: articles/c*: no draft (Markdown, text, HTML, DOCX) matches\n',
      status: 2,
    });
  });

  test('does not compare a file with itself', async () => {
    write('talks/notes.txt', 'Karl Lind: We found it.\n\nAda Okafor: “We found it there.”\n');
    symlinkSync('notes.txt', path.join(folder, 'talks/link.txt'));
    for (const draft of ['talks/notes.txt', 'talks/link.txt'])
      expect(await run('quotes', draft, '--in', 'talks/notes.txt')).toMatchObject({
        stdout: '',
        stderr: `onrecord: ${draft}: is the draft and its transcript: every quotation would be found\n  name another with --in\n`,
        status: 2,
      });
    // Of a folder it is no draft.
    const { stdout } = await run('quotes', 'talks', 'articles', '--in', 'talks/notes.txt', '-f', 'json');
    const { quotations } = JSON.parse(stdout) as { quotations: { draft: string }[] };
    expect([...new Set(quotations.map(({ draft }) => draft))]).toEqual([
      'talks/README.md',
      'articles/one.md',
      'articles/two.md',
    ]);
  });
});

test('drafts of a configuration below the folder that is checked are checked, each under its own', async () => {
  writeFiles({
    'one/.onrecord.yaml': 'quotes:\n  - {drafts: [draft.md], in: [talk.yaml]}\n',
    'one/draft.md': DRAFT,
    'one/talk.yaml': TALK,
    'two/deep/.onrecord.yaml': 'quotes:\n  - {drafts: [draft.md], in: [missing.yaml]}\n',
    'two/deep/draft.md': DRAFT,
  });
  const { stdout, stderr, status } = await run('check', '.', '-f', 'line');
  expect(stdout).toMatch(/^one\/draft\.md:1:5: error: .* \[quotation-altered\]\n$/);
  expect(stderr).toBe('onrecord: two/deep/.onrecord.yaml: quotes: in: no file matches missing.yaml\n');
  expect(status).toBe(2);
  expect((await run('check', 'one', '-f', 'line')).stdout).toBe(stdout);
});
