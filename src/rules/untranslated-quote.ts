import type { Source, Statement, Utterance } from '../core/model/model.ts';
import type { Entries, Located } from './context/entries.ts';
import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

const QUOTING: ReadonlySet<string | undefined> = new Set(['direct', 'mixed']);

export default defineRule({
  id: 'untranslated-quote',
  severity: 'warning',
  topics: ['evidence'],
  summary:
    'Words are quoted in a language other than the original, and nothing is said about the translation.',
  why: 'Translated words are not the words: a tense, a "you", a softer verb is the translator’s. Who translated, and from what, is the first question in any dispute about wording.',
  source: 'Fishman, 81 Washington Law Review 473 (2006), on recordings in another language.',
  examples: () => [
    {
      title: 'the language of the report itself, and a declared translation',
      files: transcript`
        language: en
        sources:
          tape: {title: Tape, kind: recording}
          gazette: {title: Gazette, language: en}
        utterances:
          - {id: u1, form: direct, via: [gazette], source: gazette, text: We signed on Monday.}
          - {id: u2, form: direct, via: [tape, gazette], source: gazette, text: Nobody else was there.}
        annotations:
          - {id: a1, target: u2, translation: {from: unknown, to: en, by: unknown}}
        `,
    },
    {
      title: 'a tape in another language, and one whose language nobody states',
      files: transcript`
        language: en
        sources:
          tape: {title: Tape, kind: recording, language: ru}
          copy: {title: Copy of another tape, kind: recording}
          gazette: {title: Gazette, language: en}
        utterances:
          - {id: u1, form: direct, via: [tape, gazette], source: gazette, text: We signed on Monday.}
          - {id: u2, form: direct, via: [copy, gazette], source: gazette, text: Nobody else was there.}
        `,
      findings: [
        'transcript.yaml:8:73 quoted in `en`, but `tape` is in `ru`, and nothing is said of the translation',
        'transcript.yaml:9:73 quoted in `en`, but the language of `copy` is not stated, and nothing is said of a translation',
      ],
    },
  ],
  check({ project, entries, annotationsOn, report }) {
    const language = project.transcript.value.language;
    for (const speech of entries.speeches) {
      const { value, at } = speech;
      if (!QUOTING.has(value.form) || value.via === undefined) continue;
      const quotedIn = value.language ?? language;
      const original = quotedIn === undefined ? undefined : originalOf(speech, quotedIn, entries);
      if (original === undefined) continue;
      if (annotationsOn.on(value).some(annotation => annotation.value.translation !== undefined)) continue;
      const [id, source] = original;
      report({
        at: within(at, 'text'),
        message:
          source.language === undefined
            ? `quoted in \`${quotedIn}\`, but the language of \`${id}\` is not stated, and nothing is said of a translation`
            : `quoted in \`${quotedIn}\`, but \`${id}\` is in \`${source.language}\`, and nothing is said of the translation`,
        help: 'add an annotation with `translation: {from: LANGUAGE, to: LANGUAGE, by: WHO}`; `unknown` is allowed',
        data: { language: quotedIn, source: id, original: source.language },
      });
    }
  },
});

/** A source behind the one that is quoted, whose language is another or not stated. */
function originalOf(
  { value }: Located<Utterance | Statement>,
  quotedIn: string,
  entries: Entries,
): readonly [string, Source] | undefined {
  for (const id of value.via ?? []) {
    const source = id === value.source ? undefined : entries.index.of('source', id)?.value;
    if (source !== undefined && primary(source.language) !== primary(quotedIn)) return [id, source];
  }
  return undefined;
}

/** The language of a tag without script and region (BCP 47): en-GB is en. */
function primary(tag: string | undefined): string | undefined {
  return tag?.split('-')[0]?.toLowerCase();
}
