import { expect, test } from 'vitest';
import { filterView } from '../../../src/core/filter/filter-view.ts';
import { parseQuery } from '../../../src/core/filter/parse-query.ts';
import type { View } from '../../../src/core/model/view.ts';
import { richView } from '../../fixtures/view.ts';

function filtered(text: string): View {
  const { query, fault } = parseQuery(text);
  if (fault !== undefined) throw new Error(fault.message);
  return filterView(richView, query);
}

/** What is left, in short: `u1(a2 a3)` for speech with annotations, claims by id or aspect, general annotations. */
function outline(view: View): { speech: string; claims: string; general: string } {
  return {
    speech: [...view.utterances, ...view.statements]
      .map(({ id, annotations }) => {
        const ids = annotations.map(({ annotation }) => annotation.id);
        return ids.length === 0 ? id : `${id}(${ids.join(' ')})`;
      })
      .join(' '),
    claims: view.claims.map(claim => claim.id ?? `implied-${claim.aspect}`).join(' '),
    general: view.general.map(({ annotation }) => annotation.id).join(' '),
  };
}

const U1 = 'u1(a4 a13 a2 a12 a3)';
const U2 = 'u2(a10 a5 a6)';

test.for([
  // Speech on itself: everything said about it stays with it.
  ['speaker:engineer', `${U2} u3(a7)`, 'implied-attribution', ''],
  ['speaker:"վահան քար" -form:narrated', U2, '', ''],
  ['speaker:unknown', 'u3(a7) e1', 'implied-attribution', ''],
  ['to:mayor,engineer', `${U1} ${U2}`, 'cost implied-content', 'a9 a14'],
  ['form:indirect,narrated', `${U2} u3(a7)`, 'implied-attribution', ''],
  ['source:gazette -speaker:office', `${U1} ${U2}`, 'cost implied-content', 'a9 a14'],
  ['id:u1', U1, 'cost implied-content', 'a9 a14'],
  ['id:s1', 's1', '', ''],
  ['"not one stone"', U1, 'cost implied-content', 'a9 a14'],
  ['ԱՄԲԱՐՏԱԿԸ', U2, '', ''],
  ['door', 'e1', '', ''],

  // Annotations: only those asked for stay, also through the claims of the passage.
  ['tag:disputed', 'u1(a2)', 'implied-content', ''],
  ['by:engineer', 'u1(a2)', 'cost implied-content', 'a9'],
  ['tag:disputed,sic', 'u1(a2) u2(a6)', 'implied-content', ''],
  ['tag:disputed by:mayor', '', '', ''],
  ['tag:denied', 'u1', 'cost', 'a9'],
  ['tag:confirmed', '', 'genuine', 'a8'],
  ['aspect:authenticity', '', 'genuine', 'a8 a15'],
  ['reading:boris', 'u1(a13)', 'cost genuine', 'a14 a15'],
  ['creator:Anna tag:questioned', 'u3(a7)', 'implied-attribution', ''],
  ['has:translation', 'u2(a5)', '', ''],
  ['has:wording certainty:high basis:stated', 'u1(a2)', 'implied-content', ''],
  ['via:gazette tag:disputed', 'u1(a2)', 'implied-content', ''],
  ['id:a6', 'u2(a6)', '', ''],
  ['"names no document"', 'u1(a2)', 'implied-content', ''],
  ['"includes the road"', '', '', 'a11'],
  ['has:context', '', '', 'a1'],
  ['date:2020-05-02 tag:disputed', 'u1(a2)', 'implied-content', ''],
  ['date:2020 tag:acknowledged', 'u1', 'cost', 'a14'],
  ['date:2019', '', '', ''],
  ['date:unknown', 'u3(a7)', 'genuine implied-attribution', 'a8'],

  // Claims.
  ['claim:cost', U1, 'cost', 'a9 a14'],
  ['claim:"5 MILLION"', U1, 'cost', 'a9 a14'],
  ['standing:disputed', `${U1} u3(a7)`, 'genuine implied-content implied-attribution', 'a8 a15'],
  ['standing:unreviewed', '', 'opened', ''],
  ['standing:unverified claim:cost', U1, 'cost', 'a9 a14'],
  ['standing:disputed claim:cost', '', '', ''],
  ['id:cost', '', 'cost', 'a9 a14'],

  // Not.
  ['speaker:mayor -form:narrated', U1, 'cost implied-content', 'a9 a14'],
  ['id:u1,u2 -tag:sic', U1, 'cost implied-content', 'a9 a14'],
  ['tag:sic,disputed -aspect:content', 'u2(a6)', '', ''],
  ['id:u1,u2,u3 -standing:disputed', U2, '', ''],
  ['id:u1,u2,u3 -"5 million"', `${U2} u3(a7)`, 'implied-attribution', ''],

  // Acts later than the date of the view are not there.
  ['id:a12', '', '', ''],
] as const)('%s', ([text, speech, claims, general]) => {
  expect(outline(filtered(text))).toEqual({ speech, claims, general });
});

test('an empty query is the whole view', () => {
  expect(filtered('')).toEqual({ ...richView, indexes: [...richView.utterances.keys()] });
});

test('claims are numbered anew, standings stay whole, everything else of the view stays', () => {
  const view = filtered('standing:disputed');
  expect(view.utterances.map(speech => speech.claims)).toEqual([[1], [2]]);
  expect(view.claims[1]).toBe(richView.claims[3]);
  expect(view.sources).toBe(richView.sources);
  expect(view.readings).toBe(richView.readings);
});
