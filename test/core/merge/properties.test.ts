/** What holds for every three-way merge. Associativity is not among it: no three-way merge has it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fields } from '../../../src/core/diff/changes.ts';
import { itemsOf } from '../../../src/core/merge/file-items.ts';
import { mergeVersions } from '../../../src/core/merge/merge.ts';
import { LIST_NAMES, type Merged, type Origin } from '../../../src/core/merge/merged.ts';
import type { Path } from '../../../src/core/model/finding.ts';
import type { Transcript } from '../../../src/core/model/model.ts';
import { referencesOf } from '../../../src/core/model/named-ids.ts';
import { sameFields, sameValue, valueKey } from '../../../src/core/model/same-value.ts';
import { transcriptOf } from '../../helpers/files.ts';
import { DEAR_RUNS, IS_FULL, RUNS } from '../../helpers/runs.ts';

/** Each field is a unit of its own, none is a reference. */
const PLAIN_FIELDS = ['when', 'note', 'basis', 'x-mark'];
const plain = { noNullPrototype: true } as const;
const optional = { ...plain, requiredKeys: [] };
const word = fc.constantFrom('x', 'y', 'z');
const rest = fc.record(Object.fromEntries(PLAIN_FIELDS.map(name => [name, word])), optional);
const unique = { selector: ({ id }: { id: string }) => id, maxLength: 6 };
const entries = (ids: string) =>
  fc.uniqueArray(
    fc.tuple(fc.constantFrom(...ids), rest).map(([id, fields]) => ({ id, ...fields })),
    unique,
  );
const bodies = fc.record({ tag: word, comment: word, sources: fc.array(word, { maxLength: 3 }) }, optional);
const annotations = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...'abcdef'), rest, bodies)
    .map(([id, fields, body]) => ({ id, ...fields, ...body })),
  unique,
);
const utterances = fc
  .array(fc.record({ text: word, speaker: word }, plain), { maxLength: 6 })
  .chain(list =>
    fc
      .shuffledSubarray([...'stuvwx'], { minLength: list.length, maxLength: list.length })
      .map(ids => list.map((utterance, index): Fields => ({ id: ids[index], ...utterance }))),
  );
const file = fc
  .record(
    {
      header: fc.record({ title: word, 'ground-rule': fc.subarray(['leaked', 'background']) }, optional),
      parties: fc.dictionary(
        fc.constantFrom(...'pqr'),
        fc.record({ name: word, role: word }, optional),
        plain,
      ),
      utterances,
      claims: entries('kl'),
      annotations,
    },
    plain,
  )
  .map(transcriptOf);

/** Whether a merge came to the file that is spelled so, without a conflict. */
function isClean(merged: Merged<Transcript>, wanted: string): boolean {
  return merged.conflicts.length === 0 && spelled(merged.value) === wanted;
}

/** The whole file as text, order included. */
function spelled(value: Transcript): string {
  return JSON.stringify([
    orderless(value),
    LIST_NAMES.map(list => itemsOf(value, list).map(item => item.id)),
  ]);
}

/** The whole file as text that is the same whatever the order of entries and of sets. */
function orderless(value: Transcript): string {
  const {
    kind,
    parties,
    sources,
    statements,
    claims,
    annotations: ones,
    utterances: talk,
    extensions,
    ...header
  } = value;
  const sets = ({ 'ground-rule': rules, sources: cited, ...fields }: Fields) => ({
    ...fields,
    ...(rules ? { rules: (rules as unknown[]).map(valueKey).sort() } : {}),
    ...(cited ? { cited: (cited as unknown[]).map(valueKey).sort() } : {}),
  });
  const lists = LIST_NAMES.map(list =>
    itemsOf(value, list)
      .map(({ id, fields }) => valueKey([id, sets(fields)]))
      .sort(),
  );
  return valueKey([sets(header as Fields), lists]);
}

/** Whether the entries that both versions have stand in one order. */
function keepsOrder(before: Transcript, after: Transcript): boolean {
  return LIST_NAMES.every(list => {
    const [old, fresh] = [before, after].map(file => itemsOf(file, list).map(({ id }) => id));
    const common = old!.filter(id => fresh!.includes(id));
    return fresh!.filter(id => common.includes(id)).every((id, index) => id === common[index]);
  });
}

interface Case {
  readonly o: Transcript;
  readonly a: Transcript;
  readonly b: Transcript;
  readonly merged: Merged<Transcript>;
  /** The files as text. */
  readonly text: { readonly o: string; readonly a: string; readonly b: string };
}

