/** Runs rules over a project: adds rule ids and severities, and returns the findings in order. */

import { type Language, NO_LANGUAGE } from '../core/language/language.ts';
import type { OptionValue, Requirement } from '../core/model/config.ts';
import { type EarlierVersions, NO_EARLIER_VERSIONS } from '../core/model/earlier-version.ts';
import {
  compareFindings,
  type Finding,
  type Label,
  type Location,
  type Place,
  type RefusedNode,
  type Severity,
} from '../core/model/finding.ts';
import { type Document, documentsOf, type Project } from '../core/model/project.ts';
import type { RuleDocs } from '../core/model/rule-docs.ts';
import type { SourceCopies } from '../core/model/source-copy.ts';
import { type Level, type TagInfo, tagsWith } from '../core/model/vocabulary.ts';
import type { Environment } from './context/environment.ts';
import { projectContext } from './context/project-context.ts';
import type { Report, Rule } from './rule.ts';
import { atTheirWords, isAboutWords } from './shared/words-in-source.ts';

/** Settings shared by all projects under one configuration. */
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
  /** Looks for earlier versions of files; without it none is known. */
  readonly earlier?: EarlierVersions | undefined;
  /** Random bytes, for the ids that fixes write. */
  readonly random: (bytes: number) => Uint8Array;
}

/** Input of one project. */
export interface ProjectSurroundings {
  /** Nodes that reading refused: what rules find inside them is a consequence and is dropped. */
  readonly unreadable?: readonly RefusedNode[];
  /** Local copies of sources, as far as sources name one. */
  readonly copies?: SourceCopies;
  /** The words and phrases to look for; without them no rule finds any. */
  readonly language?: Language;
}

/** The findings of all rules that are not off, sorted by `compareFindings`. */
export type RunRules = (project: Project, surroundings?: ProjectSurroundings) => Promise<Finding[]>;

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
    if (level !== 'off') running.push({ rule, severity: level, options: optionsOf(rule, settings.options) });
  }
  running.sort(byTurn);
  const shared: Omit<Environment, 'copies' | 'language'> = {
    tags: tagsWith(settings.tags),
    random: settings.random,
    earlier: settings.earlier ?? NO_EARLIER_VERSIONS,
    requirements: settings.require ?? [],
    rulesRun: new Map(running.map(({ rule }) => [rule.id, rule])),
    ruleIds: settings.ruleIds ?? new Set(settings.rules.map(({ id }) => id)),
  };
  return async (project, { unreadable = [], copies = new Map(), language = NO_LANGUAGE } = {}) => {
    const context = projectContext(project, { ...shared, copies, language });
    const unknownKeys = settings.levels?.get(UNKNOWN_KEY) ?? 'warning';
    const places = new Places(project, unreadable, unknownKeys !== 'off');
    const findings: Finding[] = [];
    /** Of findings about words: where those stand is looked for at the end. */
    const reports = new Map<Finding, Report>();
    let current: Running;
    const report = (made: Report) => {
      const refused = made.absent && places.refusedAmong(made.absent);
      // A misspelt key is told as what it leads to, where that is worse.
      const isTold = refused?.misspelt === undefined || RANK[unknownKeys] >= RANK[current.severity];
      if (refused !== undefined && isTold) return;
      const stamped = stamp(made, current.rule.id, current.severity, places);
      const finding =
        refused?.misspelt === undefined ? stamped : atMisspeltKey(stamped, refused, refused.misspelt);
      const isConsequence = refused === undefined && unreadable.some(node => isWithin(finding, node));
      // A comment above a text is about all its words.
      if (isConsequence || context.suppressions.allows(finding)) return;
      findings.push(finding);
      if (refused?.misspelt === undefined && isAboutWords(made)) reports.set(finding, made);
    };
    const isRefused = (place: Place) => places.refusedAmong([place]) !== undefined;
    const plain = { ...context, options: NO_OPTIONS, report, isRefused };
    for (current of running) {
      const { rule, options } = current;
      const waiting = rule.check(options === NO_OPTIONS ? plain : { ...plain, options });
      if (waiting !== undefined) await waiting;
    }
    const placed = reports.size === 0 ? findings : await atTheirWords(findings, reports, places.documents);
    return placed.sort(compareFindings);
  };
}

/** As {@link ruleRunner}, for one project. */
export function runRules(project: Project, settings: RunSettings & ProjectSurroundings): Promise<Finding[]> {
  return ruleRunner(settings)(project, settings);
}

/** Runs last: unused comments are known only after every other rule. */
const LAST = 'unused-suppression';

function byTurn(a: Running, b: Running): number {
  return Number(a.rule.id === LAST) - Number(b.rule.id === LAST);
}

const NO_OPTIONS: Record<string, OptionValue> = {};

/** The values of a rule's options: the defaults, and over them what is set. */
export function optionsOf(
  { id, options }: RuleDocs,
  set: RunSettings['options'],
): Record<string, OptionValue> {
  if (options === undefined) return NO_OPTIONS;
  const defaults = Object.entries(options).map(([name, option]) => [name, option.default]);
  return { ...Object.fromEntries(defaults), ...set?.get(id) };
}

const UNKNOWN_KEY = 'unknown-key';

const RANK: Record<Level, number> = { off: 0, info: 1, warning: 2, error: 3 };

/** The finding as one of the misspelt key that led to it. */
function atMisspeltKey(finding: Finding, { file, span }: RefusedNode, { key, meant }: Misspelt): Finding {
  return {
    ...finding,
    file,
    ...(span && { span }),
    message: `unknown key \`${key}\`: ${finding.message}`,
    help: `did you mean \`${meant}\`?`,
    replaces: UNKNOWN_KEY,
  };
}

type Misspelt = NonNullable<RefusedNode['misspelt']>;

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
  readonly #refused: readonly RefusedNode[];
  #byFile: ReadonlyMap<string, Document> | undefined;

  /** @param areMisspeltTold whether unknown keys are reported; otherwise nothing is known of them here. */
  constructor(project: Project, refused: readonly RefusedNode[], areMisspeltTold: boolean) {
    this.#project = project;
    this.#refused = areMisspeltTold ? refused : refused.filter(({ misspelt }) => misspelt === undefined);
  }

  /** Created lazily: most projects have no finding. */
  get documents(): ReadonlyMap<string, Document> {
    this.#byFile ??= new Map(documentsOf(this.#project).map(document => [document.file, document]));
    return this.#byFile;
  }

  locate(place: Place): Location {
    if (place.span !== undefined) return { file: place.file, span: place.span };
    const document = this.documents.get(place.file);
    if (document === undefined) return { file: place.file };
    return { file: place.file, span: document.locate(place.path, place.part) };
  }

  /**
   * What reading refused at one of some places that the model lacks: the node there, or a misspelt key beside it.
   * Undefined if the file has nothing there.
   */
  refusedAmong(places: readonly Place[]): RefusedNode | undefined {
    if (this.#refused.length === 0) return undefined;
    for (const place of places) {
      const document = this.documents.get(place.file);
      if (document === undefined) continue;
      const around = place.path.slice(0, -1);
      const parent = document.locate(around);
      const misspelt = this.#refused.find(
        node =>
          node.misspelt?.meant === place.path.at(-1) && isWithin(node, { file: place.file, span: parent }),
      );
      if (misspelt !== undefined) return misspelt;
      // `locate` answers with the enclosing node where it has none.
      const span = document.locate(place.path, 'key');
      const isThere = [parent, document.locate(around, 'key')].every(
        other => other.start !== span.start || other.end !== span.end,
      );
      if (isThere) return { file: place.file, span };
    }
    return undefined;
  }
}
