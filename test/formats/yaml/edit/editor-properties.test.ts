/** Whatever is edited: the meant value, every other byte, every comment outside the edit. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Path } from '../../../../src/core/model/finding.ts';
import { type Change, changedValue, isMeant } from '../../../../src/formats/yaml/edit/change.ts';
import { editYaml } from '../../../../src/formats/yaml/edit/editor.ts';
import { planEdits } from '../../../../src/formats/yaml/edit/plan.ts';
import { applyEdits } from '../../../../src/formats/yaml/edit/text-edit.ts';
import { isMapping, type YamlDocument } from '../../../../src/formats/yaml/read/document.ts';
import { readYaml } from '../../../../src/formats/yaml/read/reader.ts';
import { IS_FULL } from '../../../helpers/runs.ts';
import {
  anyRoot,
  anyValue,
  type PrintStyle,
  printed,
  printStyle,
  TYPED_KEYS,
  transcript,
} from '../arbitraries.ts';

/** Runs of a property; each run prints, edits and reads a document several times. */
const RUNS = { numRuns: IS_FULL ? 40 : 20 };

const read = (text: string) => readYaml(text, { file: 'a.yaml', typedKeys: TYPED_KEYS });

const source = fc
  .tuple(fc.oneof(transcript, anyRoot), printStyle)
  .map(([root, style]: [unknown, PrintStyle]) => printed(root, style));

/** Text as it may come from outside, with what must be escaped. */
const anyText = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'ab:#\'"{[- \n\t\r\0\u001b\u007f\u009b\u202e\u2028\ufeff\ud800\udc00é😀~'),
    maxLength: 30,
  }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom('a', ' ', '\n'), maxLength: 8 }),
  fc.constantFrom('null', 'true', '12', '0o7', '1e3', '.nan', '<<', '---', '...', '%a', '? a', '@a', '`a'),
);
const newValue = fc.oneof(
  anyText,
  anyValue,
  fc.array(anyText, { maxLength: 3 }),
  fc.dictionary(fc.string({ maxLength: 5 }), anyText, { maxKeys: 3 }),
);

function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* pathsOf(item, [...path, i]);
  else if (isMapping(value))
    for (const [name, item] of Object.entries(value)) yield* pathsOf(item, [...path, name]);
}

/** A change that fits the document, chosen by two numbers. */
function changeFor(document: YamlDocument, which: number, how: number, value: unknown): Change {
  const paths = [...pathsOf(document.value)];
  const path = paths[which % paths.length]!;
  const node = document.node(path)!;
  if (Array.isArray(node.value) && how % 3 > 0) {
    return { kind: 'insert', path, values: [value], index: how % (node.value.length + 1) };
  }
  if (isMapping(node.value) && (path.length === 0 || how % 3 > 0)) {
    return { kind: 'set', path: [...path, 'brand-new'], value };
  }
  const isOnly = path.length === 1 && Object.keys(document.value).length === 1;
  return how % 4 === 0 && !isOnly ? { kind: 'remove', path } : { kind: 'set', path, value };
}

test('no change is no edit', async () => {
  await fc.assert(
    fc.asyncProperty(source, async text => {
      expect(await editYaml(read(text).document!, [])).toBe(text);
    }),
    RUNS,
  );
});

test('any change gives the meant value, to both readers, and leaves every other byte', async () => {
  await fc.assert(
    fc.asyncProperty(source, fc.nat(), fc.nat(), newValue, async (text, which, how, value) => {
      const document = read(text).document!;
      const change = changeFor(document, which, how, value);
      const after = await editYaml(document, [change]);
      const edits = await planEdits(document, [change]);
      expect(after).toBe(applyEdits(text, edits));

      const again = read(after).document!;
      const meant = changedValue(document.value, [change]);
      expect(isMeant(meant, again.value)).toBe(true);
      expect(() => parse(after, { logLevel: 'silent', uniqueKeys: false })).not.toThrow();

      const first = Math.min(...edits.map(({ span }) => span.start));
      const last = Math.max(...edits.map(({ span }) => span.end));
      expect(after.startsWith(text.slice(0, first))).toBe(true);
      expect(after.endsWith(text.slice(last))).toBe(true);
    }),
    { numRuns: IS_FULL ? 100 : 40 },
  );
});

