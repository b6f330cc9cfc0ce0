/** Files spoiled as people, editors, disks and attackers spoil them. */
import { HOSTILE } from './pieces.ts';
import type { Random } from './random.ts';

/** What means something to one of the formats. */
const MARKS =
  '- |? |: |:|\n|\n  |\n\n|\r\n|[|]|{|}|,|, |#|# c\n|&a |*a|!t |!!int |%YAML 1.1\n|---\n|...\n|||-\n|>+\n|\'|"|""|\\|\\u0000|\t| |0x1|.inf|1e400|~|null|<<: |é|-|<|>|</|<v A>|</v>|<!--|]]>|&amp;|&#x9b;|-->|00:00:01.000 --> 00:00:02.000\n|1\n|[0:01] |A: |**A:** |>> |Q. |=|;|::|##[|id: u1|target: u1|onrecord: 1|onrecord: 2|conflict: {note: {ours: a}}|supersedes: a1|target: a1|on-behalf-of: p1|derived-from: s1'.split(
    '|',
  );

export function mutate(source: string, random: Random, others: readonly string[] = []): string {
  let result = source;
  for (let left = 1 + random.int(4); left > 0; left--) result = once(result, random, others);
  return result;
}

function once(source: string, random: Random, others: readonly string[]): string {
  const at = random.int(source.length + 1);
  const end = Math.min(source.length, at + random.int(12));
  switch (random.int(12)) {
    case 0:
      return source.slice(0, at) + random.pick(MARKS) + source.slice(at);
    case 1:
      return source.slice(0, at) + source.slice(end);
    case 2:
      return source.slice(0, at) + random.pick(MARKS) + source.slice(end);
    case 3:
      return source.slice(0, at) + random.pick(HOSTILE) + source.slice(at);
    case 4:
      return onLines(source, lines => lines.splice(random.int(lines.length), 1 + random.int(3)));
    case 5:
      return onLines(source, lines => lines.splice(random.int(lines.length), 0, random.pick(lines)));
    case 6:
      return onLines(source, lines => {
        const [one, other] = [random.int(lines.length), random.int(lines.length)];
        [lines[one], lines[other]] = [lines[other]!, lines[one]!];
      });
    case 7:
      return onLines(source, lines => {
        const line = random.int(lines.length);
        lines[line] = ' '.repeat(random.int(4)) + lines[line]!.trimStart();
      });
    case 8: {
      const other = others.length === 0 ? source : random.pick(others);
      const from = random.int(other.length + 1);
      return source.slice(0, at) + other.slice(from, from + random.int(80)) + source.slice(at);
    }
    case 9:
      return source.slice(0, at);
    case 10:
      return random.once(2) ? source.replaceAll('\n', '\r\n') : source.replaceAll('\n', '\r');
    default:
      return source.slice(0, at) + random.pick(HOSTILE) + source.slice(end);
  }
}

function onLines(source: string, change: (lines: string[]) => unknown): string {
  const lines = source.split('\n');
  change(lines);
  return lines.join('\n');
}

/** The bytes of a text, once in a while no longer UTF-8. */
export function bytesOf(source: string, random: Random): Uint8Array {
  const bytes = Buffer.from(source);
  if (!random.once(20)) return bytes;
  switch (random.int(5)) {
    case 0:
      return Buffer.concat([Buffer.from('\ufeff'), bytes]);
    case 1:
      return Buffer.from(source, 'utf16le');
    case 2:
      return Buffer.from(source, 'latin1');
    case 3:
      return bytes.subarray(0, random.int(bytes.length + 1));
    default: {
      const at = random.int(bytes.length + 1);
      return Buffer.concat([bytes.subarray(0, at), random.bytes(1 + random.int(3)), bytes.subarray(at)]);
    }
  }
}
