/** Reads the files of a rule's examples: transcripts, layers and configurations, by their names. */
import type { Finding } from '../core/model/finding.ts';
import type { RuleDocs } from '../core/model/rule-docs.ts';
import { readDocument } from './onrecord/read.ts';
import type { ReadDocument } from './onrecord/read-sound.ts';
import { readConfig } from './settings/config.ts';

type ExampleFile = Pick<ReadDocument, 'document' | 'unreadable'> & { readonly findings: readonly Finding[] };

export function readExample(rules: readonly RuleDocs[]): (bytes: Uint8Array, file: string) => ExampleFile {
  return (bytes, file) =>
    file === '.onrecord.yaml'
      ? { findings: readConfig(bytes, file, rules).findings, unreadable: [] }
      : readDocument(bytes, file);
}
