import { isMadeOn, reanchorCommand } from '../core/anchor/made-on.ts';
import { isSpeech } from '../core/anchor/pin.ts';
import type { EarlierVersion } from '../core/model/earlier-version.ts';
import type { Place } from '../core/model/finding.ts';
import type { Id, Statement, Utterance } from '../core/model/model.ts';
import { type Entry, placeOf } from '../core/model/project.ts';
import { fileWord } from '../core/model/standard-input.ts';
import { UNKNOWN_PARTY } from '../core/model/vocabulary.ts';
import { shellWord } from '../core/text/shell-word.ts';
import type { ProjectContext } from './context/project-context.ts';
import { defineRule, type Report, within } from './rule.ts';
import {
  type ChangedGroup,
  type ChangedPassage,
  changedPassages,
  groupsOf,
  isPinAllowed,
} from './shared/changed-passages.ts';
import { entriesInWords, idsOf } from './shared/phrasing.ts';
import { targetsOf } from './shared/quotes.ts';
import { transcript } from './shared/transcript.ts';
import { wordsAt } from './shared/words-at.ts';

const ID = 'pin-out-of-date';

export default defineRule({
  id: ID,
  severity: 'error',
  topics: ['anchors'],
  summary: 'The speaker or text of a target changed since it was annotated.',
  why: 'A confirmation is of certain words. When a number, a name or a "not" in them changes, it must be read again before it is shown as a confirmation of the new words.',
  source:
    'The format: `pin` is the SHA-256 of the target’s speaker and text; compare the state selectors of W3C Web Annotation.',
  examples: () => [
    {
      title: 'the text that was annotated',
      files: transcript`
        annotations:
          - {id: a1, target: u1, pin: sha256-e6720183, comment: By phone.}
        `,
    },
    {
      title: 'words far from the quote changed: its own sentence is the one that was pinned',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday. Then we left it.}
        annotations:
          - {id: a1, target: u1, quote: on Monday, pin: sha256-dae6a56d.e6720183, comment: By phone.}
        `,
    },
    {
      title: 'one word is another now, under two annotations',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Sunday.}
        annotations:
          - {id: a1, target: u1, pin: sha256-e6720183, comment: By phone.}
          - {id: a2, target: u1, quote: on Monday, pin: sha256-e6720183.e6720183, comment: In ink.}
        `,
      findings: ['transcript.yaml:3:20 `u1` changed under 2 annotations'],
    },
    {
      title: 'one of which a comment allows it',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Sunday.}
        annotations:
          # onrecord-disable-next-line pin-out-of-date -- the day is of no matter here
          - {id: a1, target: u1, pin: sha256-e6720183, comment: By phone.}
          - {id: a2, target: u1, pin: sha256-e6720183, comment: In ink.}
        `,
      findings: ['transcript.yaml:3:20 `u1` changed under `a2`'],
    },
    {
      title: 'a pin on something that has no words',
      files: transcript`
        claims:
          - {id: c1, text: They signed., aspect: content}
        annotations:
          - {id: a1, target: c1, pin: sha256-e6720183, comment: By phone.}
        `,
      findings: ['transcript.yaml:6:31 the target has no words to pin, expected an utterance or a statement'],
    },
  ],
  async check(context) {
    const { anchors, entries, suppressions, environment, report } = context;
    for (const { value, at } of anchors.all) {
      if (value.pin === undefined || anchors.isEnded(value)) continue;
      const targets = targetsOf(value, entries);
      if (targets === undefined || targets.some(isSpeech)) continue;
      report({
        at: within(at, 'pin'),
        message: 'the target has no words to pin, expected an utterance or a statement',
        help: 'remove `pin`',
      });
    }
    const open = changedPassages(anchors).filter(({ entry }) => !isPinAllowed(entry, suppressions));
    const earlierOf = (passage: ChangedPassage) =>
      environment.earlier.find(passage.speeches[0]!.document.file, version =>
        isMadeOn(passage.entry.value, version),
      );
    for (const group of await groupsOf(open, earlierOf)) report(await reportOf(group, context));
  },
});

type Speech = Entry<Utterance | Statement>;

async function reportOf(group: ChangedGroup, context: ProjectContext): Promise<Report> {
  const { document, speeches, passages, earlier } = group;
  const [first] = speeches as [Speech];
  const ids = idsOf(speeches.map(entry => ({ entry })));
  const change = earlier && speeches.length === 1 ? await changeOf(first, earlier, context) : undefined;
  const consequenceOf = unknownSpeaker(speeches, context);
  return {
    at: change?.at ?? placeOf(first, 'text'),
    message: `${change?.subject ?? ''}${ids} changed under ${entriesInWords(passages.map(({ entry }) => entry))}${change?.words ?? ''}`,
    labels: passages.map(({ entry }) => ({
      at: within(entry.at, 'pin'),
      message: `\`${entry.value.id}\` rests on the earlier words`,
    })),
    help: helpOf(group, context),
    data: {
      utterances: speeches.map(({ id }) => id),
      annotations: passages.map(({ entry }) => entry.value.id),
      ...(earlier && { earlier: earlier.name }),
      ...(change && { changes: change.changes }),
    },
    fingerprint: `${ids} changed`,
    instances: passages.length,
    owner: document.file,
    ...(consequenceOf !== undefined && { consequenceOf }),
  };
}

