/** The payload of a cue: words, voices and markup (W3C WebVTT, section 6.4). */
import { decodeAttributeReferences, decodeReferences } from '../shared/html-references.ts';

/** Words that one voice says; `voice` is absent outside `<v>`. */
interface Run {
  readonly voice: string | undefined;
  readonly text: string;
}

export interface CueText {
  readonly runs: readonly Run[];
  /** Markup other than voices is in it. */
  readonly hasMarkup: boolean;
  /** Tags that WebVTT does not have; a browser drops them. */
  readonly unknownTags: readonly string[];
  /** `<v Name words` without its `>`: the words are nobody's. */
  readonly hasUnclosedVoice: boolean;
}

const TOKEN = /<([^>]*)(?:>|$)|[^<]+/g;
const START_TAG = /^([^ \t\n\f.]*)((?:\.[^ \t\n\f.]*)*)(?:[ \t\n\f]+([\s\S]*))?$/;
const TIMESTAMP = /^\d/;
/** A tag that the next tag, or the end of the payload, cuts off. */
const UNCLOSED_VOICE = /<v(?:\.[^\s<>]*)?[ \t\n\f]([^<>]*)(?=<|$)/g;
const KNOWN = new Set(['b', 'c', 'i', 'lang', 'rt', 'ruby', 'u', 'v']);

export function parseCueText(payload: string): CueText {
  if (!/[<&]/.test(payload)) {
    return {
      runs: payload === '' ? [] : [{ voice: undefined, text: payload }],
      hasMarkup: false,
      unknownTags: [],
      hasUnclosedVoice: false,
    };
  }
  const closed = payload.replace(UNCLOSED_VOICE, '$1');
  const runs: Run[] = [];
  const unknownTags: string[] = [];
  const open: { name: string; voice: string | undefined }[] = [];
  let hasMarkup = false;
  let firstVoice: string | undefined;
  const addText = (text: string) => {
    const voice = open.findLast(tag => tag.name === 'v')?.voice;
    const last = runs.at(-1);
    if (last !== undefined && last.voice === voice) runs[runs.length - 1] = { voice, text: last.text + text };
    else runs.push({ voice, text });
  };
  for (const [token, tag] of closed.matchAll(TOKEN)) {
    if (tag === undefined) addText(token.includes('&') ? decodeReferences(token) : token);
    else if (isLessThan(token, tag)) {
      addText(decodeReferences(token));
      hasMarkup = true;
    } else if (tag.startsWith('/')) close(tag.slice(1), open);
    else if (TIMESTAMP.test(tag)) hasMarkup = true;
    else {
      const [, name = '', classes = '', annotation = ''] = START_TAG.exec(tag) ?? [];
      if (!opens(name, open)) {
        unknownTags.push(token);
        continue;
      }
      const voice = decodeAttributeReferences(annotation).replace(/\s+/g, ' ').trim();
      const named = name === 'v' && voice !== '' ? voice : undefined;
      open.push({ name, voice: named });
      firstVoice ??= named;
      hasMarkup ||= name !== 'v' || classes !== '';
    }
  }
  // Somebody who says nothing is somebody all the same.
  if (runs.length === 0 && firstVoice !== undefined) runs.push({ voice: firstVoice, text: '' });
  const hasUnclosedVoice = closed !== payload;
  return { runs, hasMarkup: hasMarkup || hasUnclosedVoice, unknownTags, hasUnclosedVoice };
}

/** `if x <3 then`: a sign among words that nothing closes. A browser drops the words behind it. */
function isLessThan(token: string, tag: string): boolean {
  const name = START_TAG.exec(tag)?.[1] ?? '';
  return !token.endsWith('>') && /\S\s+\S|^\s+\S/.test(tag) && !KNOWN.has(name.replace('/', ''));
}

/** `<rt>` counts only inside `<ruby>`. */
function opens(name: string, open: readonly { name: string }[]): boolean {
  return KNOWN.has(name) && (name !== 'rt' || open.at(-1)?.name === 'ruby');
}

/** An end tag closes what was opened last, if it is of that name; `</ruby>` closes an open `<rt>` with it. */
function close(name: string, open: { name: string }[]): void {
  if (open.at(-1)?.name === name) open.pop();
  else if (name === 'ruby' && open.at(-1)?.name === 'rt') open.splice(-2);
}
