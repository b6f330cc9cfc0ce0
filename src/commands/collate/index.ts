/** Lays several transcripts of one talk beside each other, and carries times and speakers from one to another. */

import { type Collation, collate } from '../../core/collate/collation.ts';
import { orderByContent } from '../../core/collate/columns.ts';
import { mayBeOfOneTalk, sharedWords } from '../../core/collate/shared-words.ts';
import { listOf } from '../../core/text/list-of.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { shippedText } from '../../io/shipped-file.ts';
import { COLLATE_PRINTERS } from '../../printers/collate/index.ts';
import { witnessFacts } from '../../printers/collate/report.ts';
import { fileName } from '../../printers/escape/visible.ts';
import { transcriptWords } from '../../project/transcript-words.ts';
import type { Combination } from '../combinations.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { formatOption, printResult } from '../format-option.ts';
import { privateOption } from '../kept-back.ts';
import { type Options, widthOption } from '../printing.ts';
import { readingOptions } from '../reading-options.ts';
import { tellFindings } from '../tell-findings.ts';
import { tellUnlisted } from '../tell-unlisted.ts';
import { loadWitnesses, type Witness } from './witnesses.ts';

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Lay two or more transcripts of one talk (witnesses) side by side, word by word, and print where they\n' +
          'differ; a different number, name, negation, date, unit or speaker is an alarm. Witnesses are called A,\n' +
          'B, ... in the order in which they are named, and may be in any format that convert reads. Their order\n' +
          'changes the order of the columns and nothing else. Case and punctuation make no difference, and 5 equals\n' +
          '"five".\n\n' +
          '--times-from and --speakers-from copy the times or speakers of one witness to the words of another,\n' +
          'which -o writes in the format of its name. With two witnesses the words are those of the other one; with\n' +
          'more, those of the first that nothing is taken from, or of --onto. What is copied is marked as\n' +
          '`inferred: [start, end, speaker]`; words that only the target has share the time between their\n' +
          'neighbours. An utterance is split where the speaker changes. Where witnesses name two people, or nobody\n' +
          'can say whose words they are, the speaker stays unknown. Annotations on the target are carried as\n' +
          '`reanchor` does.\n\n' +
          'Examples:\n' +
          '  $ onrecord collate machine.vtt talk.yaml\n' +
          '  $ onrecord collate machine.json stenographer.docx talk.yaml --all -o readings.html\n' +
          '  $ onrecord collate machine.vtt talk.yaml --times-from A -o talk.timed.yaml\n' +
          '  $ onrecord collate machine.json minutes.txt --times-from A --speakers-from A -o minutes.vtt\n\n' +
          'Exit status: 0 all say the same, 1 they differ, 2 a file cannot be read. With --times-from or\n' +
          '--speakers-from: 0 written, 1 written and an annotation waits for a person, 2 nothing was written.',
      )
      .argument(
        '<witnesses...>',
        'two or more transcripts of one talk, or the folder of each; REV:path is one in git',
      )
      .addOption(formatOption(Object.keys(COLLATE_PRINTERS), 'how the table is printed'))
      .option('--all', 'also print the places where all say the same')
      .option('--times-from <witness>', 'copy the times of this witness: A, B, ... or its name')
      .option('--speakers-from <witness>', 'copy the speakers of this witness')
      .option('--onto <witness>', 'which witness gets them; default: the first that nothing is taken from')
      .option('--to <format>', 'format to write; default: by the name of --output, else onrecord-yaml')
      .option(
        '--words <file>',
        'more words that raise alarms, or those of another language: a file like data/words/en.yaml',
      );
    readingOptions(command);
    privateOption(command);
    widthOption(command);
  },
  combinations: [
    ...(['--times-from', '--speakers-from'] as const).flatMap((option): Combination[] => [
      { option, not: ['--format'], hint: 'a transcript is written; its format: --to, or the name after -o' },
      { option, not: ['--all', '--width'], hint: 'a transcript is written, and no table' },
    ]),
    ...['--onto', '--to', '--private'].map(
      (option): Combination => ({
        option,
        needs: ['--times-from', '--speakers-from'],
      }),
    ),
  ],
  async run([names], options, env) {
    const witnesses = await loadWitnesses(names as string[], options, env);
    if (witnesses === undefined) return ExitStatus.trouble;
    const transcripts = witnesses.map(({ transcript }) => transcript);
    const read = await transcriptWords(
      orderByContent(transcripts).map(index => transcripts[index]!),
      options['words'] as string | undefined,
      env,
    );
    if ('refused' in read) return tellFindings([read.file], read.refused, options, env);
    const { words } = read;
    if (isCarrying(options)) {
      const { carry } = await import('./carry.ts');
      return carry(witnesses, words, options, env);
    }
    const collation = collate(transcripts, words);
    refuseStrangers(witnesses, collation);
    const report = {
      collation,
      files: witnesses.map(({ name, project }) => ({ name, format: project.transcript.format?.id })),
      isAll: options['all'] === true,
      next: undefined,
      ...(options['format'] === 'html' && { styleSheet: shippedText(env, 'page.css') }),
    };
    const printed = { ...report, next: nextStep(witnesses, collation, report) };
    await printResult(COLLATE_PRINTERS, printed, options, env);
    await tellStrangers(witnesses, collation, env);
    const isFound = collation.places.some(({ kind }) => kind !== 'same');
    if (isFound)
      await tellUnlisted(words.unlisted, 'no witness states its', 'every difference raises an alarm', env);
    return isFound ? ExitStatus.found : ExitStatus.clean;
  },
};

