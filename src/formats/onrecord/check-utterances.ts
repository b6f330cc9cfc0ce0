/** Checks outside the schema, so that an utterance with this fault stays in the model and can be referred to. */
import type { Path } from '../../core/model/finding.ts';
import type { FindingList } from './finding-list.ts';
import { firstKeySpan, type Locate } from './locate.ts';

export function hasTextOrEvent(utterance: object): boolean {
  return Object.hasOwn(utterance, 'text') !== Object.hasOwn(utterance, 'event');
}

/** Adds findings of `schema`: an utterance has either `text` or `event`. */
export function checkUtterances(
  utterances: unknown,
  file: string,
  locate: Locate,
  findings: FindingList,
): void {
  if (!Array.isArray(utterances)) return;
  const finding = { rule: 'schema', severity: 'error', file } as const;
  for (let index = 0; index < utterances.length; index++) {
    const utterance: unknown = utterances[index];
    if (typeof utterance !== 'object' || utterance === null || Array.isArray(utterance)) continue;
    if (hasTextOrEvent(utterance)) continue;
    const path: Path = ['utterances', index];
    if (Object.hasOwn(utterance, 'text')) {
      const message = 'both `text` and `event`, expected one';
      const help = 'write the event as a separate utterance';
      findings.add(() => ({ ...finding, span: locate([...path, 'event'], 'key'), message, help }));
    } else {
      const message = 'missing `text` or `event`';
      findings.add(() => ({ ...finding, span: firstKeySpan(path, utterance, locate), message }));
    }
  }
}
