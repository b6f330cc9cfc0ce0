/** The entry that a command line declares: its id, and its fields in the order in which files have them. */
import { anchorDraft } from '../../core/annotate/anchor-draft.ts';
import { entryNamed, namesOf } from '../../core/annotate/entry-named.ts';
import { idFromText } from '../../core/annotate/id-from-text.ts';
import { idForSource, sourceFromText } from '../../core/annotate/source-from-text.ts';
import type { Id, Source } from '../../core/model/model.ts';
import { plainPartyId } from '../../core/model/party-id.ts';
import { EntryIndex, type Project } from '../../core/model/project.ts';
import { TargetResolver } from '../../core/model/targets.ts';
import { RESERVED_IDS } from '../../core/model/vocabulary.ts';
import { UsageError } from '../../io/errors.ts';
import { type Fields, oneOrMany, withoutUndefined } from '../fields.ts';
import { idNamed, requireId } from '../id-named.ts';
import type { Options } from '../printing.ts';

export const KINDS = ['source', 'party', 'claim'] as const;
export type Kind = (typeof KINDS)[number];

export interface NewEntry {
  readonly id: Id;
  readonly fields: Fields;
}

/** @throws UsageError if the entry is there already, its id is taken, or an option names nobody. */
export function newEntry(kind: Kind, text: string, options: Options, project: Project): NewEntry {
  const index = new EntryIndex(project);
  const isTaken = (id: Id) => index.get(id) !== undefined || RESERVED_IDS.has(id);
  refuseKnown(kind, text, project, index);
  const { fields, idFor } = MAKERS[kind](text, options, project, index);
  const given = options['id'] as string | undefined;
  if (given !== undefined) requireId(given, `--id ${given}`);
  const owner = given === undefined ? undefined : index.get(given);
  if (owner !== undefined)
    throw new UsageError(`--id ${given} is taken: ${owner.kind} in ${owner.document.file}`);
  return { id: given ?? idFor(isTaken), fields: withoutUndefined(fields) };
}

type Maker = (
  text: string,
  options: Options,
  project: Project,
  index: EntryIndex,
) => {
  readonly fields: Fields;
  readonly idFor: (isTaken: (id: Id) => boolean) => Id;
};

const MAKERS: Readonly<Record<Kind, Maker>> = {
  source(text, options, project, index) {
    const { title, url } = options;
    const source: Partial<Source> = { ...sourceFromText(text), ...withoutUndefined({ title, url }) };
    const derived = options['derivedFrom'] as string[] | undefined;
    const fields = {
      title: source.title,
      kind: options['kind'],
      publisher: options['publisher'],
      published: options['published'],
      retrieved: options['retrieved'],
      url: source.url,
      archive: options['archive'],
      file: options['file'],
      origin: options['origin'],
      'derived-from': oneOrMany(derived?.map(name => idNamed(name, 'source', project, index))),
      grade: options['grade'],
      language: options['language'],
      note: options['note'],
      private: options['private'],
    };
    return { fields, idFor: isTaken => idForSource(source, isTaken) };
  },
  party(name, options, project, index) {
    const principal = options['onBehalfOf'] as string | undefined;
    const fields = {
      name,
      role: options['role'],
      aliases: options['alias'],
      'on-behalf-of': principal === undefined ? undefined : idNamed(principal, 'party', project, index),
    };
    return { fields, idFor: isTaken => idFromText(name, 'party', isTaken, plainPartyId(name)) };
  },
  claim(text, options, project, index) {
    const target = options['target'] as string[] | undefined;
    const anchored = target === undefined ? {} : anchorDraft({ target }, new TargetResolver(project, index));
    const fields = {
      text,
      aspect: options['aspect'],
      target: oneOrMany(target),
      pin: 'pin' in anchored ? anchored.pin : undefined,
      checked: options['checked'],
      checkable: options['notCheckable'] === true ? false : undefined,
      note: options['note'],
    };
    return { fields, idFor: isTaken => idFromText(text, 'claim', isTaken) };
  },
};

function refuseKnown(kind: Kind, text: string, project: Project, index: EntryIndex): void {
  if (kind === 'claim') {
    const claim = index
      .ids('claim')
      .map(id => index.of('claim', id)!)
      .find(entry => entry.value.text === text);
    if (claim !== undefined) throw known(text, claim.id, claim.document.file);
    return;
  }
  const named = entryNamed(text, kind, project, index);
  if (named.found === 'none') return;
  const entry = index.of(kind, named.found === 'one' ? named.id : named.ids[0]!)!;
  throw known(namesOf(entry)[0] ?? text, entry.id, entry.document.file);
}

function known(name: string, id: Id, file: string): UsageError {
  return new UsageError(`"${name}" is declared already: ${id} in ${file}`, 'nothing was written');
}
