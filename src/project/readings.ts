/** How each file in another format is read: as the run says, and where it says nothing, as the configuration does. */
import type { TranscriptReading } from '../core/model/config.ts';
import { COLUMNS, type Column } from '../formats/format.ts';
import type { FormatId } from '../formats/index.ts';
import type { Env } from '../io/env.ts';
import { nameIn } from './display-name.ts';
import type { ProjectConfig } from './read-project-config.ts';
import type { Reading } from './reading.ts';

type ConfigOf = (file: string) => Promise<ProjectConfig | undefined>;

export class Readings {
  readonly #env: Env;
  readonly #run: Reading;
  readonly #configOf: ConfigOf;

  /** @param run what the options of the run say. */
  constructor(env: Env, run: Reading, configOf: ConfigOf) {
    this.#env = env;
    this.#run = run;
    this.#configOf = configOf;
  }

  /** Tells on stderr where the run differs from the configuration: ids of utterances may then differ too. */
  async of(file: string): Promise<Reading> {
    const config = await this.#configOf(file);
    const entry = config && (await this.#entryFor(file, config));
    if (entry === undefined) return this.#run;
    const configured = readingOfEntry(entry);
    await this.#tellDifferences(file, configured, config?.file);
    const { from, profile, columns, speakers, encoding, language } = this.#run;
    return {
      from: from ?? configured.from,
      profile: profile ?? configured.profile,
      columns: columns ?? configured.columns,
      speakers: speakers ?? configured.speakers,
      encoding: encoding ?? configured.encoding,
      language: language ?? configured.language,
    };
  }

  async #entryFor(file: string, { folder, config }: ProjectConfig): Promise<TranscriptReading | undefined> {
    if (folder === undefined || config.transcripts.length === 0) return undefined;
    const { matcher } = await import('../io/globs.ts');
    const relative = nameIn(folder, this.#env.files.absolute(file));
    return config.transcripts.find(({ files }) => matcher(files)(relative));
  }

  async #tellDifferences(file: string, configured: Reading, name: string | undefined): Promise<void> {
    for (const [key, option] of OPTIONS) {
      const [here, there] = [shown(this.#run[key]), shown(configured[key])];
      if (here === undefined || there === undefined || here === there) continue;
      await this.#env.stderr.write(
        `onrecord: ${file}: ${option} ${here} is not what ${name} says (${there}); ids of utterances may differ\n`,
      );
    }
  }
}

const OPTIONS = [
  ['from', '--from'],
  ['profile', '--profile'],
  ['columns', '--map'],
  ['speakers', '--speakers'],
  ['encoding', '--encoding'],
] as const;

function shown(value: Reading[keyof Reading]): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  if (value instanceof Map) return Array.from(value, ([name, column]) => `${name}=${column}`).join(',');
  return [...(value as readonly string[])].join(',');
}

function readingOfEntry({ from, profile, map, speakers, encoding, language }: TranscriptReading): Reading {
  return {
    // The configuration was checked: it names formats that there are.
    from: from as FormatId | undefined,
    profile,
    columns:
      map && new Map(COLUMNS.flatMap((name): [Column, string][] => (map[name] ? [[name, map[name]]] : []))),
    speakers,
    encoding,
    language,
  };
}
