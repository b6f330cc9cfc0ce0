/** What readers get to see: without what is marked `private`, which stays with those who keep the files. */
import { getOrMake } from '../maps.ts';
import type {
  Annotation,
  Contents,
  Id,
  Layer,
  Source,
  Statement,
  Transcript,
  Utterance,
} from '../model/model.ts';
import {
  annotationsOf,
  type ClaimView,
  type PlacedAnnotation,
  type SpeechView,
  type Standing,
  type View,
} from '../model/view.ts';
import type { NameOf } from '../standing/names.ts';
import { unsettledLine } from '../standing/settled.ts';

/** How much was kept back. */
export interface KeptBack {
  readonly annotations: number;
  readonly sources: number;
}

/**
 * Returns the view without private annotations, those that are only about them, and private sources. Standings are those
 * of the whole view: what they owe to private stances is counted beside them and not told.
 */
export function publicView(view: View): { readonly view: View; readonly keptBack: KeptBack } {
  const sources = privateSources(view.sources);
  const hidden = hiddenAnnotations(view);
  if (sources.size + hidden.size === 0) return { view, keptBack: { annotations: 0, sources: 0 } };
  const isShown = (placed: PlacedAnnotation) => !hidden.has(placed.annotation);
  // The same annotation is the same value wherever it stands: else one on two utterances counts twice.
  const known = new Map<PlacedAnnotation, PlacedAnnotation>();
  const stripped = (placed: PlacedAnnotation): PlacedAnnotation =>
    getOrMake(known, placed, () => ({
      ...placed,
      annotation: withoutReferences(placed.annotation, sources, hidden),
    }));
  const shown = (list: readonly PlacedAnnotation[]) => list.filter(isShown).map(stripped);

  const nameOf = (id: Id) => view.parties.get(id)?.name ?? id;
  const claims: ClaimView[] = [];
  const indexes = new Map<number, number>();
  for (const [index, claim] of view.claims.entries()) {
    if (isImpliedByHidden(claim, hidden)) continue;
    indexes.set(index, claims.length);
    claims.push({
      ...claim,
      standings: claim.standings.map(standing => publicStanding(standing, isShown, stripped, nameOf)),
    });
  }
  const speech = (item: SpeechView): SpeechView => ({
    ...item,
    speech: withoutSource(item.speech, sources),
    annotations: shown(item.annotations),
    claims: item.claims.flatMap(index => indexes.get(index) ?? []),
  });
  return {
    view: {
      ...view,
      sources: new Map([...view.sources].filter(([id]) => !sources.has(id))),
      utterances: view.utterances.map(speech),
      statements: view.statements.map(speech),
      claims,
      general: shown(view.general),
    },
    keptBack: { annotations: hidden.size, sources: sources.size },
  };
}

/** As {@link publicView}, for the files of a conversation. */
export function publicFiles(files: { readonly transcript: Transcript; readonly layers: readonly Layer[] }): {
  readonly transcript: Transcript;
  readonly layers: readonly Layer[];
  readonly keptBack: KeptBack;
} {
  const { transcript, layers } = files;
  const all: readonly Contents[] = [transcript, ...layers];
  const sources = privateSources(new Map(all.flatMap(file => [...file.sources])));
  const ids = new Map(
    all.flatMap(file => file.annotations.map(annotation => [annotation.id, annotation] as const)),
  );
  const named = (target: string) => ids.get(target.slice(target.indexOf('#') + 1));
  const hidden = privateAmong([...ids.values()], annotation => annotation.target.map(named));
  const keptBack = { annotations: hidden.size, sources: sources.size };
  if (sources.size + hidden.size === 0) return { transcript, layers, keptBack };
  const stripped = <T extends Contents>(file: T): T => ({
    ...file,
    sources: new Map([...file.sources].filter(([id]) => !sources.has(id))),
    statements: file.statements.map(statement => withoutSource(statement, sources)),
    annotations: file.annotations
      .filter(annotation => !hidden.has(annotation))
      .map(annotation => withoutReferences(annotation, sources, hidden)),
  });
  return {
    transcript: {
      ...stripped(transcript),
      utterances: transcript.utterances.map(utterance => withoutSource(utterance, sources)),
    },
    layers: layers.map(stripped),
    keptBack,
  };
}

