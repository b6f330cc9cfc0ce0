/** W3C Web Annotations, and exports of Hypothesis, to a layer on a transcript. */

import { sha256 } from '../../core/anchor/hash.ts';
import { locateQuote } from '../../core/anchor/locate-quote.ts';
import { given } from '../../core/given.ts';
import { pushAll } from '../../core/long-lists.ts';
import type { Path } from '../../core/model/finding.ts';
import { type Layer, NO_CONTENTS, type Transcript } from '../../core/model/model.ts';
import { BODIES, ID_PATTERN } from '../../core/model/vocabulary.ts';
import type { ReadOptions, ReadResult } from '../format.ts';
import { readValues } from '../onrecord/read-values.ts';
import {
  isObject,
  type JsonObject,
  type JsonSource,
  jsonReader,
  objectOf,
  objectsOf,
  textOf,
} from '../shared/json-source.ts';
import { placeQuote } from './place.ts';
import { idOfIri, OWN_FIELDS, PREFIX, pinOfIri } from './terms.ts';

/** An empty collection or page is not an annotation. */
const CONTAINERS: ReadonlySet<unknown> = new Set(['AnnotationCollection', 'AnnotationPage']);

export const readWebAnnotation = jsonReader(readAnnotations);

function readAnnotations(json: JsonSource, options: ReadOptions): ReadResult {
  const { report } = json;
  if (options.transcript === undefined) {
    report.add('missing-field', undefined, 'annotations alone hold no words', {
      severity: 'error',
      help: 'name the transcript that they are about with --transcript',
    });
    return report.result();
  }
  const { file, value: transcript } = options.transcript;
  const annotations = itemsOf(json).flatMap(({ item, path }) => annotationOf(item, path, transcript, json));
  const checked = readValues({ onrecord: 1, transcript: file, annotations }, options.file);
  const none: Layer = { kind: 'layer', transcript: file, ...NO_CONTENTS };
  const layer = checked.value?.kind === 'layer' ? checked.value : none;
  return { value: { transcript, layers: [layer] }, findings: [...report.list(), ...checked.findings] };
}

/** The annotations of a collection, of a page, of an export, or the one that the file is. */
function itemsOf({ root }: JsonSource): { item: JsonObject; path: Path }[] {
  const lists: readonly (readonly [Path, unknown])[] = [
    [['first', 'items'], isObject(root['first']) ? root['first']['items'] : undefined],
    [['items'], root['items']],
    [['rows'], root['rows']],
    [['annotations'], root['annotations']],
  ];
  const found = lists.find(([, list]) => Array.isArray(list));
  if (found === undefined)
    return [root['type']].flat().some(type => CONTAINERS.has(type)) ? [] : [{ item: root, path: [] }];
  return objectsOf(found[1]).map(([index, item]) => ({ item, path: [...found[0], index] }));
}

/** Fields as a file has them, checked afterwards with all others. */
function annotationOf(item: JsonObject, path: Path, transcript: Transcript, json: JsonSource): JsonObject[] {
  const place = placeOf(item, transcript);
  const iri = textOf(item['id']);
  if (place === undefined || iri === undefined) {
    json.addMissing(path, 'an annotation', place === undefined ? '`target`' : '`id`');
    return [];
  }
  const bodies = bodiesOf(item);
  if (Object.keys(bodies).length === 0) {
    json.addMissing(path, 'an annotation', 'a body');
    return [];
  }
  const own = OWN_FIELDS.flatMap(field =>
    item[PREFIX + field] === undefined ? [] : [[field, item[PREFIX + field]] as const],
  );
  const extensions = item[`${PREFIX}extensions`];
  const creator = creatorOf(item);
  const created = textOf(item[`${PREFIX}created`]) ?? textOf(item['created'])?.replace(/T00:00:00Z$/, '');
  return [
    {
      ...objectOf(extensions),
      id: idOf(iri),
      ...place,
      ...bodies,
      ...Object.fromEntries(own),
      ...given({ creator, created }),
    },
  ];
}

/** Our own ids come back; others get one made from their IRI, the same each time. */
function idOf(iri: string): string {
  const own = idOfIri(iri);
  if (own !== undefined && new RegExp(ID_PATTERN).test(own)) return own;
  return `w${sha256(iri).slice(0, 10)}`;
}

