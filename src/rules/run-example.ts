/** Runs a rule's example as `check` would. Reading is handed in, for rules know no file format. */

import { sha256 } from '../core/anchor/hash.ts';
import { prepareDates } from '../core/dates/date.ts';
import { datesOf } from '../core/dates/dates-of.ts';
import type { Language } from '../core/language/language.ts';
import { pushAll } from '../core/long-lists.ts';
import { compareFindings, type Finding, type RefusedNode } from '../core/model/finding.ts';
import type { Layer, Source, Transcript } from '../core/model/model.ts';
import { type Document, documentsOf, type Project } from '../core/model/project.ts';
import type { Example, ExampleRun } from '../core/model/rule-docs.ts';
import type { SourceCopies, SourceCopy } from '../core/model/source-copy.ts';
import { SourceText } from '../core/model/span.ts';
import type { Rule } from './rule.ts';
import { runRules } from './run.ts';

/** Reads one file of an example: the document, where there is one, what reading found, and what it left out. */
type ReadExample = (
  bytes: Uint8Array,
  file: string,
) => Promise<{
  readonly document?: Document | undefined;
  readonly findings: readonly Finding[];
  readonly unreadable: readonly RefusedNode[];
}>;

/** Dependencies of an example that rules do not import. */
export interface ExampleTools {
  readonly read: ReadExample;
  readonly language: Language;
  /** Every rule that there is. */
  readonly rules: readonly Rule[];
}

/** Bytes that are the same every time: what an example prints must not change from run to run. */
const FIXED_BYTES = Uint8Array.from({ length: 64 }, (_, index) => 7 * index + 3);

/**
 * Returns the findings of reading and of `rule` for an example; omit `rule` for a rule of reading. Findings of reading
 * are included, so that a mistake in the example itself shows.
 */
export async function runExample(
  example: Example,
  { read, language, rules }: ExampleTools,
  rule?: Rule,
): Promise<ExampleRun> {
  const files = Object.entries(example.files);
  const results = await Promise.all(
    files.filter(([file]) => !isCopy(file)).map(([file, content]) => read(bytesOf(content), file)),
  );
  const findings = results.flatMap(result => result.findings);
  const project = projectOf(results.flatMap(({ document }) => document ?? []));
  if (rule !== undefined && project !== undefined) {
    await prepareDates(
      documentsOf(project).flatMap(({ value }) => Array.from(datesOf(value), date => date.text)),
    );
    let made = 0;
    const settings = {
      rules: [rule, ...rules.filter(({ id }) => example.also?.includes(id))],
      ruleIds: new Set(rules.map(({ id }) => id)),
      require: example.require ?? [],
      options: new Map([[rule.id, example.options ?? {}]]),
      unreadable: results.flatMap(result => result.unreadable),
      language: { ...language, unlisted: example.unlisted },
      copies: copiesOf(project, example),
      random: (count: number) => {
        made += 1;
        return FIXED_BYTES.subarray(made, made + count);
      },
    };
    pushAll(findings, await runRules(project, settings));
  }
  return {
    example,
    findings: findings.sort(compareFindings),
    sources: new Map(files.map(([file, content]) => [file, sourceOf(content)])),
  };
}

/** Files of an example that are local copies of sources; a transcript in another format is named `talk`. */
function isCopy(file: string): boolean {
  return !file.endsWith('.yaml') && !file.startsWith('talk.');
}

function copiesOf(project: Project, { files }: Example): SourceCopies {
  const copies = new Map<Source, SourceCopy>();
  for (const { value } of documentsOf(project)) {
    for (const source of value.sources.values()) {
      if (source.file === undefined) continue;
      const content = files[source.file];
      if (content === undefined) copies.set(source, { refused: 'no such file' });
      else copies.set(source, { sha256: sha256(bytesOf(content)), text: sourceOf(content).text });
    }
  }
  return copies;
}

function projectOf(documents: readonly Document[]): Project | undefined {
  const transcript = documents.find(
    (document): document is Document<Transcript> => document.value.kind === 'transcript',
  );
  const layers = documents.filter((document): document is Document<Layer> => document.value.kind === 'layer');
  return transcript && { transcript, layers };
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** Bytes that are no text show as the characters of Latin 1, one a byte. */
function sourceOf(content: string | Uint8Array): SourceText {
  return new SourceText(typeof content === 'string' ? content : String.fromCharCode(...content));
}
