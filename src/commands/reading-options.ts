/** The options that say how a transcript in another format is read, the same in every command. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { COLUMNS, type Column } from '../formats/format.ts';
import { PROFILE_IDS } from '../formats/text/style/profile-ids.ts';
import { UsageError } from '../io/errors.ts';
import type { Reading } from '../project/reading.ts';
import type { Options } from './printing.ts';

const HEADING = 'How a file in another format is read (see `onrecord help formats`):';

/** @param hasFrom false where `--from` means something else in the command. */
export function readingOptions(command: Command, { hasFrom = true } = {}): void {
  const options = [
    ...(hasFrom ? [new Option('--from <format>', 'format of the file; default: found by content')] : []),
    new Option(
      '--profile <profile>',
      'how the text marks its speakers, if `convert --dry-run` shows that they were not recognised',
    ).choices(PROFILE_IDS),
    new Option(
      '--map <columns>',
      `which column holds what: ${COLUMNS.join(', ')} = header or number, separated by commas`,
    ).argParser(parseMap),
    new Option(
      '--speakers <names>',
      'labels that count as speakers even if they occur only once, separated by commas',
    ).argParser(parseNames),
    new Option('--encoding <name>', 'encoding, if it is not UTF-8 and has no byte order mark'),
  ];
  for (const option of options) command.addOption(option.helpGroup(HEADING));
}

/** @throws UsageError if a format or an encoding is not known. */
export async function readingFrom(options: Options, { hasFrom = true } = {}): Promise<Reading> {
  const from = hasFrom ? (options['from'] as string | undefined) : undefined;
  const encoding = options['encoding'] as string | undefined;
  return {
    from: from === undefined ? undefined : await formatFrom(from),
    profile: options['profile'] as string | undefined,
    columns: options['map'] as Reading['columns'],
    speakers: options['speakers'] as string[] | undefined,
    encoding: encoding === undefined ? undefined : await encodingFrom(encoding, '--encoding'),
  };
}

/** The formats are loaded only where one is named: most files of a run are our own. */
async function formatFrom(from: string): Promise<Reading['from']> {
  const { formatOfName, isFormatId, loadFormat, loadFormats } = await import('../formats/index.ts');
  const format = isFormatId(from) ? await loadFormat(from) : await formatOfName(`.${from}`);
  if (format?.read !== undefined && isFormatId(format.id)) return format.id;
  const read = (await loadFormats()).filter(format => format.read !== undefined).map(({ id }) => id);
  throw new UsageError(`cannot read ${from}`, `formats: ${read.join(', ')}; see convert --list`);
}

/** @throws UsageError if the encoding that the option names is not known. */
export async function encodingFrom(encoding: string, option: string): Promise<string> {
  const { isEncoding } = await import('../formats/shared/encodings.ts');
  if (isEncoding(encoding)) return encoding;
  throw new UsageError(
    `${option} ${encoding} is not known`,
    'for example: windows-1252, utf-16le, gb18030, koi8-r',
  );
}

function parseMap(text: string): ReadonlyMap<Column, string> {
  const map = new Map<Column, string>();
  for (const pair of text.split(',')) {
    const [name = '', column = ''] = pair.split(/=(.*)/s).map(part => part.trim());
    const known = COLUMNS.find(candidate => candidate === name);
    if (known === undefined || column === '') {
      throw new InvalidArgumentError(`Expected ${COLUMNS.join('|')}=COLUMN, separated by commas.`);
    }
    map.set(known, column);
  }
  return map;
}

export function parseNames(text: string): string[] {
  const names = text.split(',').map(name => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('Expected names separated by commas.');
  return names;
}
