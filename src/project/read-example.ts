/** Reads the files of a rule's examples: transcripts of any format, layers and configurations, by their names. */
import type { Finding } from '../core/model/finding.ts';
import type { RuleDocs } from '../core/model/rule-docs.ts';
import { readDocument } from '../formats/onrecord/read.ts';
import type { ReadDocument } from '../formats/onrecord/read-sound.ts';
import { readConfig } from '../formats/settings/config.ts';

type ExampleFile = Pick<ReadDocument, 'document' | 'unreadable'> & { readonly findings: readonly Finding[] };

export function readExample(
  rules: readonly RuleDocs[],
): (bytes: Uint8Array, file: string) => Promise<ExampleFile> {
  return async (bytes, file) => {
    if (file === '.onrecord.yaml')
      return { findings: readConfig(bytes, file, rules).findings, unreadable: [] };
    if (file.endsWith('.yaml')) return readDocument(bytes, file);
    const { readOther } = await import('./other-format.ts');
    return readOther(bytes, file, {});
  };
}
