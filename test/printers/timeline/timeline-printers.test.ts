/** Timelines whatever their texts: safe, as wide as the terminal, and legible in light and dark. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '../../../src/core/model/model.ts';
import type { View } from '../../../src/core/model/view.ts';
import { TIMELINE_ROLES } from '../../../src/core/timeline/roles.ts';
import { timelineOf } from '../../../src/core/timeline/timeline.ts';
import { buildView } from '../../../src/core/view/build-view.ts';
import { TIMELINE_PRINTERS } from '../../../src/printers/timeline/index.ts';
import { printTimelineSvg } from '../../../src/printers/timeline/svg.ts';
import { printTimelineText } from '../../../src/printers/timeline/text.ts';
import { HOSTILE, violations } from '../../fixtures/hostile-text.ts';
import { layerOf, projectOf } from '../../fixtures/project.ts';
import { plain } from '../../helpers/print-context.ts';
import { IS_FULL } from '../../helpers/runs.ts';
import { tooWide } from '../../helpers/too-wide.ts';

/** A view in which a text stands wherever a timeline can tell it. */
function viewSaying(text: string, asOf?: string): View {
  const date = (edtf: string) => ({ role: text, of: text, edtf, 'as-written': text, 'relative-to': text });
  const annotations = [
    { id: 'a1', target: ['u1'], date: date('2016-10-14'), note: text, sources: [{ source: text, at: text }] },
    { id: 'a2', target: ['u1'], date: date('../2016'), certainty: 'low' },
    { id: 'a3', target: ['transcript'], date: date('unknown') },
    { id: 'a4', target: ['u1'], date: { role: 'event', edtf: '2015/2018' }, quote: text },
    { id: 'a5', target: ['u1'], tag: 'disputed', aspect: 'content', by: 'p', when: '2016' },
  ] as unknown as Annotation[];
  const project = projectOf(
    {
      title: text,
      date: '2016-10-14',
      place: text,
      parties: { p: { name: text, roles: [{ title: text, valid: '2012/..' }] } },
      sources: { s: { title: text, published: '2017' } },
      utterances: [{ id: 'u1', speaker: 'p', text: `so ${text} so` }],
      claims: [{ id: 'c1', text, target: ['u1'], checked: '2018' }],
      statements: [{ id: 's1', speaker: 'p', date: 'unknown', text }] as never,
    },
    layerOf({ creator: { name: text }, annotations }, `${text}.layer.yaml`),
  );
  return buildView(project, { asOf });
}

const everything = new Set(Object.keys(TIMELINE_ROLES));

test.for(Object.entries(TIMELINE_PRINTERS))('%s is safe, whatever stands in the files', async ([, load]) => {
  const print = await load();
  fc.assert(
    fc.property(HOSTILE, text => {
      for (const roles of [undefined, everything]) {
        const timeline = timelineOf([viewSaying(text), viewSaying('plain')], roles);
        const page = print({ timeline, isAll: true }, plain());
        expect(violations(page)).toEqual([]);
        expect(page).toMatch(/\n$/);
      }
    }),
    { numRuns: IS_FULL ? 60 : 20 },
  );
});

test('text keeps to its width, and to ASCII where that is asked for', () => {
  const words = fc.oneof(
    fc.constantFrom('the closing of the old bridge', '橋の閉鎖', 'x'.repeat(50)),
    // A command that wrapping makes is broken up, whatever the width.
    HOSTILE.filter(text => !/::|##/.test(text)),
  );
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 130 }), fc.boolean(), (text, width, isAll) => {
      for (const roles of [undefined, everything])
        for (const asOf of [undefined, '2016']) {
          const timeline = timelineOf([viewSaying(text, asOf)], roles);
          const page = printTimelineText({ timeline, isAll }, { ...plain(), width });
          // The end of a command with a line feed in it.
          expect(tooWide(page, width).filter(line => !line.includes('.layer.yaml'))).toEqual([]);
        }
    }),
    // A blank that does not break holds two words together.
    { numRuns: IS_FULL ? 60 : 20, examples: [['\udc00\u00a0<script>', 20, false]] },
  );
  const timeline = timelineOf([viewSaying('plain', '2016')], everything);
  for (const width of [60, 100])
    expect(printTimelineText({ timeline, isAll: false }, { ...plain(), width, unicode: false })).toMatch(
      /^[\n -~]+$/,
    );
});

test('the elements of a picture do not depend on what is said', () => {
  const tags = (text: string) =>
    [
      ...printTimelineSvg({ timeline: timelineOf([viewSaying(text)], everything), isAll: false }, plain())
        .replace(/="[^"]*"/g, '=""')
        .matchAll(/<\/?[a-z]+/g),
    ].map(([tag]) => tag);
  expect(new Set(tags('a'))).toEqual(
    new Set(
      ['svg', 'title', 'desc', 'style', 'rect', 'line', 'text', 'tspan']
        .flatMap(tag => [`<${tag}`, `</${tag}`])
        .filter(tag => !/<\/(?:rect|line)$/.test(tag)),
    ),
  );
  for (const text of ['<b>', '"/><script>', ']]>', '</text>', '&amp;', '\u0000'])
    expect(new Set(tags(text))).toEqual(new Set(tags('a')));
});

test('a picture is told in words, and its colours keep WCAG AA in light and dark', () => {
  const timeline = timelineOf([viewSaying('the closing')]);
  const svg = printTimelineSvg({ timeline, isAll: false }, plain());
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="timeline-title timeline-desc"/);
  const desc = /<desc[^>]*>([^<]*)<\/desc>/.exec(svg)![1]!;
  for (const { edtf } of timeline.dates) expect(desc).toContain(edtf ?? 'undated');
  expect(svg).not.toMatch(/<script|style=|href|url\(|@import/);
  const [light, dark] = /<style>([\s\S]*)<\/style>/.exec(svg)![1]!.split('@media');
  for (const scheme of [light!, dark!]) {
    const paper = colourOf(scheme, '.paper', 'fill');
    for (const name of ['text', '.quiet', '.differs'])
      expect(contrast(colourOf(scheme, name, 'fill'), paper), name).toBeGreaterThanOrEqual(4.5);
    for (const name of ['.bar', '.open'])
      expect(contrast(colourOf(scheme, name, 'stroke'), paper), name).toBeGreaterThanOrEqual(3);
  }
});

function colourOf(css: string, selector: string, property: string): string {
  const rule = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].find(([, names]) =>
    names!
      .trim()
      .split(/[,{]/)
      .some(name => name.trim() === selector),
  );
  return new RegExp(`(?:^|;)${property}:#([0-9a-f]{6})`).exec(rule![2]!)![1]!;
}

/** As WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red, green, blue] = [0, 2, 4].map(at => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high, low] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
