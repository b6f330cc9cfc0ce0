/** Reads the files of a rule's examples: transcripts, layers and configurations, by their names. */
import type { Finding } from '../core/finding.ts';
import type { RuleDocs } from '../core/rule-docs.ts';
import { readConfig } from './config.ts';
import { type ReadDocument, readDocument } from './onrecord/read.ts';

type ExampleFile = Pick<ReadDocument, 'document' | 'unreadable'> & { readonly findings: readonly Finding[] };

export function readExample(rules: readonly RuleDocs[]): (bytes: Uint8Array, file: string) => ExampleFile {
  return (bytes, file) =>
    file === '.onrecord.yaml'
      ? { findings: readConfig(bytes, file, rules).findings, unreadable: [] }
      : readDocument(bytes, file);
}
