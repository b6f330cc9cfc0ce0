import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { InputError } from '../../src/io/errors.ts';
import { lockFile, replaceFile } from '../../src/io/replace-file.ts';
import { hurryTheClock } from '../helpers/hurried-clock.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const { folder, write } = folderOfEachTest();
const file = path.join(folder, 'a.yaml');
beforeEach(() => write('a.yaml', 'old'));

test('replaces the bytes, keeps the mode, leaves nothing beside the file', () => {
  fs.chmodSync(file, 0o640);
  replaceFile(file, bytes('new'), bytes('old'));
  expect(fs.readFileSync(file, 'utf8')).toBe('new');
  expect(fs.statSync(file).mode & 0o777).toBe(0o640);
  expect(fs.readdirSync(folder)).toEqual(['a.yaml']);
});

test('writes a new file, but not over one that appeared meanwhile', () => {
  replaceFile(path.join(folder, 'b.yaml'), bytes('b'), undefined);
  expect(fs.readFileSync(path.join(folder, 'b.yaml'), 'utf8')).toBe('b');
  expect(() => replaceFile(file, bytes('new'), undefined)).toThrow('exists now');
  expect(fs.readFileSync(file, 'utf8')).toBe('old');
  expect(fs.readdirSync(folder).sort()).toEqual(['a.yaml', 'b.yaml']);
});

test("someone else's save is not overwritten", () => {
  fs.writeFileSync(file, 'theirs');
  expect(() => replaceFile(file, bytes('new'), bytes('old'))).toThrow('changed while it was being edited');
  expect(fs.readFileSync(file, 'utf8')).toBe('theirs');
  expect(fs.readdirSync(folder)).toEqual(['a.yaml']);
});

test('whatever a file holds is replaced where that is asked for, with its mode, but no read-only file', () => {
  fs.chmodSync(file, 0o640);
  replaceFile(file, bytes('new'), 'anything');
  expect(fs.readFileSync(file, 'utf8')).toBe('new');
  expect(fs.statSync(file).mode & 0o777).toBe(0o640);
  fs.chmodSync(file, 0o440);
  expect(() => replaceFile(file, bytes('newer'), 'anything')).toThrow('read-only');
  expect(fs.readFileSync(file, 'utf8')).toBe('new');
  expect(fs.readdirSync(folder)).toEqual(['a.yaml']);
});

