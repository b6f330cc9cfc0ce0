/** Which fields name other entries, and what kinds each may name. */
import type { Path, Place } from '../../core/finding.ts';
import type { EntryKind } from '../../core/model.ts';
import { type Document, documentsOf, type Project } from '../../core/project.ts';

/** A field's value that stands for an entry. */
export interface Reference {
  readonly id: string;
  readonly at: Place;
  readonly accepts: readonly EntryKind[];
}

const PARTY: readonly EntryKind[] = ['party'];
const PARTY_OR_SOURCE: readonly EntryKind[] = ['party', 'source'];
const SOURCE: readonly EntryKind[] = ['source'];
const EVIDENCE: readonly EntryKind[] = ['source', 'statement', 'utterance'];
const SPEECH: readonly EntryKind[] = ['utterance', 'statement'];
const ANNOTATION: readonly EntryKind[] = ['annotation'];
const ANY: readonly EntryKind[] = ['party', 'source', 'utterance', 'statement', 'claim', 'annotation'];

/** The word for a speaker that nobody knows. */
const UNKNOWN_SPEAKER = 'unknown';

/** References to who speaks, acts or passes on: parties, and for `via` also sources. */
export function* partyReferencesOf(project: Project): Generator<Reference> {
  for (const document of documentsOf(project)) {
    const { value } = document;
    const refer = referrer(document);
    for (const [id, party] of value.parties)
      yield* refer(party['on-behalf-of'], ['parties', id, 'on-behalf-of'], PARTY);
    const speeches = [
      ['utterances', value.kind === 'transcript' ? value.utterances : []],
      ['statements', value.statements],
    ] as const;
    for (const [key, list] of speeches) {
      for (const [index, speech] of list.entries()) {
        const path = [key, index];
        yield* refer(knownSpeaker(speech.speaker), [...path, 'speaker'], PARTY);
        yield* refer(speech.alternatives, [...path, 'alternatives'], PARTY);
        yield* refer(speech.to, [...path, 'to'], PARTY);
        yield* refer(speech.via, [...path, 'via'], PARTY_OR_SOURCE);
      }
    }
    for (const [index, annotation] of value.annotations.entries()) {
      const path = ['annotations', index];
      yield* refer(knownSpeaker(annotation.speaker), [...path, 'speaker'], PARTY);
      yield* refer(annotation.to, [...path, 'to'], PARTY);
      yield* refer(annotation.voice?.of, [...path, 'voice', 'of'], PARTY);
      yield* refer(annotation.voice?.to, [...path, 'voice', 'to'], PARTY);
      yield* refer(annotation.by, [...path, 'by'], PARTY);
      yield* refer(annotation.via, [...path, 'via'], PARTY_OR_SOURCE);
    }
  }
}

/** References to sources, utterances, statements and annotations, except targets, which have a syntax of their own. */
export function* entryReferencesOf(project: Project): Generator<Reference> {
  for (const document of documentsOf(project)) {
    const { value } = document;
    const refer = referrer(document);
    for (const [id, source] of value.sources)
      yield* refer(source['derived-from'], ['sources', id, 'derived-from'], SOURCE);
    if (value.kind === 'transcript') {
      for (const [index, utterance] of value.utterances.entries())
        yield* refer(utterance.source, ['utterances', index, 'source'], SOURCE);
    }
    for (const [index, statement] of value.statements.entries())
      yield* refer(statement.source, ['statements', index, 'source'], SOURCE);
    for (const [index, annotation] of value.annotations.entries()) {
      const path = ['annotations', index];
      for (const [place, { source }] of (annotation.sources ?? []).entries())
        yield* refer(source, [...path, 'sources', place, 'source'], EVIDENCE);
      yield* refer(annotation['same-as'], [...path, 'same-as'], SPEECH);
      yield* refer(annotation.supersedes, [...path, 'supersedes'], ANNOTATION);
      yield* refer(annotation.date?.['relative-to'], [...path, 'date', 'relative-to'], ANY);
    }
  }
}

function knownSpeaker(speaker: string | undefined): string | undefined {
  return speaker === UNKNOWN_SPEAKER ? undefined : speaker;
}

function referrer({ file }: Document) {
  return function* refer(
    value: string | readonly string[] | undefined,
    path: Path,
    accepts: readonly EntryKind[],
  ): Generator<Reference> {
    if (value === undefined) return;
    if (typeof value === 'string') yield { id: value, at: { file, path }, accepts };
    else
      for (const [index, id] of value.entries()) yield { id, at: { file, path: [...path, index] }, accepts };
  };
}
