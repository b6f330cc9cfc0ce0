/** The whole list of findings on the summary page of a GitHub Actions run, which shows only some as annotations. */
import type { Env } from '../../io/env.ts';
import { InputError } from '../../io/errors.ts';
import { visible } from '../../printers/escape/visible.ts';
import type { FindingsReport } from '../../printers/findings/findings.ts';
import { FINDINGS_PRINTERS } from '../../printers/findings/index.ts';
import { printContext } from '../printing.ts';

/** GitHub refuses the summary of a step that is larger than 1 MiB, and shows nothing of it then. */
const MAX_BYTES = 1024 * 1024;

/** The file that GitHub Actions reads the summary of a step from; undefined outside of it. */
export function stepSummaryFile(env: Env): string | undefined {
  return env.vars['GITHUB_STEP_SUMMARY'] || undefined;
}

/** Adds the findings to the summary. If the file cannot be written, that is reported and changes nothing else. */
export async function writeStepSummary(file: string, report: FindingsReport, env: Env): Promise<void> {
  const print = await FINDINGS_PRINTERS.markdown();
  const text = withinLimit(print(report, await printContext(env, {})));
  try {
    env.files.append(file, new TextEncoder().encode(text));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    await env.stderr.write(
      `onrecord: the summary of the step cannot be written: ${visible(error.message)}\n`,
    );
  }
}

/** Cuts the text after a line, and says what is missing. */
function withinLimit(text: string): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= MAX_BYTES) return text;
  const end = bytes.lastIndexOf(0x0a, MAX_BYTES - 100) + 1;
  const left = text.split('\n').length - new TextDecoder().decode(bytes.subarray(0, end)).split('\n').length;
  return `${new TextDecoder().decode(bytes.subarray(0, end))}\n${left} more are in the log of the step\n`;
}
