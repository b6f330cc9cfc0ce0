/**
 * The traps of the sample conversation, each annotated as a hurried reader would: the rule that is there for it speaks,
 * and no other one but that of pins, which says that the words changed.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { prepareDates } from '../../src/core/dates/date.ts';
import { datesOf } from '../../src/core/dates/dates-of.ts';
import { ENGLISH } from '../../src/core/language/generated/english.ts';
import type { Layer, Transcript } from '../../src/core/model/model.ts';
import type { Document } from '../../src/core/model/project.ts';
import { readDocument } from '../../src/formats/onrecord/read.ts';
import { RULES } from '../../src/rules/rules.ts';
import { runRules } from '../../src/rules/run.ts';
import { ROOT } from '../helpers/run-cli.ts';

type Files = Record<'transcript' | 'first-reader.layer' | 'second-reader.layer', string>;
type Edit = (files: Files) => void;

const FOLDER = path.join(ROOT, 'data', 'yerevan-2016');
const read = (name: string) => readFileSync(path.join(FOLDER, `${name}.yaml`), 'utf8');

function sample(): Files {
  return {
    transcript: read('transcript'),
    'first-reader.layer': read('first-reader.layer'),
    'second-reader.layer': read('second-reader.layer'),
  };
}

/** Puts other text in the place of the only occurrence of some. */
const put =
  (file: keyof Files, old: string, text: string): Edit =>
  files => {
    expect(files[file].split(old)).toHaveLength(2);
    files[file] = files[file].replace(old, () => text);
  };

/** The entry with an id, in block or flow style, up to the next entry or comment. */
const entryOf = (id: string) =>
  new RegExp(`^ {2}- (?:\\{id: ${id},.*\\n|id: ${id}\\n(?: {4,}.*\\n| *\\n)*)`, 'm');

const drop =
  (...ids: string[]): Edit =>
  files => {
    for (const id of ids) {
      const file = id.startsWith('b-') ? 'second-reader.layer' : 'first-reader.layer';
      expect(files[file]).toMatch(entryOf(id));
      files[file] = files[file].replace(entryOf(id), '');
    }
  };

/** Adds an annotation at the end of the first reading. */
const annotate =
  (text: string): Edit =>
  files => {
    files['first-reader.layer'] = `${files['first-reader.layer'].trimEnd()}\n  - {id: naive, ${text}}\n`;
  };

const CONFIRMED =
  'target: c2-authenticity, tag: confirmed, by: sargsyan-office, when: unknown, via: [report], basis: stated';