function isCarrying(options: Options): boolean {
  return options['timesFrom'] !== undefined || options['speakersFrom'] !== undefined;
}

/** Takes over what only one of the witnesses has, where that is one who can give it to another. */
function nextStep(
  witnesses: readonly Witness[],
  collation: Collation,
  report: Parameters<typeof witnessFacts>[0],
): string | undefined {
  const facts = witnessFacts(report);
  const [first, second] = [0, 1];
  if (witnesses.length > 2 || !mayBeOfOneTalk(sharedWords(collation.columns, first, second)))
    return undefined;
  const rank = { none: 0, utterances: 1, words: 2 };
  const better = Math.sign(rank[facts[first]!.times] - rank[facts[second]!.times]);
  const hasSpeakers = facts.map(({ speakers }) => speakers > 0);
  const [option, source, mark] =
    better !== 0
      ? ['--times-from', better > 0 ? first : second, 'timed']
      : hasSpeakers[first] !== hasSpeakers[second]
        ? ['--speakers-from', hasSpeakers[first] ? first : second, 'named']
        : [undefined, first, ''];
  if (option === undefined) return undefined;
  const names = witnesses.map(({ name }) => shellWord(name)).join(' ');
  const output = shellWord(`${nameOf(witnesses[1 - Number(source)]!.name)}.${mark}.yaml`);
  return `onrecord collate ${names} ${option} ${witnesses[Number(source)]!.letter} -o ${output}`;
}

/** Returns the name for a file: "talk" for `talks/talk.yaml` and for `talk/transcript.yaml`. */
function nameOf(file: string): string {
  const [base = '', folder] = file.split(/[/:]/).reverse();
  const name = base.replace(/\.[^.]*$/u, '');
  const known = name === 'transcript' && folder !== undefined && !/^\.*$/.test(folder) ? folder : name;
  return known === '' || known === '-' ? 'talk' : known;
}

/** @throws UsageError where no two of the witnesses have a word in common. */
function refuseStrangers(witnesses: readonly Witness[], { columns }: Collation): void {
  const isShared = witnesses.some((_, one) =>
    witnesses.some((__, other) => other > one && sharedWords(columns, one, other).same > 0),
  );
  if (isShared) return;
  const names = witnesses.map(({ letter, name }) => `${letter} (${name})`);
  throw new UsageError(
    `${listOf(names)} have no words in common`,
    'name transcripts of one talk, in one language',
  );
}

/** Says which witnesses have too few words in common to be of one talk. */
async function tellStrangers(witnesses: readonly Witness[], { columns }: Collation, env: Env): Promise<void> {
  for (const [one, { letter, name }] of witnesses.entries())
    for (const [other, { letter: otherLetter, name: otherName }] of witnesses.entries()) {
      if (other <= one) continue;
      const shared = sharedWords(columns, one, other);
      if (!mayBeOfOneTalk(shared))
        await env.stderr.write(
          `onrecord: ${letter} (${fileName(name)}) and ${otherLetter} (${fileName(otherName)}) have ${shared.same} of ${shared.shorter} words in common: are they of one talk?\n`,
        );
    }
}
