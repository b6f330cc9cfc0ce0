/** The origin of a page: files with their hashes, and the newest annotation. Nothing about the day or the machine. */
import { sha256 } from '../../../core/anchor/hash.ts';
import { startOf } from '../../../core/dates/compare.ts';
import { parseDate } from '../../../core/dates/date.ts';
import { type Document, documentsOf } from '../../../core/model/project.ts';
import { isKnown, type View } from '../../../core/model/view.ts';
import { annotationsOf } from '../names.ts';
import { summarise, summaryLine } from '../summary.ts';
import { dateMarkup } from './head.ts';
import { type Markup, markup } from './markup.ts';

/** Digits of a hash that are enough to tell versions apart. */
const DIGITS = 12;

export function origin(view: View): Markup {
  // Values that were read from another format have no files of their own.
  const own = documentsOf(view.project).filter(
    document => document === view.project.transcript || document.source.text !== '',
  );
  const files = own.map(document => {
    const hash = hashOf(document);
    return markup`<li><code>${document.file}</code>${hash === undefined ? undefined : markup` <span class="quiet">sha256</span> <code>${hash}</code>`}</li>`;
  });
  const newest = newestDate(view);
  const { unpinned } = summarise(view);
  return markup`
<footer class="origin">
<p>Made by onrecord from</p>
<ul>${files}</ul>
<p>${newest === undefined ? 'No annotation is dated.' : markup`Newest annotation: ${dateMarkup(newest)}.`}${unpinned === 0 ? undefined : markup` ${unpinned} ${unpinned === 1 ? 'entry is' : 'entries are'} not pinned to the words as they were.`} A standing follows from the acts that are listed; it is no finding of the truth.</p>
<p>${summaryLine(summarise(view))}</p>
</footer>`;
}

/** The start of the hash of a file's text; undefined where the text is not at hand. */
export function hashOf({ source }: Document): string | undefined {
  return source.text === '' ? undefined : sha256(source.text).slice(0, DIGITS);
}

/** The latest day on which an annotation was made or a claim checked, as it is written. */
function newestDate(view: View): string | undefined {
  const dates = [
    ...annotationsOf(view)
      .filter(isKnown)
      .map(({ annotation }) => annotation.created),
    ...view.claims.map(({ entry }) => entry?.value.checked),
  ];
  let newest: { readonly text: string; readonly at: number } | undefined;
  for (const text of new Set(dates)) {
    const bounds = text === undefined ? undefined : parseDate(text);
    if (text === undefined || bounds === undefined) continue;
    const at = startOf(bounds);
    if (newest === undefined || at > newest.at) newest = { text, at };
  }
  return newest?.text;
}
