/** Languages without a list of words: no number, name or negation of theirs is known. */
import { UNDETERMINED } from '../core/language/word-lists.ts';
import type { Env } from '../io/env.ts';
import { visible } from '../printers/escape/visible.ts';

/**
 * Says for each language what follows from having no list, and how to get on.
 *
 * @param lacking what states no language, with its verb: "talk.yaml states no".
 */
export async function tellUnlisted(
  unlisted: Iterable<string>,
  lacking: string,
  consequence: string,
  env: Env,
): Promise<void> {
  for (const tag of unlisted)
    await env.stderr.write(
      tag === UNDETERMINED
        ? `onrecord: ${lacking} \`language:\`, and no word list fits: ${consequence}\n` +
            '  state the language, or give a list with --words FILE\n'
        : `onrecord: no word list for ${visible(tag)}: ${consequence}\n` +
            '  give a list with --words FILE, or correct `language:`\n',
    );
}