test('fields and entries that are added together all arrive', async () => {
  await fc.assert(
    fc.asyncProperty(source, fc.nat(), newValue, newValue, async (text, which, first, second) => {
      const document = read(text).document!;
      const paths = [...pathsOf(document.value)];
      const path = paths[which % paths.length]!;
      const { value } = document.node(path)!;
      const isList = Array.isArray(value);
      fc.pre(isList || isMapping(value) || value === null);
      const changes: Change[] = isList
        ? [first, second].map(value => ({ kind: 'insert', path, values: [value] }))
        : [first, second].map((value, i) => ({ kind: 'set', path: [...path, `new-${i}`], value }));
      const after = await editYaml(document, changes);
      expect(isMeant(changedValue(document.value, changes), read(after).document!.value)).toBe(true);
    }),
    { numRuns: IS_FULL ? 100 : 40 },
  );
});

test('a field that is replaced and one that is new both arrive', async () => {
  await fc.assert(
    fc.asyncProperty(source, fc.nat(), newValue, newValue, async (text, which, first, second) => {
      const document = read(text).document!;
      const paths = [...pathsOf(document.value)].filter(path => {
        const { value } = document.node(path)!;
        return isMapping(value) && Object.keys(value).length > 0;
      });
      const path = paths[which % paths.length]!;
      const last = document.children(path).at(-1)!.step!;
      const changes: Change[] = [
        { kind: 'set', path: [...path, 'brand-new'], value: first },
        { kind: 'set', path: [...path, last], value: second },
      ];
      const after = await editYaml(document, changes);
      expect(isMeant(changedValue(document.value, changes), read(after).document!.value)).toBe(true);
    }),
    { numRuns: IS_FULL ? 100 : 40 },
  );
});

test('JSON stays JSON', async () => {
  const json = fc
    .tuple(transcript, fc.nat(3))
    .map(([root, indent]) => JSON.stringify(root, undefined, indent));
  await fc.assert(
    fc.asyncProperty(json, fc.nat(), fc.nat(), newValue, async (text, which, how, value) => {
      const document = read(text).document!;
      const change = changeFor(document, which, how, value);
      const after = await editYaml(document, [change]);
      expect(isMeant(changedValue(document.value, [change]), JSON.parse(after))).toBe(true);
    }),
    { numRuns: IS_FULL ? 100 : 40 },
  );
});

test('comments outside the place of the change stay', async () => {
  await fc.assert(
    fc.asyncProperty(source, fc.nat(), newValue, async (text, which, value) => {
      const document = read(text).document!;
      const names = Object.keys(document.value);
      const name = names[which % names.length]!;
      const after = await editYaml(document, [{ kind: 'set', path: [name], value }]);
      const { start } = document.locate([name], 'key');
      const { end } = document.locate([name]);
      const comments = (part: string) => part.match(/# (?:above|beside) \d+/g) ?? [];
      for (const comment of comments(text.slice(0, start) + text.slice(end)))
        expect(after).toContain(comment);
    }),
    RUNS,
  );
});

test('setting a text and setting it back gives the same value', async () => {
  await fc.assert(
    fc.asyncProperty(source, anyText, fc.nat(), async (text, value, which) => {
      const document = read(text).document!;
      const names = Object.keys(document.value);
      const name = names[which % names.length]!;
      const there = await editYaml(document, [{ kind: 'set', path: [name], value }]);
      const old = document.value[name];
      const back = await editYaml(read(there).document!, [{ kind: 'set', path: [name], value: old }]);
      expect(isMeant(document.value, read(back).document!.value)).toBe(true);
    }),
    RUNS,
  );
});

test('what is written holds no character that must be escaped', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async value => {
      const after = await editYaml(read('a: b\n').document!, [{ kind: 'set', path: ['a'], value }]);
      expect(after).not.toMatch(
        /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u,
      );
    }),
    RUNS,
  );
});
