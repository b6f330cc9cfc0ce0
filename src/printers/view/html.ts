/** The annotated view as one HTML page: no script, nothing loaded, nothing that a transcript says is markup. */
import { sha256Base64 } from '../../core/anchor/hash.ts';
import { html, htmlAttribute } from '../escape/html.ts';
import {
  type DocumentEntry,
  documentOf,
  type Note,
  type Section,
  type StandingLine,
  type Words,
} from './document.ts';
import type { ViewPrinter } from './printer.ts';

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
dt, .id, .facts, .from, .detail b { opacity: .7; font-weight: normal; }
dd { margin: 0; }
article { margin: 1.5rem 0; }
h3 { font-size: 1rem; margin: 0; }
.facts { margin: 0; font-size: .875rem; }
blockquote { margin: .5rem 0; padding-left: 1rem; border-left: 3px solid; white-space: pre-line; }
ul { margin: .5rem 0; padding-left: 1.5rem; }
mark { background: #fff3b0; color: #000; }
sup { font-weight: bold; }
.label { font-weight: bold; }
.affirming { color: #1a6e2e; }
.contesting { color: #b3261e; }
.unsettled { color: #6b2a8c; font-weight: bold; }
.dead { text-decoration: line-through; opacity: .7; }
@media (prefers-color-scheme: dark) { .affirming { color: #7bd88f; } .contesting { color: #ff8a80; } .unsettled { color: #d7a4f0; } }
@media print { body { margin: 0; max-width: none; } article { break-inside: avoid; } }
`;

export const printHtml: ViewPrinter = view => {
  const { title, facts, notices, sections, summary } = documentOf(view);
  const { language } = view.project.transcript.value;
  const policy = `default-src 'none'; style-src 'sha256-${sha256Base64(STYLE)}'`;
  return [
    '<!doctype html>',
    `<html${language === undefined ? '' : ` lang="${htmlAttribute(language)}"`}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${html(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${isolated(title)}</h1>`,
    ...(facts.length === 0
      ? []
      : [
          '<dl>',
          ...facts.map(([label, text]) => `<dt>${html(label)}</dt><dd>${isolated(text)}</dd>`),
          '</dl>',
        ]),
    ...notices.map(notice => `<p class="unsettled">! ${isolated(notice)}</p>`),
    ...sections.flatMap(sectionLines),
    `<footer><p>${html(summary)}</p></footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
};

/** Text of any direction, which turns nothing around it. */
function isolated(text: string): string {
  return `<bdi>${html(text)}</bdi>`;
}

function sectionLines({ title, entries }: Section): string[] {
  return [
    '<section>',
    ...(title === undefined ? [] : [`<h2>${html(title)}</h2>`]),
    ...entries.flatMap(entryLines),
    '</section>',
  ];
}

function entryLines({ id, heading, facts, words, standings, notes }: DocumentEntry): string[] {
  const anchor = id === undefined ? '' : ` id="${htmlAttribute(id)}"`;
  const idText = id === undefined ? '' : ` <span class="id">${html(id)}</span>`;
  return [
    `<article${anchor}>`,
    `<h3>${isolated(heading)}${idText}</h3>`,
    ...(facts.length === 0 ? [] : [`<p class="facts">${facts.map(isolated).join(' · ')}</p>`]),
    ...(words.length === 0 ? [] : [`<blockquote dir="auto">${words.map(wordsMarkup).join('')}</blockquote>`]),
    ...list(standings.map(standingItem)),
    ...list(notes.map(noteItem)),
    '</article>',
  ];
}

function wordsMarkup({ text, isMarked, ends }: Words): string {
  const letters = ends.length === 0 ? '' : `<sup>${ends.map(html).join(' ')}</sup>`;
  return (isMarked ? `<mark>${html(text)}</mark>` : html(text)) + letters;
}

/** The standing's name has a class of its own, by which it is coloured. */
function standingItem({ before, name, after }: StandingLine): string {
  const text = `${html(before)}<span class="standing ${htmlAttribute(name)}">${html(name)}</span>${html(after)}`;
  return `<li>standing: <bdi>${text}</bdi></li>`;
}

function noteItem({ id, passages, sentence, isDead, waits, reading, details }: Note): string {
  const lead = passages.length === 0 ? '' : `<sup>${passages.map(html).join(' ')}</sup> `;
  const group = waits ? 'unsettled' : sentence.group;
  const said = `<span class="label ${group}">${waits ? '! ' : ''}${html(sentence.label)}</span>${isolated(sentence.text)}`;
  const from = reading === undefined ? id : `${id}, ${reading}`;
  const more = list(
    details.map(({ label, text }) => `<li class="detail"><b>${html(label)}</b> ${isolated(text)}</li>`),
  );
  return `<li>${lead}<span${isDead ? ' class="dead"' : ''}>${said}</span> <span class="from">${html(from)}</span>${more.join('')}</li>`;
}

function list(items: readonly string[]): string[] {
  return items.length === 0 ? [] : ['<ul>', ...items, '</ul>'];
}
