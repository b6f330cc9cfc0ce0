/** Runs rules over a project: stamps what a rule could get wrong, and gives the findings in their order. */

import { type Language, NO_LANGUAGE } from '../core/language/language.ts';
import { lazily } from '../core/lazily.ts';
import type { OptionValue, Requirement } from '../core/model/config.ts';
import {
  compareFindings,
  type Finding,
  type Label,
  type Location,
  type Place,
  type Severity,
} from '../core/model/finding.ts';
import { type Document, documentsOf, type Project } from '../core/model/project.ts';
import type { SourceCopies } from '../core/model/source-copy.ts';
import { type Level, TAGS, type TagInfo } from '../core/model/vocabulary.ts';
import type { Environment } from './context/environment.ts';
import { projectContext } from './context/project-context.ts';
import type { Report, Rule } from './rule.ts';

/** What holds for all projects under one configuration. */
export interface RunSettings {
  readonly rules: readonly Rule[];
  /** Levels by rule id, where they differ from the rule's own. */
  readonly levels?: ReadonlyMap<string, Level>;
  /** Options by rule id, where they differ from the defaults. */
  readonly options?: ReadonlyMap<string, Readonly<Record<string, OptionValue>>>;
  /** The project's own tags, beside those of the format. */
  readonly tags?: ReadonlyMap<string, TagInfo>;
  /** Fields that the project asks for. */
  readonly require?: readonly Requirement[];
  /** Ids of all rules that there are, where not all of them run. */
  readonly ruleIds?: ReadonlySet<string>;
  /** The words and phrases to look for; without them no rule finds any. */
  readonly language?: () => Language;
  /** Random bytes, for the ids that fixes write. */
  readonly random: (bytes: number) => Uint8Array;
}

/** What belongs to one project. */
export interface ProjectSurroundings {
  /** Nodes that reading refused: what rules find inside them is a consequence and is dropped. */
  readonly unreadable?: readonly Location[];
  /** Local copies of sources, as far as sources name one. */
  readonly copies?: SourceCopies;
}

/** The findings of all rules that are not off, sorted by `compareFindings`. */
export type RunRules = (project: Project, surroundings?: ProjectSurroundings) => Finding[];

interface Running {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: Record<string, OptionValue>;
}

/** Makes ready what the settings ask for, once for all the projects under them. */
export function ruleRunner(settings: RunSettings): RunRules {
  const running: Running[] = [];
  for (const rule of settings.rules) {
    const level = settings.levels?.get(rule.id) ?? rule.severity;
    if (level !== 'off') running.push({ rule, severity: level, options: optionsOf(rule, settings) });
  }
  running.sort(byTurn);
  const shared: Omit<Environment, 'copies'> = {
    tags: new Map<string, TagInfo>([...Object.entries(TAGS), ...(settings.tags ?? [])]),
    random: settings.random,
    language: lazily(settings.language ?? (() => NO_LANGUAGE)),
    requirements: settings.require ?? [],
    rulesRun: new Set(running.map(({ rule }) => rule.id)),
    ruleIds: settings.ruleIds ?? new Set(settings.rules.map(({ id }) => id)),
  };
  return (project, { unreadable = [], copies = new Map() } = {}) => {
    const context = projectContext(project, { ...shared, copies });
    const places = new Places(project);
    const findings: Finding[] = [];
    let current: Running;
    const report = (made: Report) => {
      if (made.absent?.some(place => places.exists(place))) return;
      const finding = stamp(made, current.rule.id, current.severity, places);
      if (unreadable.some(node => isWithin(finding, node)) || context.suppressions.allows(finding)) return;
      findings.push(finding);
    };
    const plain = { ...context, options: NO_OPTIONS, report };
    for (current of running) {
      const { rule, options } = current;
      rule.check(options === NO_OPTIONS ? plain : { ...plain, options });
    }
    return findings.sort(compareFindings);
  };
}

/** As {@link ruleRunner}, for one project. */
export function runRules(project: Project, settings: RunSettings & ProjectSurroundings): Finding[] {
  return ruleRunner(settings)(project, settings);
}

/** Which comments allowed nothing is known only when every other rule has spoken. */
const LAST = 'unused-suppression';

function byTurn(a: Running, b: Running): number {
  return Number(a.rule.id === LAST) - Number(b.rule.id === LAST);
}

const NO_OPTIONS: Record<string, OptionValue> = {};

function optionsOf(rule: Rule, settings: RunSettings): Record<string, OptionValue> {
  if (Object.keys(rule.options).length === 0) return NO_OPTIONS;
  const defaults = Object.entries(rule.options).map(([name, option]) => [name, option.default]);
  return { ...Object.fromEntries(defaults), ...settings.options?.get(rule.id) };
}

function stamp(made: Report, rule: string, severity: Severity, places: Places): Finding {
  const { at, labels, absent: _, ...said } = made;
  const finding: Finding = { rule, severity, ...places.locate(at), ...said };
  if (labels === undefined || labels.length === 0) return finding;
  const located = labels.map((label): Label => ({ ...places.locate(label.at), message: label.message }));
  return { ...finding, labels: located };
}

function isWithin(inner: Location, outer: Location): boolean {
  if (inner.file !== outer.file || inner.span === undefined || outer.span === undefined) return false;
  return inner.span.start >= outer.span.start && inner.span.end <= outer.span.end;
}

/** Places of rules, resolved to the text of the project's files. */
class Places {
  readonly #project: Project;
  #byFile: ReadonlyMap<string, Document> | undefined;

  constructor(project: Project) {
    this.#project = project;
  }

  /** Made for the first finding: most projects have none. */
  get #documents(): ReadonlyMap<string, Document> {
    this.#byFile ??= new Map(documentsOf(this.#project).map(document => [document.file, document]));
    return this.#byFile;
  }

  locate(place: Place): Location {
    if (place.span !== undefined) return { file: place.file, span: place.span };
    const document = this.#documents.get(place.file);
    if (document === undefined) return { file: place.file };
    return { file: place.file, span: document.locate(place.path, place.part) };
  }

  /** Whether the file has a node at that very place; `locate` answers with the enclosing node where it has none. */
  exists(place: Place): boolean {
    const document = this.#documents.get(place.file);
    if (document === undefined) return false;
    const node = document.locate(place.path, 'key');
    const parent = document.locate(place.path.slice(0, -1));
    const parentKey = document.locate(place.path.slice(0, -1), 'key');
    return ![parent, parentKey].some(span => span.start === node.start && span.end === node.end);
  }
}
