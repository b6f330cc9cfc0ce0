/** What the W3C Web Annotation Data Model (Recommendation, 2017-02-23) demands with MUST, restated as checks. */

type Json = Readonly<Record<string, unknown>>;

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/;
/** xsd:dateTime with its zone. */
const DATE_TIME = /^-?\d{4,}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const MOTIVATIONS = new Set(
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  ),
);

const list = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isOne = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** The demands that an annotation does not meet; empty where it conforms. */
export function unmetMusts(annotation: Json): string[] {
  const unmet: string[] = [];
  const must = (isMet: boolean, demand: string) => {
    if (!isMet) unmet.push(demand);
  };
  must(list(annotation['@context']).includes(CONTEXT), '3.1: @context has the IRI of the annotation context');
  must(isOne(annotation['id']) && IRI.test(annotation['id'] as string), '3.1: exactly one id, an IRI');
  must(list(annotation['type']).includes('Annotation'), '3.1: type has Annotation');
  must(list(annotation['target']).length > 0, '3.1: at least one target');
  must(!('body' in annotation && 'bodyValue' in annotation), '3.2.5: not both body and bodyValue');
  for (const motivation of list(annotation['motivation']))
    must(MOTIVATIONS.has(String(motivation)), '3.3.5: a motivation of the vocabulary');
  for (const key of ['created', 'modified', 'generated']) {
    if (key in annotation)
      must(DATE_TIME.test(String(annotation[key])), `3.3.1: ${key} is one xsd:dateTime with its zone`);
  }
  for (const body of list(annotation['body'])) checkBody(body, must);
  for (const target of list(annotation['target'])) checkTarget(target, must);
  for (const agent of [...list(annotation['creator']), ...list(annotation['generator'])])
    must(isOne(agent) || isObject(agent), '3.3.2: an agent is an IRI or an object');
  return unmet;
}

function checkBody(body: unknown, must: (isMet: boolean, demand: string) => void): void {
  if (!isObject(body)) {
    must(isOne(body) && IRI.test(body as string), '3.2: a body that is no object is an IRI');
    return;
  }
  if (!list(body['type']).includes('TextualBody')) return;
  must(isOne(body['value']), '3.2.4: exactly one value, a string');
  must(list(body['format']).length < 2, '3.2.2: at most one format is written');
  for (const purpose of list(body['purpose']))
    must(MOTIVATIONS.has(String(purpose)), '3.3.5: a purpose of the vocabulary');
}

function checkTarget(target: unknown, must: (isMet: boolean, demand: string) => void): void {
  if (!isObject(target)) {
    must(isOne(target) && IRI.test(target as string), '3.2: a target that is no object is an IRI');
    return;
  }
  must(isOne(target['source']) && IRI.test(String(target['source'])), '4: exactly one source, an IRI');
  for (const selector of list(target['selector'])) {
    must(isObject(selector) && isOne(selector['type']), '4.2: a selector has a type');
    if (!isObject(selector)) continue;
    if (selector['type'] === 'TextQuoteSelector') must(isOne(selector['exact']), '4.2.4: exactly one exact');
    if (selector['type'] === 'TextPositionSelector') {
      const { start, end } = selector;
      must(Number.isInteger(start) && (start as number) >= 0, '4.2.5: exactly one start, not negative');
      must(Number.isInteger(end) && (end as number) >= 0, '4.2.5: exactly one end, not negative');
    }
  }
  for (const state of list(target['state'])) {
    must(isObject(state) && isOne(state['type']), '4.3: a state has a type');
    if (!isObject(state) || state['type'] !== 'TimeState') continue;
    must('sourceDate' in state || 'cached' in state || 'sourceDateStart' in state, '4.3.1: a date or a copy');
    for (const cached of list(state['cached'])) must(IRI.test(String(cached)), '4.3.1: a copy is an IRI');
  }
}
