/** Annotated views for readers. `convert` writes them like formats, but nothing reads them back. */
import path from 'node:path';
import type { Project } from '../../core/model/project.ts';
import { BODIES } from '../../core/model/vocabulary.ts';
import { buildView } from '../../core/view/build-view.ts';
import { publicView } from '../../core/view/public-view.ts';
import type { Conversation, WriteResult } from '../../formats/format.ts';
import { inParts } from '../../formats/in-parts.ts';
import { lossesByFields } from '../../formats/losses/by-fields.ts';
import type { FieldName } from '../../formats/losses/field-names.ts';
import { lossesOfParts } from '../../formats/losses/parts.ts';
import type { PrintContext } from '../../printers/printer.ts';
import { PARTS_PRINTERS } from '../../printers/view/index.ts';
import type { ViewOptions } from '../../printers/view/printer.ts';
import { prepareDatesOf } from '../../project/prepare-dates.ts';

export interface ViewTarget {
  readonly id: 'html' | 'markdown';
  readonly title: string;
  readonly extensions: readonly string[];
  readonly keeps: string;
  readonly loses: string;
}

const FOR_READERS = {
  keeps: 'everything that show prints',
  loses: 'pins, what parties and sources are beyond their names and addresses, extensions',
};

export const VIEWS: readonly ViewTarget[] = [
  { id: 'html', title: 'annotated view as one HTML page', extensions: ['.html', '.htm'], ...FOR_READERS },
  { id: 'markdown', title: 'annotated view in Markdown', extensions: ['.md'], ...FOR_READERS },
];

/** Returns the view for a name: its own name, or one of its extensions. */
export function viewNamed(name: string): ViewTarget | undefined {
  return VIEWS.find(({ id, extensions }) => id === name || extensions.includes(`.${name}`));
}

export function viewOfFile(file: string): ViewTarget | undefined {
  const extension = path.extname(file).toLowerCase();
  return VIEWS.find(({ extensions }) => extensions.includes(extension));
}

/** The fields that a view prints. A field that it prints only sometimes (an outdated pin) counts as lost. */
const PRINTED: readonly FieldName[] = [
  ...(['title', 'creator', 'date', 'place', 'setting', 'ground-rule', 'language'] as const).map(
    field => `transcript.${field}` as const,
  ),
  'layer.creator',
  'party.name',
  ...(['title', 'publisher', 'published', 'url', 'archive', 'grade', 'note'] as const).map(
    field => `source.${field}` as const,
  ),
  'utterance.event',
  'statement.date',
  ...(
    [
      'id',
      'speaker',
      'alternatives',
      'to',
      'form',
      'cue',
      'via',
      'start',
      'end',
      'text',
      'paraphrase',
      'source',
      'at',
    ] as const
  ).flatMap(field => [`utterance.${field}`, `statement.${field}`] as const),
  ...(['id', 'text', 'target', 'checked', 'note'] as const).map(field => `claim.${field}` as const),
  ...(
    [
      'id',
      'target',
      'quote',
      ...BODIES,
      'aspect',
      'by',
      'when',
      'wording',
      'via',
      'characterised',
      'sources',
      'basis',
      'certainty',
      'alternatives',
      'note',
      'creator',
      'withdrawn',
      'supersedes',
    ] as const
  ).map(field => `annotation.${field}` as const),
];

const PARTS_NOT_PRINTED = [
  ['creator', 'role'],
  ['date', 'conflict'],
  ['sources', 'conflict'],
] as const;

/** @param project the same as the value, as the view is made of it. */
export async function writeView(
  { id }: ViewTarget,
  value: Conversation,
  project: Project,
  isPrivate: boolean,
  context: PrintContext,
  options?: ViewOptions,
): Promise<WriteResult> {
  await prepareDatesOf([project]);
  const print = await PARTS_PRINTERS[id]();
  const whole = buildView(project, { asOf: undefined });
  const view = isPrivate ? whole : publicView(whole).view;
  const parts = print(view, { ...context, width: undefined }, options);
  const also = lossesOfParts(value, PARTS_NOT_PRINTED);
  return inParts(() => parts, lossesByFields(value, PRINTED, { also }));
}
