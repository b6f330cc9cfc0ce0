/** Annotations and claims at one date, all of a project or a part: their places, and what the stances add up to. */
import { type OlderText, type PresentText, readAnchor } from '../anchor/anchor-state.ts';
import { parseDate } from '../dates/date.ts';
import type { Path } from '../model/finding.ts';
import type { Claim, Id, Party, Source, Statement } from '../model/model.ts';
import { type Document, documentsOf, EntryIndex, type Project } from '../model/project.ts';
import { TargetResolver } from '../model/targets.ts';
import type { PlacedAnnotation, Reading, View } from '../model/view.ts';
import { originsIn } from '../standing/origins.ts';
import { sidesBy } from '../standing/sides.ts';
import { type ClaimDraft, type DeclaredClaim, draftClaims } from './claim-drafts.ts';
import type { Part } from './part.ts';
import { placeAnnotations } from './place-annotations.ts';
import { Readings } from './readings.ts';
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

/** What every view of a project has. */
export type Resolved = Pick<View, 'project' | 'asOf' | 'readings' | 'parties' | 'sources' | 'claims'>;

/**
 * Resolves a project. Where an id is declared twice, the first declaration counts. The dates of the project and
 * `asOf` must have gone through `prepareDates`.
 *
 * @param part what is resolved; everything if left out.
 * @throws RangeError when `asOf` is no date.
 */
export function resolveEntries(
  project: Project,
  options: ViewOptions,
  part?: Part,
): { readonly resolved: Resolved; readonly annotations: readonly PlacedAnnotation[] } {
  const { asOf, skipUndated = false, old } = options;
  if (asOf !== undefined && parseDate(asOf) === undefined)
    throw new RangeError(`"${asOf}" is not a date in EDTF`);
  const documents = documentsOf(project);
  const index = new EntryIndex(project, undefined, part?.ids);
  const resolver = new TargetResolver(project, index);
  const readings = new Readings();
  const placed = placeAnnotations(project, resolver, readings, { asOf, skipUndated }, old, part);
  const declared = declaredClaims(documents, readings, placed.text, old, part?.claims);
  const isShown = ({ name }: Reading) => options.readings?.includes(name) ?? true;
  const shown = readings.all().filter(isShown);
  const annotations = placed.all.filter(({ reading }) => isShown(reading));
  const parties = merged(documents, document => document.value.parties);
  const sources = merged(documents, document => document.value.sources);

  const drafts = draftClaims(declared, annotations).filter(draft => belongs(draft, isShown));
  // A source's title can be a whole description; its id is what the file calls it.
  const nameOf = (id: Id) => parties.get(id)?.name ?? id;
  const claims = viewClaims(drafts, placed.ends, shown, {
    nameOf,
    sides: sidesBy(id => parties.get(id)?.['on-behalf-of']),
    origins: originsIn({
      source: id => sources.get(id),
      speech: id => (index.of('statement', id) ?? index.of('utterance', id))?.value,
    }),
    parties,
    sources,
    asOf,
  });
  return { resolved: { project, asOf, readings: shown, parties, sources, claims }, annotations };
}

/** The transcript's own claims are everyone's; those of a layer are its reader's, and of whoever takes a stance. */
function belongs({ entry, reading, stances }: ClaimDraft, isShown: (reading: Reading) => boolean): boolean {
  return (
    stances.length > 0 ||
    entry?.document.value.kind === 'transcript' ||
    (reading !== undefined && isShown(reading))
  );
}

/** @param part those that are resolved; all if left out */
function declaredClaims(
  documents: readonly Document[],
  readings: Readings,
  text: PresentText,
  old: OlderText | undefined,
  part: Part['claims'] | undefined,
): DeclaredClaim[] {
  const claims: DeclaredClaim[] = [];
  for (const { document, value, path } of firstOfEach(documents, 'claims')) {
    const reading = readings.of(document);
    if (part?.has(value) === false) continue;
    const entry = { id: value.id, kind: 'claim', value, document, path } as const;
    claims.push({ entry, ...readAnchor(value, text, old), reading });
  }
  return claims;
}

/** A claim or statement, and where it is declared. */
interface Declared<V> {
  readonly document: Document;
  readonly value: V;
  readonly path: Path;
}

export function firstOfEach(documents: readonly Document[], kind: 'claims'): Declared<Claim>[];
export function firstOfEach(documents: readonly Document[], kind: 'statements'): Declared<Statement>[];
export function firstOfEach(
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
