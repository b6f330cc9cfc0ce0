/** Runs the example of a rule about drafts as `check` would. */
import { compareFindings } from '../../core/model/finding.ts';
import { isTranscript } from '../../core/model/project.ts';
import type { Example, ExampleRun } from '../../core/model/rule-docs.ts';
import { SourceText } from '../../core/model/span.ts';
import { Allowances } from '../../core/quotes/allowances.ts';
import { idleFinding } from '../../core/quotes/findings.ts';
import { draftFormatOf, readDraft } from '../../formats/drafts/index.ts';
import { readDocument } from '../../formats/onrecord/read.ts';
import { prepareDatesOf } from '../prepare-dates.ts';
import { allowedFindings, quotationFindings } from './draft-findings.ts';
import { recordsOf } from './quoted-records.ts';

/** The findings of one rule in an example. */
export async function runDraftExample(example: Example, rule: string): Promise<ExampleRun> {
  const files = Object.entries(example.files).map(
    ([file, content]) =>
      [file, typeof content === 'string' ? new TextEncoder().encode(content) : content] as const,
  );
  const read = files
    .filter(([file]) => draftFormatOf(file) === undefined)
    .map(([file, bytes]) => readDocument(bytes, file));
  const projects = read.flatMap(({ document }) =>
    document !== undefined && isTranscript(document) ? [{ transcript: document, layers: [] }] : [],
  );
  await prepareDatesOf(projects);
  const drafts = [];
  for (const [file, bytes] of files) {
    if (draftFormatOf(file) === undefined) continue;
    const draft = await readDraft({ bytes, file });
    if (!('refused' in draft)) drafts.push(draft);
  }
  const allowances = new Allowances(drafts, []);
  const quotations = quotationFindings(drafts, await recordsOf(projects, drafts), allowances);
  const all = allowedFindings(
    [...quotations, ...allowances.idle(true).map(idleFinding)],
    drafts,
    new Set([rule]),
  );
  return {
    example,
    findings: [
      ...read.flatMap(({ findings }) => findings),
      ...all.filter(finding => finding.rule === rule),
    ].sort(compareFindings),
    sources: new Map(files.map(([file, bytes]) => [file, new SourceText(new TextDecoder().decode(bytes))])),
  };
}
