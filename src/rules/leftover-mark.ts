import type { Annotation, Utterance } from '../core/model/model.ts';
import type { Span } from '../core/model/span.ts';
import type { Located } from './context/entries.ts';
import { defineRule } from './rule.ts';
import { plainText } from './shared/other-formats.ts';

/** What transcribers put where they did not hear, or were not sure, in brackets. */
const MARK =
  /[[(]{1,2}[ *]*(?:unintelligible|inaudible|indiscernible|unclear|crosstalk|cross[- ]talk|overtalk|phonetic|ph|sp\??|unverständlich|unv\.?|inintelligible|incompréhensible|ininteligible|incomprensible|incomprensibile|ininteligível|inudibile|niezrozumiałe|неразборчиво|нрзб\.?|\?+)[ *]*(?:[\d:.,@ -]{0,24}|\b[^[\]()]{0,24})[\])]{1,2}|_{4,}|\?{3,}/giu;
/** The same as an event: a line that is nothing but the mark. */
const EVENT =
  /^(?:unintelligible|inaudible|indiscernible|unclear|crosstalk|cross[- ]talk|overtalk|unverständlich|unv\.?|inintelligible|incompréhensible|ininteligible|incomprensible|incomprensibile|ininteligível|inudibile|niezrozumiałe|неразборчиво|нрзб\.?|\?+)(?=$|[\s\d:.,@-])/iu;

export default defineRule({
  id: 'leftover-mark',
  severity: 'info',
  topics: ['transcription'],
  summary:
    'In a transcript in another format, a mark says that words were not heard or are not sure, such as `[unintelligible]`.',
  why: 'Somebody may still hear the words. Until then nothing that is quoted across the gap is what was said.',
  source: 'Issues of podcast transcripts in git: replace "unintelligible", compare with the recording.',
  folded: findings =>
    `${findings.length} marks of words that were not heard or are not sure; listen again (--verbose lists them)`,
  examples: () => [
    {
      title: 'words, and sounds that are not gaps',
      files: plainText('Ann Baker: We signed on Monday.', 'Ben Carter: [laughs] Did we?'),
    },
    {
      title: 'gaps',
      files: plainText(
        'Ann Baker: We signed on [unintelligible 00:12:03] with him.',
        'Ben Carter: Did we (inaudible)?',
      ),
      findings: [
        'talk.txt:1:25 `[unintelligible 00:12:03]` stands for words that were not heard or are not sure',
        'talk.txt:2:20 `(inaudible)` stands for words that were not heard or are not sure',
      ],
    },
  ],
  check({ project, entries, annotationsOn, report }) {
    const { format, source } = project.transcript;
    if (format === undefined || !mayHaveMarks(source.text)) return;
    for (const utterance of entries.utterances) {
      const { text, event } = utterance.value;
      if (event !== undefined && EVENT.test(event)) report(finding(utterance, event, undefined));
      for (const { 0: mark, index } of (text ?? '').matchAll(MARK)) {
        const range = { start: index, end: index + mark.length };
        if (annotationsOn.covers(utterance.value, range, explains)) continue;
        report(finding(utterance, mark, placeOf(utterance, mark, index)));
      }
    }
  },
});

/** Most captions have none of its signs, and to search for a sign is faster than a pattern. */
function mayHaveMarks(text: string): boolean {
  return ['[', '(', '____', '???'].some(sign => text.includes(sign));
}

function explains({ tag, correction }: Annotation): boolean {
  return tag === 'inaudible' || tag === 'unclear' || tag === 'crosstalk' || correction !== undefined;
}

function finding({ at }: Located<Utterance>, mark: string, span: Span | undefined) {
  return {
    at: { ...at, ...(span !== undefined && { span }) },
    message: `\`${mark}\` stands for words that were not heard or are not sure`,
    help: 'listen again; or annotate it with `inaudible`, `unclear` or a `correction`',
    data: { mark },
  };
}

/** How far behind an utterance's words a mark at their end may stand, in UTF-16 code units. */
const BEHIND = 100;

/** Where the mark stands in the file: as in the words, or without its brackets, which Markdown escapes. */
function placeOf({ document, at, value }: Located<Utterance>, mark: string, index: number): Span | undefined {
  const { start, end } = document.locate(at.path);
  const before = (value.text ?? '').slice(0, index);
  const stretch = document.source.text.slice(0, end + BEHIND);
  for (const written of [mark, mark.replace(/^[[(]+|[\])]+$/g, '')]) {
    let found = stretch.indexOf(written, Math.max(0, start - mark.length));
    // The same mark may stand earlier in the words.
    for (let at = before.indexOf(written); at !== -1 && found !== -1; at = before.indexOf(written, at + 1))
      found = stretch.indexOf(written, found + written.length);
    if (found !== -1) return { start: found, end: found + written.length };
  }
  return undefined;
}
