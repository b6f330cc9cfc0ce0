/** Words about a view that keep ids apart, so that a page can link them. Plain strings: each printer makes them safe. */
import type { Id } from '../../core/model/model.ts';
import type { View } from '../../core/model/view.ts';
import { partyName } from './names.ts';

/** Words that name an entry. */
export interface Reference {
  readonly text: string;
  readonly id: Id;
}

export type Phrase = readonly (string | Reference)[];

export function phraseText(phrase: Phrase): string {
  let text = '';
  for (const part of phrase) text += typeof part === 'string' ? part : part.text;
  return text;
}

export function partyReference(view: Pick<View, 'parties'>, id: Id): Reference {
  return { text: partyName(view, id), id };
}

/** `A`, `A and B`, `A, B and C`. */
export function listOfReferences(references: readonly (string | Reference)[]): Phrase {
  return references.flatMap((reference, index) => {
    if (index === 0) return [reference];
    return [index === references.length - 1 ? ' and ' : ', ', reference];
  });
}

export function partyReferences(view: View, ids: readonly Id[]): Phrase {
  return listOfReferences(ids.map(id => partyReference(view, id)));
}
