/** The formats by id, each loaded when it is needed. */
import { largest } from '../core/long-lists.ts';
import type { ForeignFormat } from './foreign/foreign-format.ts';
import { jsonFormat } from './foreign/json-signatures.ts';
import { tableFormat } from './foreign/table-signatures.ts';
import { textFormat } from './foreign/text-signatures.ts';
import type { Format } from './format.ts';

const LOADERS = {
  'amazon-transcribe': () => import('./amazon-transcribe/index.ts'),
  assemblyai: () => import('./assemblyai/index.ts'),
  'claim-review': () => import('./claim-review/index.ts'),
  csv: () => import('./csv/index.ts'),
  deepgram: () => import('./deepgram/index.ts'),
  docx: () => import('./docx/index.ts'),
  odt: () => import('./odt/index.ts'),
  ohms: () => import('./ohms/index.ts'),
  'onrecord-json': () => import('./onrecord/json.ts'),
  'onrecord-layer': () => import('./onrecord/layer.ts'),
  'onrecord-yaml': () => import('./onrecord/yaml.ts'),
  'podcast-html': () => import('./podcast-html/index.ts'),
  'podcast-json': () => import('./podcast-json/index.ts'),
  rev: () => import('./rev/index.ts'),
  sbv: () => import('./sbv/index.ts'),
  srt: () => import('./srt/index.ts'),
  text: () => import('./text/index.ts'),
  tsv: () => import('./tsv/index.ts'),
  ttml: () => import('./ttml/index.ts'),
  'web-annotation': () => import('./web-annotation/index.ts'),
  webvtt: () => import('./webvtt/index.ts'),
  'whisper-json': () => import('./whisper-json/index.ts'),
  'youtube-json3': () => import('./youtube-json3/index.ts'),
} as const satisfies Record<string, () => Promise<{ format: Format }>>;

export type FormatId = keyof typeof LOADERS;

export function isFormatId(id: string): id is FormatId {
  return Object.hasOwn(LOADERS, id);
}

export async function loadFormat(id: FormatId): Promise<Format> {
  return (await LOADERS[id]()).format;
}

/** In the order of the code units of their ids. */
export async function loadFormats(): Promise<readonly Format[]> {
  return Promise.all((Object.keys(LOADERS) as FormatId[]).sort().map(loadFormat));
}

/** The format of a text: one that is read, one that is known but not read, or neither. */
export type Recognised =
  | { readonly format: Format; readonly foreign?: undefined }
  | { readonly format?: undefined; readonly foreign: ForeignFormat | undefined };

/** A reader that claims a text so strongly knows it by signs that no other format has. */
const SURE = 0.95;

/** Signs that only a foreign format has come before what a reader makes of single lines; tables and JSON come last. */
export async function recogniseFormat(text: string, file: string): Promise<Recognised> {
  const { format, score } = await strongestClaim(text, file);
  if (format !== undefined && score >= SURE) return { format };
  const foreign = textFormat(text);
  if (foreign !== undefined) return { foreign };
  if (format !== undefined && format.id !== 'text') return { format };
  const left = jsonFormat(text) ?? tableFormat(text);
  return format === undefined || left !== undefined ? { foreign: left } : { format };
}

interface Claim {
  readonly format: Format | undefined;
  readonly score: number;
}

/** The format that claims a text most strongly. Equal claims go to the file's extension. */
async function strongestClaim(text: string, file: string): Promise<Claim> {
  const none: Claim = { format: undefined, score: 0 };
  // Nothing else begins as WebVTT does: where the name says so, no other format need be loaded.
  const captions = file.toLowerCase().endsWith('.vtt')
    ? stronger(none, await loadFormat('webvtt'), text, file)
    : none;
  if (captions.format !== undefined) return captions;
  let best = none;
  // Plain text comes last: any file can be text, and finding out how it is written takes longer than all other tests.
  const others = (await loadFormats()).filter(({ id, read }) => id !== 'text' && read !== undefined);
  for (const format of others) best = stronger(best, format, text, file);
  return best.score > MOST_OF_TEXT ? best : stronger(best, await loadFormat('text'), text, file);
}

function stronger(best: Claim, format: Format, text: string, file: string): Claim {
  const claim = format.detect(text, file);
  const score = claim === 0 ? 0 : claim + (extensionOf(format, file) === 0 ? 0 : 0.01);
  return score > best.score ? { format, score } : best;
}

/** No text is claimed more strongly as text. */
const MOST_OF_TEXT = 0.42;

export async function formatOfName(file: string): Promise<Format | undefined> {
  const fits = (await loadFormats()).filter(
    format => format.write !== undefined && extensionOf(format, file) > 0,
  );
  // The longest extension says most: `.layer.yaml` is a layer, not a transcript.
  return fits.sort((a, b) => extensionOf(b, file) - extensionOf(a, file))[0];
}

/** The length of the longest extension of a format that a name ends in; 0 where it ends in none. */
function extensionOf({ extensions }: Format, file: string): number {
  const name = file.toLowerCase();
  return largest(extensions.map(extension => (name.endsWith(`.${extension}`) ? extension.length : 0)));
}
