/**
 * Krippendorff's alpha_U: whether readings find the same stretches of a continuum, and the same ends of them.
 *
 * K. Krippendorff, Content Analysis, 2nd edition, Sage 2004, chapter 11.6, after "On the Reliability of Unitizing
 * Continuous Data", Sociological Methodology 25, 1995, whose expected disagreement has a slip in print. A stretch has a
 * category; each category is judged for itself. (The coefficients of Krippendorff, Mathet, Bouvry and Widlöcher 2016 are
 * others.)
 */
import { type Agreement, agreementFrom, type Estimator } from './ratings.ts';

/** A half-open stretch, in the unit in which the continuum is measured (code points). */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A part of a continuum that no stretch crosses: an utterance, with offsets from its own start. */
export interface Block {
  readonly length: number;
  /** Index into the list of continua; all blocks of a continuum have the same readings. */
  readonly continuum: number;
  /** By category, then by reading; in order, without overlaps. Empty categories are left out. */
  readonly stretches: ReadonlyMap<string, readonly (readonly Stretch[])[]>;
}

/** The number of readings of each continuum. */
export type Continua = readonly number[];

/**
 * alpha_U of one category, or of several together: 1 - the sum of what is observed / the sum of what is expected.
 *
 * A group is one category in one continuum, and a slot one reading in a group. Stretches lie in flat arrays, and those of
 * the same length are counted, so that thousands of draws of a long text take seconds.
 */
export function unitizingAlpha(
  blocks: readonly Block[],
  continua: Continua,
  categories: Iterable<string>,
): Estimator {
  const wanted = new Set(categories);
  const size = blocks.length;
  /** Of each block. */
  const lengthOf = Float64Array.from(blocks, ({ length }) => length);
  const continuumOf = Uint32Array.from(blocks, ({ continuum }) => continuum);
  const observedIn = new Float64Array(blocks.length);
  /** The first stretch of each block, and the end of the last. */
  const firsts = new Uint32Array(blocks.length + 1);
  const groups = new Map<string, number>();
  const groupOfSlot: number[] = [];
  const continuumOfGroup: number[] = [];
  const stretches: { readonly stretch: Stretch; readonly slot: number }[] = [];
  const firstSlots: number[] = [];
  for (const [index, { continuum, stretches: byCategory }] of blocks.entries()) {
    for (const [category, byReading] of byCategory) {
      if (!wanted.has(category)) continue;
      const key = `${continuum} ${category}`;
      const group = groups.get(key) ?? groups.size;
      if (group === groups.size) {
        groups.set(key, group);
        continuumOfGroup.push(continuum);
        firstSlots.push(groupOfSlot.length);
        for (let reading = 0; reading < continua[continuum]!; reading++) groupOfSlot.push(group);
      }
      for (const [reading, own] of byReading.entries())
        for (const stretch of own) stretches.push({ stretch, slot: firstSlots[group]! + reading });
      observedIn[index]! += differenceOf(byReading);
    }
    firsts[index + 1] = stretches.length;
  }
  /** Of each stretch. */
  const starts = Uint32Array.from(stretches, ({ stretch }) => stretch.start);
  const endOf = Uint32Array.from(stretches, ({ stretch }) => stretch.end);
  const slots = Uint32Array.from(stretches, ({ slot }) => slot);
  const lengths = stretches.map(({ stretch: { start, end } }) => end - start);
  /** The different lengths of stretches, ascending. */
  const sizeList = [...new Set(lengths)].sort((one, other) => one - other);
  const indexes = new Map(sizeList.map((size, index) => [size, index]));
  const sizeOf = Uint32Array.from(lengths, length => indexes.get(length)!);
  /** For each gap up to the longest stretch, the number of these lengths that fit into it. */
  const fitting = new Uint32Array((sizeList.at(-1) ?? 0) + 1);
  for (let gap = 1, count = 0; gap < fitting.length; gap++) {
    if (sizeList[count] === gap) count++;
    fitting[gap] = count;
  }

  /**
   * For one continuum these are the published figures. For several, with different readings, observed and expected squared
   * differences are added up.
   */
  function estimate(drawn?: ArrayLike<number>): Agreement {
    const sizes = sizeList.length;
    const groups = continuumOfGroup.length;
    const lengths = new Float64Array(continua.length);
    const ends = new Float64Array(groupOfSlot.length);
    const counts = new Float64Array(groups * sizes);
    const gaps = new Float64Array(groups * (sizes + 1));
    const rooms = new Float64Array(groups * (sizes + 1));
    let observed = 0;
    const addGap = (slot: number, gap: number) => {
      if (gap <= 0) return;
      const fit = gap < fitting.length ? fitting[gap]! : sizes;
      const place = groupOfSlot[slot]! * (sizes + 1) + fit;
      gaps[place]!++;
      rooms[place]! += gap;
    };
    const count = drawn?.length ?? size;
    for (let i = 0; i < count; i++) {
      const block = drawn === undefined ? i : drawn[i]!;
      const continuum = continuumOf[block]!;
      const offset = lengths[continuum]!;
      for (let at = firsts[block]!; at < firsts[block + 1]!; at++) {
        const slot = slots[at]!;
        addGap(slot, offset + starts[at]! - ends[slot]!);
        ends[slot] = offset + endOf[at]!;
        counts[groupOfSlot[slot]! * sizes + sizeOf[at]!]!++;
      }
      observed += observedIn[block]!;
      lengths[continuum] = offset + lengthOf[block]!;
    }
    for (let slot = 0; slot < ends.length; slot++)
      addGap(slot, lengths[continuumOfGroup[groupOfSlot[slot]!]!]! - ends[slot]!);
    let expected = 0;
    for (let group = 0; group < groups; group++) {
      const continuum = continuumOfGroup[group]!;
      const length = lengths[continuum]!;
      expected +=
        weight(continuum, length) *
        expectedOf(
          sizeList,
          counts.subarray(group * sizes, (group + 1) * sizes),
          gaps.subarray(group * (sizes + 1), (group + 1) * (sizes + 1)),
          rooms.subarray(group * (sizes + 1), (group + 1) * (sizes + 1)),
          continua[continuum]! * length,
          length,
        );
    }
    const scale = lengths.reduce((sum, length, continuum) => sum + weight(continuum, length), 0);
    return agreementFrom(observed / scale, expected / scale);
  }

  /** Returns the divisor for the sum of squared differences of a continuum. */
  function weight(continuum: number, length: number): number {
    const readings = continua[continuum]!;
    return readings * (readings - 1) * length * length;
  }

  return { size, pairable: undefined, estimate };
}

