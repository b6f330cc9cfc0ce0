/** A source as people first name it: by its title, or by its address on the web. */
import type { Id, Source } from '../model/model.ts';
import { idFromText } from './id-from-text.ts';

const ADDRESS = /^https?:\/\/\S+$/i;

/** The source that a text names: one with that title, or with that address where the text is one (http, https). */
export function sourceFromText(text: string): Source {
  return ADDRESS.test(text) ? { url: text } : { title: text };
}

/** An id for a source: of its title, else of the host and last part of its address. */
export function idForSource({ title, url }: Source, isTaken: (id: Id) => boolean): Id {
  return idFromText(title ?? nameInAddress(url ?? ''), 'source', isTaken);
}

/** `https://www.example.org/minutes/june-13.pdf` is `example.org june-13`. */
function nameInAddress(address: string): string {
  const [, host = '', path = ''] = /^https?:\/\/(?:www\.)?([^/?#]+)([^?#]*)/i.exec(address) ?? [];
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  return `${host} ${last.replace(/\.[a-z0-9]{1,5}$/i, '')}`.trim();
}
