/** Findings as SARIF 2.1.0 (OASIS), which code scanning of GitHub, Azure and others read. */

import { sha256 } from '../../core/anchor/hash.ts';
import { fingerprintOf } from '../../core/model/baseline.ts';
import { type Finding, type Location, type Severity, withoutPrivate } from '../../core/model/finding.ts';
import type { ListedRule } from '../../core/model/rule-docs.ts';
import { jsonDocument } from '../escape/json.ts';
import { visible } from '../escape/visible.ts';
import type { Printer } from '../printer.ts';
import { extentOf, type FindingsReport, type Sources } from './findings.ts';

/** GitHub refuses files with more results. */
const MAX_RESULTS = 25_000;

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

export const printFindingsSarif: Printer<FindingsReport> = ({ findings, sources, docs = [], program }) => {
  const shown = withoutPrivate(findings).slice(0, MAX_RESULTS);
  const ids = [...new Set(shown.map(({ rule }) => rule))].sort();
  const docsById = new Map(docs.map(rule => [rule.id, rule]));
  const leftOut = findings.length - shown.length;
  const driver = {
    name: 'onrecord',
    ...(program && { semanticVersion: program.version, informationUri: program.homepage }),
    rules: ids.map(id => descriptor(id, docsById.get(id), program)),
  };
  return jsonDocument({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        columnKind: 'unicodeCodePoints',
        results: shown.map(finding => result(finding, ids.indexOf(finding.rule), sources)),
        ...(leftOut > 0 && { invocations: [invocation(leftOut)] }),
      },
    ],
  });
};

function descriptor(id: string, docs: ListedRule | undefined, program: FindingsReport['program']) {
  // GitHub wants a description of every rule.
  if (docs === undefined) return { id, shortDescription: { text: id.replaceAll('-', ' ') } };
  return {
    id,
    shortDescription: { text: docs.summary },
    fullDescription: { text: docs.why },
    help: { text: `${docs.why}\nRests on: ${docs.source}\nMore: onrecord explain ${id}` },
    helpUri: helpUri(docs, program),
    defaultConfiguration: { level: LEVELS[docs.severity] },
    properties: { tags: docs.topics },
  };
}

/** The page of the rule in the repository; without a known repository its name, for the text of the page is in `help`. */
function helpUri({ id, file }: ListedRule, program: FindingsReport['program']): string {
  if (program?.homepage === undefined) return `urn:x-onrecord:rule:${id}`;
  return `${program.homepage}/blob/v${program.version}/${file}`;
}

function result(finding: Finding, ruleIndex: number, sources: Sources) {
  const { rule, severity, message, help, labels, fix } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: {
      text: visible(help === undefined ? message : `${message}\nhelp: ${help}`, { newlines: true }),
    },
    locations: [{ physicalLocation: physical(finding, sources) }],
    relatedLocations: labels?.map((label, id) => ({
      id,
      message: { text: visible(label.message) },
      physicalLocation: physical(label, sources),
    })),
    fixes: fix && [
      {
        description: { text: visible(fix.title) },
        artifactChanges: [
          {
            artifactLocation: { uri: uriOf(fix.file) },
            replacements: fix.edits.map(({ span, text }) => ({
              deletedRegion: regionOf({ file: fix.file, span }, sources) ?? { startLine: 1 },
              insertedContent: { text },
            })),
          },
        ],
      },
    ],
    // Lines move, and files are renamed; the rule and what it says, with ids and without counts, stay.
    partialFingerprints: {
      'onrecord/v2': sha256(JSON.stringify([rule, finding.owner, fingerprintOf(finding)])).slice(0, 32),
    },
  };
}

function invocation(leftOut: number) {
  const text = `${leftOut} more findings are left out: a file holds ${MAX_RESULTS} at most`;
  return {
    executionSuccessful: true,
    toolExecutionNotifications: [{ level: 'warning', message: { text } }],
  };
}

function physical(location: Location, sources: Sources) {
  return { artifactLocation: { uri: uriOf(location.file) }, region: regionOf(location, sources) };
}

function regionOf(location: Location, sources: Sources) {
  const extent = extentOf(location, sources);
  if (extent === undefined) return undefined;
  const { start, end } = extent;
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A URI reference (RFC 3986) that stays relative where the name is; lone surrogates have no encoding. */
function uriOf(file: string): string {
  const encoded = file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return file.startsWith('/') ? `file://${encoded}` : encoded;
}
