/** Whether work takes time in proportion to its input: measured in process, as a ratio, by the time of the processor. */

/** Three times the input takes at most so many times as long. */
const MOST = 4.5;
/** Milliseconds below which a ratio says nothing. */
const MEASURABLE = 150;

/** What a file may repeat for ever: parts of every format, and marks that make readers look ahead or back. */
export const UNITS: readonly string[] = [
  'a',
  ' ',
  '\n',
  '\t',
  '\r',
  '"',
  "'",
  '\\',
  ':',
  '-',
  '#',
  '<',
  '>',
  '&',
  '&amp;',
  '[',
  ']',
  '(',
  ')',
  '{',
  '}',
  ',',
  '%',
  '*',
  '_',
  '`',
  '|',
  '.',
  '0',
  '\u00a0',
  '\u3000',
  'é',
  '\u200f',
  '\ud83d\ude00',
  '- ',
  '[[',
  '{"a":',
  'A: b\n',
  'ANN: ',
  'A:\n',
  '::',
  '[0:01] ',
  '(00:00:01)\n',
  '00:00:01.000 --> 00:00:02.000\n',
  '1\n00:00:01,000 --> 00:00:02,000\nA: b\n\n',
  '\n\n \n',
  '<v A>',
  '<v A',
  '</v>',
  '<b>',
  '<!-- ',
  '<p>a</p>',
  '<00:01.000>',
  'NOTE\n',
  'Q. a\nA. b\n',
  '1,2,A,"x" y\n',
  '"a\n',
  '\\"a\n',
  '"a""',
  'a\tb\t',
  '&x: *x\n',
  '? ',
  '|\n ',
  '- {a: 1}\n',
  '"\\u',
  '{"text":"a"},',
  '1:2:',
  '**A** ',
  '— ',
  '{\\i1}',
  '   1  ',
];

async function processorTime(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

export interface Growth {
  /** The smallest of the sizes. */
  readonly size: number;
  readonly ratio: number;
}

/** Other programs, the compiler and the collector disturb a measurement; growth is steep if it is so each time. */
const ATTEMPTS = 6;
/** Of a step that is only measured where the one before it was steep. */
const ATTEMPTS_AGAIN = 3;

/**
 * The first size at which work grows faster than its input; undefined where it never does. A full cache, or a heap that has to
 * grow, makes one step steep: growth is steep where three sizes, each three times the one before, say so together.
 * @param sizes the smallest of the sizes of each measurement.
 * @param timeOf milliseconds that work takes.
 */
export async function steepGrowth<T>(
  inputOf: (size: number) => T,
  work: (input: T) => unknown,
  sizes: readonly number[],
  timeOf = processorTime,
): Promise<Growth | undefined> {
  /** How many times as long three times the input takes, at least; less than `most` as soon as it is known to be. */
  async function leastRatio(size: number, most: number, attempts: number): Promise<number> {
    const [small, large] = [inputOf(size), inputOf(size * 3)];
    let least = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < attempts && least >= most; attempt++) {
      const time = await timeOf(() => work(large));
      least = Math.min(least, time < MEASURABLE ? 0 : time / (await timeOf(() => work(small))));
    }
    return least;
  }
  for (const size of sizes) {
    const ratio = await leastRatio(size, MOST, ATTEMPTS);
    if (ratio < MOST) continue;
    const most = MOST ** 2 / ratio;
    if ((await leastRatio(size * 3, most, ATTEMPTS_AGAIN)) >= most)
      return { size, ratio: Math.round(ratio * 10) / 10 };
  }
  return undefined;
}

/** A text of about so many UTF-16 units. */
export function repeated(unit: string, size: number): string {
  return unit.repeat(Math.ceil(size / unit.length));
}