/** Generating files takes most of the time, so that every law looks at the same ones. */
const LAWS: Readonly<Record<string, (versions: Case) => boolean>> = {
  'merge(o, o, o) = o': ({ o, text }) => isClean(mergeVersions(o, o, o), text.o),
  'merge(o, a, o) = a': ({ o, a, text }) => isClean(mergeVersions(o, a, o), text.a),
  'merge(o, o, b) = b': ({ o, b, text }) => isClean(mergeVersions(o, o, b), text.b),
  'merge(o, a, a) = a': ({ o, a, text }) => isClean(mergeVersions(o, a, structuredClone(a)), text.a),

  'the two sides can change places': ({ o, a, b, merged }) => {
    const mirrored = mergeVersions(o, b, a);
    const conflicts = ({ conflicts: all }: Merged<Transcript>, ours: Turn, theirs: Turn) =>
      valueKey(
        all
          .map(({ kind, id, field, versions: { base, ...sides } }) =>
            valueKey([kind, id, field, base, sides[ours], sides[theirs]]),
          )
          .sort(),
      );
    return (
      conflicts(merged, 'ours', 'theirs') === conflicts(mirrored, 'theirs', 'ours') &&
      (merged.conflicts.length > 0 || orderless(merged.value) === orderless(mirrored.value))
    );
  },

  'no lost edit: what one side alone changed has the value of that side': ({ o, a, b, merged }) => {
    const [ours, theirs, result] = [byId(a), byId(b), byId(merged.value)];
    return [...byId(o)].every(([id, before]) => {
      const [left, right] = [ours.get(id), theirs.get(id)];
      if (!left || !right) return true;
      return PLAIN_FIELDS.every(name => {
        if (left[name] === before[name]) return result.get(id)?.[name] === right[name];
        return right[name] !== before[name] || result.get(id)?.[name] === left[name];
      });
    });
  },

  'each value is that of a side, and of the side that its origin names': ({ a, b, merged }) =>
    LIST_NAMES.every(list =>
      merged.entries[list].every(({ value, origins, paths }) => {
        const fieldsAt = (file: Transcript, path: Path | undefined) =>
          path && itemsOf(file, list).find(item => item.path[1] === path[1])!.fields;
        const [left, right] = [fieldsAt(a, paths.ours), fieldsAt(b, paths.theirs)];
        const expected: Record<Origin, readonly (Fields | undefined)[]> = {
          ...{ ours: [left], theirs: [right], both: [left, right], base: [left ?? right], merged: [] },
        };
        return (
          Object.keys(value).every(name => Object.hasOwn(origins, name)) &&
          Object.entries(origins).every(([name, origin]) =>
            expected[origin].every(fields => sameValue(fields?.[name], value[name])),
          )
        );
      }),
    ),

  'ids stay unique': ({ merged }) => {
    const ids = LIST_NAMES.flatMap(list => itemsOf(merged.value, list).map(({ id }) => id));
    return new Set(ids).size === ids.length;
  },

  'merging a clean result with one of its sides again changes nothing but the order that both changed': ({
    o,
    a,
    b,
    merged,
  }) => {
    if (merged.conflicts.length > 0) return true;
    const text = [a, b].some(side => keepsOrder(o, side)) ? spelled : orderless;
    return [a, b].every(side => {
      const again = mergeVersions(o, merged.value, side);
      return again.conflicts.length === 0 && text(again.value) === text(merged.value);
    });
  },

  'the order of annotations and claims in the files does not change what the result holds': ({
    o,
    a,
    b,
    merged,
  }) => {
    const [turnedO, turnedA, turnedB] = [o, a, b].map(value => ({
      ...value,
      claims: value.claims.toReversed(),
      annotations: value.annotations.toReversed(),
    }));
    return orderless(mergeVersions(turnedO!, turnedA!, turnedB!).value) === orderless(merged.value);
  },

  'nothing is lost: each entry is in the result, or one side deleted it and the other left it alone': ({
    o,
    a,
    b,
    merged,
  }) => {
    const [base, ours, theirs, result] = [byId(o), byId(a), byId(b), byId(merged.value)];
    const isKept = (mine: Map<string, Fields>, other: Map<string, Fields>) =>
      [...mine].every(
        ([id, fields]) => result.has(id) || (!other.has(id) && sameValue(base.get(id), fields)),
      );
    return isKept(ours, theirs) && isKept(theirs, ours);
  },

  'every conflict is in its entry, and no entry has another': ({ merged }) => {
    const inEntries = LIST_NAMES.flatMap(list =>
      itemsOf(merged.value, list).flatMap(({ id, fields }) =>
        Object.entries(fields['conflict'] ?? {}).map(([field, versions]) => valueKey([id, field, versions])),
      ),
    );
    const inHeader = Object.entries(merged.value.conflict ?? {}).map(([field, versions]) =>
      valueKey([undefined, field, versions]),
    );
    const reported = merged.conflicts.map(({ id, field, versions }) => valueKey([id, field, versions]));
    return valueKey([...inHeader, ...inEntries].sort()) === valueKey(reported.sort());
  },
};

