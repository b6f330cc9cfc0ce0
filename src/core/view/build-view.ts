/** A project resolved at one date: everything in its place, and what the stances add up to. */
import { parseDate } from '../dates/date.ts';
import type { Path } from '../model/finding.ts';
import type { Claim, Id, Party, Source, Statement, Utterance } from '../model/model.ts';
import { type Document, documentsOf, EntryIndex, type Project } from '../model/project.ts';
import { TargetResolver } from '../model/targets.ts';
import type { ClaimView, PlacedAnnotation, Reading, SpeechView, View } from '../model/view.ts';
import { anchorsOfClaim } from './anchors.ts';
import { type ClaimDraft, type DeclaredClaim, draftClaims } from './claim-drafts.ts';
import { placeAnnotations } from './place-annotations.ts';
import { Readings } from './readings.ts';
import { Bearing } from './speeches.ts';
import { viewClaims } from './view-claims.ts';

export interface ViewOptions {
  /** EDTF date; everything that is dated later does not count yet. */
  readonly asOf?: string | undefined;
  /** Names of the readings to show; all of them when absent. */
  readonly readings?: readonly string[] | undefined;
}

/**
 * Resolves a project. Where an id is declared twice, the first declaration counts. The dates of the project and
 * `asOf` must have gone through `prepareDates`.
 *
 * @throws RangeError when `asOf` is no date.
 */
export function buildView(project: Project, options: ViewOptions = {}): View {
  const { asOf } = options;
  if (asOf !== undefined && parseDate(asOf) === undefined) throw new RangeError(`"${asOf}" is no EDTF date`);
  const documents = documentsOf(project);
  const resolver = new TargetResolver(project, new EntryIndex(project));
  const readings = new Readings();
  const placed = placeAnnotations(project, resolver, readings, asOf);
  const declared = declaredClaims(documents, resolver, readings);
  const isShown = selection(options.readings);
  const shown = readings.all().filter(isShown);
  const annotations = placed.all.filter(({ reading }) => isShown(reading));
  const parties = merged(documents, document => document.value.parties);
  const sources = merged(documents, document => document.value.sources);

  const drafts = draftClaims(declared, annotations).filter(draft => belongs(draft, isShown));
  // A source's title can be a whole description; its id is what the file calls it.
  const nameOf = (id: Id) => parties.get(id)?.name ?? id;
  const claims = viewClaims(drafts, placed.ends, shown, nameOf, asOf);
  return {
    project,
    asOf,
    readings: shown,
    parties,
    sources,
    ...placedOnSpeeches(project, annotations, claims),
    claims,
    duration: durationOf(project.transcript.value.utterances),
  };
}

function selection(names: readonly string[] | undefined): (reading: Reading) => boolean {
  return ({ name }) => names === undefined || (name !== undefined && names.includes(name));
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
  resolver: TargetResolver,
  readings: Readings,
): DeclaredClaim[] {
  return firstOfEach(documents, 'claims').map(({ document, value, path }) => ({
    entry: { id: value.id, kind: 'claim', value, document, path },
    anchors: anchorsOfClaim(value, resolver),
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
