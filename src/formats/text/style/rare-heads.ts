/** Heads that are found by the file alone, never by one line: names on lines of their own, before dashes, tabs or stops. */

import { countUp, groupBy } from '../../../core/maps.ts';
import { AcceptedLabels } from '../../shared/labels/accepted-labels.ts';
import { judgeLabel } from '../../shared/labels/judge-label.ts';
import { cleanLabel, withoutDirection } from '../../shared/labels/label-at.ts';
import { Form } from '../heads/form.ts';
import { type Declared, Head } from '../heads/head.ts';
import type { FileLines } from './file-lines.ts';
import type { Layout } from './layout.ts';
import type { QuestionsAndAnswers } from './questions.ts';

export interface RareHeads {
  readonly heads: ReadonlyMap<number, Head>;
  /** Lines that are part of the head above or below. */
  readonly consumed: ReadonlySet<number>;
}

export const NO_RARE_HEADS: RareHeads = { heads: new Map(), consumed: new Set() };

const NEARLY_ALL = 0.9;
const MOST = 0.6;
const HALF = 0.5;
/** What is described between the words has no names above it. */
const LEAST_ALONE = 0.4;

function headOf(form: string, name: string, rest: string, whole: string): Head {
  const named = withoutDirection(cleanLabel(name));
  const head = new Head(Form.of(form), rest, whole).named(named.name, named.direction);
  head.isStrong = true;
  return head;
}

/** Headings of the scenes of a script. */
const SCENE = /^(?:INT|EXT|EST|I\/E|INT\.?\/EXT)[. ]/;

