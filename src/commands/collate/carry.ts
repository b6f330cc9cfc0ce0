/** Writes the words of one witness with the times and speakers of others, and with its annotations carried. */
import { type Carried, carryOnto } from '../../core/collate/carry.ts';
import { alignWitnesses } from '../../core/collate/columns.ts';
import { mayBeOfOneTalk, sharedWords } from '../../core/collate/shared-words.ts';
import { numberedUtterances } from '../../core/collate/written-ids.ts';
import type { TranscriptWords } from '../../core/language/transcript-words.ts';
import type { Layer, Transcript, Utterance } from '../../core/model/model.ts';
import { documentsOf, entriesIn, type Project } from '../../core/model/project.ts';
import { UNKNOWN_PARTY } from '../../core/model/vocabulary.ts';
import { carriedContents } from '../../core/reanchor/carried-contents.ts';
import { carryEdited, sameParties } from '../../core/reanchor/carry-edited.ts';
import { versionsOf } from '../../core/reanchor/target-versions.ts';
import { counted } from '../../core/text/counted.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import type { Conversation } from '../../formats/format.ts';
import { isFormatId, loadFormat } from '../../formats/index.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { fileName, visible } from '../../printers/escape/visible.ts';
import { ExitStatus } from '../command.ts';
import { deliver, openConversation, targetId, targetOf, writeTarget } from '../convert/output.ts';
import { lossText } from '../convert/reports.ts';
import type { Options } from '../printing.ts';
import { type Witness, witnessNamed } from './witnesses.ts';

export async function carry(
  witnesses: readonly Witness[],
  words: TranscriptWords,
  options: Options,
  env: Env,
): Promise<ExitStatus> {
  const named = (option: string, key: string) =>
    options[key] === undefined ? undefined : witnessNamed(option, String(options[key]), witnesses);
  const [times, speakers] = [named('--times-from', 'timesFrom'), named('--speakers-from', 'speakersFrom')];
  const onto =
    named('--onto', 'onto') ?? witnesses.find(witness => witness !== times && witness !== speakers);
  refuseItself(onto, times, speakers);
  refuseEmpty(times, speakers);
  for (const source of [times, speakers]) if (source !== undefined) refuseStranger(source, onto!, words);
  const target = await targetOf(undefined, options);
  const { project } = onto!;
  const taken = new Set(entriesIn(project).map(({ id }) => id));
  const carried = carryOnto(
    onto!.transcript,
    { times: times?.transcript, speakers: speakers?.transcript },
    words.lists,
    taken,
  );
  const { value, left, kept } = withAnnotations(project, carried.transcript, words);
  const format = project.transcript.format?.id;
  const reads = await loadFormat(format !== undefined && isFormatId(format) ? format : 'onrecord-yaml');
  const open = await openConversation(value, target, options, env);
  const input = { file: onto!.name, format: reads, findings: [], sources: new Map() };
  const written = await writeTarget(target, open, input, options, env);
  const inputs = witnesses.flatMap(witness => documentsOf(witness.project).map(({ file }) => file));
  const output = await deliver(written, inputs, options, env);
  await env.stderr.write(lossText(reads.id, targetId(target), { reading: [], writing: written.losses }));
  const told = [
    `words of ${onto!.letter}`,
    ...toldOf(carried, times, speakers),
    ...(kept + left === 0
      ? []
      : [
          `${counted(kept, 'annotation')} carried${left === 0 ? '' : `, ! ${left} ${left === 1 ? 'waits' : 'wait'} for a person`}`,
        ]),
  ].join(', ');
  const wrote = output === undefined ? 'onrecord' : `wrote ${fileName(output)}`;
  await env.stderr.write(`${wrote}: ${told}\n`);
  if (left > 0 && output !== undefined && targetId(target) === 'onrecord-yaml') {
    // Also named as a layer: the layers of the old transcript stay with it.
    const names = [onto!.name, output, output].map(shellWord).join(' ');
    await env.stderr.write(`  to settle: onrecord reanchor ${visible(names)} -i\n`);
  }
  return left > 0 ? ExitStatus.found : ExitStatus.clean;
}

