/** Where the targets of an annotation or claim are in the text as it stands. */
import type { Annotation, Claim, Speech } from '../model/model.ts';
import type { Entry } from '../model/project.ts';
import type { TargetResolver } from '../model/targets.ts';
import type { Anchor } from '../model/view.ts';
import { type FoundQuote, findQuote } from './find-quote.ts';
import { isSpeech, pinMatches } from './pin.ts';

/** An entry that attaches to something. */
export type Anchored = Annotation | Claim;

/** An entry's targets, looked up once for all that is asked about them. */
export interface Aims {
  /** One for each thing that is aimed at: an entry, the transcript, or nothing. */
  readonly list: readonly Aim[];
  /** What the targets name, in their order. */
  readonly entries: readonly Entry[];
  /** Utterances and statements among them. */
  readonly speeches: readonly Speech[];
  /** Where the quote stands in them; undefined where the entry has none. */
  readonly quote: FoundQuote<Speech> | undefined;
}

interface Aim {
  readonly target: string;
  readonly entry: Anchor['entry'];
}

export function aimsOf(entry: Anchored, targets: Pick<TargetResolver, 'resolve'>): Aims {
  const list: Aim[] = [];
  const entries: Entry[] = [];
  const speeches: Speech[] = [];
  const add = (target: string, named: Anchor['entry']) => {
    list.push({ target, entry: named });
    if (named === undefined || named === 'transcript') return;
    entries.push(named);
    if (isSpeech(named)) speeches.push(named.value);
  };
  for (const target of entry.target ?? []) {
    const resolution = targets.resolve(target);
    if (resolution.found === 'transcript') add(target, 'transcript');
    else if (resolution.found === 'nothing') add(target, undefined);
    else if (resolution.entries.length === 1) add(target, resolution.entries[0]);
    else for (const named of resolution.entries) add(named.id || target, named);
  }
  const sought = quoteOf(entry);
  const quote = sought === undefined ? undefined : findQuote(sought, speeches);
  return { list, entries, speeches, quote };
}

export function isClaim(entry: Anchored): entry is Claim {
  return 'text' in entry;
}

function quoteOf(entry: Anchored) {
  if (isClaim(entry) || entry.quote === undefined) return undefined;
  const { quote, before, after } = entry;
  return { quote, before, after };
}

/** A quote stands in one utterance: among several targets, those that do not have it are only where it was sought. */
export function anchorsOf(entry: Anchored, { list, entries, speeches, quote }: Aims): Anchor[] {
  const pin = pinStateOf(entry.pin, list, entries, speeches);
  if (quote === undefined) return list.map(aim => whole(aim, pin));
  const words = (entry as Annotation).quote!;
  if (quote.verdict === 'orphaned')
    return list.map(aim => ({ ...whole(aim, pin), verdict: 'orphaned' as const, quote: words }));
  const found = new Set(
    quote.verdict === 'exact' ? [quote.place.speech] : quote.places.map(place => place.speech),
  );
  const anchors: Anchor[] = [];
  for (const { target, entry: named } of list) {
    if (named === undefined || named === 'transcript' || !found.delete(named.value as Speech)) continue;
    anchors.push({
      target,
      entry: named,
      range: quote.verdict === 'exact' ? quote.place.range : undefined,
      verdict: quote.verdict,
      ...(quote.verdict === 'ambiguous' && { quote: words }),
      ...(quote.folded && { folded: true as const }),
      pin,
    });
  }
  return anchors;
}

function whole({ target, entry }: Aim, pin: Anchor['pin']): Anchor {
  return { target, entry, range: undefined, verdict: entry === undefined ? 'orphaned' : 'exact', pin };
}

function pinStateOf(
  pin: string | undefined,
  list: readonly Aim[],
  entries: readonly Entry[],
  speeches: readonly Speech[],
): Anchor['pin'] {
  if (pin === undefined) return 'none';
  if (list.some(({ entry }) => entry === undefined)) return 'out-of-date';
  if (speeches.length === 0) return 'none';
  return pinMatches(pin, entries) ? 'current' : 'out-of-date';
}
