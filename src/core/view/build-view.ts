/** A project resolved at one date: everything in its place, and what the stances add up to. */
import { type OlderText, type PresentText, readAnchor } from '../anchor/anchor-state.ts';
import { parseDate } from '../dates/date.ts';
import type { Path } from '../model/finding.ts';
import {
  type Claim,
  type Id,
  isStance,
  type Party,
  type Source,
  type Statement,
  type Utterance,
} from '../model/model.ts';
import { type Document, documentsOf, EntryIndex, type Project } from '../model/project.ts';
import { TargetResolver } from '../model/targets.ts';
import type { ClaimView, PlacedAnnotation, Reading, SpeechView, View } from '../model/view.ts';
import { isUndated } from '../standing/ends.ts';
import { Origins } from '../standing/origins.ts';
import { Sides } from '../standing/sides.ts';
import { type ClaimDraft, type DeclaredClaim, draftClaims } from './claim-drafts.ts';
import { placeAnnotations } from './place-annotations.ts';
import { Readings } from './readings.ts';
import { Bearing } from './speeches.ts';
import { viewClaims } from './view-claims.ts';

export interface ViewOptions {
  /** EDTF date; everything that is dated later does not count yet. */
  readonly asOf?: string | undefined;
  /** Leaves stances out whose date no source states; by default they have always been. */
  readonly skipUndated?: boolean | undefined;
  /** An older version of the transcript, and what became of each anchor since: it tells words that changed from a typo. */
  readonly old?: OlderText | undefined;
  /** Names of the readings to show, undefined for that of no one named; all of them when absent. */
  readonly readings?: readonly (string | undefined)[] | undefined;
}

/**
 * Resolves a project. Where an id is declared twice, the first declaration counts. The dates of the project and
 * `asOf` must have gone through `prepareDates`.
 *
 * @throws RangeError when `asOf` is no date.
 */
export function buildView(project: Project, options: ViewOptions = {}): View {
  const { asOf, skipUndated = false } = options;
  if (asOf !== undefined && parseDate(asOf) === undefined)
    throw new RangeError(`"${asOf}" is not a date in EDTF`);
  const documents = documentsOf(project);
  const index = new EntryIndex(project);
  const resolver = new TargetResolver(project, index);
  const readings = new Readings();
  const placed = placeAnnotations(project, resolver, readings, { asOf, skipUndated }, options.old);
  const declared = declaredClaims(documents, readings, placed.text, options.old);
  const isShown = selection(options.readings);
  const shown = readings.all().filter(isShown);
  const annotations = placed.all.filter(({ reading }) => isShown(reading));
  const parties = merged(documents, document => document.value.parties);
  const sources = merged(documents, document => document.value.sources);

  const drafts = draftClaims(declared, annotations).filter(draft => belongs(draft, isShown));
  // A source's title can be a whole description; its id is what the file calls it.
  const nameOf = (id: Id) => parties.get(id)?.name ?? id;
  const claims = viewClaims(drafts, placed.ends, shown, {
    nameOf,
    sides: new Sides(id => parties.get(id)?.['on-behalf-of']),
    origins: new Origins({
      source: id => sources.get(id),
      speech: id => (index.of('statement', id) ?? index.of('utterance', id))?.value,
    }),
    parties,
    sources,
    asOf,
  });
  return {
    project,
    asOf,
    undated: undatedActs(annotations, skipUndated),
    readings: shown,
    parties,
    sources,
    ...placedOnSpeeches(project, annotations, claims),
    claims,
    duration: durationOf(project.transcript.value.utterances),
  };
}

function selection(names: ViewOptions['readings']): (reading: Reading) => boolean {
  return ({ name }) => names === undefined || names.includes(name);
}

/** The transcript's own claims are everyone's; those of a layer are its reader's, and of whoever takes a stance. */
function belongs({ entry, reading, stances }: ClaimDraft, isShown: (reading: Reading) => boolean): boolean {
  return (
    stances.length > 0 ||
    entry?.document.value.kind === 'transcript' ||
    (reading !== undefined && isShown(reading))
  );
}

function declaredClaims(
  documents: readonly Document[],
  readings: Readings,
  text: PresentText,
  old: OlderText | undefined,
): DeclaredClaim[] {
  return firstOfEach(documents, 'claims').map(({ document, value, path }) => ({
    entry: { id: value.id, kind: 'claim', value, document, path },
    ...readAnchor(value, text, old),
    reading: readings.of(document),
  }));
}

/** A claim or statement, and where it is declared. */
interface Declared<V> {
  readonly document: Document;
  readonly value: V;
  readonly path: Path;
}

function firstOfEach(documents: readonly Document[], kind: 'claims'): Declared<Claim>[];
function firstOfEach(documents: readonly Document[], kind: 'statements'): Declared<Statement>[];
function firstOfEach(
  documents: readonly Document[],
  kind: 'claims' | 'statements',
): Declared<Claim | Statement>[] {
  const first = new Map<Id, Declared<Claim | Statement>>();
  for (const document of documents) {
    for (const [index, value] of document.value[kind].entries())
      if (!first.has(value.id)) first.set(value.id, { document, value, path: [kind, index] });
  }
  return [...first.values()];
}

function merged<V extends Party | Source>(
  documents: readonly Document[],
  entriesOf: (document: Document) => ReadonlyMap<Id, V>,
): ReadonlyMap<Id, V> {
  const all = new Map<Id, V>();
  for (const document of documents) {
    for (const [id, value] of entriesOf(document)) if (!all.has(id)) all.set(id, value);
  }
  return all;
}

/** Live stances without a known date; those that are skipped, where they are. */
function undatedActs(annotations: readonly PlacedAnnotation[], isSkipping: boolean): View['undated'] {
  let acts = 0;
  for (const { annotation, dead } of annotations) {
    if (isSkipping ? dead === 'undated' : dead === undefined && isStance(annotation) && isUndated(annotation))
      acts++;
  }
  return { acts, counted: !isSkipping };
}

/** What is on an utterance or statement is shown there, everything else in general: nothing is left out. */
function placedOnSpeeches(
  project: Project,
  annotations: readonly PlacedAnnotation[],
  claims: readonly ClaimView[],
): Pick<View, 'utterances' | 'statements' | 'general'> {
  const { utterances } = project.transcript.value;
  const statements = firstOfEach(documentsOf(project), 'statements');
  const bearing = new Bearing(() => [...utterances, ...statements.map(({ value }) => value)]);
  const general = annotations.filter(placed => !bearing.addAnnotation(placed));
  for (const [index, claim] of claims.entries()) bearing.addClaim(claim, index);
  return {
    utterances: utterances.map((utterance): SpeechView => bearing.view(utterance, 'utterance')),
    statements: statements.map(({ value }) => bearing.view(value, 'statement')),
    general,
  };
}

/** Up to the end of what ends last; undefined where no time is known. */
function durationOf(utterances: readonly Utterance[]): number | undefined {
  let duration: number | undefined;
  for (const { start, end } of utterances) {
    const last = end ?? start;
    if (last !== undefined && last > (duration ?? -1)) duration = last;
  }
  return duration;
}
