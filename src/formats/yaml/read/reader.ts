/** Reads YAML text into values with positions. Never throws: each error is a finding with a span and help. */
import type { Finding } from '../../../core/model/finding.ts';
import { isMapping, YamlDocument } from './document.ts';
import { readFully } from './full-reader.ts';
import { Problems } from './problems.ts';
import { readQuickly } from './quick-reader.ts';
import { skipGap } from './source-scan.ts';

export interface ReadYamlOptions {
  /** Name of the file, for findings. */
  readonly file: string;
  /**
   * Keys whose plain scalars are booleans or numbers by the core schema; items of a list take the key of the list.
   * Everywhere else a scalar is the text that stands in the file. Extensions (`x-`) are resolved without being named.
   */
  readonly typedKeys: ReadonlySet<string>;
}

/** `document` is absent if anything was found: a file that is only half understood is not worked on. */
export interface ReadYamlResult {
  readonly document?: YamlDocument;
  readonly findings: readonly Finding[];
}

/**
 * Reads one YAML 1.2 document whose root is a mapping. Plain null forms (nothing, `~`, `null`) are null.
 *
 * @param text decoded, without a byte order mark (`decodeText`); spans are offsets into it.
 */
export function readYaml(text: string, { file, typedKeys }: ReadYamlOptions): ReadYamlResult {
  const quick = readQuickly(text, typedKeys);
  if (quick !== undefined) return { document: new YamlDocument(text, quick, typedKeys), findings: [] };
  const problems = new Problems(file);
  const tree = readFully(text, typedKeys, problems);
  if (tree !== undefined && problems.none) {
    const { value } = tree;
    if (isMapping(value))
      return { document: new YamlDocument(text, { ...tree, value }, typedKeys), findings: [] };
    refuseRoot(text, value, problems);
  }
  return { findings: problems.list() };
}

function refuseRoot(text: string, value: unknown, problems: Problems): void {
  const span = { start: 0, end: 0 };
  if (text.trim() === '') problems.add('not-a-mapping', span, 'the file is empty');
  else if (skipGap(text, 0) === text.length)
    problems.add('not-a-mapping', span, 'the file holds only comments');
  else {
    const start = skipGap(text, 0);
    const found = Array.isArray(value) ? 'a list' : value === null ? 'nothing' : 'text';
    problems.add('not-a-mapping', { start, end: start + 1 }, `expected a mapping at the top, found ${found}`);
  }
}