interface Change {
  readonly subject: string;
  /** ": six → seven". */
  readonly words: string;
  readonly at: Place;
  readonly changes: readonly { readonly old: string; readonly new: string }[];
}

/** Describes the change of one utterance: its speaker, its words, or both. */
async function changeOf(
  entry: Speech,
  earlier: EarlierVersion,
  { entries }: ProjectContext,
): Promise<Change | undefined> {
  const { changedWords, changesInWords } = await import('../core/diff/changed-words.ts');
  const { value } = entry;
  const { text = '' } = value;
  const old = earlier.speeches.get(entry.id);
  if (old === undefined) return undefined;
  const words = changedWords(old.text ?? '', text);
  const nameOf = (id: Id | undefined, name: string | undefined) =>
    id === undefined ? 'nobody' : (name ?? id);
  const isOther = old.speaker !== value.speaker;
  const speakers = {
    old: nameOf(old.speaker, earlier.parties.get(old.speaker ?? '')?.name),
    new: nameOf(value.speaker, entries.parties.get(value.speaker ?? '')?.value.name),
  };
  const told = [
    ...(isOther ? [`${speakers.old} → ${speakers.new}`] : []),
    ...(words.length > 0 ? [changesInWords(words)] : []),
  ];
  if (told.length === 0) return undefined;
  const [firstWords] = words;
  return {
    subject: `the ${isOther ? (words.length > 0 ? 'speaker and words' : 'speaker') : 'words'} of `,
    words: `: ${told.join('; ')}`,
    at:
      firstWords === undefined
        ? placeOf(entry, 'speaker')
        : { ...placeOf(entry, 'text'), words: { text, ...wordsAt(text, firstWords.range) } },
    changes: [
      ...(isOther ? [speakers] : []),
      ...words.map(({ old: before, new: now }) => ({ old: before, new: now })),
    ],
  };
}

/** The command that settles it: with an earlier version the one that compares, else the one that sets the words anew. */
function helpOf(
  { document, speeches, passages, earlier }: ChangedGroup,
  { project, environment }: ProjectContext,
): string {
  const [{ document: changed }] = speeches as [Speech];
  const { transcript: talk } = project;
  if (earlier !== undefined && changed === talk)
    return reanchorCommand(earlier.name, talk.file, document.file);
  if (earlier === undefined && environment.earlier.isCutOff(changed.file))
    return 'this clone is shallow: git fetch --unshallow brings the earlier versions';
  const [{ entry }] = passages as [ChangedPassage];
  const id = passages.length === 1 ? entry.value.id : 'ID';
  const words =
    'quote' in entry.value && entry.value.quote !== undefined
      ? '--quote "..."'
      : (entry.value.target ?? []).map(target => `--target ${shellWord(target)}`).join(' ');
  // With several layers the command asks for the one.
  const isChosen = document.value.kind === 'layer' && project.layers.length > 1;
  const layer = isChosen ? ` --layer ${shellWord(document.file)}` : '';
  // Of what was said about the talk later, a layer may have the words, and no version of the transcript does.
  const lacking = earlier === undefined ? 'no earlier version is known: ' : '';
  return `${lacking}read them again, then onrecord annotate ${fileWord(talk.file)}${layer} --change ${shellWord(id)} ${words}`;
}

/** A speaker that is not declared has another finding; until it is corrected nobody can tell what changed. */
function unknownSpeaker(
  speeches: readonly Speech[],
  { entries, environment }: ProjectContext,
): Report['consequenceOf'] {
  if (!environment.rulesRun.has('unknown-party')) return undefined;
  for (const entry of speeches) {
    const { speaker } = entry.value;
    if (speaker === undefined || speaker === UNKNOWN_PARTY || entries.parties.has(speaker)) continue;
    const { file, locate } = entry.document;
    return { file, span: locate([...entry.path, 'speaker']), rule: 'unknown-party' };
  }
  return undefined;
}
