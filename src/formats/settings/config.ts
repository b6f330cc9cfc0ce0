/** The configuration of a project (`.onrecord.yaml`): YAML in, a validated value and findings out. */

import { PHRASE_LISTS, type PhraseListName } from '../../core/language/phrase-lists.ts';
import type {
  Config,
  OptionValue,
  Requirement,
  TranscriptReading,
  WordChange,
} from '../../core/model/config.ts';
import { compareFindings, type Finding, type Path } from '../../core/model/finding.ts';
import type { ConfigEntry } from '../../core/model/generated/entries.ts';
import type { RuleDocs, RuleOption } from '../../core/model/rule-docs.ts';
import { SourceText } from '../../core/model/span.ts';
import { type Preset, TAGS } from '../../core/model/vocabulary.ts';
import { closest } from '../../core/text/closest.ts';
import { unusable } from '../../core/text/glob.ts';
import { COLUMNS } from '../format.ts';
import { IMPORTED_FORMATS } from '../imported-formats.ts';
import { isEncoding } from '../shared/encodings.ts';
import { PROFILE_IDS } from '../text/style/profile-ids.ts';
import { decodeText } from '../yaml/read/decode.ts';
import type { YamlDocument } from '../yaml/read/document.ts';
import { type ConfigText, readSoundConfig } from './sound-config.ts';

export interface ReadConfig {
  /** The valid settings; invalid ones are left out. */
  readonly config: Config;
  readonly preset: Preset | undefined;
  readonly source?: SourceText;
  /** What findings have places in; undefined if the text is no mapping, or cannot be read as YAML. */
  readonly document?: YamlDocument;
  readonly findings: readonly Finding[];
}

/**
 * Reads a configuration. Never throws on bad data.
 * @param file name for findings
 * @param rules every rule that levels and options can be of; without them options are left out and levels are not checked
 * @param mayLeadUp whether its globs may match files outside of its folder
 */
export async function readConfig(
  bytes: Uint8Array,
  file: string,
  rules: readonly RuleDocs[] | undefined,
  mayLeadUp = false,
): Promise<ReadConfig> {
  const decoded = decodeText(bytes, file);
  if ('finding' in decoded) return { ...fromEntry({}, new Map(), mayLeadUp), findings: [decoded.finding] };
  const { text } = decoded;
  const source = new SourceText(text);
  const { document, entry, findings } = readSoundConfig(text) ?? (await readFaulty(text, file));
  if (document === undefined) return { ...fromEntry({}, new Map(), mayLeadUp), source, findings };
  const names = configNames(document, file, mayLeadUp);
  names.check(entry);
  const options = rules === undefined ? new Map() : names.optionsOf(entry, rules);
  const all = [...findings, ...names.findings].sort(compareFindings);
  return { ...fromEntry(entry, options, mayLeadUp), source, document, findings: all };
}

/** Loaded where it is needed: with the full parser and the validators it is more than the rest of a start. */
async function readFaulty(text: string, file: string): Promise<ConfigText> {
  const { readFaultyConfig } = await import('./faulty-config.ts');
  return readFaultyConfig(text, file);
}

function fromEntry(
  entry: ConfigEntry,
  options: Config['options'],
  mayLeadUp: boolean,
): Omit<ReadConfig, 'findings'> {
  const usable = (globs: readonly string[] = []) =>
    globs.filter(glob => unusable(glob, mayLeadUp) === undefined);
  return {
    preset: entry.extends,
    config: {
      levels: new Map(Object.entries(entry.rules ?? {})),
      options,
      tags: new Map(Object.entries(entry.tags ?? {})),
      require: (entry.require ?? []).map(requirement),
      words: new Map(
        Object.entries(entry.words ?? {})
          .filter(isKnownList)
          .map(wordChange),
      ),
      transcripts: (entry.transcripts ?? []).map(reading => ({
        ...usableReading(reading),
        files: usable(reading.files),
      })),
      layers: usable(entry.layers),
      ignore: usable(entry.ignore),
      quotes: (entry.quotes ?? [])
        .map(({ drafts, in: transcripts }) => ({
          drafts: usable(drafts),
          in: usable(transcripts),
        }))
        .filter(quoted => quoted.drafts.length > 0 && quoted.in.length > 0),
      elsewhere: entry.elsewhere ?? [],
    },
  };
}

/** Without what does not exist: a wrong format must not stop a file from being looked at. */
function usableReading({ from, profile, map = {}, encoding, ...rest }: TranscriptReading): TranscriptReading {
  const columns = Object.entries(map).filter(([name]) => isOneOf(COLUMNS, name));
  return {
    ...rest,
    ...(isOneOf(IMPORTED_FORMATS, from) && { from }),
    ...(isOneOf(PROFILE_IDS, profile) && { profile }),
    ...(columns.length > 0 && { map: Object.fromEntries(columns) }),
    ...(encoding !== undefined && isEncoding(encoding) && { encoding }),
  };
}

function isOneOf<T extends string>(names: readonly T[], name: string | undefined): name is T {
  return (names as readonly (string | undefined)[]).includes(name);
}

function requirement({
  tag,
  entry = 'annotation',
  ...rest
}: NonNullable<ConfigEntry['require']>[number]): Requirement {
  return { ...rest, entry, ...(tag !== undefined && { tag: [tag].flat() }) };
}

type WordEntry = readonly [string, NonNullable<ConfigEntry['words']>[string]];

function isKnownList([name]: WordEntry): boolean {
  return Object.hasOwn(PHRASE_LISTS, name);
}

