/** The formats by id, each loaded when it is needed. */
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

/** The format that a text most likely is; undefined if none claims it. Equal claims go to the file's extension. */
export async function detectFormat(text: string, file: string): Promise<Format | undefined> {
  const claims = (await loadFormats())
    .filter(format => format.read !== undefined)
    .map(format => ({ format, score: format.detect(text, file) + (hasExtension(format, file) ? 0.01 : 0) }))
    .filter(({ format, score }) => format.detect(text, file) > 0 && score > 0);
  return claims.reduce(
    (best, claim) => (claim.score > best.score ? claim : best),
    claims[0] ?? { format: undefined, score: 0 },
  ).format;
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
