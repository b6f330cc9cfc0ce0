/** A view of some passages and nothing else: for those who publish a passage with its notes, and not the talk. */
import { isSpeech } from '../anchor/pin.ts';
import { getOrMake } from '../maps.ts';
import type { Annotation, Id, Source, SourceReference } from '../model/model.ts';
import type { Entry } from '../model/project.ts';
import { TargetResolver } from '../model/targets.ts';
import {
  type Anchor,
  type ClaimView,
  isEntryOf,
  type PlacedAnnotation,
  type SpeechView,
  type Standing,
  type View,
} from '../model/view.ts';

/** Names that stand for no passage of the view. */
export class NoPassage extends Error {
  readonly id: string;
  constructor(id: string) {
    super(`${id} names no passage`);
    this.id = id;
  }
}

/**
 * Returns the view of the passages that ids name, in the order of the talk.
 *
 * An id is that of an utterance or statement; `u2..u5` is a stretch of the talk; a claim stands for the passages where it
 * appears, and an annotation for those that it is about. Claims that appear there stay with their standings, which are
 * those of the whole view, and so do the notes on them. Places elsewhere, words quoted from elsewhere, notes on the talk as
 * a whole, and parties and sources that nothing shown names are left out.
 *
 * @throws NoPassage for the first id that names none
 */
export function excerptView(view: View, ids: readonly string[]): View {
  const resolver = new TargetResolver(view.project);
  const shown = new Set<SpeechView>();
  for (const id of ids) {
    const named = speechesNamed(id, view, resolver);
    if (named.length === 0) throw new NoPassage(id);
    for (const item of named) shown.add(item);
  }
  return excerptOf(view, shown);
}

function speechesNamed(id: string, view: View, resolver: TargetResolver): readonly SpeechView[] {
  const resolution = resolver.resolve(id);
  if (resolution.found !== 'entries') return [];
  const entries = resolution.entries.flatMap(entry => {
    if (entry.kind === 'claim')
      return view.claims.filter(claim => claim.entry?.value === entry.value).flatMap(entriesOfAnchors);
    if (entry.kind === 'annotation')
      return speechesOf(view)
        .flatMap(({ annotations }) => annotations.filter(placed => placed.entry.value === entry.value))
        .flatMap(entriesOfAnchors);
    return [entry];
  });
  return speechesOf(view).filter(item => entries.some(entry => isEntryOf(entry, item)));
}

function speechesOf(view: View): readonly SpeechView[] {
  return [...view.utterances, ...view.statements];
}

function entriesOfAnchors({ anchors }: { readonly anchors: readonly Anchor[] }): Entry[] {
  return anchors.flatMap(({ entry }) => (typeof entry === 'object' ? [entry] : []));
}

function excerptOf(view: View, shown: ReadonlySet<SpeechView>): View {
  const stripped = new Map<PlacedAnnotation, PlacedAnnotation>();
  const ids = new Set([...shown].map(({ id }) => id));
  const values = new Set<unknown>([...shown].map(({ speech }) => speech));

  function partOfClaim(claim: ClaimView): ClaimView {
    return {
      ...claim,
      anchors: anchorsIn(claim.anchors),
      standings: claim.standings.map(partOfStanding),
    };
  }

  function partOfStanding(standing: Standing): Standing {
    return {
      ...standing,
      stances: standing.stances.map(weighed => ({ ...weighed, stance: partOf(weighed.stance) })),
    };
  }

  /** The same annotation is the same value wherever it stands. */
  function partOf(placed: PlacedAnnotation): PlacedAnnotation {
    return getOrMake(stripped, placed, () => {
      const { sources } = placed.annotation;
      return {
        ...placed,
        anchors: anchorsIn(placed.anchors),
        annotation:
          sources === undefined
            ? placed.annotation
            : { ...placed.annotation, sources: sources.map(keptReference) },
      };
    });
  }

  function anchorsIn(anchors: readonly Anchor[]): Anchor[] {
    return anchors.filter(({ entry }) => typeof entry !== 'object' || !isSpeech(entry) || isShown(entry));
  }

  function isShown({ id, value }: Entry): boolean {
    return values.has(value) || (id !== '' && ids.has(id));
  }

  /** A source that is a passage elsewhere is named, and its words are left out. */
  function keptReference(reference: SourceReference): SourceReference {
    if (ids.has(reference.source) || view.sources.has(reference.source)) return reference;
    const { quote: _quote, ...rest } = reference;
    return rest;
  }

  const utterances = view.utterances.filter(item => shown.has(item));
  const statements = view.statements.filter(item => shown.has(item));
  const kept = new Set([...utterances, ...statements].flatMap(({ claims }) => claims));
  const indexes = new Map([...kept].sort((a, b) => a - b).map((index, place) => [index, place]));
  const claims = [...indexes.keys()].map(index => partOfClaim(view.claims[index]!));
  const entries = new Set(claims.map(({ entry }) => entry?.value as unknown));
  const speech = (item: SpeechView): SpeechView => ({
    ...item,
    annotations: item.annotations.map(partOf),
    claims: item.claims.flatMap(index => indexes.get(index) ?? []),
  });
  const part: View = {
    ...view,
    utterances: utterances.map(speech),
    statements: statements.map(speech),
    claims,
    general: view.general
      .filter(placed => entriesOfAnchors(placed).some(({ value }) => entries.has(value)))
      .map(partOf),
  };
  return withNamedOnly(part);
}

/** Without the parties and sources that nothing shown names. */
export function withNamedOnly(view: View): View {
  const named = new Set<string>();
  const name = (...ids: readonly (string | undefined)[]) => {
    for (const id of ids) if (id !== undefined) named.add(id);
  };
  for (const { speech, annotations } of [...view.utterances, ...view.statements]) {
    name(
      speech.speaker,
      ...(speech.alternatives ?? []),
      ...(speech.to ?? []),
      ...(speech.via ?? []),
      speech.source,
    );
    for (const { annotation } of annotations) nameAll(annotation, name);
  }
  for (const { standings } of view.claims)
    for (const { stances } of standings) for (const { stance } of stances) nameAll(stance.annotation, name);
  for (const { annotation } of view.general) nameAll(annotation, name);
  for (const [id, party] of view.parties) if (named.has(id)) name(party['on-behalf-of']);
  const sources: ReadonlyMap<Id, Source> = view.sources;
  for (const [id, source] of sources) if (named.has(id)) name(...(source['derived-from'] ?? []));
  return {
    ...view,
    parties: new Map([...view.parties].filter(([id]) => named.has(id))),
    sources: new Map([...sources].filter(([id]) => named.has(id))),
  };
}

function nameAll(annotation: Annotation, name: (...ids: readonly (string | undefined)[]) => void): void {
  const { by, via = [], to = [], voice, sources = [], alternatives = [], speaker } = annotation;
  name(by, speaker, voice?.of, ...via, ...to, ...(voice?.to ?? []), ...alternatives);
  name(...(annotation['refers-to'] ?? []), ...(annotation['same-as'] ?? []));
  name(...sources.map(({ source }) => source));
}
