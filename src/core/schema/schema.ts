/**
 * The file format, defined once. `npm run generate` makes from these definitions the TypeScript types
 * (`model/generated/entries.ts`), the validators (`validators.js`), what reading and writing must know of keys
 * (`generated/keys.ts`) and the JSON Schemas for editors (`data/schema/`). Only the build imports this module:
 * the program and its users need none of the schema libraries.
 *
 * A text is a scalar taken as it is written: `2016`, `1e5` and `no` stay what stands in the file. The reader hands
 * every scalar over as text, except under the keys whose type here is a boolean, a number or a time.
 *
 * The order of the keys is the order in which they are written.
 *
 * A definition with a `title` is shared: it gets a type and a validator of its own. Keywords that begin with `x-` are
 * for the generators (`src/build/schema/`):
 * `x-text` a text, which an editor's YAML parser may take for a number or a boolean; `x-time` a time;
 * `x-known` values to offer, with their meaning, where others are allowed; `x-editor` keywords for editors only.
 */
import { type TSchema, Type } from 'typebox';
import {
  ASPECTS,
  BASES,
  CERTAINTIES,
  DATE_PARTS,
  DATE_ROLES,
  ENTRY_KINDS,
  FORMAT_VERSION,
  FORMS,
  GROUND_RULES,
  ID_PATTERN,
  INFERRED_FIELDS,
  LEVELS,
  PIN_PATTERN,
  PRESETS,
  TAG_GROUPS,
  TAGS,
  VERDICTS,
} from '../model/vocabulary.ts';

/** Where hours stand before the minutes, minutes stay below 60. */
const TIME_PATTERN = '^([0-9]{1,6}:[0-5]?[0-9]|[0-9]{1,2}):[0-5][0-9]([.,][0-9]{1,9})?$';

const text = (description: string) => Type.String({ description, 'x-text': true });
const filled = (description: string) => Type.String({ description, minLength: 1, 'x-text': true });
const date = (description: string) =>
  Type.String({ description: `${description} EDTF (ISO 8601-2), level 2.`, 'x-text': true });
const oneOf = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values], description });
const oneOrMany = <T extends TSchema>(item: T, description: string) =>
  Type.Union([item, Type.Array(item, { minItems: 1 })], { description });

const id = (description: string) => Type.String({ description, pattern: ID_PATTERN, 'x-text': true });
/** An id, or what stands for one; `check` looks it up. */
const reference = filled;

/** Milliseconds once read; in the file `HH:MM:SS.mmm`, `MM:SS.mmm` or seconds as a number; less than 1,000,000 hours. */
const time = (description: string) =>
  Type.Union(
    [Type.String({ pattern: TIME_PATTERN }), Type.Number({ minimum: 0, exclusiveMaximum: 3_600_000_000 })],
    { description: `${description} HH:MM:SS.mmm, or seconds as a number.`, 'x-time': true },
  );

/** Both versions of what a merge could not decide, kept in valid YAML until someone settles it. */
const Conflict = Type.Record(
  Type.String(),
  Type.Object(
    {
      base: Type.Optional(
        Type.Unknown({ description: 'What it was before; left out where there was none.' }),
      ),
      ours: Type.Optional(Type.Unknown({ description: 'What our side has; left out where it has none.' })),
      theirs: Type.Optional(
        Type.Unknown({ description: 'What their side has; left out where it has none.' }),
      ),
    },
    { additionalProperties: false },
  ),
  {
    title: 'Conflict',
    description: 'Fields that a merge could not decide, with both versions. `onrecord resolve` settles them.',
  },
);

const entry = <P extends Record<string, TSchema>>(
  properties: P,
  description: string,
  options: { title?: string; 'x-editor'?: object } = {},
) =>
  Type.Object(
    { ...properties, conflict: Type.Optional(Conflict) },
    { additionalProperties: false, patternProperties: { '^x-': {} }, description, ...options },
  );

const Creator = Type.Union(
  [
    filled('Name of the annotator.'),
    entry(
      {
        name: filled('Name of the annotator.'),
        role: Type.Optional(text('annotator, editor, reviewer, translator, ...')),
      },
      'An annotator.',
    ),
  ],
  { title: 'Creator', description: 'Who made the annotations.' },
);

