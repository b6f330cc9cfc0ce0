import { expect, test } from 'vitest';
import type { FileSystem } from '../../src/io/env.ts';
import { InputError } from '../../src/io/errors.ts';
import { MemoryFiles } from '../../src/io/memory-files.ts';
import {
  abortEdit,
  continueEdit,
  type FileStep,
  isUnfinished,
  refuseUnfinished,
  unfinishedEdit,
  writeTogether,
} from '../../src/project/edit-journal.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const NAMES = ['one.layer.yaml', 'two.layer.yaml', 'talk.yaml'];
const STEPS: readonly FileStep[] = NAMES.map(file => ({
  file,
  before: bytes(`old ${file} \u00e9`),
  after: bytes(`new ${file} \u00e9`),
}));

function project(): MemoryFiles {
  return new MemoryFiles('/project', new Map(STEPS.map(({ file, before }) => [file, before])));
}

function texts(files: FileSystem): string[] {
  return NAMES.map(name => new TextDecoder().decode(files.read(name)).slice(0, 3));
}

/** Dies at the nth write: before it takes place, or once it has; nothing is written after that. */
function dyingAt(files: MemoryFiles, nth: number, isDone: boolean): FileSystem {
  let count = 0;
  const dead = new Error('killed');
  const write = (action: () => void) => {
    count++;
    if (count > nth) throw dead;
    if (count < nth || isDone) action();
    if (count === nth) throw dead;
  };
  return Object.assign(Object.create(files) as FileSystem, {
    read: (name: string) => files.read(name),
    kind: (name: string) => files.kind(name),
    real: (name: string) => files.real(name),
    absolute: (name: string) => files.absolute(name),
    replace: (name: string, content: Uint8Array) => write(() => files.replace(name, content)),
    remove: (name: string) => write(() => files.remove(name)),
  });
}

const KILLS = [1, 2, 3, 4, 5].flatMap(nth => [false, true].map(isDone => [nth, isDone] as const));

test('all files are written, and no lock is left', () => {
  const files = project();
  writeTogether(files, STEPS);
  expect(texts(files)).toEqual(['new', 'new', 'new']);
  expect(isUnfinished(files, 'talk.yaml')).toBe(false);
  expect(files.list('.')).toEqual(['one.layer.yaml', 'talk.yaml', 'two.layer.yaml']);
});

test.for(KILLS)('killed at write %i (done: %s), it can be finished or taken back, twice', ([nth, isDone]) => {
  for (const how of ['continue', 'abort'] as const) {
    const files = project();
    expect(() => writeTogether(dyingAt(files, nth, isDone), STEPS)).toThrow('killed');
    const isBegun = nth > 1 || isDone;
    const isOver = nth === 5 && isDone;
    expect(isUnfinished(files, 'talk.yaml')).toBe(isBegun && !isOver);
    for (let time = 0; time < 2; time++) {
      const left = unfinishedEdit(files, 'talk.yaml');
      if (left === undefined) continue;
      if (how === 'continue') continueEdit(files, 'talk.yaml', left);
      else expect(abortEdit(files, 'talk.yaml', left)).toEqual([]);
    }
    const isNew = isOver || (how === 'continue' && isBegun);
    expect(texts(files)).toEqual(isNew ? ['new', 'new', 'new'] : ['old', 'old', 'old']);
    expect(isUnfinished(files, 'talk.yaml')).toBe(false);
  }
});

test.for(KILLS)(
  'killed at write %i (done: %s) of finishing or taking back, that can be done again',
  ([nth, isDone]) => {
    for (const how of ['continue', 'abort'] as const) {
      const files = project();
      expect(() => writeTogether(dyingAt(files, 3, false), STEPS)).toThrow('killed');
      const settle = (on: FileSystem) => {
        const left = unfinishedEdit(on, 'talk.yaml');
        if (left === undefined) return;
        if (how === 'continue') continueEdit(on, 'talk.yaml', left);
        else abortEdit(on, 'talk.yaml', left);
      };
      try {
        settle(dyingAt(files, nth, isDone));
      } catch (error) {
        expect((error as Error).message).toBe('killed');
      }
      settle(files);
      const word = how === 'continue' ? 'new' : 'old';
      expect(texts(files)).toEqual([word, word, word]);
      expect(isUnfinished(files, 'talk.yaml')).toBe(false);
    }
  },
);

