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
import { hiddenParties } from './hidden-parties.ts';

/** How much was kept back. */
export interface KeptBack {
  readonly annotations: number;
  readonly sources: number;
}

export interface PublicView {
  readonly view: View;
  readonly keptBack: KeptBack;
  /** Parties that are not shown. */
  readonly parties: ReadonlySet<Id>;
}

/**
 * Returns the view without private annotations, those that are only about them, private sources, and the parties whom
 * nothing else names. Standings are those of the whole view: what they owe to private stances is counted beside them and
 * not told.
 *
 * @param hiddenElsewhere parties that another version of the view hides: where both are compared, they are not new here.
 */
export function publicView(view: View, hiddenElsewhere: ReadonlySet<Id> = new Set()): PublicView {
  const sources = privateSources(view.sources);
  const hidden = hiddenAnnotations(view, sources);
  if (sources.size + hidden.size + hiddenElsewhere.size === 0) {
    return { view, keptBack: { annotations: 0, sources: 0 }, parties: new Set() };
  }
  const isShown = (placed: PlacedAnnotation) => !hidden.has(placed.annotation);
  const hiddenIds = idsOf(hidden);
  // The same annotation is the same value wherever it stands: else one on two utterances counts twice.
  const known = new Map<PlacedAnnotation, PlacedAnnotation>();
  const stripped = (placed: PlacedAnnotation): PlacedAnnotation =>
    getOrMake(known, placed, () => ({
      ...placed,
      anchors: placed.anchors.filter(({ target }) => !hiddenIds.has(localId(target))),
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
  const open = {
    ...view,
    sources: publicSources(view.sources, sources),
    utterances: view.utterances.map(speech),
    statements: view.statements.map(speech),
    claims,
    general: shown(view.general),
  };
  const parties = hiddenParties(
    view.parties,
    [...hidden, ...valuesOf(view.sources, sources), { to: [...hiddenElsewhere] }],
    [
      ...[...open.utterances, ...open.statements].map(item => item.speech),
      ...annotationsOf(open).map(({ annotation }) => annotation),
      ...open.sources.values(),
    ],
  );
  return {
    view: { ...open, parties: without(view.parties, parties) },
    keptBack: { annotations: hidden.size, sources: sources.size },
    parties,
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
  const hidden = privateAmong([...ids.values()], sources, annotation =>
    annotation.target.map(target => ids.get(localId(target))),
  );
  const keptBack = { annotations: hidden.size, sources: sources.size };
  if (sources.size + hidden.size === 0) return { transcript, layers, keptBack };
  const own = <T extends Contents>(file: T): T => ({
    ...file,
    sources: publicSources(file.sources, sources),
    statements: file.statements.map(statement => withoutSource(statement, sources)),
    annotations: file.annotations
      .filter(annotation => !hidden.has(annotation))
      .map(annotation => withoutReferences(annotation, sources, hidden)),
  });
  const open = {
    transcript: {
      ...own(transcript),
      utterances: transcript.utterances.map(utterance => withoutSource(utterance, sources)),
    },
    layers: layers.map(own),
  };
  const parties = hiddenParties(
    new Map(all.flatMap(file => [...file.parties])),
    [...hidden, ...all.flatMap(file => valuesOf(file.sources, sources))],
    [open.transcript, ...open.layers].flatMap(file => [
      ...('utterances' in file ? file.utterances : []),
      ...file.statements,
      ...file.annotations,
      ...file.sources.values(),
    ]),
  );
  const named = <T extends Contents>(file: T): T => ({ ...file, parties: without(file.parties, parties) });
  return { transcript: named(open.transcript), layers: open.layers.map(named), keptBack };
}

function privateSources(sources: ReadonlyMap<Id, Source>): ReadonlySet<Id> {
  return new Set([...sources].flatMap(([id, source]) => (source.private === true ? [id] : [])));
}

/** The sources that readers see, without what they say of others. */
function publicSources(all: ReadonlyMap<Id, Source>, hidden: ReadonlySet<Id>): ReadonlyMap<Id, Source> {
  const shown = [...without(all, hidden)].map(
    ([id, source]) =>
      [
        id,
        { ...source, ...filtered('derived-from', source['derived-from'], from => hidden.has(from)) },
      ] as const,
  );
  return new Map(shown as [Id, Source][]);
}

function without<T>(all: ReadonlyMap<Id, T>, hidden: ReadonlySet<Id>): ReadonlyMap<Id, T> {
  return hidden.size === 0 ? all : new Map([...all].filter(([id]) => !hidden.has(id)));
}

function valuesOf<T>(all: ReadonlyMap<Id, T>, ids: ReadonlySet<Id>): readonly T[] {
  return [...all].flatMap(([id, value]) => (ids.has(id) ? [value] : []));
}

function hiddenAnnotations(view: View, sources: ReadonlySet<Id>): ReadonlySet<Annotation> {
  const anchors = new Map(annotationsOf(view).map(placed => [placed.annotation, placed.anchors]));
  return privateAmong([...anchors.keys()], sources, annotation =>
    anchors.get(annotation)!.map(({ entry }) => (typeof entry === 'object' ? entry.value : undefined)),
  );
}

/** Those that are private, and those that are about nothing else: they would speak of what is not there. */
function privateAmong(
  all: readonly Annotation[],
  sources: ReadonlySet<Id>,
  targetsOf: (annotation: Annotation) => readonly unknown[],
): ReadonlySet<Annotation> {
  const hidden = new Set(all.filter(annotation => annotation.private === true));
  const ids = new Set([...sources, ...[...hidden].map(({ id }) => id)]);
  const isOfHidden = (annotation: Annotation) => {
    const targets = targetsOf(annotation);
    if (targets.length > 0 && targets.every(target => hidden.has(target as Annotation))) return true;
    const named = annotation['refers-to'] ?? annotation['same-as'] ?? [];
    return named.length > 0 && named.every(id => ids.has(localId(id)));
  };
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const annotation of all) {
      if (hidden.has(annotation) || !isOfHidden(annotation)) continue;
      hidden.add(annotation);
      ids.add(annotation.id);
    }
  }
  return hidden;
}

/** The id of an annotation in another layer is written behind the layer's name. */
function localId(target: string): Id {
  return target.slice(target.indexOf('#') + 1);
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
  const ids = idsOf(hidden);
  const isHidden = (id: string) => ids.has(localId(id));
  const isPrivate = (id: string) => sources.has(id) || isHidden(id);
  const { target, date } = annotation;
  const { 'relative-to': hook, ...rest } = date ?? {};
  return {
    ...annotation,
    ...filtered('target', target, isHidden),
    ...filtered('sources', annotation.sources, reference => sources.has(reference.source)),
    ...filtered('via', annotation.via, id => sources.has(id)),
    ...filtered('supersedes', annotation.supersedes, isHidden),
    ...filtered('refers-to', annotation['refers-to'], isPrivate),
    ...filtered('same-as', annotation['same-as'], isPrivate),
    ...(hook !== undefined && isPrivate(hook) && { date: rest }),
  } as Annotation;
}

function idsOf(annotations: Iterable<Annotation>): ReadonlySet<Id> {
  return new Set([...annotations].map(({ id }) => id));
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
