/** Annotations to W3C Web Annotation JSON-LD: one collection with one page. */

import { anchorState, type PresentText } from '../../core/anchor/anchor-state.ts';
import { locateQuote } from '../../core/anchor/locate-quote.ts';
import { given } from '../../core/given.ts';
import type { AnchorState } from '../../core/model/anchor-state.ts';
import { type Annotation, bodyName, type Creator } from '../../core/model/model.ts';
import { projectOfValues } from '../../core/model/project-of-values.ts';
import { TargetResolver } from '../../core/model/targets.ts';
import { BODIES, type BodyName } from '../../core/model/vocabulary.ts';
import { presentText } from '../../core/standing/present-text.ts';
import { sliceCodePoints } from '../../core/text/code-points.ts';
import type { Conversation, PartWritten, WriteOptions, WrittenFields } from '../format.ts';
import { FieldRecord } from '../losses/field-record.ts';
import { jsonText } from '../shared/json-text.ts';
import { ANNO_CONTEXT, CONTEXT, iriOf, motivationOf, OWN_FIELDS, PREFIX, pinIri } from './terms.ts';

type Json = Readonly<Record<string, unknown>>;

/** Code points of context before and after a quote that needs none to be found; the recommendation wants some. */
const CONTEXT_LENGTH = 24;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

export function writeWebAnnotation(
  value: Conversation,
  { file = 'transcript.yaml' }: WriteOptions,
): PartWritten {
  const texts = textsOf(value);
  const present = presentTextOf(value, file);
  const items = [value.transcript, ...value.layers].flatMap(contents =>
    contents.annotations.map(annotation => {
      const creator = annotation.creator ?? contents.creator;
      return itemOf(annotation, creator, file, texts, anchorState(annotation, present));
    }),
  );
  const { title } = value.transcript;
  const text = jsonText({
    '@context': CONTEXT,
    id: iriOf(file, 'annotations'),
    type: 'AnnotationCollection',
    ...(title !== undefined && { label: title }),
    total: items.length,
    ...(items.length > 0 && {
      first: { id: iriOf(file, 'annotations-1'), type: 'AnnotationPage', startIndex: 0, items },
    }),
  });
  const bounds = value.layers.length - 1;
  return {
    text,
    written: writtenOf(value),
    also: bounds > 0 ? [{ what: 'bounds of layers', count: bounds }] : [],
  };
}

function presentTextOf({ transcript, layers }: Conversation, file: string): PresentText {
  const annotations = [transcript, ...layers].flatMap(contents => contents.annotations);
  return presentText(() => annotations, new TargetResolver(projectOfValues(transcript, layers, file)));
}

function textsOf({ transcript, layers }: Conversation): ReadonlyMap<string, string> {
  const speeches = [
    ...transcript.utterances,
    ...transcript.statements,
    ...layers.flatMap(layer => layer.statements),
  ];
  return new Map(
    speeches.flatMap(({ id, text }) => (id === undefined || text === undefined ? [] : [[id, text]])),
  );
}

function itemOf(
  annotation: Annotation,
  creator: Creator | undefined,
  file: string,
  texts: ReadonlyMap<string, string>,
  state: AnchorState,
): Json {
  // Context and positions of the present text would be no part of the text that an old pin names.
  const isOfPresent = state.state === 'sure' || state.state === 'unpinned';
  const targets = annotation.target.map(target =>
    targetOf(annotation, target, file, isOfPresent ? texts.get(target) : undefined),
  );
  const own = OWN_FIELDS.flatMap(field =>
    annotation[field] === undefined ? [] : [[PREFIX + field, annotation[field]]],
  );
  const extensions = Object.entries(annotation).filter(([key]) => key.startsWith('x-'));
  return {
    // The collection's context has our terms; this one makes each annotation one of W3C's where it is taken out.
    '@context': ANNO_CONTEXT,
    id: iriOf(file, annotation.id),
    type: 'Annotation',
    motivation: motivationOf(annotation),
    ...(creator !== undefined && {
      creator: { type: 'Person', name: creator.name, ...given({ [`${PREFIX}role`]: creator.role }) },
    }),
    ...createdOf(annotation.created),
    body: bodiesOf(annotation),
    target: targets.length === 1 ? targets[0] : targets,
    ...Object.fromEntries(own),
    ...waitsOf(state),
    ...(extensions.length > 0 && { [`${PREFIX}extensions`]: Object.fromEntries(extensions) }),
  };
}

