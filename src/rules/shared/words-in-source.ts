/** Findings about some words of a text, moved from the text to those words. */
import { groupBy } from '../../core/maps.ts';
import type { Finding, Place } from '../../core/model/finding.ts';
import type { Document } from '../../core/model/project.ts';
import type { Span } from '../../core/model/span.ts';
import type { Report } from '../rule.ts';

type PlaceOfWords = Place & { readonly words: NonNullable<Place['words']> };

/** Whether a report, or a label of it, is about some words of a text. */
export function isAboutWords({ at, labels }: Report): boolean {
  return isOfWords(at) || labels?.some(label => isOfWords(label.at)) === true;
}

function isOfWords(place: Place): place is PlaceOfWords {
  return place.words !== undefined;
}

/** @param reports what findings were made of, as far as they are about words */
export async function atTheirWords(
  findings: readonly Finding[],
  reports: ReadonlyMap<Finding, Report>,
  documents: ReadonlyMap<string, Document>,
): Promise<Finding[]> {
  const places = Array.from(reports.values()).flatMap(({ at, labels = [] }) => [
    at,
    ...labels.map(label => label.at),
  ]);
  const spans = await spansOf(places.filter(isOfWords), documents);
  const spanAt = (place: Place) => {
    const span = spans.get(place);
    return span === undefined ? {} : { span };
  };
  return findings.map(finding => {
    const made = reports.get(finding);
    if (made === undefined) return finding;
    const labels = finding.labels?.map((label, index) => ({ ...label, ...spanAt(made.labels![index]!.at) }));
    return { ...finding, ...spanAt(made.at), ...(labels && { labels }) };
  });
}

/** All words of one text are looked for at once: it may be long, and have a thousand of them. */
async function spansOf(
  places: readonly PlaceOfWords[],
  documents: ReadonlyMap<string, Document>,
): Promise<ReadonlyMap<Place, Span>> {
  const spans = new Map<Place, Span>();
  for (const inText of groupBy(places, ({ file, path }) => JSON.stringify([file, path])).values()) {
    const [{ file, path, words }] = inText as [PlaceOfWords];
    const found = await documents.get(file)?.locateWords?.(
      path,
      words.text,
      inText.map(place => place.words),
    );
    for (const [index, span] of (found ?? []).entries()) spans.set(inText[index]!, span);
  }
  return spans;
}
