/** The output of `convert` and its format. */
import { projectOfValues } from '../../core/model/project-of-values.ts';
import { STDIN } from '../../core/model/standard-input.ts';
import { publicFiles } from '../../core/view/public-view.ts';
import type { Conversation, Format, WriteResult } from '../../formats/format.ts';
import { formatOfName, isFormatId, loadFormat, loadFormats } from '../../formats/index.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { textParts } from '../../io/text-parts.ts';
import { visible } from '../../printers/escape/visible.ts';
import { prepareDatesOf } from '../../project/prepare-dates.ts';
import { tellKeptBack } from '../kept-back.ts';
import { type Options, printContext } from '../printing.ts';
import { writeNewFile } from '../write-new-file.ts';
import type { Input } from './input.ts';
import { VIEWS, type ViewTarget, viewNamed, viewOfFile, writeView } from './views.ts';

export type Target = { readonly view: ViewTarget } | { readonly format: Format };

export function targetId(target: Target): string {
  return 'view' in target ? target.view.id : target.format.id;
}

/** Returns the format to write: the one named, that of the output's name, or our own YAML for other formats. */
export async function targetOf(reads: Format | undefined, options: Options): Promise<Target> {
  const to = options['to'] as string | undefined;
  const output = options['output'] as string | undefined;
  if (to !== undefined) return namedTarget(to);
  if (output !== undefined && output !== STDIN) return targetOfName(output);
  if (reads?.id === 'onrecord-yaml') {
    throw new UsageError(
      'the file is onrecord YAML already',
      'name what to write with --to; see convert --list',
    );
  }
  return { format: await loadFormat('onrecord-yaml') };
}

async function namedTarget(to: string): Promise<Target> {
  const view = viewNamed(to);
  if (view !== undefined) return { view };
  const format = isFormatId(to) ? await loadFormat(to) : await formatOfName(`.${to}`);
  if (format?.write !== undefined) return { format };
  const written = (await loadFormats()).filter(({ write }) => write !== undefined);
  const ids = [...written, ...VIEWS].map(({ id }) => id).sort();
  throw new UsageError(`cannot write ${to}`, `formats: ${ids.join(', ')}; see convert --list`);
}

async function targetOfName(output: string): Promise<Target> {
  const view = viewOfFile(output);
  const format = view === undefined ? await formatOfName(output) : undefined;
  if (view !== undefined) return { view };
  if (format !== undefined) return { format };
  throw new UsageError(
    `the name of ${output} does not show a format`,
    'name it with --to; see convert --list',
  );
}

/** Formats that are the owner's files; those that derive standings or print a view need the whole and keep back themselves. */
const KEEPS_ALL = /^onrecord-/;

/** Returns the conversation for the target: without private entries, if it is made for readers. */
export async function openConversation(
  value: Conversation,
  target: Target,
  options: Options,
  env: Env,
): Promise<Conversation> {
  if (options['private'] === true || KEEPS_ALL.test(targetId(target))) return value;
  const { keptBack, ...open } = publicFiles(value);
  await tellKeptBack(keptBack, env);
  const needsAll = 'view' in target || target.format.derivesStandings === true;
  return needsAll ? value : open;
}

export async function writeTarget(
  target: Target,
  value: Conversation,
  { file, format: reads, project, sources }: Input & { readonly format: Format },
  options: Options,
  env: Env,
): Promise<WriteResult> {
  if ('view' in target) {
    const { transcript, layers } = value;
    return writeView(
      target.view,
      value,
      project ?? projectOfValues(transcript, layers, file, sources.get(file)),
      options['private'] === true,
      await printContext(env, options),
      target.view.id === 'html' ? (await import('../web-page.ts')).pageOptions({}, env) : undefined,
    );
  }
  if (target.format.derivesStandings === true)
    await prepareDatesOf([projectOfValues(value.transcript, value.layers, file)]);
  // One profile is that of the text there is; where both sides are text it is the one that is read.
  const profile = options['toProfile'] ?? (reads.takes?.includes('profile') ? undefined : options['profile']);
  return target.format.write!(value, {
    file,
    profile: profile as string | undefined,
    withAnnotations: options['withAnnotations'] === true,
    private: options['private'] === true,
  });
}

/** Writes a new file, whose name it returns, or stdout. Inputs are never written, and another file only with `--force`. */
export async function deliver(
  written: WriteResult,
  inputs: readonly string[],
  options: Options,
  env: Env,
): Promise<string | undefined> {
  const output = options['output'] as string | undefined;
  if (output === undefined || output === STDIN) {
    // Terminals interpret control characters; files and pipes get the exact text.
    if (env.stdout.isTTY) await env.stdout.write(visible(written.text, { newlines: true, tabs: true }));
    else for (const part of textParts(written.parts ?? written.text)) await env.stdout.write(part);
    return undefined;
  }
  writeNewFile(output, written.parts ?? written.text, inputs, options['force'] === true, env);
  return output;
}
