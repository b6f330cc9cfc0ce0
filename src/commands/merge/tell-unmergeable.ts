/** Why three files could not be merged, on stderr. */
import type { Env } from '../../io/env.ts';
import type { Options } from '../printing.ts';
import { tellFindings } from '../tell-findings.ts';
import type { Unmergeable } from './merge-files.ts';

export async function tellUnmergeable(
  { unreadable, kindsDiffer }: Unmergeable,
  options: Options,
  env: Env,
): Promise<void> {
  // A key that is not known is a warning elsewhere; here it is why nothing was done.
  const findings = unreadable
    .flatMap(file => file.findings)
    .map(finding => (finding.rule === 'unknown-key' ? { ...finding, severity: 'error' as const } : finding));
  if (findings.length > 0) await tellFindings(unreadable, findings, options, env);
  if (kindsDiffer) await env.stderr.write('onrecord: cannot merge a transcript with a layer\n');
  await env.stderr.write('onrecord: not merged; nothing was written\n');
}
