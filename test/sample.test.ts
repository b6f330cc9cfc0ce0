/** The sample conversation: what its first reading adds up to. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { prepareDates } from '../src/core/dates/date.ts';
import { datesOf } from '../src/core/dates/dates-of.ts';
import type { Layer, Transcript } from '../src/core/model/model.ts';
import type { Document } from '../src/core/model/project.ts';
import { buildView } from '../src/core/view/build-view.ts';
import { readDocument } from '../src/formats/onrecord/read.ts';

const FOLDER = path.resolve(import.meta.dirname, '../data/yerevan-2016');

function read<T extends Transcript | Layer>(name: string): Document<T> {
  const { document, findings } = readDocument(readFileSync(path.join(FOLDER, name)), name);
  expect(findings).toEqual([]);
  return document as Document<T>;
}

const transcript = read<Transcript>('transcript.yaml');
const firstReading = read<Layer>('first-reader.layer.yaml');
const secondReading = read<Layer>('second-reader.layer.yaml');
const documents = [transcript, firstReading, secondReading];
await prepareDates(documents.flatMap(document => Array.from(datesOf(document.value), date => date.text)));

test('the standings of the first reading', () => {
  const view = buildView({ transcript, layers: [firstReading] });
  const declared = view.claims.filter(claim => claim.id !== undefined);
  expect(declared.flatMap(claim => claim.standings.map(standing => [claim.id, standing.name]))).toEqual([
    ['c1-publication', 'acknowledged'],
    ['c2-authenticity', 'unverified'],
    ['c3-meeting', 'unverified'],
    ['c4-five-billion', 'unverified'],
    ['c5-six-billion', 'unverified'],
    ['c6-exposure', 'disputed'],
    ['c7-attack', 'disputed'],
    ['c8-population', 'unreviewed'],
    ['c9-five-thousand', 'unreviewed'],
    ['c10-thirty-million', 'unreviewed'],
    ['c11-thirty-thousand', 'unreviewed'],
    ['c12-of-karabakh', 'unreviewed'],
    ['c13-traitor-label', 'unreviewed'],
    ['c14-blame', 'not-checkable'],
    ['c15-betrayal', 'not-checkable'],
  ]);
});

test('what an outlet calls a confirmation is told beside the standing, with the silence', () => {
  const [standing] = buildView({ transcript, layers: [firstReading] }).claims.find(
    claim => claim.id === 'c2-authenticity',
  )!.standings;
  expect(standing?.remarks).toEqual([
    'comment declined by Office of the third President of Armenia',
    'reported as confirmed by Press service of the ex-president, via report',
  ]);
});

test('each reading has standings of its own', () => {
  const view = buildView({ transcript, layers: [firstReading, secondReading] });
  const meeting = view.claims.find(claim => claim.id === 'c3-meeting')!;
  expect(meeting.standings.map(({ reading, name }) => [reading.name, name])).toEqual([
    ['First reader', 'unverified'],
    ['Second reader', 'acknowledged'],
  ]);
});

test('every quote of both readings is found once and every pin is current', () => {
  const view = buildView({ transcript, layers: [firstReading, secondReading] });
  const placed = [...view.general, ...view.utterances, ...view.statements].flatMap(place =>
    'annotations' in place ? place.annotations : [place],
  );
  const lost = placed.filter(({ anchors }) =>
    anchors.some(({ verdict, pin, folded }) => verdict !== 'exact' || pin === 'out-of-date' || folded),
  );
  expect(lost.map(({ annotation }) => annotation.id)).toEqual([]);
  expect(placed.length).toBeGreaterThan(100);
});