function privateSources(sources: ReadonlyMap<Id, Source>): ReadonlySet<Id> {
  return new Set([...sources].flatMap(([id, source]) => (source.private === true ? [id] : [])));
}

function hiddenAnnotations(view: View): ReadonlySet<Annotation> {
  const anchors = new Map(annotationsOf(view).map(placed => [placed.annotation, placed.anchors]));
  return privateAmong([...anchors.keys()], annotation =>
    anchors.get(annotation)!.map(({ entry }) => (typeof entry === 'object' ? entry.value : undefined)),
  );
}

/** Those that are private, and those that are about nothing else: they would speak of what is not there. */
function privateAmong(
  all: readonly Annotation[],
  targetsOf: (annotation: Annotation) => readonly unknown[],
): ReadonlySet<Annotation> {
  const hidden = new Set(all.filter(annotation => annotation.private === true));
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const annotation of all) {
      const targets = targetsOf(annotation);
      if (targets.length > 0 && targets.every(target => hidden.has(target as Annotation)))
        hidden.add(annotation);
    }
  }
  return hidden;
}

/** An implied claim is made of its stances: its very passage may be what somebody keeps back. */
function isImpliedByHidden(claim: ClaimView, hidden: ReadonlySet<Annotation>): boolean {
  if (claim.entry !== undefined) return false;
  const stances = claim.standings.flatMap(standing => standing.stances);
  return stances.length > 0 && stances.every(({ stance }) => hidden.has(stance.annotation));
}

/** Remarks name parties: where a stance is kept back, they give way to the number of stances. */
function publicStanding(
  standing: Standing,
  isShown: (placed: PlacedAnnotation) => boolean,
  stripped: (placed: PlacedAnnotation) => PlacedAnnotation,
  nameOf: NameOf,
): Standing {
  const shown = standing.stances.filter(({ stance }) => isShown(stance));
  const kept = standing.stances.filter(({ stance }) => !isShown(stance));
  const stances = shown.map(({ replacedBy, repeats, ...weighed }) => ({
    ...weighed,
    stance: stripped(weighed.stance),
    ...(replacedBy !== undefined && isShown(replacedBy) && { replacedBy: stripped(replacedBy) }),
    ...(repeats !== undefined &&
      isShown(repeats.stance) && { repeats: { ...repeats, stance: stripped(repeats.stance) } }),
  }));
  if (kept.length === 0) return { ...standing, stances };
  const bearing = kept.filter(({ counts, would }) => (counts ?? would) !== undefined).length;
  const remarks = [
    ...(standing.name === 'unsettled' ? unsettledLine(stances, nameOf) : []),
    ...(bearing === 0
      ? []
      : [`and ${bearing} ${bearing === 1 ? 'stance that is' : 'stances that are'} kept back`]),
  ];
  return { ...standing, stances, remarks, because: '' };
}

/** Without what names a private source or annotation. */
function withoutReferences(
  annotation: Annotation,
  sources: ReadonlySet<Id>,
  hidden: ReadonlySet<Annotation>,
): Annotation {
  const ids = new Set([...hidden].map(({ id }) => id));
  return {
    ...annotation,
    ...filtered('sources', annotation.sources, reference => sources.has(reference.source)),
    ...filtered('via', annotation.via, id => sources.has(id)),
    ...filtered('supersedes', annotation.supersedes, id => ids.has(id)),
  } as Annotation;
}

function withoutSource<T extends Utterance | Statement>(speech: T, sources: ReadonlySet<Id>): T {
  const isPrivate = speech.source !== undefined && sources.has(speech.source);
  if (!isPrivate && speech.via?.some(id => sources.has(id)) !== true) return speech;
  const { source: _source, at: _at, ...rest } = speech;
  const own = isPrivate ? rest : speech;
  return { ...own, ...filtered('via', own.via, id => sources.has(id)) } as T;
}

/** The field without some of its items; undefined where none is left. */
function filtered<K extends string, V>(
  field: K,
  list: readonly V[] | undefined,
  isPrivate: (item: V) => boolean,
): Partial<Record<K, readonly V[] | undefined>> {
  if (list === undefined || !list.some(isPrivate)) return {};
  const left = list.filter(item => !isPrivate(item));
  return { [field]: left.length === 0 ? undefined : left } as Partial<Record<K, readonly V[] | undefined>>;
}
