/** Times as links into the recording. Without a script a page cannot move a player: the link opens the recording there. */
import type { Milliseconds, Source } from '../../../core/model/model.ts';
import { clockTime } from '../../../core/model/time.ts';
import type { SpeechView, View } from '../../../core/model/view.ts';
import { isolated, type Markup, markup } from './markup.ts';
import type { Page } from './page.ts';

/** Names that browsers play. */
const PLAYED = /\.(?:mp3|m4a|aac|oga|ogg|opus|wav|flac|mp4|m4v|mov|webm|ogv|mkv)$/i;

/** An address that a page may link to: only the web, never a script or a file of the reader's machine. */
export function webAddress(address: string | undefined): URL | undefined {
  const url = address === undefined || !URL.canParse(address) ? undefined : new URL(address);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : undefined;
}

/** "▸ 00:14:02", which opens the recording at `#t=842.5,849.12` (W3C Media Fragments); undefined without a recording. */
export function timeLink(page: Page, item: SpeechView): Markup | undefined {
  const { start, end } = item.speech;
  const media = start === undefined ? undefined : recordingOf(page.view, item);
  if (start === undefined || media === undefined) return undefined;
  media.hash = `t=${seconds(start)}${end === undefined ? '' : `,${seconds(end)}`}`;
  const shown = clockTime(start);
  const until = end === undefined ? '' : `–${clockTime(end)}`;
  return markup`<a class="time" href="${media.href}" rel="noreferrer" aria-label="listen from ${shown}">${isolated(`▸ ${shown}${until}`)}</a>`;
}

/** Seconds as media fragments write them: no zeros that say nothing. */
function seconds(time: Milliseconds): string {
  return String(time / 1000);
}

/** The source of the words, or what they came through, or else the one recording of the whole transcript. */
function recordingOf(view: View, { speech }: SpeechView): URL | undefined {
  const near = [speech.source, ...(speech.via ?? [])].map(id =>
    id === undefined ? undefined : view.sources.get(id),
  );
  for (const source of near) {
    const media = mediaOf(source);
    if (media !== undefined) return media;
  }
  const all = [...view.sources.values()].flatMap(source => mediaOf(source) ?? []);
  return all.length === 1 ? all[0] : undefined;
}

function mediaOf(source: Source | undefined): URL | undefined {
  const addresses = [source?.url, source?.archive].map(webAddress);
  return addresses.find(url => url !== undefined && PLAYED.test(url.pathname));
}
