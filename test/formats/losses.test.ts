/** A field that makes no difference to what is written is lost, and the report has to say so. */
import { expect, test } from 'vitest';
import { VIEWS, writeView } from '../../src/commands/convert/views.ts';
import type { Layer, Transcript } from '../../src/core/model/model.ts';
import { projectOfValues } from '../../src/core/model/project-of-values.ts';
import { KEY_ORDER } from '../../src/core/schema/generated/keys.ts';
import { defineFormat } from '../../src/formats/define-format.ts';
import type { Conversation, Format, WriteResult } from '../../src/formats/format.ts';
import { loadFormats } from '../../src/formats/index.ts';
import { entriesIn, type Kind, PLURALS } from '../../src/formats/losses/field-names.ts';
import { prepareDatesOf } from '../../src/project/prepare-dates.ts';
import { EVERY_FIELD } from '../fixtures/every-field.ts';
import { plain } from '../helpers/print-context.ts';
import { partOf } from '../helpers/runs.ts';

type Values = Readonly<Record<string, unknown>>;

/** A field of a kind, or a field inside a structured one. */
interface Field {
  readonly kind: Kind;
  readonly path: readonly [string, string?];
}

/** Fields that cannot be left out: they get another value. */
const REQUIRED = new Set(
  'statement.id claim.id claim.text annotation.id annotation.target transcript.creator.name layer.creator.name annotation.creator.name annotation.sources.source annotation.voice.of annotation.accepted.by annotation.accepted.when claim.accepted.by claim.accepted.when party.roles.title'.split(
    ' ',
  ),
);

function otherValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(otherValue);
  return /^\d{4}-/.test(String(value)) ? '1999-01-01' : `${String(value)}x`;
}

function changed(entry: Values, { kind, path }: Field): Values {
  const [field, inner] = path;
  const { [field]: value, ...others } = entry;
  if (value === undefined) return entry;
  if (inner !== undefined) {
    const change = (part: Values) => {
      const { [inner]: old, ...rest } = part;
      return REQUIRED.has(`${kind}.${field}.${inner}`) ? { ...rest, [inner]: otherValue(old) } : rest;
    };
    return { ...others, [field]: Array.isArray(value) ? value.map(change) : change(value as Values) };
  }
  return REQUIRED.has(`${kind}.${field}`) ? { ...others, [field]: otherValue(value) } : others;
}

/** The talk with a field of every entry of its kind left out or changed. */
function talkWithout(field: Field): Conversation {
  const change = <T>(of: Kind, value: T) =>
    of === field.kind ? (changed(value as Values, field) as T) : value;
  const list = <T>(of: Kind, values: readonly T[]) => values.map(value => change(of, value));
  const map = <V>(of: Kind, values: ReadonlyMap<string, V>) =>
    new Map(Array.from(values, ([id, value]) => [id, change(of, value)]));
  const contents = <T extends Transcript | Layer>(value: T): T => ({
    ...change(value.kind, value),
    parties: map('party', value.parties),
    sources: map('source', value.sources),
    statements: list('statement', value.statements),
    claims: list('claim', value.claims),
    annotations: list('annotation', value.annotations),
    extensions: value.kind === field.kind && field.path[0].startsWith('x-') ? new Map() : value.extensions,
  });
  const { transcript, layers } = EVERY_FIELD;
  const utterances = list('utterance', transcript.utterances);
  return { transcript: { ...contents(transcript), utterances }, layers: layers.map(contents) };
}

const FIELDS: readonly Field[] = [
  ...new Map(
    [...entriesIn(EVERY_FIELD)].flatMap(({ kind, entry, fields }) =>
      fields.flatMap((name): [string, Field][] => {
        const value = (entry as Values)[name];
        const part = Array.isArray(value) ? value[0] : value;
        const inner = typeof part === 'object' && name !== 'conflict' ? Object.keys(part) : [];
        const paths = [[name], ...inner.map(key => [name, key])] as [string, string?][];
        return paths.map(path => [[kind, ...path].join('.'), { kind, path }]);
      }),
    ),
  ).values(),
];