/** The name that a line is, without the signs of bold print and headings around it; any short one where the form parts it. */
function nameAlone(text: string, declared: Declared, isParted = false): string | undefined {
  const bare = text
    .trim()
    .replace(/^#{1,6}[ \t]+/, '')
    .replace(/^[*_]{1,3}|[*_]{1,3}$/g, '')
    .trim();
  if (declared.has(bare)) return bare;
  if (
    bare === '' ||
    bare.length > 60 ||
    /[.?!,;:…"”]$/.test(bare.replace(/\b(?:Jr|Sr|Dr|Mr|Mrs|Ms|[A-Z])\.$/, ''))
  )
    return undefined;
  if (SCENE.test(bare)) return undefined;
  const { kind, shape } = judgeLabel(withoutDirection(bare).name);
  return (isParted ? kind !== 'phrase' : kind === 'name' && shape !== 'other') ? bare : undefined;
}

/** `Ada Okafor` above `0:03`, as Teams and Stream show it. */
function namesAboveTimes(file: FileLines, stamps: readonly number[], declared: Declared): RareHeads {
  const heads = new Map<number, Head>();
  const consumed = new Set<number>();
  let before = -2;
  for (const stamp of stamps) {
    const index = file.before(stamp);
    const isParted = index > before + 1 || before === -2;
    const name =
      index < 0 || !isParted || file.heads[index] !== undefined
        ? undefined
        : nameAlone(file.text(index), declared, true);
    if (name !== undefined) {
      heads.set(index, headOf('N/T$', name, '', file.text(index).trim()).at(file.heads[stamp]!));
      consumed.add(stamp);
    }
    before = stamp;
  }
  return heads.size > 1 && heads.size >= stamps.length * NEARLY_ALL ? { heads, consumed } : NO_RARE_HEADS;
}

/** `0:03` above `Ada Okafor`. */
function timesAboveNames(file: FileLines, stamps: readonly number[], declared: Declared): RareHeads {
  const heads = new Map<number, Head>();
  const consumed = new Set<number>();
  const counts = new Map<string, number>();
  for (const stamp of stamps) {
    const index = stamp + 1;
    const name =
      file.isBlank(index) ||
      file.isBlank(index + 1) ||
      file.heads[index] !== undefined ||
      file.heads[index + 1]?.form.isTimeFirst === true
        ? undefined
        : nameAlone(file.text(index), declared);
    if (name === undefined) continue;
    heads.set(stamp, headOf('T/N$', name, '', name).at(file.heads[stamp]!));
    consumed.add(index);
    countUp(counts, name);
  }
  const isEnough = heads.size > 1 && heads.size >= stamps.length * NEARLY_ALL;
  return isEnough && areNames(counts) ? { heads, consumed } : NO_RARE_HEADS;
}

/** `00:00:03 - Speaker 1`, the words on the lines below. */
function namesBehindTimes(file: FileLines, stamps: readonly number[], declared: Declared): RareHeads {
  const heads = new Map<number, Head>();
  const counts = new Map<string, number>();
  // ` - ` or ` | ` stands between: the rest is no sentence.
  const areParted = stamps.every(stamp => file.heads[stamp]!.form.id.endsWith('  w'));
  for (const stamp of stamps) {
    const head = file.heads[stamp]!;
    const hasWords = !file.isBlank(stamp + 1) || !file.isBlank(stamp + 2);
    const name =
      hasWords && isBelow(file.heads[stamp + 1]) ? nameAlone(head.rest, declared, areParted) : undefined;
    if (name === undefined) continue;
    heads.set(stamp, headOf(`${head.form.time} N$`, name, '', head.whole).at(head));
    countUp(counts, name);
  }
  const isEnough = heads.size > 1 && heads.size >= stamps.length * NEARLY_ALL;
  return isEnough && areNames(counts) ? { heads, consumed: new Set() } : NO_RARE_HEADS;
}

/** Words below a head may begin as with a label. */
function isBelow(head: Head | undefined): boolean {
  if (head === undefined || head.form.isQuestion || head.form.isTitled) return true;
  return head.hasColon && !head.form.hasTime && !head.form.isOwnLine;
}

/** A name above a time that is none of the file's heads: both look like one, and are told. */
function lonelyNames(file: FileLines, isLive: (head: Head) => boolean, declared: Declared): RareHeads {
  const heads = new Map<number, Head>();
  const consumed = new Set<number>();
  for (const index of file.headLines) {
    const head = file.heads[index]!;
    const isStamp = head.label === undefined && head.form.isTimeFirst && head.form.isOwnLine;
    if (!isStamp || !head.isStrong || isLive(head)) continue;
    const above = file.before(index);
    if (above < 0 || file.isBlank(above) || !file.isAfterBlank(above) || file.heads[above] !== undefined)
      continue;
    const name = nameAlone(file.text(above), declared);
    if (name === undefined) continue;
    heads.set(above, headOf('N?/T$', name, '', `${file.text(above).trim()} ${file.text(index).trim()}`));
    consumed.add(index);
  }
  return { heads, consumed };
}

/** Names repeat, or all of them are more than one word of prose. */
function areNames(counts: ReadonlyMap<string, number>): boolean {
  const labels = [...counts];
  return (
    labels.some(([, count]) => count > 1) || labels.every(([label]) => judgeLabel(label).shape !== 'single')
  );
}

interface RareForm {
  readonly form: string;
  readonly pattern: RegExp;
  /** The least share of passages that begin so. */
  readonly share: number;
  /** Names may be in small letters. */
  readonly takesNicknames?: boolean;
}

const NAME = "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}\\p{N} .'’-]{0,50}?";
const GROUP = '(?: ?\\([^()]{1,60}\\))?';
const FORMS: readonly RareForm[] = [
  { form: '[N] w', pattern: /^[ \t]*\[([^[\]]{1,60})\][ \t]+(?=\S)/, share: HALF },
  { form: '<N> w', pattern: /^[ \t]*<([^<>]{1,60})>[ \t]+(?=\S)/, share: HALF, takesNicknames: true },
  {
    form: 'N. –',
    pattern: new RegExp(`^[ \\t]*(${NAME}${GROUP}(?:, [\\p{L} ]{2,40})?)\\. [–—-] `, 'u'),
    share: 0.3,
  },
  { form: 'N\t', pattern: new RegExp(`^[ ]{0,4}(${NAME}${GROUP})\\t+[ ]*(?=\\S)`, 'u'), share: MOST },
  {
    form: 'N –',
    pattern: new RegExp(`^[ \\t]*(${NAME}${GROUP}) ?(?:[–—]|--?)[ \\t]+(?=\\S)`, 'u'),
    share: MOST,
  },
  {
    form: 'N. w',
    pattern: new RegExp(
      `^[ \\t]*(\\p{Lu}[\\p{Lu}\\p{M} .'’-]{2,50}?${GROUP})\\.[ \\t]+(?=["“«(\\d\\p{Lu}])`,
      'u',
    ),
    share: HALF,
  },
];

/** The heads of a file that single lines do not show; `isLive` says whether the times of a line are those of heads. */
export function findRareHeads(
  file: FileLines,
  declared: Declared,
  isLive: (head: Head) => boolean,
  { layout, questions }: { readonly layout: Layout; readonly questions: QuestionsAndAnswers },
): RareHeads {
  const own: number[] = [];
  const inline: number[] = [];
  let hasOthers = layout.kind === 'indent' || questions.areHeads;
  for (const index of file.headLines) {
    const head = file.heads[index]!;
    const isTimed = head.form.hasTime && isLive(head);
    if (isTimed || head.isCertain || head.form.id === '>>') hasOthers = true;
    if (isTimed && head.form.isTimeFirst && head.label === undefined)
      (head.form.isOwnLine ? own : inline).push(index);
  }
  const stamps = mostCommon(file, own);
  for (const find of [namesAboveTimes, timesAboveNames]) {
    const found = stamps.length > 1 ? find(file, stamps, declared) : NO_RARE_HEADS;
    if (found.heads.size > 0) return found;
  }
  const before = mostCommon(file, inline);
  const behind = before.length > 1 ? namesBehindTimes(file, before, declared) : NO_RARE_HEADS;
  if (behind.heads.size > 0) return behind;
  return hasOthers ? lonelyNames(file, isLive, declared) : rareForms(file, declared, isLive);
}

/** The lines whose times are written as most of them are. */
function mostCommon(file: FileLines, lines: readonly number[]): readonly number[] {
  const families = groupBy(lines, index => file.heads[index]!.form.family).values();
  return [...families].reduce((most, some) => (some.length > most.length ? some : most), []);
}

/** Heads of one rare form, where labels repeat and most passages begin with one. */
function rareForms(file: FileLines, declared: Declared, isLive: (head: Head) => boolean): RareHeads {
  for (const rare of FORMS) {
    if (!isLikely(file, rare)) continue;
    const { form, pattern, share, takesNicknames } = rare;
    const heads = new Map<number, Head>();
    const labels = new AcceptedLabels(declared);
    for (let index = 0; index < file.length; index++) {
      if (file.isBlank(index)) continue;
      const text = file.text(index);
      const match = pattern.exec(text);
      const name = match?.[1]?.trim();
      if (match === null || name === undefined || !isName(name, takesNicknames === true)) {
        if (file.isAfterBlank(index)) labels.addTurn();
        continue;
      }
      const shape = headOf(form, name, text.slice(match[0].length), text.trim());
      heads.set(index, shape);
      labels.addTurn();
      labels.add({ label: shape.label!, isCertain: false });
    }
    const repeated = [...heads.values()].filter(({ label }) => labels.count(label!) > 1);
    const speakers = new Set(repeated.map(({ label }) => label));
    if (labels.share >= share && repeated.length * 2 >= heads.size && speakers.size > 1)
      return { heads, consumed: new Set() };
  }
  const alone = namesAlone(file, declared);
  return alone.heads.size > 0 ? alone : lonelyNames(file, isLive, declared);
}

function isName(name: string, takesNicknames: boolean): boolean {
  const { kind } = judgeLabel(withoutDirection(name).name);
  return kind === 'name' || (takesNicknames && kind === 'plain');
}

/** A look at the first lines spares most files the rest. */
function isLikely(file: FileLines, { pattern, share }: RareForm): boolean {
  let passages = 0;
  let matches = 0;
  for (let index = 0; index < file.length && index < SAMPLE; index++) {
    if (file.isBlank(index)) continue;
    const isMatch = pattern.test(file.text(index));
    if (isMatch) matches++;
    if (isMatch || file.isAfterBlank(index)) passages++;
  }
  return matches > 1 && matches * 2 >= passages * share;
}

const SAMPLE = 300;

/** Names on lines of their own above the words: scripts, and the reports of some parliaments. */
function namesAlone(file: FileLines, declared: Declared): RareHeads {
  const heads = new Map<number, Head>();
  const labels = new AcceptedLabels(declared);
  for (let index = 0; index < file.length; index++) {
    if (file.isBlank(index) || !file.isAfterBlank(index)) continue;
    labels.addTurn();
    const hasWords = !file.isBlank(index + 1);
    const name =
      hasWords && file.heads[index] === undefined ? nameAlone(file.text(index), declared) : undefined;
    if (name === undefined) continue;
    const shape = headOf('N$', name, '', file.text(index).trim());
    heads.set(index, shape);
    labels.add({ label: shape.label!, isCertain: false });
  }
  const repeated = [...heads.values()].filter(({ label }) => labels.count(label!) > 1);
  const speakers = new Set(repeated.map(({ label }) => label));
  const areCapitals = [...heads.values()].every(({ label }) => judgeLabel(label!).shape === 'capitals');
  const areEnough = speakers.size > 1 || (areCapitals && speakers.size > 0 && heads.size > 2);
  const isScript = labels.share >= LEAST_ALONE && repeated.length * 2 >= heads.size && areEnough;
  return isScript ? { heads, consumed: new Set() } : NO_RARE_HEADS;
}
