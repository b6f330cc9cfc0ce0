import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partyIds } from '../../src/formats/shared/party-ids.ts';

function idsOf(labels: readonly string[], known = new Map<string, { name?: string }>()) {
  const ids = partyIds(labels, known);
  return labels.map(label => ids.idOf(label));
}

test('a name has the same id whoever speaks first', () => {
  const [a, b] = ['Ольга Ершова', 'Щукин Юрий'];
  expect(idsOf([a, b])).toEqual(['olga-ershova', 'shchukin-yuriy']);
  expect(idsOf([b, a])).toEqual(['shchukin-yuriy', 'olga-ershova']);
});

test('of names that would have one id all get signs of their hash', () => {
  const ids = idsOf(['Anna', 'Анна', 'Ben']);
  expect(ids).toEqual([
    expect.stringMatching(/^anna-[0-9a-f]{4}$/),
    expect.stringMatching(/^anna-[0-9a-f]{4}$/),
    'ben',
  ]);
  expect(idsOf(['Ben', 'Анна', 'Anna'])).toEqual([ids[2], ids[1], ids[0]]);
  expect(idsOf(['Анна'])).toEqual(['anna']);
});

test('a party that the file declares keeps its id', () => {
  const known = new Map([['anna', { name: 'Anna Lind' }]]);
  expect(idsOf(['Anna Lind', 'Anna'], known)).toEqual(['anna', expect.stringMatching(/^anna-[0-9a-f]{4}$/)]);
});

test('a name of which nothing can be used has an id by its hash', () => {
  const [one, other] = idsOf(['1', '★']);
  expect(one).toMatch(/^p-[0-9a-f]{4}$/);
  expect(other).toMatch(/^p-[0-9a-f]{4}$/);
  expect(one).not.toBe(other);
  expect(idsOf(['★'])).toEqual([other]);
});

test('one name in two Unicode forms is one party', () => {
  expect(new Set(idsOf(['José', 'Jose\u0301']))).toEqual(new Set(['jose']));
});

test('labels that say that nobody is known have no party', () => {
  const ids = partyIds(['Unknown', '???', 'Ida']);
  expect([ids.idOf('Unknown'), ids.idOf('???'), ids.idOf('Ida')]).toEqual(['unknown', 'unknown', 'ida']);
  expect([...ids.parties.keys()]).toEqual(['ida']);
});

test('ids do not depend on the order of names, and no two names share one', () => {
  const name = fc.constantFrom(
    'Anna',
    'Анна',
    'ANNA',
    'anna',
    'Ання',
    '1',
    '2',
    '...',
    '王',
    'Wang',
    'u1',
    'U1',
    'Unknown',
  );
  fc.assert(
    fc.property(fc.uniqueArray(name), labels => {
      const ids = new Map(labels.map((label, index) => [label, idsOf(labels)[index]]));
      const turned = [...labels].reverse();
      expect(new Map(turned.map((label, index) => [label, idsOf(turned)[index]]))).toEqual(
        new Map(turned.map(label => [label, ids.get(label)])),
      );
      const named = labels.filter(label => label !== 'Unknown');
      expect(new Set(named.map(label => ids.get(label))).size).toBe(named.length);
    }),
  );
});