/** Sum of the squared differences of all ordered pairs of readings in one block. */
function differenceOf(byReading: readonly (readonly Stretch[])[]): number {
  let sum = 0;
  for (let i = 0; i < byReading.length; i++)
    for (let j = i + 1; j < byReading.length; j++) sum += 2 * differenceOfTwo(byReading[i]!, byReading[j]!);
  return sum;
}

/**
 * For stretches that overlap, the squared distances of their ends; for one inside a gap of the other, its squared length.
 */
function differenceOfTwo(some: readonly Stretch[], others: readonly Stretch[]): number {
  let sum = 0;
  const met = new Set<Stretch>();
  let first = 0;
  for (const one of some) {
    while (first < others.length && others[first]!.end <= one.start) first++;
    let isAlone = true;
    for (let i = first; i < others.length && others[i]!.start < one.end; i++) {
      const other = others[i]!;
      sum += (one.start - other.start) ** 2 + (one.end - other.end) ** 2;
      met.add(other);
      isAlone = false;
    }
    if (isAlone) sum += (one.end - one.start) ** 2;
  }
  for (const other of others) if (!met.has(other)) sum += (other.end - other.start) ** 2;
  return sum;
}

/**
 * The mean difference over all possible placements of all stretches in all readings.
 *
 * @param counts number of stretches of each length
 * @param gaps number of gaps into which exactly this many of the lengths fit; `rooms` is their total length
 * @param places the length of the continuum, once for each reading
 */
function expectedOf(
  lengths: readonly number[],
  counts: Float64Array,
  gaps: Float64Array,
  rooms: Float64Array,
  places: number,
  length: number,
): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return 0;
  let [sum, squares, fitting, room] = [0, 0, 0, 0];
  for (let i = lengths.length - 1; i >= 0; i--) {
    fitting += gaps[i + 1]!;
    room += rooms[i + 1]!;
    const own = lengths[i]!;
    const besideOthers = ((all - 1) / 3) * (2 * own ** 3 - 3 * own ** 2 + own);
    sum += counts[i]! * (besideOthers + own * own * (room - fitting * (own - 1)));
    squares += counts[i]! * own * (own - 1);
  }
  return ((2 / length) * sum) / (places * (places - 1) - squares);
}
