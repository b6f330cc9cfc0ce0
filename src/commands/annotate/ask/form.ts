/** An annotation as a form to be filled in with an editor: YAML, with what each field is about above it. */
import {
  ASPECT_MEANINGS,
  BASIS_MEANINGS,
  BODY_MEANINGS,
  CERTAINTY_MEANINGS,
} from '../../../core/model/meanings.ts';
import { TYPED_KEYS } from '../../../core/schema/generated/keys.ts';
import { printYaml } from '../../../formats/yaml/edit/print.ts';
import { readYaml } from '../../../formats/yaml/read/reader.ts';
import type { Fields } from '../../fields.ts';

const list = (meanings: Readonly<Record<string, string>>) => Object.keys(meanings).join(', ');

/** Fields of the form in its order, each with a remark; `id` and `pin` are written by the program. */
const FIELDS: readonly (readonly [name: string, remark: string | undefined])[] = [
  ['target', 'what it is about: an utterance, u2..u5, a claim, `transcript`, or a person (their last turn)'],
  ['quote', 'the words meant; alone they are enough where they stand in one place'],
  ['tag', `its body, one of: ${list(BODY_MEANINGS)}; \`onrecord help tags\` lists the tags`],
  ['aspect', `a stance: which side of the matter (${list(ASPECT_MEANINGS)})`],
  ['by', 'whose act it is'],
  ['when', 'the day of the act, or unknown'],
  ['wording', 'its exact words; or instead `characterised: true`'],
  ['sources', 'what it rests on: [minutes@page 3]'],
  ['basis', list(BASIS_MEANINGS)],
  ['certainty', list(CERTAINTY_MEANINGS)],
  ['note', 'the reason'],
];

/** @param file name of the transcript. @param problems what was wrong with the form before. */
export function formOf(fields: Fields, file: string, problems: readonly string[] = []): string {
  const rest = Object.keys(fields).filter(
    name => fields[name] !== undefined && !FIELDS.some(([own]) => own === name),
  );
  const lines = [
    `# An annotation of ${file}. Save and close to go on; leave nothing but comments to write nothing.`,
    ...problems.map(problem => `# ! ${problem}`),
    '',
  ];
  for (const [name, remark] of [...FIELDS, ...rest.map(own => [own, undefined] as const)]) {
    if (remark !== undefined) lines.push(`# ${remark}`);
    const value = name === 'sources' ? citations(fields[name]) : fields[name];
    lines.push(value === undefined ? `${name}:` : printYaml({ [name]: value }).trimEnd());
  }
  return `${lines.join('\n')}\n`;
}

/** Returns the fields that are filled in; undefined if there are none. @throws Error with what is wrong in the text. */
export function fieldsOfForm(text: string): Fields | undefined {
  const filled = withoutEmptyFields(text);
  if (filled.trim() === '') return undefined;
  const { document, findings } = readYaml(filled, { file: 'the form', typedKeys: TYPED_KEYS });
  const [finding] = findings;
  if (document === undefined || finding !== undefined)
    throw new Error(finding?.message ?? 'the form cannot be read');
  return document.value as Fields;
}

/** Removes fields without a value on their line or below it. */
function withoutEmptyFields(text: string): string {
  const lines = text.split('\n').filter(line => !/^\s*#/.test(line));
  return lines
    .filter((line, index) => {
      if (!/^[a-z-]+:\s*$/.test(line)) return true;
      const next = lines.slice(index + 1).find(other => other.trim() !== '');
      return next !== undefined && /^(?:\s|-)/.test(next);
    })
    .join('\n');
}

/** `minutes@page 3` for a source and its place; what says more stays as it is. */
function citations(sources: unknown): unknown {
  if (!Array.isArray(sources)) return sources;
  return sources.map(source => {
    const { source: id, at, ...more } = source as Fields;
    return Object.keys(more).length > 0 || typeof id !== 'string'
      ? source
      : at === undefined
        ? id
        : `${id}@${at}`;
  });
}
