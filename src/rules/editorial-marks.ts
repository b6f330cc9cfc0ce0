import type { Annotation, Statement, Utterance } from '../core/model/model.ts';
import type { Span } from '../core/model/span.ts';
import type { AnnotationsOn } from './context/annotations-on.ts';
import { defineRule, wordsWithin } from './rule.ts';
import { transcript } from './shared/transcript.ts';

const PARENTHESES = /\([^()]*\)/g;
/** One or two words in quotation marks. */
const SCARE_QUOTES = /[“„«"][^\s”“»"„«]+(?:\s[^\s”“»"„«]+)?[”“»"]/g;
const CUT_OFF = /,\s*$/g;
const OPENING_MARK = /[("“„«]/;

export default defineRule({
  id: 'editorial-marks',
  severity: 'warning',
  topics: ['transcription'],
  summary:
    'Marks in reported speech that may be an editor’s: parentheses, a word in quotation marks, a quotation that ends in a comma.',
  why: 'A word in parentheses may be the speaker’s aside, the translator’s help or the editor’s guess, and can decide whom a number counts. A quotation that stops at a comma may have gone on.',
  source:
    'Smithsonian oral history style guide: brackets for added words; US v. Gonzalez-Maldonado (1st Cir. 1997) on quotation marks in transcripts.',
  examples: () => [
    {
      title: 'marks that readings explain, a longer quotation, and a talk that is not a report',
      files: transcript`
        utterances:
          - {id: u1, form: direct, text: We signed for 5 million (pounds).}
          - {id: u2, form: mixed, text: She calls it “the deal of the century”.}
          - {id: u3, form: direct, text: 'For example, we must send them there,'}
          - {id: u4, text: We signed (noise) there}
        annotations:
          - {id: a1, target: u1, quote: (pounds), tag: insertion}
          - {id: a2, target: u3, quote: 'there,', tag: clarification-needed}
        `,
    },
    {
      title: 'marks that nobody has looked at',
      files: transcript`
        utterances:
          - {id: u1, form: direct, text: We signed for 5 million (pounds).}
          - {id: u2, form: mixed, text: The deal will “bare” the borders.}
          - {id: u3, form: direct, text: 'For example, we must send them there,'}
        `,
      findings: [
        'transcript.yaml:3:58 unclear whether `(pounds)` is the speaker’s or an editor’s',
        'transcript.yaml:4:47 unclear whether the speaker or the reporter put `“bare”` in quotation marks',
        'transcript.yaml:5:71 the quotation ends in a comma, and nothing says whether it went on',
      ],
    },
  ],
  check({ entries, annotationsOn, report }) {
    for (const { value, at } of entries.speeches) {
      if (value.form === undefined || value.text === undefined || !mayHaveMarks(value.text)) continue;
      for (const { message, words, range } of openMarks(value, value.text, annotationsOn)) {
        report({
          at: wordsWithin(at, 'text', value.text, range),
          message,
          help: 'add an annotation with these words as `quote`: `tag: insertion`, `sic` or `clarification-needed`, with a `note`',
          data: { words },
        });
      }
    }
  },
});

/** Most texts have none; a class of single marks is several times faster than the patterns, or than asking for each. */
function mayHaveMarks(text: string): boolean {
  return OPENING_MARK.test(text) || text.trimEnd().endsWith(',');
}

/** Tags and bodies that say what became of the words. */
const EXPLAINING: ReadonlySet<string | undefined> = new Set([
  'insertion',
  'sic',
  'unclear',
  'inaudible',
  'gloss',
  'clarification-needed',
]);

function explains({ tag, correction }: Annotation): boolean {
  return EXPLAINING.has(tag) || correction !== undefined;
}

function openMarks(
  speech: Utterance | Statement,
  text: string,
  annotationsOn: AnnotationsOn,
): { readonly message: string; readonly words: string; readonly range: Span }[] {
  const open = (pattern: RegExp) =>
    Array.from(text.matchAll(pattern), ({ 0: words, index }) => ({
      words,
      range: { start: index, end: index + words.length },
    })).filter(({ range }) => !annotationsOn.covers(speech, range, explains));
  return [
    ...open(PARENTHESES).map(({ words, range }) => ({
      words,
      range,
      message: `unclear whether \`${words}\` is the speaker’s or an editor’s`,
    })),
    ...open(SCARE_QUOTES).map(({ words, range }) => ({
      words,
      range,
      message: `unclear whether the speaker or the reporter put \`${words}\` in quotation marks`,
    })),
    ...(speech.form === 'direct' ? open(CUT_OFF) : []).map(({ words, range }) => ({
      words,
      range,
      message: 'the quotation ends in a comma, and nothing says whether it went on',
    })),
  ];
}
