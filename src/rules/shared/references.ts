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

type Visit = (reference: Reference) => void;

/** References to who speaks, acts or passes on: parties, and for `via` also sources. */
export function visitPartyReferences(project: Project, visit: Visit): void {
  for (const document of documentsOf(project)) {
    const { value } = document;
    const refer = referrer(document, visit);
    for (const [id, party] of value.parties)
      refer(party['on-behalf-of'], PARTY, 'parties', id, 'on-behalf-of');
    const speeches = [
      ['utterances', value.kind === 'transcript' ? value.utterances : []],
      ['statements', value.statements],
    ] as const;
    for (const [list, items] of speeches) {
      for (const [index, speech] of items.entries()) {
        refer(knownSpeaker(speech.speaker), PARTY, list, index, 'speaker');
        refer(speech.alternatives, PARTY, list, index, 'alternatives');
        refer(speech.to, PARTY, list, index, 'to');
        refer(speech.via, PARTY_OR_SOURCE, list, index, 'via');
      }
    }
    for (const [index, annotation] of value.annotations.entries()) {
      refer(knownSpeaker(annotation.speaker), PARTY, 'annotations', index, 'speaker');
      refer(annotation.to, PARTY, 'annotations', index, 'to');
      refer(annotation.voice?.of, PARTY, 'annotations', index, 'voice', 'of');
      refer(annotation.voice?.to, PARTY, 'annotations', index, 'voice', 'to');
      refer(annotation.by, PARTY, 'annotations', index, 'by');
      refer(annotation.via, PARTY_OR_SOURCE, 'annotations', index, 'via');
    }
  }
}

/** References to sources, utterances, statements and annotations, except targets, which have a syntax of their own. */
export function visitEntryReferences(project: Project, visit: Visit): void {
  for (const document of documentsOf(project)) {
    const { value } = document;
    const refer = referrer(document, visit);
    for (const [id, source] of value.sources)
      refer(source['derived-from'], SOURCE, 'sources', id, 'derived-from');
    if (value.kind === 'transcript') {
      for (const [index, utterance] of value.utterances.entries())
        refer(utterance.source, SOURCE, 'utterances', index, 'source');
    }
    for (const [index, statement] of value.statements.entries())
      refer(statement.source, SOURCE, 'statements', index, 'source');
    for (const [index, annotation] of value.annotations.entries()) {
      for (const [place, { source }] of (annotation.sources ?? []).entries())
        refer(source, EVIDENCE, 'annotations', index, 'sources', place, 'source');
      refer(annotation['same-as'], SPEECH, 'annotations', index, 'same-as');
      refer(annotation.supersedes, ANNOTATION, 'annotations', index, 'supersedes');
      refer(annotation.date?.['relative-to'], ANY, 'annotations', index, 'date', 'relative-to');
    }
  }
}

function knownSpeaker(speaker: string | undefined): string | undefined {
  return speaker === UNKNOWN_SPEAKER ? undefined : speaker;
}

/** Visits nothing, one id, or each id of a list. */
function referrer({ file }: Document, visit: Visit) {
  return (value: string | readonly string[] | undefined, accepts: readonly EntryKind[], ...path: Path) => {
    if (value === undefined) return;
    if (typeof value === 'string') visit({ id: value, at: { file, path }, accepts });
    else
      for (const [index, id] of value.entries()) visit({ id, at: { file, path: [...path, index] }, accepts });
  };
}