const Party = entry(
  {
    name: Type.Optional(text('Name as it should be printed.')),
    role: Type.Optional(text('Office or function, when one is enough.')),
    roles: Type.Optional(
      Type.Array(
        entry(
          { title: filled('Office or function.'), valid: Type.Optional(date('When it was held.')) },
          'An office or function with the time it was held.',
        ),
        { description: 'Offices or functions, each with its time.' },
      ),
    ),
    aliases: Type.Optional(
      Type.Array(filled('Another form of the name.'), { description: 'Other forms of the name.' }),
    ),
    'on-behalf-of': Type.Optional(reference('The party this one speaks for (PROV actedOnBehalfOf).')),
  },
  'A person, office, outlet or collective that speaks or takes a stand (PROV agent).',
  { title: 'Party' },
);

const keptBack = Type.Optional(
  Type.Boolean({
    description: 'Kept from readers: outputs made for them leave it out, unless --private is given.',
  }),
);

const Source = entry(
  {
    title: Type.Optional(text('Title, or a description in our own words.')),
    kind: Type.Optional(text('news-report, recording, official-statement, document, ...')),
    publisher: Type.Optional(text('Who published it.')),
    published: Type.Optional(date('When it was published.')),
    retrieved: Type.Optional(date('When our copy was made.')),
    url: Type.Optional(text('Where it was found.')),
    archive: Type.Optional(text('Address of an archived copy.')),
    file: Type.Optional(text('Local copy, relative to this file and inside the project.')),
    sha256: Type.Optional(text('SHA-256 of the local copy, in hexadecimal.')),
    origin: Type.Optional(text('The ultimate source: sources of one origin are not independent.')),
    'derived-from': Type.Optional(
      oneOrMany(reference('A source.'), 'Sources it is derived from (PROV wasDerivedFrom).'),
    ),
    grade: Type.Optional(text('Admiralty grade: reliability A-F and credibility 1-6.')),
    language: Type.Optional(text('Language tag (BCP 47).')),
    note: Type.Optional(text('Remark on the source.')),
    private: keptBack,
  },
  'A document that can be cited (PROV entity).',
  { title: 'Source' },
);

const speech = {
  speaker: Type.Optional(reference('The party that speaks, or `unknown`.')),
  alternatives: Type.Optional(
    Type.Array(reference('A party.'), { description: 'Who it may be, when the speaker is undetermined.' }),
  ),
  to: Type.Optional(oneOrMany(reference('A party.'), 'The party or parties addressed.')),
  form: Type.Optional(oneOf(FORMS, 'How the speech is reported.')),
  cue: Type.Optional(text('The reporting words, verbatim.')),
  via: Type.Optional(
    oneOrMany(reference('A party or source.'), 'Through whom or what it reached us, nearest first.'),
  ),
  start: Type.Optional(time('Start.')),
  end: Type.Optional(time('End.')),
  text: Type.Optional(text("The reporter's words, without outer quotation marks.")),
  paraphrase: Type.Optional(
    Type.Boolean({ description: 'The words of `text` are ours, not the reporter’s.' }),
  ),
  language: Type.Optional(text('Language of `text` (BCP 47).')),
  source: Type.Optional(reference('Where it is reported: a source.')),
  at: Type.Optional(text('Place in the source: line, page:line, timecode.')),
};

