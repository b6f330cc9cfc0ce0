/** Choices from the words of the format and from the file, narrowed while somebody types. */
import { namesOf } from '../../../core/annotate/entry-named.ts';
import { type PassagePlace, placesOf, speechesOf } from '../../../core/annotate/find-passage.ts';
import { BODY_MEANINGS } from '../../../core/model/meanings.ts';
import type { EntryKind, Speech } from '../../../core/model/model.ts';
import { entriesIn } from '../../../core/model/project.ts';
import { tagsWith } from '../../../core/model/vocabulary.ts';
import { sliceCodePoints } from '../../../core/text/code-points.ts';
import { foldName } from '../../../core/text/fold-name.ts';
import type { Choice } from '../../../io/asking.ts';
import { visible } from '../../../printers/escape/visible.ts';
import { shortLayerName } from '../../../project/choose-layers.ts';
import type { Known } from '../../known.ts';
import { excerpt } from '../place-rows.ts';

/** So many choices are made: more are found by typing more. */
const MOST = 50;
/** Columns of a word before its meaning. */
const WORD = 22;

/** Words with their meanings; those that begin with the typed text come first. */
export function wordChoices(meanings: Readonly<Record<string, string>>, term: string): readonly Choice[] {
  const sought = term.toLowerCase();
  const all = Object.entries(meanings).map(([value, meaning]) => ({ value, meaning }));
  const fitting = all.filter(
    ({ value, meaning }) => value.includes(sought) || meaning.toLowerCase().includes(sought),
  );
  const rank = ({ value }: { value: string }) =>
    value.startsWith(sought) ? 0 : value.includes(sought) ? 1 : 2;
  return fitting
    .sort((a, b) => rank(a) - rank(b))
    .map(({ value, meaning }) => ({ value, label: value.padEnd(WORD), hint: visible(meaning) }));
}

/** Tags of the format and of the project, then the other bodies. */
export function bodyMeanings({ project }: Known): Readonly<Record<string, string>> {
  const { tag: _, ...bodies } = BODY_MEANINGS;
  const tags = Array.from(tagsWith(project.tags), ([name, { meaning }]) => [name, meaning] as const);
  return { ...Object.fromEntries(tags), ...bodies };
}

/** Entries by id or name. @param extra choices that come after them. */
export function entryChoices(
  kinds: readonly EntryKind[],
  term: string,
  { project }: Known,
  extra: readonly Choice[] = [],
): readonly Choice[] {
  const sought = foldName(term);
  const entries = entriesIn(project).filter(entry => {
    const names = [entry.id, ...namesOf(entry)];
    return kinds.includes(entry.kind) && names.some(name => foldName(name).includes(sought));
  });
  const choices = entries.slice(0, MOST).map(entry => {
    const name = visible(namesOf(entry)[0] ?? entry.id);
    return { value: entry.id, label: name, hint: name === entry.id ? '' : entry.id, short: name };
  });
  return [...choices, ...extra];
}

/** The possible targets of an annotation; the value is the matching options of `annotate`, as JSON. */
export class PassageChoices {
  readonly #known: Known;
  readonly #speeches: readonly { readonly speech: Speech; readonly folded: string }[];

  constructor(known: Known) {
    this.#known = known;
    this.#speeches = speechesOf(known.project)
      .filter(({ id, text }) => id !== undefined && text !== undefined)
      .map(speech => ({ speech, folded: foldName(speech.text!) }));
  }

  /** Places of the words, then utterances and claims by their ids and words. */
  for(term: string): readonly Choice[] {
    if (term === '') return this.#speeches.slice(0, MOST).map(({ speech }) => this.#whole(speech));
    const sought = foldName(term);
    const holders = this.#speeches.filter(({ folded }) => folded.includes(sought)).slice(0, MOST);
    const places = placesOf(
      { quote: term },
      holders.map(({ speech }) => speech),
    );
    const byId = this.#speeches.filter(({ speech }) => speech.id!.startsWith(term)).slice(0, MOST);
    const { index } = this.#known;
    const claims = index.ids('claim').filter(id => {
      const text = index.of('claim', id)!.value.text;
      return id.startsWith(term) || foldName(text).includes(sought);
    });
    return [
      ...places.slice(0, MOST).map(place => this.#place(place, places)),
      ...byId.map(({ speech }) => this.#whole(speech)),
      ...claims.slice(0, MOST).map(id => ({
        value: JSON.stringify({ target: id }),
        label: `claim: ${visible(index.of('claim', id)!.value.text)}`,
        hint: id,
        short: id,
      })),
      ...('transcript'.startsWith(term) ? [TRANSCRIPT] : []),
    ];
  }

  #place({ speech, range }: PassagePlace, all: readonly PassagePlace[]): Choice {
    const quote = sliceCodePoints(speech.text ?? '', range.start, range.end);
    const own = all.filter(place => place.speech === speech);
    const occurrence = own.length > 1 ? own.findIndex(place => place.range === range) + 1 : undefined;
    return {
      value: JSON.stringify({ target: speech.id, quote, occurrence }),
      label: this.#line(speech, excerpt(speech.text ?? '', range)),
      short: `${visible(quote)}  (${speech.id})`,
    };
  }

  #whole(speech: Speech): Choice {
    const line = this.#line(speech, excerpt(speech.text ?? '', undefined));
    return { value: JSON.stringify({ target: speech.id }), label: line, short: `the whole of ${speech.id}` };
  }

  #line({ id, speaker }: Speech, words: string): string {
    const name = speaker === undefined ? '' : `${this.#known.nameOf(speaker)}: `;
    return visible(`${id!.padEnd(5)}${name}${words}`);
  }
}

const TRANSCRIPT: Choice = {
  value: JSON.stringify({ target: 'transcript' }),
  label: 'the transcript as a whole',
  short: 'the transcript',
};

/** Sources, with the place in them where one is typed: `minutes@page 3`; one that is not declared yet begins with `+`. */
export function sourceChoices(term: string, known: Known, isNeeded: boolean): readonly Choice[] {
  const cut = term.indexOf('@');
  const name = (cut < 0 ? term : term.slice(0, cut)).trim();
  const place = cut < 0 ? '' : `@${term.slice(cut + 1).trim()}`;
  const declared = entryChoices(['source', 'statement'], name, known).map(choice => ({
    ...choice,
    value: choice.value + place,
    short: choice.value + place,
  }));
  const isKnown =
    name === '' || known.find(name, 'source').found === 'one' || known.index.get(name) !== undefined;
  const fresh = isKnown
    ? []
    : [{ value: `+${name}${place}`, label: `declare "${visible(name)}"`, short: visible(term) }];
  const none = isNeeded || term !== '' ? [] : [{ value: '', label: 'none', short: 'none' }];
  return [...none, ...declared, ...fresh];
}

/** The layers of a project by their short names and annotators. */
export function layerChoices(term: string, { project }: Known): readonly Choice[] {
  const sought = foldName(term);
  return project.layers
    .map(({ file, value }) => ({
      value: file,
      label: visible(shortLayerName(file)),
      hint: visible(value.creator?.name ?? ''),
    }))
    .filter(({ label, hint }) => foldName(label).includes(sought) || foldName(hint).includes(sought));
}
