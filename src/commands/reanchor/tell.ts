/** Messages on stderr beside the outcomes, and how to get on. */
import { languageName } from '../../core/language/shipped.ts';
import type { TranscriptWords } from '../../core/language/transcript-words.ts';
import { UNDETERMINED } from '../../core/language/word-lists.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import type { Env } from '../../io/env.ts';
import { visible } from '../../printers/escape/visible.ts';
import type { LayerReport } from '../../printers/reanchor/report.ts';
import { revisionName } from '../../project/revisions.ts';
import { tellUnlisted } from '../tell-unlisted.ts';
import { type Inputs, isInWorkTree } from './inputs.ts';

/** Says which language was assumed, if nothing states it; and how to get on if its words are not known. */
export async function tellLanguage(
  { language, unlisted }: TranscriptWords,
  reports: readonly LayerReport[],
  inputs: Inputs,
  env: Env,
): Promise<void> {
  const isAnyEdited = reports.some(({ outcomes }) =>
    outcomes.some(({ placement }) => placement.verdict === 'edited'),
  );
  if (!isAnyEdited) return;
  const name = revisionName(inputs.sides.new);
  if (!language.isStated && language.tag !== UNDETERMINED)
    await env.stderr.write(
      `onrecord: ${name} states no \`language:\`, taken for ${languageName(language.tag)}\n`,
    );
  await tellUnlisted(unlisted, `${name} states no`, 'every edited passage waits for a person', env);
}

/** Entries inside a transcript are carried in the new version, if that is a file that can be written. */
export async function tellNotCarried(inputs: Inputs, env: Env): Promise<void> {
  const { old, new: fresh, sides, inline } = inputs;
  const tell = async (count: number, where: string, help: string) => {
    const entries = `${count} ${count === 1 ? 'annotation or claim' : 'annotations and claims'}`;
    await env.stderr.write(`onrecord: ${entries} ${visible(where)} not carried\n  ${visible(help)}\n`);
  };
  const own = [...fresh.value.annotations, ...fresh.value.claims];
  if (inline === undefined && own.length > 0 && !isInWorkTree(sides.new))
    await tell(
      own.length,
      `inside ${revisionName(sides.new)} are`,
      'name a file of the work tree as the new version',
    );
  const known = new Set(own.map(({ id }) => id));
  const missing = [...old.value.annotations, ...old.value.claims].filter(({ id }) => !known.has(id));
  const isSameFile = sides.old.file === sides.new.file;
  if (missing.length > 0 && !isSameFile)
    await tell(
      missing.length,
      `inside ${revisionName(sides.old)} that ${revisionName(sides.new)} does not have are`,
      `make a layer of them: onrecord convert ${shellWord(revisionName(sides.old))} --to onrecord-layer`,
    );
}

/** Reports entries without a place because only `check --fix` can give their utterances ids. */
export async function tellMissingIds(
  reports: readonly LayerReport[],
  inputs: Inputs,
  env: Env,
): Promise<void> {
  const count = reports.flatMap(({ outcomes }) => outcomes.filter(({ lacksId }) => lacksId)).length;
  if (count === 0) return;
  const name = revisionName(inputs.sides.new);
  await env.stderr.write(
    `onrecord: ${count} could be placed, but on utterances of ${visible(name)} without an id of their own\n` +
      `  write ids with \`onrecord check --fix ${shellWord(name)}\`, then run this again\n`,
  );
}
