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
  return new Excerpt(view, shown).view();
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

class Excerpt {
  readonly #view: View;
  readonly #shown: ReadonlySet<SpeechView>;
  readonly #ids: ReadonlySet<Id | undefined>;
  readonly #values: ReadonlySet<unknown>;
  readonly #stripped = new Map<PlacedAnnotation, PlacedAnnotation>();

  constructor(view: View, shown: ReadonlySet<SpeechView>) {
    this.#view = view;
    this.#shown = shown;
    this.#ids = new Set([...shown].map(({ id }) => id));
    this.#values = new Set([...shown].map(({ speech }) => speech));
  }

  view(): View {
    const utterances = this.#view.utterances.filter(item => this.#shown.has(item));
    const statements = this.#view.statements.filter(item => this.#shown.has(item));
    const kept = new Set([...utterances, ...statements].flatMap(({ claims }) => claims));
    const indexes = new Map([...kept].sort((a, b) => a - b).map((index, place) => [index, place]));
    const claims = [...indexes.keys()].map(index => this.#claim(this.#view.claims[index]!));
    const entries = new Set(claims.map(({ entry }) => entry?.value as unknown));
    const speech = (item: SpeechView): SpeechView => ({
      ...item,
      annotations: item.annotations.map(placed => this.#annotation(placed)),
      claims: item.claims.flatMap(index => indexes.get(index) ?? []),
    });
    const part: View = {
      ...this.#view,
      utterances: utterances.map(speech),
      statements: statements.map(speech),
      claims,
      general: this.#view.general
        .filter(placed => entriesOfAnchors(placed).some(({ value }) => entries.has(value)))
        .map(placed => this.#annotation(placed)),
    };
    return withNamedOnly(part);
  }

  #claim(claim: ClaimView): ClaimView {
    return {
      ...claim,
      anchors: this.#anchors(claim.anchors),
      standings: claim.standings.map(standing => this.#standing(standing)),
    };
  }

  #standing(standing: Standing): Standing {
    return {
      ...standing,
      stances: standing.stances.map(weighed => ({ ...weighed, stance: this.#annotation(weighed.stance) })),
    };
  }

  /** The same annotation is the same value wherever it stands. */
  #annotation(placed: PlacedAnnotation): PlacedAnnotation {
    return getOrMake(this.#stripped, placed, () => {
      const { sources } = placed.annotation;
      return {
        ...placed,
        anchors: this.#anchors(placed.anchors),
        annotation:
          sources === undefined
            ? placed.annotation
            : { ...placed.annotation, sources: sources.map(reference => this.#reference(reference)) },
      };
    });
  }

  #anchors(anchors: readonly Anchor[]): Anchor[] {
    return anchors.filter(
      ({ entry }) => typeof entry !== 'object' || !isSpeech(entry) || this.#isShown(entry),
    );
  }

  #isShown({ id, value }: Entry): boolean {
    return this.#values.has(value) || (id !== '' && this.#ids.has(id));
  }

  /** A source that is a passage elsewhere is named, and its words are left out. */
  #reference(reference: SourceReference): SourceReference {
    if (this.#ids.has(reference.source) || this.#view.sources.has(reference.source)) return reference;
    const { quote: _quote, ...rest } = reference;
    return rest;
  }
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
