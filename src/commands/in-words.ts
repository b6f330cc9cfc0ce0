/** Describes a change to the person who made it, with names in place of ids. */
import { UNKNOWN_DATE } from '../core/dates/date.ts';
import { BODIES } from '../core/model/vocabulary.ts';
import { counted } from '../core/text/counted.ts';
import type { Fields } from './fields.ts';
import type { Known } from './known.ts';

/** `disputed by Ada Okafor on "eight tonnes" in u1`. */
export function inWords(fields: Fields, known: Known): string {
  return `${bodyInWords(fields, known)} on ${passageInWords(fields)}`;
}

export function bodyInWords(fields: Fields, known: Known): string {
  const body = BODIES.find(name => fields[name] !== undefined);
  const value = body === undefined ? undefined : fields[body];
  const name = (id: unknown) => known.nameOf(String(id));
  const by = fields['by'] === undefined ? '' : ` by ${name(fields['by'])}`;
  switch (body) {
    case 'tag':
      return `${value}${by}`;
    case 'speaker':
      return `speaker ${name(value)}`;
    case 'to':
      return `addressed to ${[value].flat().map(name).join(', ')}`;
    case 'voice':
      return `voice of ${name((value as Fields)['of'])}`;
    case 'date': {
      const { role = 'said', edtf = UNKNOWN_DATE } =
        typeof value === 'object' ? (value as Fields) : { edtf: value };
      return `date (${role}) ${edtf}`;
    }
    case undefined:
      return 'annotation';
    default:
      return `${body}${by}`;
  }
}

function passageInWords({ target, quote }: Fields): string {
  const ids = [target].flat();
  const place = ids.length > 3 ? counted(ids.length, 'target') : ids.join(', ');
  return quote === undefined ? place : `"${quote}" in ${place}`;
}
