/** Reads the configuration of a project with the preset that it extends. */
import path from 'node:path';
import { type Config, NO_CONFIG } from '../core/model/config.ts';
import type { Finding } from '../core/model/finding.ts';
import type { RuleDocs } from '../core/model/rule-docs.ts';
import type { SourceText } from '../core/model/span.ts';
import type { Level, Preset } from '../core/model/vocabulary.ts';
import { type ReadConfig, readConfig } from '../formats/settings/config.ts';
import type { YamlDocument } from '../formats/yaml/read/document.ts';
import type { Env } from '../io/env.ts';
import { shippedFile } from '../io/shipped-file.ts';

export interface ProjectConfig {
  /** Name for messages; undefined if there is no configuration. */
  readonly file: string | undefined;
  /** Folder that globs are relative to, absolute. */
  readonly folder: string | undefined;
  readonly config: Config;
  readonly source: SourceText | undefined;
  /** What findings have places in; undefined if there is none, or it is not understood at all. */
  readonly document: YamlDocument | undefined;
  readonly findings: readonly Finding[];
  /** Those of the findings that are about layers that are not there. */
  readonly missingLayers: ReadonlySet<Finding>;
}

/**
 * @param shown its name in messages
 * @param rules every rule; left out, what the configuration says of rules is not read
 * @param isNamed whether somebody named it, wherever it lies: it may be about files beside its folder then
 * @throws InputError if the file cannot be opened.
 */
export async function readProjectConfig(
  env: Env,
  absolute: string,
  shown: string,
  rules: readonly RuleDocs[] | undefined,
  isNamed: boolean,
): Promise<ProjectConfig> {
  const read = await readConfig(env.files.read(absolute), shown, rules, isNamed);
  const { config, preset, source, document } = read;
  const folder = path.dirname(absolute);
  const withPatterns = rules !== undefined;
  const missing = await missingLayers(read, { file: shown, folder, withPatterns }, env);
  const findings = [...read.findings, ...missing];
  const levels =
    rules === undefined
      ? NO_CONFIG.levels
      : new Map([...(await presetLevels(env, preset)), ...config.levels]);
  return {
    file: shown,
    folder,
    config: { ...config, levels },
    source,
    document,
    findings,
    missingLayers: new Set(missing),
  };
}

/** Loaded where it is needed: most configurations name no layers. */
async function missingLayers(
  { config, document }: ReadConfig,
  { file, folder, withPatterns }: { file: string; folder: string; withPatterns: boolean },
  env: Env,
): Promise<readonly Finding[]> {
  if (document === undefined || config.layers.length === 0) return [];
  const { layersWithoutFile } = await import('./layers-without-file.ts');
  return layersWithoutFile({ file, folder, layers: config.layers, document }, env.files, withPatterns);
}

/** Presets ship with the program: neither a revision nor a folder has its own. */
async function presetLevels(env: Env, preset: Preset | undefined): Promise<ReadonlyMap<string, Level>> {
  if (preset === undefined) return new Map();
  const name = `presets/${preset}.yaml`;
  return (await readConfig(shippedFile(env, name), name, undefined)).config.levels;
}
