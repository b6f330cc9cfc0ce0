/** XML of strangers, element by element. Names come without their prefix; depth and size are bounded, entities are not expanded. */
import { SaxesParser } from 'saxes';
import type { ImportReport } from './report.ts';

export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Far above any document; deeper files are made to do harm. */
const MAX_DEPTH = 1000;

/** Calls the handler in file order. Returns false, with an error reported, if the text is not XML. */
export function readXml(text: string, handler: XmlHandler, report: ImportReport): boolean {
  const parser = new SaxesParser({ position: true });
  let depth = 0;
  let fault: { readonly message: string; readonly offset: number } | undefined;
  const fail = (message: string) => {
    fault ??= { message: message.replace(/^\d+:\d+: /, ''), offset: Math.min(parser.position, text.length) };
  };
  parser.on('error', error => fail(error.message));
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) fail(`elements are nested deeper than ${MAX_DEPTH}`);
    if (fault === undefined)
      handler.open(
        localName(name),
        Object.fromEntries(Object.entries(attributes).map(([key, value]) => [localName(key), String(value)])),
      );
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    if (fault === undefined) handler.close(localName(name));
  });
  const pass = (words: string) => {
    if (fault === undefined) handler.text(words);
  };
  parser.on('text', pass);
  parser.on('cdata', pass);
  for (let at = 0; at < text.length && fault === undefined; at += CHUNK)
    parser.write(text.slice(at, at + CHUNK));
  if (fault === undefined) parser.close();
  if (fault === undefined) return true;
  const { message, offset } = fault;
  report.add('bad-structure', { start: offset, end: offset }, `not valid XML: ${message}`, {
    severity: 'error',
  });
  return false;
}

/** Rejects a file that is not XML early. */
const CHUNK = 65_536;

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
