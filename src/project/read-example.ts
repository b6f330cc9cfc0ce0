/** Reads the files of a rule's examples: transcripts of any format, layers and configurations, by their names. */
import type { Finding } from '../core/model/finding.ts';
import { readDocument } from '../formats/onrecord/read.ts';
import type { ReadDocument } from '../formats/onrecord/read-sound.ts';
import { readConfig } from '../formats/settings/config.ts';
import { ALL_RULES } from '../rules/all-rules.ts';

type ExampleFile = Pick<ReadDocument, 'document' | 'unreadable'> & { readonly findings: readonly Finding[] };

export async function readExample(bytes: Uint8Array, file: string): Promise<ExampleFile> {
  if (file === '.onrecord.yaml')
    return { findings: (await readConfig(bytes, file, ALL_RULES)).findings, unreadable: [] };
  if (file.endsWith('.yaml')) return readDocument(bytes, file);
  const { readOther } = await import('./other-format.ts');
  return readOther(bytes, file, {});
}