function toldOf(
  { utterances, words }: Carried,
  times: Witness | undefined,
  speakers: Witness | undefined,
): string[] {
  const of = (some: number, all: number, noun: string) => `${some} of ${counted(all, noun)}`;
  return [
    ...(times === undefined
      ? []
      : [`times of ${times.letter} for ${of(utterances.timed, utterances.all, 'utterance')}`]),
    ...(speakers === undefined
      ? []
      : [
          `speakers of ${speakers.letter} for ${of(words.voiced, words.all, 'word')}`,
          ...(words.unsure === 0 ? [] : [`${words.unsure} left without a speaker`]),
          ...(utterances.split === 0 ? [] : [`${counted(utterances.split, 'utterance')} split`]),
        ]),
  ];
}

/** @throws UsageError where nothing is left that times or speakers could be carried onto. */
function refuseItself(
  onto: Witness | undefined,
  times: Witness | undefined,
  speakers: Witness | undefined,
): void {
  if (onto === undefined)
    throw new UsageError(
      'times and speakers are taken from both witnesses: no one is left to take them',
      'name one source, or a third witness; what the words have themselves stays',
    );
  const option = onto === times ? '--times-from' : onto === speakers ? '--speakers-from' : undefined;
  if (option !== undefined)
    throw new UsageError(
      `${option} ${onto.letter} is the witness whose words are written`,
      'name another one, or leave the option out: what it has itself stays',
    );
}

/** @throws UsageError if a witness has no times or speakers to take. */
function refuseEmpty(times: Witness | undefined, speakers: Witness | undefined): void {
  const isTimed = ({ start, end }: Utterance) => (start ?? end) !== undefined;
  if (times?.transcript.utterances.some(isTimed) === false)
    throw new UsageError(`--times-from ${times.letter}: ${times.name} has no times`, 'nothing was written');
  const isVoiced = ({ speaker }: Utterance) => speaker !== undefined && speaker !== UNKNOWN_PARTY;
  if (speakers?.transcript.utterances.some(isVoiced) === false)
    throw new UsageError(
      `--speakers-from ${speakers.letter}: ${speakers.name} names no speakers`,
      'nothing was written',
    );
}

/** @throws UsageError where two witnesses have too few words in common to be of one talk. */
function refuseStranger(source: Witness, onto: Witness, { lists }: TranscriptWords): void {
  const columns = alignWitnesses([source.transcript, onto.transcript], lists);
  const shared = sharedWords(columns, 0, 1);
  if (mayBeOfOneTalk(shared)) return;
  throw new UsageError(
    `${source.letter} (${source.name}) and ${onto.letter} (${onto.name}) have ${shared.same} of ${shared.shorter} words in common`,
    'they are unlikely to be of one talk; nothing was written',
  );
}

interface WithAnnotations {
  readonly value: Conversation;
  /** Annotations and claims that attach to the new words, and those that wait for a person. */
  readonly kept: number;
  readonly left: number;
}

/** The new transcript and the layers of the old one, with every anchor carried or marked. */
function withAnnotations(
  project: Project,
  carried: Transcript,
  { lists, unlistedIn }: TranscriptWords,
): WithAnnotations {
  const old = project.transcript;
  const others = new Set(entriesIn(project).flatMap(({ id, kind }) => (kind === 'utterance' ? [] : [id])));
  const fresh: Transcript =
    old.format === undefined
      ? carried
      : { ...carried, utterances: numberedUtterances(carried.utterances, others) };
  const versions = versionsOf(old, { ...old, value: fresh }, project.layers, {
    words: lists,
    unlistedIn,
    renamed: sameParties(old.value, fresh),
  });
  const counts = { kept: 0, left: 0 };
  const carry = <T extends Layer | Transcript>(file: T): T => {
    if (file.annotations.length === 0 && file.claims.every(({ target }) => target === undefined)) return file;
    const outcomes = carryEdited(file, versions);
    for (const { state } of outcomes) counts[state === 'left' ? 'left' : 'kept']++;
    return carriedContents(file, outcomes);
  };
  const value = { transcript: carry(fresh), layers: project.layers.map(layer => carry(layer.value)) };
  return { value, ...counts };
}
