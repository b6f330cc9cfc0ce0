/**
 * The closed word lists of the file format. They are the one place where a word of the format is spelled:
 * the schema, the messages, the help and the printers all read them from here.
 */

/** What a stance does to the claim it is about (DESIGN 3.2; the acts follow CiTO and Wikidata P1310/P3680). */
export const TAG_GROUPS = [
  'affirming',
  'contesting',
  'neither',
  'revising',
  'voice',
  'request',
  'transcript',
] as const;
export type TagGroup = (typeof TAG_GROUPS)[number];

export interface TagInfo {
  readonly group: TagGroup;
  readonly meaning: string;
}

const tag = (group: TagGroup, meaning: string): TagInfo => ({ group, meaning });

export const TAGS = {
  confirmed: tag('affirming', 'explicitly affirms it, with standing to know'),
  corroborated: tag('affirming', 'independent evidence fits it'),
  acknowledged: tag('affirming', 'accepts that it exists or happened, vouching for nothing inside it'),
  disputed: tag('contesting', 'contests it or its framing'),
  denied: tag('contesting', 'the party concerned says it is not so'),
  refuted: tag('contesting', 'shows evidence that it is not so'),
  questioned: tag('contesting', 'expresses doubt without asserting the contrary'),
  asserted: tag('neither', 'states it as its own claim; a source, not support'),
  qualified: tag('neither', 'affirms it in part, or under conditions'),
  'declined-to-comment': tag('neither', 'was asked and said it will not answer'),
  'no-response': tag('neither', 'was asked and did not answer by a stated time'),
  corrected: tag('revising', 'replaces it by another version; goes with `supersedes`'),
  retracted: tag('revising', 'the speaker of the claim withdraws it'),
  gloss: tag('voice', "the reporter's addition inside reported speech"),
  opinion: tag('voice', "the reporter's or a speaker's opinion"),
  narration: tag('voice', "the reporter's own narration"),
  boilerplate: tag('voice', 'furniture of the publication, not part of the report'),
  'citation-needed': tag('request', 'no source is given'),
  'verify-source': tag('request', 'the source should be checked'),
  'failed-verification': tag('request', 'the source was checked and does not carry it'),
  'attribution-needed': tag('request', 'it is not said whose words or opinion this is'),
  'clarification-needed': tag('request', 'the passage is unclear or cut off'),
  inaudible: tag('transcript', 'nothing recoverable'),
  unclear: tag('transcript', 'a best guess'),
  crosstalk: tag('transcript', 'several speak at once'),
  sic: tag('transcript', 'reproduced as it stands though it looks wrong'),
  insertion: tag('transcript', 'words added by an editor or translator'),
} as const satisfies Record<string, TagInfo>;

export type Tag = keyof typeof TAGS;

/** Groups whose tags are acts of a party: an annotation with such a tag is a stance. */
export const STANCE_GROUPS: ReadonlySet<TagGroup> = new Set([
  'affirming',
  'contesting',
  'neither',
  'revising',
]);

/** Groups whose stances move a standing, so that they need a source (rule `stance-without-evidence`). */
export const COUNTING_GROUPS: ReadonlySet<TagGroup> = new Set(['affirming', 'contesting']);

export const TAG_NAMES = Object.keys(TAGS) as readonly Tag[];

/** The tags of the format, then those that a project declares. */
export function tagsWith(own: ReadonlyMap<string, TagInfo> | undefined): ReadonlyMap<string, TagInfo> {
  return new Map<string, TagInfo>([...Object.entries(TAGS), ...(own ?? [])]);
}

/** Group of a tag, or undefined for a tag that the format does not know. */
export function tagGroup(name: string): TagGroup | undefined {
  return Object.hasOwn(TAGS, name) ? TAGS[name as Tag].group : undefined;
}

const STANCE_TAGS: ReadonlySet<string> = new Set(
  TAG_NAMES.filter(name => STANCE_GROUPS.has(TAGS[name].group)),
);

