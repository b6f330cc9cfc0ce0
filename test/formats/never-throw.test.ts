/** Whatever stands in a file, a reader answers with findings, places inside the text, and never an exception. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadFormats } from '../../src/formats/index.ts';
import { NOTHING } from '../fixtures/project.ts';
import { runsOf } from '../helpers/runs.ts';

const piece = fc.constantFrom(
  ...'WEBVTT\n\n|00:00:01.000 --> 00:00:02.000\n|1\n00:00:01,000 --> 00:00:02,000\n|NOTE onrecord {"utterance":{"form":"x"}}\n\n|<v |<v A>|</v>|<|>|&amp|{"segments":[|{"transcription":[|{"text":1,"start":"x"}|{"start":-1,"text":"a","words":[{}]}|]}|{"results":{"channels":[|"utterances":[{}]|"first":{"items":[{"id":1,"target":[null]}]}|"@context":|"http://www.w3.org/ns/anno.jsonld"|,|start,end,text\n|text\tid\n|"|""|---\ntitle: [\n---\n|A: b\nA: c\n|**A:** |>> |Q. a\nA. b\n|  Mr. LIND. So.\n|[[Page H1]]\n|# x\n|onrecord: 1\n|utterances: [{}]\n|\0|\ud800|\u2028|😀|[|]|(a)|\r|\n|\n\n| |\t|='.split(
    '|',
  ),
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 25 }).map(pieces => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

const readers = (await loadFormats()).filter(format => format.read !== undefined);
const transcript = {
  ...NOTHING,
  kind: 'transcript' as const,
  utterances: [{ id: 'u1', text: 'a' }],
};

test.for(readers.map(format => [format.id, format] as const))('%s', ([, format]) => {
  fc.assert(
    fc.property(text, fc.boolean(), (file, carrySpeaker) => {
      expect(format.detect(file, 'a')).toBeGreaterThanOrEqual(0);
      const options = { file: 'a', carrySpeaker, transcript: { file: 't.yaml', value: transcript } };
      const { value, findings } = format.read!(file, options);
      if (value === undefined) expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
      for (const { span } of findings) {
        if (span === undefined) continue;
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.start).toBeLessThanOrEqual(file.length);
      }
    }),
    { numRuns: runsOf(150) },
  );
});

test.for(readers.map(format => [format.id, format] as const))(
  '%s says why it cannot read, whatever it warned of before',
  ([, format]) => {
    for (const line of ['a line', 'A: b', '{}', '<p>', '-', '1,2'])
      for (const head of ['', 'WEBVTT\n\n']) {
        const { value, findings } = format.read!(`${head}${`${line}\n`.repeat(200)}`, { file: 'a' });
        if (value === undefined) expect(findings.map(({ severity }) => severity)).toContain('error');
      }
  },
);
