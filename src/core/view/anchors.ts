/** Where the targets of annotations and claims are in the text as it stands. */
import { locateQuote, type Quote, type QuoteLocation } from '../anchor/locate-quote.ts';
import { isSpeech, pinMatches } from '../anchor/pin.ts';
import type { Annotation, Claim, Statement, Utterance } from '../model/model.ts';
import type { Entry } from '../model/project.ts';
import type { TargetResolver } from '../model/targets.ts';
import type { Anchor } from '../model/view.ts';

/** One thing that is aimed at: an entry, the transcript, or nothing. */
interface Aim {
  readonly target: string;
  readonly entry: Anchor['entry'];
}

export function anchorsOfClaim(claim: Claim, resolver: TargetResolver): Anchor[] {
  return aimsOf(claim.target ?? [], resolver).map(aim => whole(aim, 'none'));
}

/** A quote stands in one utterance: among several targets, those that do not have it are only where it was sought. */
export function anchorsOfAnnotation(annotation: Annotation, resolver: TargetResolver): Anchor[] {
  const aims = aimsOf(annotation.target, resolver);
  const pin = pinStateOf(annotation.pin, aims);
  const { quote, before, after } = annotation;
  if (quote === undefined) return aims.map(aim => whole(aim, pin));
  const anchors = anchorsOfQuote({ quote, before, after }, aims, pin);
  return anchors.length > 0
    ? anchors
    : aims.map(aim => ({ ...whole(aim, pin), verdict: 'orphaned' as const }));
}

function aimsOf(targets: readonly string[], resolver: TargetResolver): Aim[] {
  const aims: Aim[] = [];
  for (let i = 0; i < targets.length; i++) {
    const target = targets[i]!;
    const resolution = resolver.resolve(target);
    if (resolution.found === 'transcript') aims.push({ target, entry: 'transcript' });
    else if (resolution.found === 'nothing') aims.push({ target, entry: undefined });
    else if (resolution.entries.length === 1) aims.push({ target, entry: resolution.entries[0] });
    else for (const entry of resolution.entries) aims.push({ target: entry.id || target, entry });
  }
  return aims;
}

function whole({ target, entry }: Aim, pin: Anchor['pin']): Anchor {
  return { target, entry, range: undefined, verdict: entry === undefined ? 'orphaned' : 'exact', pin };
}

function pinStateOf(pin: string | undefined, aims: readonly Aim[]): Anchor['pin'] {
  if (pin === undefined) return 'none';
  const entries: Entry[] = [];
  for (let i = 0; i < aims.length; i++) {
    const { entry } = aims[i]!;
    if (entry === undefined) return 'out-of-date';
    if (entry !== 'transcript') entries.push(entry);
  }
  if (!entries.some(isSpeech)) return 'none';
  return pinMatches(pin, entries) ? 'current' : 'out-of-date';
}

function isEntry(entry: Anchor['entry']): entry is Entry {
  return entry !== undefined && entry !== 'transcript';
}

type Found = Exclude<QuoteLocation, { verdict: 'orphaned' }>;

interface Hit {
  readonly aim: Aim;
  readonly found: Found;
}

/** Anchors where the quote was found; the very words anywhere win over words in another form. */
function anchorsOfQuote(quote: Quote, aims: readonly Aim[], pin: Anchor['pin']): Anchor[] {
  const hits: Hit[] = [];
  for (let i = 0; i < aims.length; i++) {
    const aim = aims[i]!;
    if (!isEntry(aim.entry) || !isSpeech(aim.entry)) continue;
    const found = locateQuote(textOf(aim.entry), quote);
    if (found.verdict !== 'orphaned') hits.push({ aim, found });
  }
  const exactly = hits.filter(hit => !hit.found.folded);
  const best = exactly.length > 0 ? exactly : hits;
  return best.map(({ aim: { target, entry }, found }) => ({
    target,
    entry,
    range: best.length === 1 && found.verdict === 'exact' ? found.range : undefined,
    verdict: best.length === 1 ? found.verdict : 'ambiguous',
    ...(found.folded && { folded: true as const }),
    pin,
  }));
}

function textOf(entry: Entry<Utterance | Statement>): string {
  return entry.value.text ?? '';
}