const TRAPS: readonly (readonly [trap: string, edits: readonly Edit[], rules: readonly string[]])[] = [
  ['nothing is changed', [], []],
  [
    'accepting a publication as confirming a recording, on words about the publication',
    [
      annotate(
        `${CONFIRMED}, wording: accepts the publication of the audio recording as fact and refrains from commenting, sources: [{source: s2, aspect: publication}]`,
      ),
    ],
    ['stance-outruns-wording', 'aspect-mismatch'],
  ],
  [
    'not commenting as confirming',
    [annotate(`${CONFIRMED}, wording: refrains from commenting, sources: [s2]`)],
    ['silence-as-consent'],
  ],
  [
    'what the outlet calls a confirmation as one',
    [
      put(
        'first-reader.layer',
        '    characterised: true\n    sources:\n      - {source: n5,',
        '    sources:\n      - {source: n5,',
      ),
    ],
    ['characterised-only'],
  ],
  ['a bare label', [annotate('target: c2-authenticity, tag: confirmed')], ['bare-stance']],
  [
    'Armenians as the owner of n7, without a doubt',
    [drop('a-n7-owner', 'a-n7-collective', 'b-n7-owner')],
    ['collective-source'],
  ],
  [
    'the voices of u10 taken for one',
    [drop('a-u10-i', 'a-u10-you', 'a-u10-me', 'a-u10-if-you', 'b-u10-i', 'b-u10-you')],
    ['unresolved-deixis'],
  ],
  ['who "we" are in u15', [drop('a-u15-we', 'a-u15-we-now', 'b-u15-we')], ['unresolved-deixis']],
  [
    'no owner of u6',
    [
      put('transcript', '    speaker: unknown\n    alternatives: [sargsyan, lukashenko, outlet]\n', ''),
      drop('a-u6-open', 'b-u6-sargsyan'),
    ],
    ['no-speaker'],
  ],
  [
    'one offer counted twice',
    [drop('a-same-five', 'a-five-spellings', 'b-five-apart')],
    ['duplicate-report'],
  ],
  [
    'one answer counted twice',
    [drop('a-same-six', 'a-retort', 'b-same-six', 'b-retort')],
    ['duplicate-report'],
  ],
  [
    'a president without the time of the office',
    [
      put('transcript', '{title: President of Armenia, valid: 2016-10-14}', '{title: President of Armenia}'),
      drop('a-u13-title', 'a-u14-title', 'b-u13-title', 'b-u14-title'),
    ],
    ['ambiguous-title', 'ambiguous-title'],
  ],
  [
    'a president of another time',
    [
      put(
        'transcript',
        '    role: President of Belarus\n',
        '    roles: [{title: President of Belarus, valid: 1994-07-20/2015}]\n',
      ),
    ],
    ['role-date-mismatch'],
  ],
  [
    'a year for December 7th',
    [
      put(
        'first-reader.layer',
        'edtf: 2020-12-07, as-written: December 7th, inferred: [year]',
        'edtf: 2020-12-07, as-written: December 7th',
      ),
    ],
    ['missing-date-part'],
  ],
  [
    'December 7th as a date of anything',
    [put('first-reader.layer', 'date: {role: resurfaced, of: the leak,', 'date: {of: the leak,')],
    ['date-without-role'],
  ],
  [
    'December 7th as the day of the talk',
    [
      put('first-reader.layer', 'date: {role: resurfaced, of: the leak,', 'date: {role: said, of: the leak,'),
      put('first-reader.layer', '    alternatives: [XXXX-12-07, the day when it first became public]\n', ''),
    ],
    ['date-conflict'],
  ],
  [
    'last night without the day it hangs on',
    [put('first-reader.layer', 'as-written: last night, relative-to: s1', 'as-written: last night')],
    ['unanchored-relative-date', 'unanchored-relative-date'],
  ],
  ['until now without a date', [drop('a-date-until-now')], ['unanchored-relative-date']],
  ['a deal of 2020 in words of 2016', [drop('a-u1-gloss', 'b-u1-gloss')], ['anachronism', 'anachronism']],
  ['(dollars) as part of the speech', [drop('a-u12-dollars', 'b-u12-dollars')], ['editorial-marks']],
  ['(Armenians) as part of the quotation', [drop('a-u16-armenians', 'b-u16-armenians')], ['editorial-marks']],
  ['“bare” without a word on it', [drop('a-u4-bare', 'a-u4-verb', 'b-u4-bare')], ['editorial-marks']],
  [
    'u4 as indirect speech',
    [put('transcript', '    form: mixed\n', '    form: indirect\n')],
    ['form-mismatch'],
  ],
  ['u10 as a whole quotation', [drop('a-u10-cut', 'b-u10-cut')], ['editorial-marks']],
  [
    'the words of a translation as the words',
    [drop('a-talk-translation')],
    Array.from({ length: 6 }, () => 'untranslated-quote'),
  ],
  [
    'hearsay about Aliyev as what Aliyev did',
    [
      put(
        'transcript',
        '    cue: Lukashenko said that\n    via: [recording, report]\n',
        '    cue: Lukashenko said that\n    via: [report]\n',
      ),
      drop('a-c4-lukashenko', 'b-c4-lukashenko'),
    ],
    ['hearsay-flattened'],
  ],
  [
    'speaker and addressee of u11 swapped',
    [
      put(
        'transcript',
        '  - id: u11\n    speaker: sargsyan\n    to: lukashenko\n',
        '  - id: u11\n    speaker: lukashenko\n    to: sargsyan\n',
      ),
    ],
    ['vocative-mismatch'],
  ],
  [
    'the headline as a fact that can be disputed',
    [
      annotate(
        'target: c15-betrayal, tag: disputed, by: pashinyan, when: unknown, wording: x, sources: [n6]',
      ),
    ],
    ['opinion-rated', 'failed-verification'],
  ],
  [
    'the recording as a second source of the report',
    [
      annotate(
        'target: u3, tag: corroborated, aspect: content, by: outlet, when: unknown, sources: [recording], note: The same words.',
      ),
    ],
    ['circular-evidence'],
  ],
  [
    'a spokesman as a second source',
    [
      annotate(
        'target: u3, tag: confirmed, aspect: content, by: sargsyan-office, when: unknown, characterised: true, sources: [report]',
      ),
    ],
    ['self-confirmation'],
  ],
  [
    'half a grade',
    [put('transcript', '    grade: F6\n    language: en\n', '    grade: F\n    language: en\n')],
    ['bad-grade'],
  ],
];

async function check(files: Files): Promise<string[]> {
  const documents = Object.entries(files).map(([name, text]) => {
    const { document, findings } = readDocument(new TextEncoder().encode(text), `${name}.yaml`);
    expect(findings).toEqual([]);
    return document!;
  });
  await prepareDates(documents.flatMap(({ value }) => Array.from(datesOf(value), date => date.text)));
  const [transcript, ...layers] = documents as [Document<Transcript>, ...Document<Layer>[]];
  const findings = await runRules(
    { transcript, layers },
    { rules: RULES, language: ENGLISH, random: bytes => new Uint8Array(bytes) },
  );
  return findings.map(({ rule }) => rule).filter(rule => !rule.startsWith('pin-'));
}

test.for(TRAPS)('%s', async ([, edits, rules]) => {
  const files = sample();
  for (const edit of edits) edit(files);
  expect((await check(files)).sort()).toEqual([...rules].sort());
});
