/** Which files of a folder are transcripts, and under which name a file counts that has several. */
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const { folder, commitAll, git, run, write, writeFiles } = folderOfEachTest();

const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>We signed the paper.\n';
const TALK = `onrecord: 1
title: Council
language: en
parties:
  ann: {name: Ann Baker}
utterances:
  - {id: u1, speaker: ann, text: We signed the paper.}
`;
const NOTES = `onrecord: 1
transcript: talk.yaml
creator: {name: Eva}
annotations:
  - {id: a1, target: u1, quote: signed, tag: confirmed, aspect: content, by: ann, when: unknown, wording: So it is., sources: [{source: u1}]}
`;

describe('show of a folder', () => {
  test('finds what the configuration and layers name, and captions where there is nothing else', async () => {
    write('talks/plan.vtt', VTT);
    expect((await run('show', 'talks', '-f', 'plain')).stdout).toContain('text: We signed');
    write('talks/rates.srt', `1\n00:00:01,000 --> 00:00:02,000\nWe close.\n`);
    const several = await run('show', 'talks');
    expect(several).toMatchObject({ stdout: '', status: 2 });
    expect(several.stderr).toContain('talks/plan.vtt, talks/rates.srt');
    // One that a layer is about is meant.
    write('talks/plan.layer.yaml', 'onrecord: 1\ntranscript: plan.vtt\ntitle: The plan\n');
    expect((await run('show', 'talks')).stdout).toContain('The plan');
    write('talks/talk.yaml', TALK);
    expect((await run('show', 'talks')).stderr).toContain('talks/plan.vtt, talks/talk.yaml');
  });

  test('takes our own before captions that lie beside it, in a revision as well', async () => {
    git('init', '--quiet');
    writeFiles({ 'talk.yaml': TALK, 'talk.vtt': VTT, 'b.vtt': VTT });
    commitAll();
    expect((await run('show', '.')).stdout).toContain('Council');
    expect((await run('show', 'HEAD:')).stdout).toContain('Council');
  });

  test('leaves out what the configuration ignores', async () => {
    writeFiles({ 'talk.yaml': TALK, 'old.yaml': TALK, '.onrecord.yaml': 'ignore: [old.yaml]\n' });
    expect((await run('show', '.')).stdout).toContain('Council');
    write('.onrecord.yaml', "ignore: ['*.yaml']\n");
    expect((await run('show', '.')).stderr).toContain('2 files are ignored by the configuration');
  });

  test('says where text lies that may be a transcript', async () => {
    write('talks/plan.txt', 'ANN: We signed.\n');
    const { stderr, status } = await run('show', 'talks');
    expect(status).toBe(2);
    expect(stderr).toContain('name one: talks/plan.txt; or list them under `transcripts:` in .onrecord.yaml');
  });
});

describe('a link beside its file', () => {
  beforeEach(async () => {
    writeFiles({ 'talk.yaml': TALK, 'talk.layer.yaml': NOTES });
    symlinkSync('talk.yaml', path.join(folder, 'a.yaml'));
    symlinkSync('talk.layer.yaml', path.join(folder, 'a.layer.yaml'));
  });

  test.for([
    ['find', 'signed', '.'],
    ['find', 'signed', '*.yaml'],
    ['check', '--format', 'line', '.'],
    ['check', '--format', 'line', '*.yaml'],
    ['stats', '.', '--format', 'json'],
    ['timeline', '.', '--format', 'json'],
    ['show', 'talk.yaml', '-f', 'json'],
    ['show', '.', '-f', 'json'],
  ])('%j names the file alone', async argv => {
    const { stdout, status } = await run(...argv);
    expect(status).toBeLessThan(2);
    expect(stdout).toContain('talk.');
    expect(stdout).not.toMatch(/\ba\.(?:layer\.)?yaml/);
  });

  test('counts as one layer', async () => {
    const { stdout } = await run('show', 'talk.yaml', '-f', 'plain');
    expect(stdout).toContain('1 annotation\n');
    expect((await run('show', 'a.yaml', '-f', 'plain')).stdout).toContain('1 annotation\n');
  });

  test('is named where somebody named it', async () => {
    expect((await run('find', 'signed', '.', 'a.yaml')).stdout).toMatch(/^a\.yaml:/);
    expect((await run('find', 'signed', 'a.yaml')).stdout).toMatch(/^a\.yaml:/);
  });

  test('is named where what it leads to lies elsewhere', async () => {
    mkdirSync(path.join(folder, 'links'));
    symlinkSync('../talk.yaml', path.join(folder, 'links/b.yaml'));
    write('.onrecord.yaml', '');
    expect((await run('find', 'signed', 'links')).stdout).toMatch(/^links\/b\.yaml:/);
    expect((await run('find', 'signed', '.')).stdout).toMatch(/^talk\.yaml:/);
  });
});

test('a glob may be absolute', async () => {
  write('talks/talk.yaml', TALK);
  const { stdout, status } = await run('find', 'signed', `${folder}/talks/*.yaml`);
  expect({ stdout, status }).toEqual({
    stdout: `${folder}/talks/talk.yaml:7: Ann Baker: We signed the paper.\n`,
    status: 0,
  });
});