function placeOf(item: JsonObject, transcript: Transcript): JsonObject | undefined {
  const targets: readonly unknown[] = Array.isArray(item['target']) ? item['target'] : [item['target']];
  const places = targets
    .map((target: unknown) => onePlace(target, transcript))
    .filter(place => place !== undefined);
  const [first] = places;
  if (first === undefined) return undefined;
  return { ...first, target: places.flatMap(place => place['target'] as string[]) };
}

function onePlace(target: unknown, transcript: Transcript): JsonObject | undefined {
  if (typeof target === 'string') return { target: [idOfIri(target) ?? 'transcript'] };
  if (!isObject(target)) return undefined;
  const source = sourceOf(target);
  if (source === undefined) return undefined;
  const selectors = [target['selector']].flat().filter(isObject);
  const quoteSelector = selectors.find(selector => selector['type'] === 'TextQuoteSelector');
  const exact = quoteSelector && textOf(quoteSelector['exact']);
  const id = idOfIri(source);
  const pin = pinOf(target);
  const common = pin === undefined ? {} : { pin };
  if (quoteSelector === undefined || exact === undefined) return { target: [id ?? 'transcript'], ...common };
  const quote = {
    exact,
    prefix: textOf(quoteSelector['prefix']) ?? '',
    suffix: textOf(quoteSelector['suffix']) ?? '',
  };
  if (id === undefined) return placeQuote(quote, transcript);
  const text = [...transcript.utterances, ...transcript.statements].find(speech => speech.id === id)?.text;
  const needsContext = text === undefined || locateQuote(text, { quote: exact }).verdict !== 'exact';
  const context = needsContext ? { before: quoteSelector['prefix'], after: quoteSelector['suffix'] } : {};
  return { target: [id], quote: exact, ...context, ...common };
}

function sourceOf(target: JsonObject): string | undefined {
  const source = target['source'] ?? target['id'];
  return textOf(isObject(source) ? source['id'] : source);
}

function pinOf({ state }: JsonObject): string | undefined {
  return [state]
    .flat()
    .flatMap(one => (isObject(one) ? [one['cached']].flat() : []))
    .map(iri => pinOfIri(String(iri)))
    .find(pin => pin !== undefined);
}

/** One body and a note: of several texts the first tag is the body, else the first comment; the rest is the note. */
function bodiesOf(item: JsonObject): JsonObject {
  const own = [item['body']].flat().filter(isObject);
  const texts: { name: string; value: unknown }[] = own.flatMap(body => {
    const value = textOf(body['value']);
    return value === undefined ? [] : [{ name: bodyNameOf(body), value: bodyValue(body, value) }];
  });
  if (typeof item['bodyValue'] === 'string') texts.push({ name: 'comment', value: item['bodyValue'] });
  // Hypothesis: a text and a list of tags.
  const isRow = item['body'] === undefined;
  if (isRow && textOf(item['text'])) texts.push({ name: 'comment', value: item['text'] });
  if (isRow && Array.isArray(item['tags']))
    pushAll(
      texts,
      item['tags'].map(value => ({ name: 'tag', value: String(value) })),
    );
  const main =
    texts.find(({ name }) => name !== 'comment' && name !== 'note') ??
    texts.find(({ name }) => name === 'comment');
  if (main === undefined)
    return texts.length === 0 ? {} : { comment: texts.map(({ value }) => String(value)).join('\n\n') };
  const rest = texts
    .filter(text => text !== main)
    .map(({ name, value }) => (name === 'tag' ? `tag: ${value}` : String(value)));
  return { [main.name]: main.value, ...(rest.length > 0 && { note: rest.join('\n\n') }) };
}

function bodyNameOf(body: JsonObject): string {
  const own = textOf(body[`${PREFIX}body`]);
  if (own === 'note' || BODIES.some(name => name === own)) return own!;
  return [body['purpose']].flat().includes('tagging') ? 'tag' : 'comment';
}

/** Bodies of ours with structure are JSON. */
function bodyValue(body: JsonObject, value: string): unknown {
  if (body['format'] !== 'application/json' || body[`${PREFIX}body`] === undefined) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function creatorOf(item: JsonObject): JsonObject | undefined {
  const creator = item['creator'] ?? item['user'];
  if (typeof creator === 'string') return { name: creator };
  const name = isObject(creator)
    ? (textOf(creator['name']) ?? textOf(creator['nickname']) ?? textOf(creator['id']))
    : undefined;
  if (!isObject(creator) || name === undefined) return undefined;
  const role = textOf(creator[`${PREFIX}role`]);
  return { name, ...(role !== undefined && { role }) };
}
