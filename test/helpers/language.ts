/** The language that ships, for tests without a command. */
import { readLanguage } from '../../src/commands/language.ts';
import type { Language } from '../../src/core/language/language.ts';
import { nodeEnv } from '../../src/io/node-env.ts';
import { ROOT } from './run-cli.ts';

let english: Language | undefined;

export function englishLanguage(): Language {
  english ??= readLanguage(nodeEnv(ROOT));
  return english;
}
