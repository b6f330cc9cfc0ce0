/** The words and phrases that rules look for in a project: those of its languages, and of English. */
import { ENGLISH } from '../core/language/generated/english.ts';
import { joinLanguages } from '../core/language/join-languages.ts';
import type { Language, UnlistedLanguage } from '../core/language/language.ts';
import { NO_PHRASES } from '../core/language/phrase-lists.ts';
import { languageName, loadLanguage } from '../core/language/shipped.ts';
import { languageOf, languagesOfUtterances } from '../core/language/transcript-words.ts';
import { UNDETERMINED } from '../core/language/word-lists.ts';
import { getOrMake } from '../core/maps.ts';
import { type Config, changedPhrases } from '../core/model/config.ts';
import type { Transcript } from '../core/model/model.ts';

/** Fewer words than this do not tell a language, which nobody needs to hear. */
const LEAST_WORDS = 40;

/**
 * Languages by the tags of those that a talk is in, each made once: rules keep what they make of one. English is always
 * among them, for the annotator's own words are often in it.
 */
export class RuleLanguages {
  readonly #made = new Map<string, Promise<Language>>();
  readonly #changed = new Map<Config['words'], Map<Language, Language>>();

  /** @param words what the project's configuration adds to the phrases, or takes away */
  async of(transcript: Transcript, words: Config['words']): Promise<Language> {
    const tags = tagsOf(transcript);
    const key = tags.join();
    return this.#withChanges(await getOrMake(this.#made, key, () => languageFor(tags)), words);
  }

  #withChanges(language: Language, words: Config['words']): Language {
    if (words.size === 0) return language;
    const changed = getOrMake(this.#changed, words, () => new Map());
    return getOrMake(changed, language, () => ({
      ...language,
      phrases: changedPhrases(language.phrases, words),
    }));
  }
}

function tagsOf(transcript: Transcript): string[] {
  const { tag } = languageOf([transcript]);
  const isTold = tag !== UNDETERMINED || isLong(transcript);
  return [...new Set([...(isTold ? [tag] : []), ...languagesOfUtterances([transcript])])].sort();
}

function isLong({ utterances }: Transcript): boolean {
  let words = 0;
  for (const { text = '' } of utterances) {
    words += text.split(/\s+/).length;
    if (words >= LEAST_WORDS) return true;
  }
  return false;
}

async function languageFor(tags: readonly string[]): Promise<Language> {
  let joined: Language = ENGLISH;
  const unlisted: UnlistedLanguage[] = [];
  for (const tag of tags) {
    if (tag === 'en') continue;
    const language = await loadLanguage(tag);
    if (language !== undefined) joined = joinLanguages(joined, language);
    if (language === undefined || language.phrases === NO_PHRASES)
      unlisted.push({
        name: tag === UNDETERMINED ? undefined : languageName(tag),
        hasWords: language !== undefined,
      });
  }
  return unlisted.length === 0 ? joined : { ...joined, unlisted };
}
