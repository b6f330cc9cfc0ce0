/** The possible values of an option or argument: words of the format, and names in the file on the line. */
import type { Option } from 'commander';
import { namesOf } from '../../core/annotate/entry-named.ts';
import { isKeyName, KEY_NAMES, keyOf } from '../../core/filter/search-keys.ts';
import {
  ASPECT_MEANINGS,
  BASIS_MEANINGS,
  CERTAINTY_MEANINGS,
  FORM_MEANINGS,
  ROLE_MEANINGS,
} from '../../core/model/meanings.ts';
import { type Annotation, bodyName, type EntryKind, type Utterance } from '../../core/model/model.ts';
import { type Entry, entriesIn, type Project } from '../../core/model/project.ts';
import { tagsWith } from '../../core/model/vocabulary.ts';
import { REASONS } from '../../core/quotes/judge.ts';
import { TIMELINE_ROLES } from '../../core/timeline/roles.ts';
import { shortLayerName } from '../../project/choose-layers.ts';

export interface Candidate {
  readonly value: string;
  readonly description?: string | undefined;
}

type Source = (project: Project | undefined) => readonly Candidate[];

const tags: Source = project =>
  Array.from(tagsWith(project?.tags), ([value, { meaning }]) => ({ value, description: meaning }));

const entries =
  (...kinds: readonly EntryKind[]): Source =>
  project =>
    project === undefined
      ? []
      : entriesIn(project)
          .filter(({ kind }) => kinds.includes(kind))
          .map(entry => ({ value: entry.id, description: describe(entry) }));

const parties = entries('party');
const targets: Source = project => [
  ...entries('utterance', 'statement', 'claim', 'annotation')(project),
  ...parties(project),
  { value: 'transcript', description: 'the transcript as a whole' },
];
const layers =
  (nameOf: (file: string) => string): Source =>
  project =>
    (project?.layers ?? []).map(({ file, value }) => ({
      value: nameOf(file),
      description: value.creator?.name,
    }));
const words =
  (meanings: Readonly<Record<string, string>>): Source =>
  () =>
    Object.entries(meanings).map(([value, description]) => ({ value, description }));

/** By the long form of an option. */
const BY_OPTION: Readonly<Record<string, Source>> = {
  '--target': targets,
  '--speaker': parties,
  '--to': parties,
  '--by': parties,
  '--voice': parties,
  '--voice-to': parties,
  '--refers-to': parties,
  '--on-behalf-of': parties,
  '--via': entries('party', 'source'),
  '--source': entries('source', 'statement', 'utterance'),
  '--derived-from': entries('source'),
  '--same-as': entries('utterance', 'statement'),
  '--relative-to': entries('utterance', 'statement'),
  '--tag': tags,
  '--aspect': words(ASPECT_MEANINGS),
  '--role': words(ROLE_MEANINGS),
  '--form': words(FORM_MEANINGS),
  '--basis': words(BASIS_MEANINGS),
  '--certainty': words(CERTAINTY_MEANINGS),
  '--change': entries('annotation', 'claim'),
  '--withdraw': entries('annotation'),
  '--supersede': entries('annotation'),
  '--accept': project => [
    ...entries('annotation', 'claim')(project),
    ...['moved', 'edited', 'without-alarms'].map(value => ({ value })),
  ],
  '--entry': entries('party', 'source', 'utterance', 'statement', 'claim', 'annotation'),
  '--layer': layers(file => file),
  '--layers': layers(shortLayerName),
};

/** Of options that take words separated by commas, by their flags. */
const LISTS: Readonly<Record<string, readonly Candidate[]>> = {
  '--role <roles>': [...words(TIMELINE_ROLES)(undefined), { value: 'all', description: 'every date' }],
  '--fail-on <reasons>': REASONS.map(value => ({ value })),
};

/** By the name of an argument. */
const BY_ARGUMENT: Readonly<Record<string, Source>> = {
  id: entries('utterance'),
  ids: entries('utterance'),
  names: parties,
};

/** By the key of a search. */
const BY_KEY: Readonly<Record<string, Source>> = {
  id: entries('utterance', 'statement', 'claim', 'annotation'),
  speaker: parties,
  to: parties,
  by: parties,
  via: entries('party', 'source'),
  source: entries('source'),
  tag: tags,
  claim: entries('claim'),
};

export function valuesOfOption(
  option: Option,
  current: string,
  project: Project | undefined,
): readonly Candidate[] {
  const { long, argChoices, flags } = option;
  if (long === '--where') return queryTerms(current, project);
  const list = LISTS[flags];
  if (list !== undefined) return listed(current, list);
  const source = BY_OPTION[long ?? ''];
  if (source !== undefined) return source(project);
  return (argChoices ?? []).map(value => ({ value }));
}

export function valuesOfArgument(
  name: string,
  current: string,
  project: Project | undefined,
): readonly Candidate[] {
  if (name === 'query') return queryTerms(current, project);
  return BY_ARGUMENT[name]?.(project) ?? [];
}

/** Keys, or the values of the typed key; after a comma the next value. */
function queryTerms(current: string, project: Project | undefined): readonly Candidate[] {
  const colon = current.indexOf(':');
  if (colon < 0) return KEY_NAMES.map(name => ({ value: `${name}:`, description: keyOf(name).meaning }));
  const name = current.slice(0, colon);
  if (!isKeyName(name)) return [];
  const values = BY_KEY[name]?.(project) ?? (keyOf(name).words ?? []).map(value => ({ value }));
  return behind(Math.max(colon, current.lastIndexOf(',')), current, values);
}

/** Words separated by commas: behind a comma the next one. */
export function listed(current: string, values: readonly Candidate[]): readonly Candidate[] {
  return behind(current.lastIndexOf(','), current, values);
}

/** Values that go on behind the last of several. */
function behind(end: number, current: string, values: readonly Candidate[]): readonly Candidate[] {
  const before = current.slice(0, end + 1);
  return values.map(({ value, ...rest }) => ({ value: before + value, ...rest }));
}

function describe(entry: Entry): string | undefined {
  const { kind, value } = entry;
  if (kind === 'utterance' || kind === 'statement') {
    const { speaker, text, event } = value as Utterance;
    return `${speaker === undefined ? '' : `${speaker}: `}${text ?? event ?? ''}`;
  }
  if (kind !== 'annotation') return namesOf(entry)[0];
  const annotation = value as Annotation;
  const body = annotation.tag ?? bodyName(annotation) ?? '';
  return `${body} on ${annotation.quote === undefined ? annotation.target.join(', ') : `"${annotation.quote}"`}`;
}
