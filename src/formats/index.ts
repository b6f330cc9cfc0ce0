/** The formats by id, each loaded when it is needed. */
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

/** In the order of their code units. */
export const FORMAT_IDS = Object.keys(LOADERS).sort() as readonly FormatId[];

export function isFormatId(id: string): id is FormatId {
  return Object.hasOwn(LOADERS, id);
}

export async function loadFormat(id: FormatId): Promise<Format> {
  return (await LOADERS[id]()).format;
}

export async function loadFormats(): Promise<readonly Format[]> {
  return Promise.all(FORMAT_IDS.map(loadFormat));
}

/** What a text is: a format that is read, one that is known and not read, or neither. */
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

/** The format that a text most likely is, of those that are read; undefined if none is. */
export async function detectFormat(text: string, file: string): Promise<Format | undefined> {
  return (await recogniseFormat(text, file)).format;
}

interface Claim {
  readonly format: Format | undefined;
  readonly score: number;
}

/** The format that claims a text most strongly. Equal claims go to the file's extension. */
async function strongestClaim(text: string, file: string): Promise<Claim> {
  const claims = (await loadFormats())
    .filter(format => format.read !== undefined)
    .map(format => ({ format, claim: format.detect(text, file) }))
    .filter(({ claim }) => claim > 0)
    .map(({ format, claim }): Claim => ({ format, score: claim + (hasExtension(format, file) ? 0.01 : 0) }));
  return claims.reduce((best, claim) => (claim.score > best.score ? claim : best), {
    format: undefined,
    score: 0,
  });
}

/** The format that files with this name are written in. */
export async function formatOfName(file: string): Promise<Format | undefined> {
  const fits = (await loadFormats()).filter(
    format => format.write !== undefined && hasExtension(format, file),
  );
  // The longest extension says most: `.layer.yaml` is a layer, not a transcript.
  return fits.sort((a, b) => longest(b, file) - longest(a, file))[0];
}

function hasExtension({ extensions }: Format, file: string): boolean {
  return extensions.some(extension => file.toLowerCase().endsWith(`.${extension}`));
}

function longest({ extensions }: Format, file: string): number {
  return Math.max(
    ...extensions.map(extension => (file.toLowerCase().endsWith(`.${extension}`) ? extension.length : 0)),
  );
}