type Turn = 'ours' | 'theirs';

test('laws of the three-way merge', () => {
  fc.assert(
    fc.property(file, file, file, (o, a, b) => {
      const text = { o: spelled(o), a: spelled(a), b: spelled(b) };
      const versions = { o, a, b, merged: mergeVersions(o, a, b), text };
      const broken = Object.keys(LAWS).filter(law => !LAWS[law]!(versions));
      if (spelled(o) !== text.o || spelled(a) !== text.a || spelled(b) !== text.b)
        broken.push('the files that are merged stay as they are');
      expect(broken).toEqual([]);
    }),
    { numRuns: IS_FULL ? DEAR_RUNS : 30 },
  );
});

test('a conflict exactly where both changed one field differently, or one changed what the other deleted', () => {
  const lists = fc.tuple(entries('abcdefgh'), entries('abcdefgh'), entries('abcdefgh'));
  fc.assert(
    fc.property(lists, versions => {
      const [o, a, b] = versions.map(list => transcriptOf({ annotations: list }));
      const [base, ours, theirs] = versions.map(
        list => new Map(list.map(entry => [entry.id, entry as Fields])),
      );
      const expected: string[] = [];
      for (const id of new Set([...base!.keys(), ...ours!.keys(), ...theirs!.keys()])) {
        const [before, left, right] = [base!.get(id), ours!.get(id), theirs!.get(id)];
        if (left && right) {
          for (const name of PLAIN_FIELDS)
            if (left[name] !== right[name] && left[name] !== before?.[name] && right[name] !== before?.[name])
              expected.push(`${id} ${name}`);
        } else if (before && (left ?? right) && !sameFields(before, (left ?? right)!))
          expected.push(`${id} entry`);
      }
      const found = mergeVersions(o!, a!, b!).conflicts.map(({ id, field }) => `${id} ${field}`);
      expect(found.sort()).toEqual(expected.sort());
    }),
    { numRuns: RUNS },
  );
});

test('edits of different entries, and additions, never conflict', () => {
  const edit = fc.record(
    { side: fc.constantFrom('ours', 'theirs'), deleted: fc.boolean(), fields: rest },
    plain,
  );
  const edits = fc.tuple(
    entries('abcdef'),
    fc.array(edit, { minLength: 6, maxLength: 6 }),
    entries('ghi'),
    entries('jkl'),
  );
  fc.assert(
    fc.property(edits, ([base, changes, oursAdds, theirsAdds]) => {
      const sideOf = (side: string, added: Fields[]) =>
        transcriptOf({
          annotations: base
            .flatMap((entry, index): Fields[] => {
              const change = changes[index]!;
              if (change.side !== side) return [entry];
              return change.deleted ? [] : [{ id: entry.id, ...change.fields }];
            })
            .concat(added),
        });
      const [ours, theirs] = [sideOf('ours', oursAdds), sideOf('theirs', theirsAdds)];
      const merged = mergeVersions(transcriptOf({ annotations: base }), ours, theirs);
      expect(merged.conflicts).toEqual([]);
      for (const added of [...oursAdds, ...theirsAdds])
        expect(byId(merged.value).get(added.id)).toEqual(added);
    }),
    { numRuns: RUNS },
  );
});

test('where no reference dangles on either side, none does in the result', () => {
  const linked = fc
    .tuple(
      fc.subarray([...'stu']),
      fc.subarray([...'pqr']),
      fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 4 }),
    )
    .map(([talk, people, marks]) =>
      transcriptOf({
        parties: Object.fromEntries(people.map(id => [id, {}])),
        utterances: talk.map((id, index) => ({
          id,
          text: id,
          ...(people[index] ? { speaker: people[index] } : {}),
        })),
        annotations: marks.flatMap(([target, by], index): Fields[] => {
          const [what, who] = [talk[target % (talk.length || 1)], people[by % (people.length || 1)]];
          return what && who ? [{ id: `a${index}`, target: [what], by: who }] : [];
        }),
      }),
    );
  fc.assert(
    fc.property(linked, linked, linked, (o, a, b) => {
      const merged = mergeVersions(o, a, b).value;
      const all = byId(merged);
      for (const [, { id, ...fields }] of all)
        for (const reference of referencesOf(fields)) expect([...all.keys()]).toContain(reference);
    }),
    { numRuns: RUNS },
  );
});

function byId(value: Transcript): Map<string, Fields> {
  const lists = LIST_NAMES.flatMap(list => itemsOf(value, list));
  return new Map(lists.map(({ id, fields }) => [id!, fields]));
}
