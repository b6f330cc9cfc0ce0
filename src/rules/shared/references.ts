/** Fields that name other entries, and the kinds that each may name. */

import type { Path, Place } from '../../core/model/finding.ts';
import type { EntryKind, Statement, Utterance } from '../../core/model/model.ts';
import { type Document, documentsOf, type EntryIndex, type Project } from '../../core/model/project.ts';
import { UNKNOWN_PARTY } from '../../core/model/vocabulary.ts';

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
export const SPEECH: readonly EntryKind[] = ['utterance', 'statement'];
const ANNOTATION: readonly EntryKind[] = ['annotation'];
const ANY: readonly EntryKind[] = ['party', 'source', 'utterance', 'statement', 'claim', 'annotation'];

type Visit = (reference: Reference) => void;

/**
 * References to who speaks, acts or passes on: parties, and for `via` also sources. Those that are sound are passed
 * over: nearly all are.
 */
export function visitPartyReferences(project: Project, index: EntryIndex, visit: Visit): void {
  for (const document of documentsOf(project)) {
    const { value } = document;
    const refer = referrer(document, index, visit);
    for (const [id, party] of value.parties)
      refer(party['on-behalf-of'], PARTY, 'parties', id, 'on-behalf-of');
    if (value.kind === 'transcript') value.utterances.forEach(speechVisitor('utterances', refer));
    value.statements.forEach(speechVisitor('statements', refer));
    for (let i = 0; i < value.annotations.length; i++) {
      const { speaker, to, voice, by, via } = value.annotations[i]!;
      if (speaker !== undefined && speaker !== UNKNOWN_PARTY)
        refer(speaker, PARTY, 'annotations', i, 'speaker');
      if (to !== undefined) refer(to, PARTY, 'annotations', i, 'to');
      if (voice !== undefined) {
        refer(voice.of, PARTY, 'annotations', i, 'voice', 'of');
        refer(voice.to, PARTY, 'annotations', i, 'voice', 'to');
      }
      if (by !== undefined) refer(by, PARTY, 'annotations', i, 'by');
      if (via !== undefined) refer(via, PARTY_OR_SOURCE, 'annotations', i, 'via');
    }
  }
}

function speechVisitor(list: 'utterances' | 'statements', refer: Refer) {
  return ({ speaker, alternatives, to, via }: Utterance | Statement, i: number) => {
    if (speaker !== undefined && speaker !== UNKNOWN_PARTY) refer(speaker, PARTY, list, i, 'speaker');
    if (alternatives !== undefined) refer(alternatives, PARTY, list, i, 'alternatives');
    if (to !== undefined) refer(to, PARTY, list, i, 'to');
    if (via !== undefined) refer(via, PARTY_OR_SOURCE, list, i, 'via');
  };
}

/**
 * References to sources, utterances, statements and annotations, except targets, which have a syntax of their own. Those
 * that are sound are skipped.
 */
export function visitEntryReferences(project: Project, index: EntryIndex, visit: Visit): void {
  for (const document of documentsOf(project)) {
    const { value } = document;
    const refer = referrer(document, index, visit);
    for (const [id, source] of value.sources)
      refer(source['derived-from'], SOURCE, 'sources', id, 'derived-from');
    if (value.kind === 'transcript') {
      for (let i = 0; i < value.utterances.length; i++) {
        const { source } = value.utterances[i]!;
        if (source !== undefined) refer(source, SOURCE, 'utterances', i, 'source');
      }
    }
    for (const [i, statement] of value.statements.entries())
      refer(statement.source, SOURCE, 'statements', i, 'source');
    for (let i = 0; i < value.annotations.length; i++) {
      const { sources, 'same-as': same, supersedes, date } = value.annotations[i]!;
      if (sources !== undefined)
        for (let place = 0; place < sources.length; place++)
          refer(sources[place]!.source, EVIDENCE, 'annotations', i, 'sources', place, 'source');
      if (same !== undefined) refer(same, SPEECH, 'annotations', i, 'same-as');
      if (supersedes !== undefined) refer(supersedes, ANNOTATION, 'annotations', i, 'supersedes');
      if (date !== undefined) refer(date['relative-to'], ANY, 'annotations', i, 'date', 'relative-to');
    }
  }
}

type Refer = (
  value: string | readonly string[] | undefined,
  accepts: readonly EntryKind[],
  ...path: Path
) => void;

/** Visits nothing, one id, or each id of a list, where it does not name an entry of a kind that the field accepts. */
function referrer({ file }: Document, index: EntryIndex, visit: Visit): Refer {
  const isSound = (id: string, accepts: readonly EntryKind[]) => {
    const entry = index.get(id);
    return entry !== undefined && accepts.includes(entry.kind);
  };
  return (value, accepts, ...path) => {
    if (value === undefined) return;
    if (typeof value === 'string') {
      if (!isSound(value, accepts)) visit({ id: value, at: { file, path }, accepts });
      return;
    }
    for (let place = 0; place < value.length; place++) {
      const id = value[place]!;
      if (!isSound(id, accepts)) visit({ id, at: { file, path: [...path, place] }, accepts });
    }
  };
}
