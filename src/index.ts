/** The library: read, convert, resolve, check, compare, merge. The command line is built on the same functions. */
export type { Placement } from './core/anchor/placement.ts';
export { reanchor } from './core/anchor/reanchor.ts';
export { parseDate, prepareDates } from './core/dates/date.ts';
export { datesOf } from './core/dates/dates-of.ts';
export type { Alarm, Change } from './core/diff/changes.ts';
export { diffViews, type ViewDiff } from './core/diff/diff-views.ts';
export { mergeVersions } from './core/merge/merge.ts';
export type { Finding, Fix, Label, Severity } from './core/model/finding.ts';
export type {
  Annotation,
  Claim,
  Layer,
  Party,
  Source,
  Statement,
  Transcript,
  Utterance,
} from './core/model/model.ts';
export type { Document, Project } from './core/model/project.ts';
export { SourceText, type Span } from './core/model/span.ts';
export type { Anchor, ClaimView, Standing, View } from './core/model/view.ts';
export { buildView } from './core/view/build-view.ts';
export type { Conversation, Format, Loss, ReadResult, WriteResult } from './formats/format.ts';
export { detectFormat, FORMAT_IDS, isFormatId, loadFormat } from './formats/index.ts';
export { readDocument } from './formats/onrecord/read.ts';
export type { ReadDocument } from './formats/onrecord/read-sound.ts';
export { writeLayer, writeTranscript } from './formats/onrecord/write.ts';
export { RULES } from './rules/index.ts';
export { runRules } from './rules/run.ts';