function wordChange([name, change]: WordEntry): [PhraseListName, WordChange] {
  const value = Array.isArray(change)
    ? { only: change }
    : { add: change.add ?? [], remove: change.remove ?? [] };
  return [name as PhraseListName, value];
}

/** Names that only the program knows: of rules, their options, tags and lists. */
function configNames(document: YamlDocument, file: string, mayLeadUp: boolean) {
  const findings: Finding[] = [];

  /** Reports names that do not exist, those of rules and their options left out. */
  function check(entry: ConfigEntry): void {
    for (const name of Object.keys(entry.words ?? {}))
      nameKnown('list of phrases', name, Object.keys(PHRASE_LISTS), ['words', name]);
    for (const name of Object.keys(entry.tags ?? {})) {
      if (Object.hasOwn(TAGS, name))
        refuse(['tags', name], 'key', `\`${name}\` is a tag of the format already`, 'choose another name');
    }
    for (const key of ['layers', 'ignore'] as const) checkGlobs([key], entry[key] ?? []);
    for (const [index, quoted] of (entry.quotes ?? []).entries())
      for (const key of ['drafts', 'in'] as const) checkGlobs(['quotes', index, key], quoted[key]);
    for (const [index, reading] of (entry.transcripts ?? []).entries()) checkReading(reading, index);
  }

  /** Reports unknown rules and options, and returns the others with the types that their rules declare. */
  function optionsOf(entry: ConfigEntry, rules: readonly RuleDocs[]): Config['options'] {
    const known = new Map(rules.map(rule => [rule.id, rule]));
    const ids = [...known.keys()];
    for (const id of Object.keys(entry.rules ?? {})) nameKnown('rule', id, ids, ['rules', id]);
    const options = new Map<string, Readonly<Record<string, OptionValue>>>();
    for (const [id, given] of Object.entries(entry.options ?? {})) {
      if (nameKnown('rule', id, ids, ['options', id])) options.set(id, optionsOfRule(known.get(id)!, given));
    }
    return options;
  }

  function checkGlobs(path: Path, globs: readonly string[]): void {
    for (const [index, glob] of globs.entries()) {
      const fault = unusable(glob, mayLeadUp);
      if (fault !== undefined) refuse([...path, index], 'value', fault.message, fault.help);
    }
  }

  /** Formats, profiles, columns and encodings that do not exist are told: nothing would be read by them. */
  function checkReading(
    { files, from, profile, map = {}, encoding }: TranscriptReading,
    index: number,
  ): void {
    const path = ['transcripts', index];
    checkGlobs([...path, 'files'], files);
    if (from !== undefined)
      nameKnown('format that is read', from, IMPORTED_FORMATS, [...path, 'from'], 'value');
    if (profile !== undefined) nameKnown('profile', profile, PROFILE_IDS, [...path, 'profile'], 'value');
    for (const name of Object.keys(map)) nameKnown('column', name, COLUMNS, [...path, 'map', name]);
    if (encoding !== undefined && !isEncoding(encoding))
      refuse(
        [...path, 'encoding'],
        'value',
        `there is no encoding \`${encoding}\``,
        'for example: windows-1252, utf-16le, gb18030, koi8-r',
      );
  }

  function optionsOfRule({ id, options: known = {} }: RuleDocs, given: unknown): Record<string, OptionValue> {
    const path = ['options', id];
    const values: Record<string, OptionValue> = {};
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      refuse(path, 'value', 'expected a mapping of options', `\`onrecord explain ${id}\` lists them`);
      return values;
    }
    for (const [name, text] of Object.entries(given)) {
      if (!nameKnown(`option of ${id}`, name, Object.keys(known), [...path, name])) continue;
      const value = optionValue(known[name]!, text);
      if (value !== undefined) values[name] = value;
      else refuse([...path, name], 'value', `expected ${kindOf(known[name]!)}`);
    }
    return values;
  }

  function nameKnown(
    what: string,
    name: string,
    names: readonly string[],
    path: Path,
    part: 'key' | 'value' = 'key',
  ): boolean {
    if (names.includes(name)) return true;
    const meant = closest(name, names);
    const help =
      meant !== undefined
        ? `did you mean \`${meant}\`?`
        : names.length > 0 && names.length < 20
          ? `there are: ${names.join(', ')}`
          : undefined;
    refuse(path, part, `there is no ${what} \`${name}\``, help);
    return false;
  }

  function refuse(path: Path, part: 'key' | 'value', message: string, help?: string): void {
    findings.push({
      rule: 'bad-config',
      severity: 'error',
      file,
      span: document.locate(path, part),
      message,
      ...(help !== undefined && { help }),
    });
  }

  return { findings, check, optionsOf };
}

/** The value of an option in the type of its default; undefined if it has another. */
function optionValue(option: RuleOption, given: unknown): OptionValue | undefined {
  if (Array.isArray(option.default)) {
    const isList = Array.isArray(given) && given.every(item => typeof item === 'string');
    return isList ? (given as string[]) : undefined;
  }
  if (typeof given !== 'string') return undefined;
  switch (typeof option.default) {
    case 'number':
      return given.trim() !== '' && Number.isFinite(Number(given)) ? Number(given) : undefined;
    case 'boolean':
      return given === 'true' ? true : given === 'false' ? false : undefined;
    default:
      return given;
  }
}

function kindOf(option: RuleOption): string {
  if (Array.isArray(option.default)) return 'a list of text';
  return { number: 'a number', boolean: 'true or false' }[typeof option.default as string] ?? 'text';
}
