/** What each word of the format's closed lists means, in one line: for the guide, `explain`, questions and completion. */
import type {
  Aspect,
  BASES,
  BodyName,
  CERTAINTIES,
  DATE_ROLES,
  Form,
  GROUND_RULES,
  StandingName,
  Tag,
  TagGroup,
  Verdict,
} from './vocabulary.ts';

type Meanings<Word extends string> = Readonly<Record<Word, string>>;

export const GROUP_MEANINGS: Meanings<TagGroup> = {
  affirming: 'stances for it: they raise the standing of a claim',
  contesting: 'stances against it: they make a claim disputed, denied or refuted',
  neither: 'acts that neither affirm nor contest',
  revising: 'acts by which somebody takes back or replaces their own words',
  voice: 'whose sentence it is, where a report mixes voices',
  request: 'something is open: a request to whoever edits, never a verdict',
  transcript: 'marks of the transcript itself',
};

/** What a party does by an act, to ask who does it: "Who disputes". */
export const ACT_VERBS: Readonly<Partial<Record<string, string>>> = {
  confirmed: 'confirms',
  corroborated: 'corroborates',
  acknowledged: 'acknowledges',
  disputed: 'disputes',
  denied: 'denies',
  refuted: 'refutes',
  questioned: 'questions',
  asserted: 'asserts',
  qualified: 'qualifies',
  'declined-to-comment': 'declines',
  'no-response': 'is silent',
  corrected: 'corrects',
  retracted: 'retracts',
} satisfies Partial<Record<Tag, string>>;

export const ASPECT_MEANINGS: Meanings<Aspect> = {
  publication: 'that it was published',
  occurrence: 'that the talk took place',
  authenticity: 'that the recording or document is genuine',
  completeness: 'that nothing is cut, and nothing is missing',
  attribution: 'that these words are this speaker’s',
  wording: 'that these were the words',
  translation: 'that the translation renders them',
  date: 'that it was said on this day',
  place: 'that it was said there',
  content: 'that what is said is so',
};

export const ROLE_MEANINGS: Meanings<(typeof DATE_ROLES)[number]> = {
  said: 'the day of the talk',
  recorded: 'the day of the recording',
  event: 'the day of what is talked about',
  'first-public': 'the first known publication',
  resurfaced: 'a later circulation',
  stated: 'the day of a party’s later statement',
  reported: 'the day of the outlet’s article',
  modified: 'the day on which the article was changed',
  retrieved: 'the day on which our copy was made',
  archived: 'the day of an archived copy',
  annotated: 'the day of an annotation of ours',
  checked: 'the day on which somebody last looked whether anything settles it',
  valid: 'the time for which an office or a state of things held',
};

export const FORM_MEANINGS: Meanings<Form> = {
  direct: 'the speaker’s own words',
  mixed: 'partly quoted, partly retold',
  indirect: 'retold in a clause: he said that ...',
  narrated: 'only the act is told: she thanked them',
  'free-indirect': 'retold in the speaker’s manner, without "he said"',
};

export const BASIS_MEANINGS: Meanings<(typeof BASES)[number]> = {
  stated: 'the text says it',
  interpreted: 'a reading of what the text says',
  inferred: 'it follows from the text',
  external: 'known from elsewhere',
};

export const CERTAINTY_MEANINGS: Meanings<(typeof CERTAINTIES)[number]> = {
  high: 'the annotator would be surprised to be wrong',
  medium: 'another reading is possible',
  low: 'a guess',
  unknown: 'the annotator does not say',
};

export const GROUND_RULE_MEANINGS: Meanings<(typeof GROUND_RULES)[number]> = {
  'on-record': 'may be used, with the name',
  background: 'may be published on conditions that were agreed',
  'deep-background': 'may be used, without attribution',
  'off-record': 'not for publication',
  'closed-meeting': 'said in a meeting that was not public',
  leaked: 'became known against the will of those who spoke',
};

export const BODY_MEANINGS: Meanings<BodyName> = {
  tag: 'a stance, a voice, a request or a mark',
  speaker: 'who speaks, in this reading',
  to: 'who is addressed',
  form: 'how the speech is reported',
  date: 'a date, with its role',
  context: 'setting, background, provenance',
  correction: 'what the passage should read',
  translation: 'a translation of the passage',
  'refers-to': 'whom or what the passage refers to',
  voice: 'whose position is voiced inside the words',
  'same-as': 'another report of the same utterance',
  comment: 'a remark',
};

export const STANDING_MEANINGS: Meanings<StandingName> = {
  unreviewed: 'nobody has taken a stance, and nobody has checked it',
  unverified: 'it was checked, or there are stances, and none of them counts',
  qualified: 'it is only affirmed in part',
  acknowledged: 'a party accepts that it was published or happened, and vouches for no more',
  corroborated: 'evidence of another origin fits it',
  confirmed: 'a party that can know says so',
  disputed: 'somebody contests it',
  denied: 'all who contest it deny it flatly, in their own words',
  refuted: 'somebody who is not of the speaker’s side shows evidence against it',
  retracted: 'all speakers whose words it is in withdrew it',
  unsettled: 'stances that would change it wait for a person, because the words they are about changed',
  'not-checkable': 'an opinion or a prediction: it is never rated',
};

export const VERDICT_MEANINGS: Meanings<Verdict> = {
  exact: 'the same words, in the same place or where their utterance is now',
  moved: 'the same words, in another place',
  edited: 'the words changed, or what changes their meaning stands beside them',
  ambiguous: 'several places fit the words equally well, or none well enough',
  orphaned: 'the words are gone',
};