/** Why it waits for a person, and so counts for nothing: derived, and left out when it is read again. */
function waitsOf(state: AnchorState): Json {
  if (state.state !== 'waits') return {};
  const { reason, claim } = state;
  return { [`${PREFIX}waits`]: { reason, ...(claim !== undefined && { claim }) } };
}

/** The recommendation wants a time with its zone; a day begins at midnight UTC. */
function createdOf(created: string | undefined): Json {
  if (created === undefined) return {};
  if (DAY.test(created)) return { created: `${created}T00:00:00Z` };
  return DATE_TIME.test(created) ? { created } : { [`${PREFIX}created`]: created };
}

function bodiesOf(annotation: Annotation): Json[] {
  const name = bodyName(annotation);
  const bodies: Json[] = name === undefined ? [] : [bodyOf(annotation, name)];
  if (annotation.note !== undefined) {
    const purpose = name === 'tag' ? 'commenting' : 'describing';
    bodies.push({
      type: 'TextualBody',
      purpose,
      format: 'text/plain',
      value: annotation.note,
      [`${PREFIX}body`]: 'note',
    });
  }
  return bodies;
}

function bodyOf(annotation: Annotation, name: BodyName): Json {
  const value = annotation[name];
  const purpose = name === 'tag' ? 'tagging' : motivationOf(annotation);
  const isText = typeof value === 'string';
  return {
    type: 'TextualBody',
    purpose,
    format: isText ? 'text/plain' : 'application/json',
    value: isText ? value : JSON.stringify(value),
    ...(name !== 'tag' && name !== 'comment' && { [`${PREFIX}body`]: name }),
  };
}

function targetOf(
  { quote, before, after, pin }: Annotation,
  target: string,
  file: string,
  text: string | undefined,
): Json {
  const source = target === 'transcript' ? iriOf(file) : iriOf(file, target);
  const selectors = quote === undefined ? [] : selectorsOf({ quote, before, after }, text);
  return {
    type: 'SpecificResource',
    source,
    ...(selectors.length > 0 && { selector: selectors }),
    // Positions are brittle: the state says which text they were made on.
    ...(pin !== undefined && { state: { type: 'TimeState', cached: pinIri(pin) } }),
  };
}

interface Quoted {
  readonly quote: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The quote with its context, and where it stands: both count Unicode code points. */
function selectorsOf({ quote, before, after }: Quoted, text: string | undefined): Json[] {
  const place = text === undefined ? undefined : locateQuote(text, { quote, before, after });
  if (text === undefined || place?.verdict !== 'exact') {
    return [
      {
        type: 'TextQuoteSelector',
        exact: quote,
        ...given({ prefix: before, suffix: after }),
      },
    ];
  }
  const { start, end } = place.range;
  return [
    {
      type: 'TextQuoteSelector',
      exact: quote,
      prefix: before ?? sliceCodePoints(text, Math.max(0, start - CONTEXT_LENGTH), start),
      suffix: after ?? sliceCodePoints(text, end, end + CONTEXT_LENGTH),
    },
    { type: 'TextPositionSelector', start, end },
  ];
}

/** An annotation with several bodies, which is a fault, loses them all. */
function writtenOf({ transcript, layers }: Conversation): WrittenFields {
  const record = new FieldRecord();
  record.add(transcript, 'title');
  for (const contents of [transcript, ...layers]) {
    if (contents.annotations.length > 0) record.add(contents, 'creator');
    for (const annotation of contents.annotations) {
      const bodies = BODIES.filter(name => annotation[name] !== undefined);
      const lost: ReadonlySet<string> = new Set(bodies.length > 1 ? bodies : []);
      record.add(annotation, ...Object.keys(annotation).filter(field => !lost.has(field)));
    }
  }
  return record.written;
}
