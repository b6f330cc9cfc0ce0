/** Refuses entries with errors of `check`, before a command writes them. */
import { type Finding, type Path, withoutReplaced } from '../core/model/finding.ts';
import { type Document, isLayer, isTranscript, type Project } from '../core/model/project.ts';
import type { Span } from '../core/model/span.ts';
import type { readDocument } from '../formats/onrecord/read.ts';
import type { Env } from '../io/env.ts';
import { prepareDatesOf } from '../project/prepare-dates.ts';
import { RULES } from '../rules/rules.ts';
import { runRules } from '../rules/run.ts';

/** The project with a document in place of the one of the same file, or with one layer more. */
export function withDocument(project: Project, document: Document): Project {
  if (isTranscript(document)) return { ...project, transcript: document };
  if (!isLayer(document)) return project;
  const isNew = project.layers.every(layer => layer.file !== document.file);
  const layers = project.layers.map(layer => (layer.file === document.file ? document : layer));
  return { ...project, layers: isNew ? [...layers, document] : layers };
}

export interface WrittenEntries {
  readonly before: Project;
  readonly changed: Project;
  /** Paths of the entries that are new or changed, in the edited document. */
  readonly entries: readonly Path[];
  readonly file: string;
  readonly env: Env;
}

/**
 * Returns the errors in written entries. An unknown key is one too, since nobody meant to write it. A fault that the entry
 * had before, and that is no worse now, does not stop changes to something else in it.
 */
export async function refusedIn(
  edited: ReturnType<typeof readDocument>,
  { before, changed, entries, file: name, env }: WrittenEntries,
): Promise<readonly Finding[]> {
  const places = entries.map(at => edited.document?.locate(at));
  const isOfEntry = ({ file, span, labels = [] }: Finding) =>
    (file === name && isWithin(span, places)) ||
    labels.some(label => label.file === name && label.span !== undefined && isWithin(label.span, places));
  const isSerious = ({ severity, rule }: Finding) => severity === 'error' || rule === 'unknown-key';
  const findings = await findingsOf(edited, changed, env);
  const refused = findings.filter(finding => isSerious(finding) && isOfEntry(finding));
  if (refused.length === 0) return [];
  const known = new Set((await findingsOf({ findings: [], unreadable: [] }, before, env)).map(keyOf));
  return refused.filter(finding => !known.has(keyOf(finding))).map(asError);
}

async function findingsOf(
  {
    document,
    findings,
    unreadable,
  }: Pick<ReturnType<typeof readDocument>, 'document' | 'findings' | 'unreadable'>,
  project: Project,
  env: Env,
): Promise<readonly Finding[]> {
  if (document === undefined && findings.length > 0) return findings;
  await prepareDatesOf([project]);
  const settings = { rules: RULES, unreadable, random: env.random, tags: project.tags ?? new Map() };
  return withoutReplaced([...findings, ...(await runRules(project, settings))]);
}

function isWithin(span: Span | undefined, places: readonly (Span | undefined)[]): boolean {
  return (
    span === undefined ||
    places.some(place => place !== undefined && span.start >= place.start && span.end <= place.end)
  );
}

const keyOf = ({ rule, message }: Finding) => `${rule} ${message}`;

function asError(finding: Finding): Finding {
  return { ...finding, severity: 'error' };
}