const Utterance = entry(
  {
    id: Type.Optional(id('Stable id; never renumbered.')),
    event: Type.Optional(filled('A non-speech event, in place of `text`.')),
    ...speech,
    inferred: Type.Optional(
      Type.Array(oneOf(INFERRED_FIELDS, 'A field that nobody measured or stated.'), {
        description:
          'Times that nobody measured, a speaker whom nobody stated: `edit` shares the time of what it splits by words, `collate` takes times and speakers over from another transcript.',
      }),
    ),
  },
  'One reported stretch of the talk (TEI `<u>`), or a non-speech event.',
  {
    title: 'Utterance',
    'x-editor': {
      if: { required: ['event'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { text: false } },
      else: { required: ['text'] },
    },
  },
);

const Statement = entry(
  {
    id: id('Stable id.'),
    ...speech,
    date: Type.Optional(date('When it was stated; `unknown` when no source says.')),
  },
  'Speech about the talk, made later; never part of it (schema.org Statement).',
  { title: 'Statement' },
);

const Acceptance = entry(
  {
    by: filled('Who read the new words and says that it holds of them.'),
    when: date('When.'),
    was: Type.Optional(
      text('The words as they were before, whole or around what changed; only where they changed.'),
    ),
    'was-speaker': Type.Optional(text('The party that spoke them before; only where it changed.')),
  },
  'The act of a person who says that an annotation holds of changed words.',
  { title: 'Acceptance' },
);

/** What says of an anchor whether it still holds. */
const settled = {
  verdict: Type.Optional(
    oneOf(VERDICTS, 'Left by `reanchor` on what it could not place, or may not; a person settles it.'),
  ),
  accepted: Type.Optional(
    oneOrMany(Acceptance, 'Who said that it holds of changed words; of several acceptances the newest last.'),
  ),
};

const Claim = entry(
  {
    id: id('Stable id.'),
    text: filled('The proposition, in our own words.'),
    aspect: Type.Optional(oneOf(ASPECTS, 'The side of the talk the claim is about.')),
    target: Type.Optional(
      oneOrMany(
        reference('Utterance, statement, range or `transcript`.'),
        'The passages where the claim appears.',
      ),
    ),
    pin: Type.Optional(
      Type.String({
        description: 'Hash of the passages’ speakers and texts as they were when the claim was put.',
        pattern: PIN_PATTERN,
        'x-text': true,
      }),
    ),
    checked: Type.Optional(date('When someone last looked whether anything settles it.')),
    checkable: Type.Optional(
      Type.Boolean({ description: 'false for opinions and predictions: they are never rated.' }),
    ),
    note: Type.Optional(text('Remark on the claim.')),
    ...settled,
  },
  'A proposition, and the passages where it appears (schema.org Claim).',
  { title: 'Claim' },
);

const SourceReference = entry(
  {
    source: reference('A source, statement or utterance.'),
    at: Type.Optional(text('Place in it: line, page:line, timecode.')),
    quote: Type.Optional(text('The supporting words, verbatim.')),
    aspect: Type.Optional(oneOf(ASPECTS, 'The aspect that these words bear on.')),
  },
  'A place in a source that an annotation rests on.',
  { title: 'SourceReference' },
);

const DateBody = entry(
  {
    role: Type.Optional(oneOf(DATE_ROLES, 'What it is the date of.')),
    of: Type.Optional(text('The thing dated, in our own words, or an id.')),
    edtf: Type.Optional(date('The date; `unknown` when no source states it.')),
    'as-written': Type.Optional(text('The date as the source writes it.')),
    inferred: Type.Optional(
      Type.Array(oneOf(DATE_PARTS, 'A part that is not written.'), {
        description: 'Parts that are not written.',
      }),
    ),
    'relative-to': Type.Optional(reference('What a relative date hangs on: an id.')),
  },
  'A date with its role and how it is written.',
  { title: 'DateBody' },
);

const Voice = entry(
  {
    of: reference('The party whose position is voiced.'),
    to: Type.Optional(oneOrMany(reference('A party.'), 'Whom that position addresses.')),
  },
  'Whose position is voiced inside the words.',
  { title: 'Voice' },
);

const Annotation = entry(
  {
    id: id('Stable id, random where the tool makes it.'),
    target: oneOrMany(
      reference('Utterance, statement, `u2..u5`, claim, `transcript`, annotation or `layer#id`.'),
      'What the annotation is about.',
    ),
    quote: Type.Optional(filled('The passage meant, in one utterance (W3C TextQuoteSelector `exact`).')),
    before: Type.Optional(text('Words before the quote, where the quote alone is not unique (`prefix`).')),
    after: Type.Optional(text('Words after the quote (`suffix`).')),
    pin: Type.Optional(
      Type.String({
        description:
          'Hash of the target utterances’ speaker and text as they were when annotated; behind a point that of the sentence with the quote.',
        pattern: PIN_PATTERN,
        'x-text': true,
      }),
    ),
    tag: Type.Optional(
      Type.Unsafe<string>({
        type: 'string',
        description: 'Body: stance, voice, request or transcript mark; projects add their own.',
        minLength: 1,
        'x-text': true,
        'x-known': Object.fromEntries(Object.entries(TAGS).map(([name, { meaning }]) => [name, meaning])),
      }),
    ),
    speaker: Type.Optional(reference('Body: who speaks, in this reading.')),
    to: Type.Optional(oneOrMany(reference('A party.'), 'Body: who is addressed, in this reading.')),
    form: Type.Optional(oneOf(FORMS, 'Body: how the speech is reported, in this reading.')),
    date: Type.Optional(
      Type.Union([date('Body: a date with the role `said`.'), DateBody], { description: 'Body: a date.' }),
    ),
    context: Type.Optional(filled('Body: setting, background, provenance.')),
    correction: Type.Optional(filled('Body: what the passage should read.')),
    translation: Type.Optional(
      Type.Union(
        [
          filled('Body: a translation of the passage.'),
          entry(
            {
              text: Type.Optional(text('The translation.')),
              from: Type.Optional(text('Language translated from (BCP 47), or `unknown`.')),
              to: Type.Optional(text('Language translated to (BCP 47).')),
              by: Type.Optional(text('The translator, or `unknown`.')),
            },
            'Body: a translation and how it was made.',
          ),
        ],
        { description: 'Body: a translation of the passage, in words or with how it was made.' },
      ),
    ),
    'refers-to': Type.Optional(
      oneOrMany(
        filled('A party, or words where there is none.'),
        'Body: whom or what the passage refers to.',
      ),
    ),
    voice: Type.Optional(Voice),
    'same-as': Type.Optional(
      oneOrMany(reference('Utterance or statement.'), 'Body: another report of the same utterance.'),
    ),
    comment: Type.Optional(filled('Body: a remark.')),
    aspect: Type.Optional(oneOf(ASPECTS, 'The side of the claim a stance is about.')),
    by: Type.Optional(reference('The party whose act this is.')),
    when: Type.Optional(date('When that party did it; `unknown` when no source states it.')),
    wording: Type.Optional(filled('The exact words of the act.')),
    via: Type.Optional(oneOrMany(reference('A party or source.'), 'Who reports the act, nearest first.')),
    characterised: Type.Optional(
      Type.Boolean({ description: 'The act is known only by someone’s description, not by its words.' }),
    ),
    sources: Type.Optional(
      Type.Array(Type.Union([reference('A source, statement or utterance.'), SourceReference]), {
        description: 'What the annotation rests on.',
      }),
    ),
    basis: Type.Optional(oneOf(BASES, 'How the annotator got there.')),
    certainty: Type.Optional(oneOf(CERTAINTIES, 'How sure the annotator is of this one assertion.')),
    alternatives: Type.Optional(
      Type.Array(filled('Another reading.'), { description: 'Other readings of the body.' }),
    ),
    note: Type.Optional(text('The reason; never a body.')),
    creator: Type.Optional(Creator),
    created: Type.Optional(date('When the annotation was made.')),
    withdrawn: Type.Optional(date('When it was withdrawn; an annotation is withdrawn, not deleted.')),
    supersedes: Type.Optional(oneOrMany(reference('An annotation.'), 'The annotations it replaces.')),
    private: keptBack,
    ...settled,
  },
  'One assertion about one target, with provenance (W3C Web Annotation).',
  { title: 'Annotation' },
);

const parties = Type.Record(Type.String({ pattern: ID_PATTERN }), Party, {
  additionalProperties: false,
  description: 'Parties by id.',
});
const sources = Type.Record(Type.String({ pattern: ID_PATTERN }), Source, {
  additionalProperties: false,
  description: 'Sources by id.',
});

const version = Type.Literal(FORMAT_VERSION, { description: 'Version of the file format.' });
const names = {
  title: Type.Optional(text('Title.')),
  creator: Type.Optional(Creator),
};
const cast = {
  parties: Type.Optional(parties),
  sources: Type.Optional(sources),
};
const remarks = {
  statements: Type.Optional(Type.Array(Statement, { description: 'What was said later about the talk.' })),
  claims: Type.Optional(Type.Array(Claim, { description: 'Propositions, and where they appear.' })),
  annotations: Type.Optional(Type.Array(Annotation, { description: 'Assertions about the transcript.' })),
};

/** @param where in which file it stands, if that is not the transcript itself. */
const talk = (where: string) => ({
  date: Type.Optional(date(`When it was said${where}.`)),
  place: Type.Optional(text(`Where it was said${where}.`)),
  setting: Type.Optional(text(`The occasion and its format${where}.`)),
  'ground-rule': Type.Optional(
    oneOrMany(
      oneOf(GROUND_RULES, 'A ground rule.'),
      `Conditions under which it was said or became known${where}.`,
    ),
  ),
  language: Type.Optional(text(`Language of the text (BCP 47)${where}.`)),
});

export const Transcript = entry(
  {
    onrecord: version,
    ...names,
    ...talk(''),
    ...cast,
    utterances: Type.Array(Utterance, { description: 'The talk, in order.' }),
    ...remarks,
  },
  'A transcript: header and utterances, in order.',
  { title: 'Transcript' },
);

export const Layer = entry(
  {
    onrecord: version,
    transcript: filled('The transcript, relative to this file and inside the project.'),
    ...names,
    ...talk(', where the transcript is in another format and cannot say it'),
    ...cast,
    ...remarks,
  },
  'A layer: annotations on one transcript.',
  { title: 'Layer' },
);

const RULE_PATTERN = '^[a-z]+(-[a-z]+)*$';

const globs = (description: string) => Type.Array(filled('A glob, relative to this file.'), { description });

const Requirement = Type.Object(
  {
    entry: Type.Optional(oneOf(ENTRY_KINDS, 'The kind of entry; `annotation` where it is left out.')),
    tag: Type.Optional(oneOrMany(filled('A tag.'), 'Only annotations with one of these tags.')),
    fields: Type.Array(filled('A field.'), { minItems: 1, description: 'Fields that it must have.' }),
    why: Type.Optional(filled('The reason, printed with the finding.')),
  },
  {
    additionalProperties: false,
    title: 'Requirement',
    description: 'Fields that entries of a project must have.',
  },
);

const wordList = (description: string) =>
  Type.Union(
    [
      Type.Array(filled('A phrase.')),
      Type.Object(
        {
          add: Type.Optional(Type.Array(filled('A phrase.'), { description: 'Phrases that count as well.' })),
          remove: Type.Optional(
            Type.Array(filled('A phrase.'), { description: 'Phrases that do not count here.' }),
          ),
        },
        { additionalProperties: false },
      ),
    ],
    { description },
  );

const QuotedDrafts = Type.Object(
  {
    drafts: Type.Array(filled('A glob, relative to this file.'), {
      minItems: 1,
      description: 'Drafts: Markdown, text, HTML, DOCX.',
    }),
    in: Type.Array(filled('A glob, relative to this file.'), {
      minItems: 1,
      description: 'The transcripts that they quote.',
    }),
  },
  {
    additionalProperties: false,
    title: 'QuotedDrafts',
    description: 'Drafts and the transcripts that they quote.',
  },
);

const TranscriptReading = Type.Object(
  {
    files: globs('Which files.'),
    from: Type.Optional(filled('Their format, as `onrecord convert --list` names it.')),
    profile: Type.Optional(filled('How a plain text marks its speakers.')),
    speakers: Type.Optional(
      Type.Array(filled('A label.'), { description: 'Labels that are speakers even where they occur once.' }),
    ),
    map: Type.Optional(
      Type.Record(Type.String(), filled('Its header, or its number.'), {
        description: 'Columns of a table by what they hold: id, speaker, start, end, text, event.',
      }),
    ),
    encoding: Type.Optional(filled('Their encoding, where it is not UTF-8.')),
    language: Type.Optional(filled('The language of the talk (BCP 47).')),
  },
  {
    additionalProperties: false,
    title: 'TranscriptReading',
    description: 'How transcripts in another format are read where they lie.',
  },
);

/** The configuration of a project. All its values are text: what a rule's option means, the rule says. */
export const Config = Type.Object(
  {
    extends: Type.Optional(oneOf(PRESETS, 'The levels to begin with.')),
    rules: Type.Optional(
      Type.Record(Type.String({ pattern: RULE_PATTERN }), oneOf(LEVELS, 'Level of the rule.'), {
        additionalProperties: false,
        description: 'Levels by rule.',
      }),
    ),
    options: Type.Optional(
      Type.Record(Type.String({ pattern: RULE_PATTERN }), Type.Unknown(), {
        additionalProperties: false,
        description: 'Options by rule; `onrecord explain RULE` lists them.',
      }),
    ),
    tags: Type.Optional(
      Type.Record(
        Type.String({ pattern: ID_PATTERN }),
        Type.Object(
          {
            group: oneOf(TAG_GROUPS, 'What such a tag does.'),
            meaning: filled('One line on what it means.'),
          },
          { additionalProperties: false },
        ),
        { additionalProperties: false, description: 'Tags of the project, beside those of the format.' },
      ),
    ),
    require: Type.Optional(Type.Array(Requirement, { description: 'Fields that entries must have.' })),
    words: Type.Optional(
      Type.Record(
        Type.String({ pattern: RULE_PATTERN }),
        wordList('A list takes the place of the one that ships; `add` and `remove` change it.'),
        { additionalProperties: false, description: 'Lists of phrases that rules look for.' },
      ),
    ),
    transcripts: Type.Optional(
      Type.Array(TranscriptReading, {
        description:
          'Transcripts in other formats: `check` looks at them in folders, and they are read as this says. Of several entries for a file the first one holds.',
      }),
    ),
    layers: Type.Optional(globs('Layers that do not stand beside their transcript.')),
    ignore: Type.Optional(globs('Files that `check` passes over in folders.')),
    quotes: Type.Optional(
      Type.Array(QuotedDrafts, { description: 'Drafts whose quotations `check` compares with transcripts.' }),
    ),
    elsewhere: Type.Optional(
      Type.Array(filled('Quoted words.'), {
        description: 'Words that drafts quote from elsewhere: no transcript has them.',
      }),
    ),
  },
  {
    additionalProperties: false,
    patternProperties: { '^x-': {} },
    title: 'Config',
    description: 'The configuration of a project: `.onrecord.yaml`. It is data and runs no code.',
  },
);