test('a failed write before anything was replaced leaves no lock', () => {
  const files = project();
  const failing = dyingAt(files, 2, false);
  let isFirst = true;
  const refusing = Object.assign(Object.create(failing) as FileSystem, {
    replace: (name: string, content: Uint8Array) => {
      if (name === NAMES[0]) throw new InputError(name, 'no space left on the device');
      files.replace(name, content);
      isFirst = false;
    },
    remove: (name: string) => files.remove(name),
  });
  expect(() => writeTogether(refusing, STEPS)).toThrow('no space left');
  expect(isFirst).toBe(false);
  expect(isUnfinished(files, 'talk.yaml')).toBe(false);
  expect(texts(files)).toEqual(['old', 'old', 'old']);
});

test('a failed write in the middle is taken back', () => {
  const files = project();
  const refusing = Object.assign(Object.create(dyingAt(files, 99, false)) as FileSystem, {
    replace: (name: string, content: Uint8Array) => {
      if (name === NAMES[1]) throw new InputError(name, 'the file is read-only; nothing was written');
      files.replace(name, content);
    },
  });
  expect(() => writeTogether(refusing, STEPS)).toThrow(/^the file is read-only; nothing was written$/);
  expect(texts(files)).toEqual(['old', 'old', 'old']);
  expect(isUnfinished(files, 'talk.yaml')).toBe(false);
});

test('where nothing can be written any more both ways out are named, and other edits are refused', () => {
  const files = project();
  let isFull = false;
  const refusing = Object.assign(Object.create(dyingAt(files, 99, false)) as FileSystem, {
    replace: (name: string, content: Uint8Array) => {
      isFull ||= name === NAMES[1];
      if (isFull) throw new InputError(name, 'no space left on the device');
      files.replace(name, content);
    },
  });
  expect(() => writeTogether(refusing, STEPS)).toThrow('no space left on the device; the edit is unfinished');
  expect(texts(files)).toEqual(['new', 'old', 'old']);
  expect(() => refuseUnfinished(files, 'talk.yaml')).toThrow('unfinished');
  continueEdit(files, 'talk.yaml', unfinishedEdit(files, 'talk.yaml')!);
  expect(texts(files)).toEqual(['new', 'new', 'new']);
});

test('what somebody saved since is neither overwritten nor taken back', () => {
  const files = project();
  expect(() => writeTogether(dyingAt(files, 4, false), STEPS)).toThrow('killed');
  files.replace('two.layer.yaml', bytes('theirs'));
  const left = () => unfinishedEdit(files, 'talk.yaml')!;
  expect(left().files.map(({ state }) => state)).toEqual(['after', 'changed', 'before']);
  expect(() => continueEdit(files, 'talk.yaml', left())).toThrow('changed since the edit began');
  expect(texts(files)).toEqual(['new', 'the', 'old']);
  expect(abortEdit(files, 'talk.yaml', left())).toEqual(['two.layer.yaml']);
  expect(texts(files)).toEqual(['old', 'the', 'old']);
  expect(isUnfinished(files, 'talk.yaml')).toBe(false);
});

test('nothing is written where a file changed before the edit began', () => {
  const files = project();
  files.replace('one.layer.yaml', bytes('theirs'));
  expect(() => writeTogether(files, STEPS)).toThrow('changed while it was being edited');
  expect(texts(files)).toEqual(['the', 'old', 'old']);
  expect(isUnfinished(files, 'talk.yaml')).toBe(false);
});

test.for(['', '{"schema":"onrecord/edit-lock@1","files":[{"fi', 'null', '[]'])(
  'a lock that was not written in full (%j) touched nothing',
  content => {
    const files = project();
    files.replace('talk.yaml.edit.lock', bytes(content));
    const left = unfinishedEdit(files, 'talk.yaml')!;
    expect(left.files).toEqual([]);
    abortEdit(files, 'talk.yaml', left);
    expect(isUnfinished(files, 'talk.yaml')).toBe(false);
  },
);

test.for(['../outside.yaml', '/etc/passwd', '.git/config'])('a lock of a stranger cannot name %s', file => {
  const files = new MemoryFiles(
    '/project/talks',
    new Map([
      ['/project/talks/talk.yaml', bytes('old')],
      ['/project/outside.yaml', bytes('mine')],
      ['/project/talks/.git/config', bytes('mine')],
      ['/etc/passwd', bytes('mine')],
    ]),
  );
  const stored = { file, before: Buffer.from('mine').toString('base64'), after: 'AAAA' };
  files.replace(
    'talk.yaml.edit.lock',
    bytes(JSON.stringify({ schema: 'onrecord/edit-lock@1', files: [stored] })),
  );
  expect(() => unfinishedEdit(files, 'talk.yaml')).toThrow(InputError);
});
