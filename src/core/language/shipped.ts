/** The languages that ship. Each is loaded where a text in it is met: start-up must not grow with their number. */
import type { Language } from './language.ts';

interface Shipped {
  /** In English, for messages. */
  readonly name: string;
  /** The script that its texts are written in. */
  readonly script: string;
  load(): Promise<Language>;
}

const SHIPPED: ReadonlyMap<string, Shipped> = new Map(
  Object.entries({
    ar: ['Arabic', 'Arabic', async () => (await import('./generated/ar.ts')).LANGUAGE],
    be: ['Belarusian', 'Cyrillic', async () => (await import('./generated/be.ts')).LANGUAGE],
    de: ['German', 'Latin', async () => (await import('./generated/de.ts')).LANGUAGE],
    en: ['English', 'Latin', async () => (await import('./generated/english.ts')).ENGLISH],
    es: ['Spanish', 'Latin', async () => (await import('./generated/es.ts')).LANGUAGE],
    fr: ['French', 'Latin', async () => (await import('./generated/fr.ts')).LANGUAGE],
    hy: ['Armenian', 'Armenian', async () => (await import('./generated/hy.ts')).LANGUAGE],
    it: ['Italian', 'Latin', async () => (await import('./generated/it.ts')).LANGUAGE],
    pl: ['Polish', 'Latin', async () => (await import('./generated/pl.ts')).LANGUAGE],
    pt: ['Portuguese', 'Latin', async () => (await import('./generated/pt.ts')).LANGUAGE],
    ru: ['Russian', 'Cyrillic', async () => (await import('./generated/ru.ts')).LANGUAGE],
    tr: ['Turkish', 'Latin', async () => (await import('./generated/tr.ts')).LANGUAGE],
    uk: ['Ukrainian', 'Cyrillic', async () => (await import('./generated/uk.ts')).LANGUAGE],
  } satisfies Record<string, [name: string, script: string, load: () => Promise<Language>]>).map(
    ([tag, [name, script, load]]) => [tag, { name, script, load }] as const,
  ),
);

/** The language of a tag without script and region (BCP 47): en-GB is en. */
export function primaryTag(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0]!;
}

/** The lists of a language; undefined where none ship. */
export async function loadLanguage(tag: string): Promise<Language | undefined> {
  return SHIPPED.get(tag)?.load();
}

/** The English name of a language; the tag itself where none ships. */
export function languageName(tag: string): string {
  return SHIPPED.get(tag)?.name ?? tag;
}

/** The script of a language that ships. */
export function scriptOf(tag: string): string | undefined {
  return SHIPPED.get(tag)?.script;
}