test('a file that is gone meanwhile is an error for people', () => {
  fs.rmSync(file);
  expect(() => replaceFile(file, bytes('new'), bytes('old'))).toThrow(InputError);
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('a read-only file is refused', () => {
  fs.chmodSync(file, 0o444);
  expect(() => replaceFile(file, bytes('new'), bytes('old'))).toThrow('read-only');
  expect(fs.readFileSync(file, 'utf8')).toBe('old');
});

test('a link stays a link and its target is replaced', () => {
  const link = path.join(folder, 'link.yaml');
  fs.symlinkSync('a.yaml', link);
  replaceFile(link, bytes('new'), bytes('old'));
  expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
  expect(fs.readFileSync(file, 'utf8')).toBe('new');
});

test('a lock that stays is named, never broken', () => {
  hurryTheClock();
  fs.writeFileSync(`${file}.lock`, '');
  expect(() => replaceFile(file, bytes('new'), bytes('old'))).toThrow(InputError);
  expect(fs.readFileSync(file, 'utf8')).toBe('old');
  expect(fs.existsSync(`${file}.lock`)).toBe(true);
});

test('the lock of a process that is gone is taken over on the same host, and what it left is no trouble', () => {
  const { pid } = spawnSync('true');
  fs.writeFileSync(`${file}.lock`, `${pid} ${hostname()}\n`);
  fs.writeFileSync(`${file}.lock.new`, 'half');
  replaceFile(file, bytes('new'), bytes('old'));
  expect(fs.readFileSync(file, 'utf8')).toBe('new');
  expect(fs.readdirSync(folder)).toEqual(['a.yaml']);
});

test.each([
  ['a process that lives', process.pid, hostname()],
  ['another host', 1, 'elsewhere.example'],
])('the lock of %s stays, and the message names its owner', (_who, pid, host) => {
  hurryTheClock();
  fs.writeFileSync(`${file}.lock`, `${pid} ${host}\n`);
  expect(() => replaceFile(file, bytes('new'), bytes('old'))).toThrow(`process ${pid} on ${host}`);
  expect(fs.readFileSync(file, 'utf8')).toBe('old');
});

test('who waits is patient while others have their turns', () => {
  const lock = `${file}.lock`;
  let now = Date.now();
  let turn = 0;
  // Each look at the clock is a second after the last one, and somebody else has the lock by then, twelve times.
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => {
    turn += 1;
    if (turn <= 12) fs.writeFileSync(lock, `${turn} elsewhere.example\n`);
    else fs.rmSync(lock, { force: true });
    now += 1000;
    return now;
  });
  onTestFinished(() => clock.mockRestore());
  fs.writeFileSync(lock, '');
  replaceFile(file, bytes('new'), bytes('old'));
  expect(turn).toBeGreaterThan(12);
  expect(fs.readFileSync(file, 'utf8')).toBe('new');
});

test('a file that is locked ahead is replaced once by who locked it, or given back', async () => {
  const unlock = await lockFile(file);
  expect(fs.readFileSync(`${file}.lock`, 'utf8')).toBe(`${process.pid} ${hostname()}\n`);
  replaceFile(file, bytes('new'), bytes('old'));
  expect(fs.readdirSync(folder)).toEqual(['a.yaml']);
  fs.writeFileSync(`${file}.lock`, '');
  unlock();
  expect(fs.readdirSync(folder)).toEqual(['a.yaml', 'a.yaml.lock']);
  fs.rmSync(`${file}.lock`);
  (await lockFile(file))();
  expect(fs.readdirSync(folder)).toEqual(['a.yaml']);
});

test('a signal gives back what is locked ahead, and ends the program', async () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  const before = process.listeners('SIGHUP');
  onTestFinished(() => kill.mockRestore());
  vi.resetModules();
  const fresh = await import('../../src/io/replace-file.ts');
  await fresh.lockFile(file);
  // Those who run the tests listen for signals as well.
  const ours = process.listeners('SIGHUP').filter(listener => !before.includes(listener));
  for (const listener of ours) listener('SIGHUP');
  expect(fs.readdirSync(folder)).toEqual(['a.yaml']);
  expect(kill).toHaveBeenLastCalledWith(process.pid, 'SIGHUP');
});

test('a missing folder is an error for people', () => {
  expect(() => replaceFile(path.join(folder, 'no', 'b.yaml'), bytes('b'), undefined)).toThrow(
    'no such file or folder',
  );
});

test('a long text is written in parts, no character cut in two', () => {
  const file = path.join(folder, 'long.txt');
  // The last unit of the first part is the first of a pair.
  const text = `${'a'.repeat(2 ** 24 - 1)}😀Մոստ${'b'.repeat(100)}\ud800`;
  replaceFile(file, text, undefined);
  expect(fs.readFileSync(file).equals(new TextEncoder().encode(text))).toBe(true);
});

test('a text in parts is written as one', () => {
  const parts = ['a'.repeat(700_000), 'é'.repeat(700_000), '', '😀'.repeat(1_500_000), 'end\n'];
  replaceFile(file, parts, bytes('old'));
  expect(fs.readFileSync(file, 'utf8') === parts.join('')).toBe(true);
});

test('a change in the last byte of a long file is seen', () => {
  const before = new Uint8Array(3_000_001).fill(97);
  fs.writeFileSync(file, before);
  fs.writeSync(fs.openSync(file, 'r+'), 'b', 3_000_000);
  expect(() => replaceFile(file, 'new', before)).toThrow('changed while it was being edited');
  fs.writeFileSync(file, before);
  replaceFile(file, 'new', before);
  expect(fs.readFileSync(file, 'utf8')).toBe('new');
});
