/** One table for each kind of thing, each thing in one row, so that rows can be counted and joined by their ids. */
import type { ClaimView, View, WeighedStance } from '../../../core/model/view.ts';
import { annotationsOf, isKnown, placeNames, readingName } from '../names.ts';
import { madeBy } from '../standing-words.ts';
import {
  ANNOTATION,
  type Column,
  column,
  type OfAnnotation,
  type OfClaim,
  type OfSource,
  type OfSpeech,
  SPEECH,
  table,
} from './columns.ts';

const utterances = table<OfSpeech>(
  [
    column('kind', 'utterance or statement', ({ speech }) => speech?.kind),
    column('id', 'id of the utterance or statement', ({ speech }) => speech?.id),
    SPEECH.speaker,
    SPEECH.speakerName,
    SPEECH.to,
    SPEECH.form,
    SPEECH.cue,
    SPEECH.via,
    SPEECH.date,
    SPEECH.start,
    SPEECH.end,
    SPEECH.source,
    SPEECH.at,
    SPEECH.text,
  ],
  view => [...view.utterances, ...view.statements].map(speech => ({ view, speech })),
);

const annotations = table<OfAnnotation>(Object.values(ANNOTATION), view =>
  annotationsOf(view)
    .filter(isKnown)
    .map(placed => ({ view, placed })),
);

const CLAIM = {
  id: column<OfClaim>('claim', 'id of the claim; an implied one has none', ({ claim }) => claim.id),
  text: column<OfClaim>('claim-text', 'what it says', ({ claim }) => claim.text),
  aspect: column<OfClaim>('aspect', 'the side of the talk that it is about', ({ claim }) => claim.aspect),
  places: column<OfClaim>('places', 'where it appears', ({ claim }) => placeNames(claim)),
  reading: column<OfClaim>(
    'reading',
    'whose reading',
    ({ standing }) => standing && readingName(standing.reading),
  ),
  standing: column<OfClaim>('standing', 'standing in that reading', ({ standing }) => standing?.name),
} as const;

const claims = table<OfClaim>(
  [
    CLAIM.id,
    CLAIM.text,
    CLAIM.aspect,
    CLAIM.places,
    CLAIM.reading,
    CLAIM.standing,
    column('made-by', 'whose acts make the standing', ({ standing, view }) =>
      standing === undefined ? undefined : madeBy(view, standing),
    ),
    column('remarks', 'what must be said beside it', ({ standing }) => standing?.remarks.join('; ')),
    column('checkable', 'no for opinions and predictions', ({ claim }) =>
      claim.entry?.value.checkable === false ? 'no' : 'yes',
    ),
    column('checked', 'EDTF date of the last check', ({ claim }) => claim.entry?.value.checked),
    column('state', 'whether its anchor holds on to its words', ({ claim }) => claim.state?.state),
  ],
  view => view.claims.flatMap(claim => standingsOf(view, claim)),
);

function standingsOf(view: View, claim: ClaimView): OfClaim[] {
  const { standings } = claim;
  return standings.length === 0
    ? [{ view, claim, standing: undefined }]
    : standings.map(standing => ({ view, claim, standing }));
}

interface OfStance extends OfClaim, OfAnnotation {
  readonly weighed: WeighedStance;
}

const stances = table<OfStance>(
  [
    ANNOTATION.id,
    CLAIM.id,
    CLAIM.text,
    CLAIM.places,
    ANNOTATION.reading,
    ANNOTATION.value,
    ANNOTATION.aspect,
    ANNOTATION.by,
    ANNOTATION.byVia,
    ANNOTATION.characterised,
    ANNOTATION.when,
    ANNOTATION.wording,
    ANNOTATION.sources,
    column(
      'counts',
      'what it counts as in this standing; empty if it does not',
      ({ weighed }) => weighed.counts,
    ),
    column('why', 'why it counts, or why not', ({ weighed }) => weighed.why),
    CLAIM.standing,
    ANNOTATION.status,
    ANNOTATION.state,
  ],
  view =>
    view.claims.flatMap(claim =>
      standingsOf(view, claim).flatMap(row =>
        (row.standing?.stances ?? [])
          .filter(({ stance }) => isKnown(stance))
          .map(weighed => ({ ...row, weighed, placed: weighed.stance })),
      ),
    ),
);

const ofSource = (name: keyof OfSource['source'] & string, meaning: string): Column<OfSource> =>
  column(name, meaning, ({ source }) => {
    const value = source[name];
    return Array.isArray(value) ? value.join(' ') : (value as string | undefined);
  });

const sources = table<OfSource>(
  [
    column('id', 'id of the source', ({ id }) => id),
    ofSource('title', 'its title'),
    ofSource('kind', 'what it is'),
    ofSource('publisher', 'who published it'),
    ofSource('published', 'EDTF date of publication'),
    ofSource('retrieved', 'EDTF date of our copy'),
    ofSource('url', 'its address'),
    ofSource('archive', 'address of an archived copy'),
    ofSource('origin', 'the ultimate source'),
    ofSource('derived-from', 'ids of the sources it is derived from'),
    ofSource('grade', 'Admiralty grade'),
    ofSource('language', 'its language'),
    ofSource('note', 'a remark'),
  ],
  view => [...view.sources].map(([id, source]) => ({ id, source })),
);

export const TABLES = { utterances, annotations, claims, stances, sources } as const;
