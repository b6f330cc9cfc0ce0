/** A job of a check in a thread: what goes in and out of it is copied, so it is plain data. */
import type { Finding } from '../../core/model/finding.ts';
import { SourceText } from '../../core/model/span.ts';
import type { Env, Threads } from '../../io/env.ts';
import { ProjectConfigs } from '../../project/project-config.ts';
import type { ProjectConfig } from '../../project/read-project-config.ts';
import { answerOf, inThread, type PlainError, packed, unpacked } from '../in-thread.ts';
import type { Options } from '../printing.ts';
import { type CheckedShare, checkShare, type Share } from './share.ts';

/** A job that was done, the configurations that it used, and what it wrote on stderr. */
export interface DoneShare extends CheckedShare {
  readonly configs: readonly ConfigReport[];
  readonly stderr: string;
}

/** The findings about a configuration. */
export interface ConfigReport {
  readonly file: string;
  readonly source: SourceText;
  readonly findings: readonly Finding[];
}

interface Order {
  readonly share: Share;
  readonly options: Options;
}

/** The same as plain data. */
interface PlainShare extends Omit<DoneShare, 'sources' | 'troubles' | 'configs'> {
  readonly texts: ReadonlyMap<string, string>;
  readonly troubles: readonly PlainError[];
  readonly configs: readonly (Omit<ConfigReport, 'source'> & { readonly text: string })[];
}

/** @throws what the job throws, as it would here. */
export async function checkShareInThread(
  share: Share,
  options: Options,
  threads: Threads,
): Promise<DoneShare> {
  const order: Order = { share, options };
  const { texts, troubles, configs, ...rest } = await inThread<PlainShare>(order, threads);
  return {
    ...rest,
    sources: new Map(Array.from(texts, ([file, text]) => [file, new SourceText(text)])),
    troubles: troubles.map(unpacked),
    configs: configs.map(({ text, ...report }) => ({ ...report, source: new SourceText(text) })),
  };
}

/** The other end. */
export function checkInThread(input: unknown, env: Env): Promise<unknown> {
  const { share, options } = input as Order;
  return answerOf(() => plainShare(share, options, env));
}

async function plainShare(share: Share, options: Options, env: Env): Promise<PlainShare> {
  let stderr = '';
  const held: Env = {
    ...env,
    stderr: {
      isTTY: false,
      columns: undefined,
      write: async text => {
        stderr += text;
      },
    },
  };
  const configs = await ProjectConfigs.open(held, options['config'] as string | boolean | undefined);
  const { sources, troubles, ...done } = await checkShare(share, configs, options, held);
  return {
    ...done,
    texts: textsPointedAt(done.findings, sources),
    troubles: troubles.map(packed),
    configs: reportsOf(configs.used()).map(({ source, ...report }) => ({ ...report, text: source.text })),
    stderr,
  };
}

export function reportsOf(configs: Iterable<ProjectConfig>): ConfigReport[] {
  return Array.from(configs).flatMap(({ file, source, findings }) =>
    file === undefined || source === undefined ? [] : [{ file, source, findings }],
  );
}

/** Only these are printed. */
function textsPointedAt(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, SourceText>,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const finding of findings) {
    for (const { file } of [finding, ...(finding.labels ?? [])]) {
      const source = sources.get(file);
      if (source !== undefined) texts.set(file, source.text);
    }
  }
  return texts;
}
