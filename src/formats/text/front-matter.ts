/** YAML between two lines of `---` at the start of a text: what is known of the talk as a whole. */
import { given } from '../../core/given.ts';
import type { Finding } from '../../core/model/finding.ts';
import type { Transcript } from '../../core/model/model.ts';
import { printYaml } from '../yaml/edit/print.ts';
import { readYaml } from '../yaml/read/reader.ts';
import { PROFILE_IDS, type ProfileId } from './style/profile-ids.ts';

const FRONT_MATTER = /^---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?:\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r|$)/;
const HEADER = ['title', 'date', 'place', 'setting', 'language'] as const;

export interface FrontMatter {
  readonly header: Partial<Pick<Transcript, (typeof HEADER)[number] | 'extensions'>>;
  /** Names that it declares to be speakers; an empty list says that there are none. */
  readonly speakers?: readonly string[];
  /** How the text marks its speakers, where it was written by us and names all of them. */
  readonly profile?: ProfileId;
  /** UTF-16 length of the front matter in the text. */
  readonly length: number;
  readonly findings: readonly Finding[];
}

/** Keys that no header has are kept as extensions: `media` becomes `x-media`. */
export function readFrontMatter(text: string, file: string): FrontMatter {
  const match = FRONT_MATTER.exec(text);
  if (match === null) return { header: {}, length: 0, findings: [] };
  // Blank lines instead of the first mark keep the places of findings.
  const yaml = match[0].slice(0, match[0].indexOf(match[1]!)).replace(/[^\r\n]/g, ' ') + match[1]!;
  const { document, findings } = readYaml(yaml, { file, typedKeys: new Set() });
  const header: Record<string, unknown> = {};
  const extensions = new Map<string, unknown>();
  let speakers: readonly string[] | undefined;
  const fields = Object.entries(document?.value ?? {});
  const hasSpeakers = fields.some(([key, value]) => key === 'speakers' && isListOfText(value));
  const profile = hasSpeakers ? profileIn(fields) : undefined;
  for (const [key, value] of fields) {
    if (key === 'profile' && profile !== undefined) continue;
    if (key === 'speakers' && isListOfText(value)) speakers = value;
    else if ((HEADER as readonly string[]).includes(key) && typeof value === 'string') header[key] = value;
    else extensions.set(`x-${key}`, value);
  }
  return {
    header: { ...header, extensions },
    ...given({ speakers, profile }),
    length: match[0].length,
    findings,
  };
}

/** Empty where there is nothing to say; `marks` where a reader would not find the speakers by the text alone. */
export function writeFrontMatter(
  transcript: Transcript,
  marks?: { readonly speakers: readonly string[]; readonly profile: ProfileId },
): string {
  const fields: Record<string, unknown> = {};
  for (const key of HEADER) if (transcript[key] !== undefined) fields[key] = transcript[key];
  for (const [key, value] of transcript.extensions) fields[key.slice('x-'.length)] = value;
  Object.assign(fields, marks);
  return Object.keys(fields).length === 0 ? '' : `---\n${printYaml(fields)}---\n\n`;
}

function profileIn(fields: readonly (readonly [key: string, value: unknown])[]): ProfileId | undefined {
  const value = fields.find(([key]) => key === 'profile')?.[1];
  return PROFILE_IDS.find(id => id === value);
}

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}