export function isStanceTag(name: string | undefined): boolean {
  return name !== undefined && STANCE_TAGS.has(name);
}

/** The side of a claim that a stance bears on. */
export const ASPECTS = [
  'publication',
  'occurrence',
  'authenticity',
  'completeness',
  'attribution',
  'wording',
  'translation',
  'date',
  'place',
  'content',
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** How speech is reported (PARC, PDTB; Semino and Short for the narrated form). */
export const FORMS = ['direct', 'mixed', 'indirect', 'narrated', 'free-indirect'] as const;
export type Form = (typeof FORMS)[number];

/** Conditions under which the talk was held or became known (the first four as AP defines them). */
export const GROUND_RULES = [
  'on-record',
  'background',
  'deep-background',
  'off-record',
  'closed-meeting',
  'leaked',
] as const;

/** How the annotator got there (TEI `@evidence`; InkVisitor's epistemic levels). */
export const BASES = ['stated', 'interpreted', 'inferred', 'external'] as const;

/** The annotator's own certainty about one assertion (TEI `@cert`). */
export const CERTAINTIES = ['high', 'medium', 'low', 'unknown'] as const;

export const DATE_ROLES = [
  'said',
  'recorded',
  'event',
  'first-public',
  'resurfaced',
  'stated',
  'reported',
  'modified',
  'retrieved',
  'archived',
  'annotated',
  'checked',
  'valid',
] as const;

/** Fields of an utterance that may be inferred instead of measured or stated. */
export const INFERRED_FIELDS = ['start', 'end', 'speaker'] as const;

/** Parts of a date that may be inferred instead of written. */
export const DATE_PARTS = ['year', 'month', 'day'] as const;

/** The bodies of an annotation; an annotation has exactly one. */
export const BODIES = [
  'tag',
  'speaker',
  'to',
  'form',
  'date',
  'context',
  'correction',
  'translation',
  'refers-to',
  'voice',
  'same-as',
  'comment',
] as const;
export type BodyName = (typeof BODIES)[number];

/** Results of re-anchoring after the transcript changed, from good to bad. */
export const VERDICTS = ['exact', 'moved', 'edited', 'ambiguous', 'orphaned'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What the live stances on a claim add up to (DESIGN 3.4). Derived, never typed. */
export const STANDINGS = [
  'unreviewed',
  'unverified',
  'qualified',
  'acknowledged',
  'corroborated',
  'confirmed',
  'disputed',
  'denied',
  'refuted',
  'retracted',
  'unsettled',
  'not-checkable',
] as const;
export type StandingName = (typeof STANDINGS)[number];

/** Stands for a party that nobody knows. */
export const UNKNOWN_PARTY = 'unknown';
/** Ids that mean something else and cannot name an entry. */
export const RESERVED_IDS: ReadonlySet<string> = new Set(['transcript', UNKNOWN_PARTY]);

/** Ids that utterances get: their number, or `h` and ten signs of a hash (base 32 of RFC 4648, in lower case). */
export const MADE_UTTERANCE_ID = /^(?:u\d+|h[a-z2-7]{10})$/;

export const ID_PATTERN = '^[A-Za-z][A-Za-z0-9_-]*$';

/** A pin has one part or two; see `core/anchor/pin.ts`. */
export const PIN_PATTERN = '^sha256-[0-9a-f]{8,64}(\\.[0-9a-f]{8,64})?$';

/** The version of the file format that this program reads and writes. */
export const FORMAT_VERSION = 1;

/** Kinds of entry that a project can ask for fields of. */
export const ENTRY_KINDS = ['party', 'source', 'utterance', 'statement', 'claim', 'annotation'] as const;

/** Levels of a rule's findings. */
export const LEVELS = ['off', 'info', 'warning', 'error'] as const;
export type Level = (typeof LEVELS)[number];

/** Sets of levels that ship. */
export const PRESETS = ['recommended', 'strict'] as const;
export type Preset = (typeof PRESETS)[number];