/** Whether a report tells of the loss of a field, of the structured field around it, or of the whole entries. */
function tells(what: string, { kind, path: [field, inner = field] }: Field): boolean {
  const kinds = PLURALS[kind];
  return (
    what === kinds ||
    what === `${field} of ${kinds}` ||
    what === `${inner} in ${field}` ||
    (field.startsWith('x-') && what === `extensions of ${kinds}`) ||
    (kind === 'annotation' && /^stances$|^annotations that are/.test(what))
  );
}

type Write = (value: Conversation) => WriteResult | Promise<WriteResult>;

async function unreported(write: Write, fields = FIELDS): Promise<string[]> {
  const { text, losses } = await write(EVERY_FIELD);
  const silent: string[] = [];
  for (const field of fields) {
    if (losses.some(({ what }) => tells(what, field))) continue;
    if ((await write(talkWithout(field))).text === text) silent.push([field.kind, ...field.path].join('.'));
  }
  return silent;
}

await prepareDatesOf([projectOfValues(EVERY_FIELD.transcript, EVERY_FIELD.layers, 'talk.yaml')]);

test('the talk has every field of the format', () => {
  const kinds = 'Transcript Layer Party Source Utterance Statement Claim Annotation'.split(' ');
  const lists = 'onrecord transcript parties sources utterances statements claims annotations'.split(' ');
  const known = new Set(FIELDS.map(({ kind, path }) => `${kind}.${path[0]}`));
  for (const name of kinds) {
    const kind = name.toLowerCase();
    const keys: readonly string[] = KEY_ORDER[name as keyof typeof KEY_ORDER];
    const fields = /transcript|layer/.test(kind) ? keys.filter(key => !lists.includes(key)) : keys;
    expect(fields.filter(field => !known.has(`${kind}.${field}`))).toEqual([]);
  }
});

const written = (await loadFormats()).filter(
  (format): format is Format & Required<Pick<Format, 'write'>> => format.write !== undefined,
);

test.for(written)('$id reports every field that it does not carry', async format => {
  expect(await unreported(value => format.write(value, { file: 'talk.yaml' }))).toEqual([]);
});

test.for(VIEWS)('the view in $id reports every field that it does not print', async view => {
  const fields = partOf(FIELDS, 3, VIEWS.indexOf(view));
  const write = (value: Conversation) =>
    writeView(view, value, projectOfValues(value.transcript, value.layers, 'talk.yaml'), true, plain());
  expect(await unreported(write, fields)).toEqual([]);
});

test('a format that says more than it does is found out, and one that says less reports it', async () => {
  const sbv = (carries: 'utterance.text' | 'utterance.speaker') =>
    defineFormat({
      name: 'a test',
      id: 'sbv',
      title: 'captions',
      extensions: ['sbv'],
      keeps: '',
      loses: '',
      detect: () => 0,
      carries: ['utterance.text', carries],
      write: ({ transcript }) => ({ text: transcript.utterances.map(({ text }) => text ?? '').join('\n') }),
    });
  expect(await unreported(value => sbv('utterance.speaker').write!(value))).toEqual(['utterance.speaker']);
  expect(await unreported(value => sbv('utterance.text').write!(value))).toEqual([]);
});

test('speakers are kept where their names are read back under other ids', async () => {
  const named = (name: string) => ({ name });
  const transcript: Transcript = {
    ...EVERY_FIELD.transcript,
    parties: new Map([
      ['ann', named('Ann Reader')],
      ['ben', named('Бен Иванов')],
      ['other', named('Ann Reader')],
    ]),
    utterances: [
      { speaker: 'ann', start: 1000, end: 2000, text: 'We signed.' },
      { speaker: 'ben', start: 3000, end: 4000, text: 'We paid.' },
      { speaker: 'other', start: 5000, end: 6000, text: 'We left.' },
    ],
  };
  for (const id of ['srt', 'webvtt', 'text']) {
    const { losses } = await written.find(format => format.id === id)!.write({ transcript, layers: [] }, {});
    const count = (what: string) => losses.find(loss => loss.what === what)?.count ?? 0;
    // Two of one name are one party when they are read back.
    expect([count('id of parties'), count('parties'), count('speaker of utterances')]).toEqual([2, 1, 1]);
  }
});
