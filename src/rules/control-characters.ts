import { defineRule, wordsWithin } from './rule.ts';
import { transcript } from './shared/transcript.ts';

/** Control characters but tab, line feed and carriage return, and the sign for a character that was lost. */
const BAD = /[\0-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffd]/g;

export default defineRule({
  id: 'control-characters',
  severity: 'warning',
  topics: ['transcription'],
  summary: 'Words hold control characters, or the sign for a character that was lost (U+FFFD).',
  why: 'No one says a control character. It comes from a damaged caption file or a wrong encoding, and the words around it may be damaged too. Views make it visible, search and quotations stumble over it.',
  source: 'Unicode 16, chapter 23.1 and 23.8; XML 1.0, which no control character but three may enter.',
  examples: () => [
    {
      title: 'line breaks and tabs',
      files: transcript`
        utterances:
          - {id: u1, text: "We signed\\ton Monday.\\nNobody else was there."}
        `,
    },
    {
      title: 'a control character and a character that was lost',
      files: transcript`
        utterances:
          - {id: u1, text: "We signed on\\x1a Monday."}
          - {id: u2, text: We met at the caf�.}
        `,
      findings: [
        'transcript.yaml:3:33 U+001A stands in the words',
        'transcript.yaml:4:37 U+FFFD stands in the words: a character was lost',
      ],
    },
  ],
  check({ entries, report }) {
    for (const { value, at } of entries.speeches) {
      const { text } = value;
      const first = text?.search(BAD) ?? -1;
      if (text === undefined || first === -1) continue;
      const count = text.match(BAD)!.length;
      const code = `U+${text.charCodeAt(first).toString(16).toUpperCase().padStart(4, '0')}`;
      report({
        at: wordsWithin(at, 'text', text, { start: first, end: first + 1 }),
        message: `${code} stands in the words${code === 'U+FFFD' ? ': a character was lost' : ''}${count > 1 ? ` (${count} such characters)` : ''}`,
        help: 'listen to the recording, or look at the file that was imported, and correct the words',
        fingerprint: code,
        data: { character: code, count },
      });
    }
  },
});
