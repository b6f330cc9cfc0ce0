/** A claim as schema.org has it: whose it is, and where it appears. */

import { speechAt } from '../../core/anchor/pin.ts';
import { given } from '../../core/given.ts';
import type { Source, Transcript } from '../../core/model/model.ts';
import type { Anchor, ClaimView, Standing, View } from '../../core/model/view.ts';
import type { Aspect } from '../../core/model/vocabulary.ts';
import { UNKNOWN_PARTY } from '../../core/model/vocabulary.ts';
import { sliceCodePoints } from '../../core/text/code-points.ts';
import type { FieldRecord } from '../losses/field-record.ts';

/** A claim with its words and one reading's standing of it. */
export interface Review {
  readonly claim: ClaimView;
  readonly words: string;
  readonly standing: Standing;
}

/** Claims on how words were reported are made about a passage, not in it: its speaker is not their author. */
const ABOUT_THE_REPORT: ReadonlySet<Aspect | undefined> = new Set<Aspect>([
  'authenticity',
  'completeness',
  'attribution',
  'wording',
  'translation',
]);

const ISO_DATE = /^\d{4}(?:-\d{2}){0,2}$/;

/** Makes claims, and records what of the transcript went into them. */
export function claimWriter(view: View, record: FieldRecord) {
  function claimOf({ aspect, anchors, entry }: ClaimView, words: string) {
    if (entry !== undefined) record.add(entry.value, 'text', 'target');
    const works = anchors.flatMap(anchor => workOf(anchor) ?? []);
    const claim = { '@type': 'Claim', text: words };
    if (works.length === 0)
      return anchors.some(({ entry }) => entry === 'transcript') ? { ...claim, about: talk() } : claim;
    if (ABOUT_THE_REPORT.has(aspect)) return { ...claim, about: works };
    const authors = authorsOf(anchors);
    const first = anchors.find(isOfTalk);
    return {
      ...claim,
      ...(authors.length > 0 && { author: authors }),
      appearance: works,
      // Statements come after the talk, but which of them came first their order does not tell.
      ...(first !== undefined && { firstAppearance: workOf(first) }),
    };
  }

  /** Parties that speak where the claim appears, each once. */
  function authorsOf(anchors: readonly Anchor[]): { readonly name: string }[] {
    const names = new Map<string, string>();
    for (const anchor of anchors) {
      const speech = speechAt(anchor);
      if (speech?.speaker === undefined || speech.speaker === UNKNOWN_PARTY) continue;
      record.add(speech, 'speaker');
      names.set(speech.speaker, nameOf(speech.speaker));
    }
    return Array.from(names.values(), name => ({ name }));
  }

  function nameOf(id: string): string {
    const party = view.parties.get(id);
    if (party?.name !== undefined) record.add(party, 'name');
    return party?.name ?? id;
  }

  function talk() {
    const transcript: Transcript = view.project.transcript.value;
    const { title, date } = transcript;
    const created = isoDate(date);
    record.add(transcript, 'title', ...(created === undefined ? [] : ['date']));
    return {
      '@type': 'CreativeWork',
      ...given({ name: title, dateCreated: created }),
    };
  }

  function workOf(anchor: Anchor) {
    const speech = speechAt(anchor);
    if (speech === undefined) return undefined;
    const source = speech.source === undefined ? undefined : view.sources.get(speech.source);
    const { text } = speech;
    const { range } = anchor;
    const passage =
      text === undefined || range === undefined ? text : sliceCodePoints(text, range.start, range.end);
    record.add(
      speech,
      'id',
      ...(passage === text ? ['text'] : []),
      ...(source === undefined ? [] : ['source']),
    );
    return {
      // Words that a reporter put together are no quotation.
      '@type': speech.form === 'direct' && speech.paraphrase !== true ? 'Quotation' : 'CreativeWork',
      identifier: speech.id,
      ...(passage !== undefined && { text: passage }),
      ...(isOfTalk(anchor) && { isPartOf: talk() }),
      ...(source !== undefined && { isBasedOn: documentOf(source) }),
    };
  }

  function documentOf(source: Source) {
    const { title, url, publisher } = source;
    const published = isoDate(source.published);
    record.add(source, 'title', 'url', 'publisher', ...(published === undefined ? [] : ['published']));
    return {
      '@type': 'CreativeWork',
      ...given({
        name: title,
        url,
        publisher: publisher === undefined ? undefined : { name: publisher },
        datePublished: published,
      }),
    };
  }

  return { claimOf, nameOf };
}

/** Schema.org has ISO 8601 and no EDTF, so uncertain dates and ranges are lost. */
function isoDate(date: string | undefined): string | undefined {
  return date !== undefined && ISO_DATE.test(date) ? date : undefined;
}

function isOfTalk({ entry }: Anchor): boolean {
  return entry !== undefined && entry !== 'transcript' && entry.kind === 'utterance';
}
