/** The list of contents: the sections, and a map of the talk with the standings at each passage. */
import type { SpeechView } from '../../../core/model/view.ts';
import { speakerName } from '../names.ts';
import { GROUP_OF_STANDING, standingNames, standingWord } from './groups.ts';
import { isolated, type Markup, markup } from './markup.ts';
import type { Page } from './page.ts';
import { sign } from './signs.ts';

/** Maps of more passages leave out those without claims, then those that nobody contests. */
const MAP = 80;

export function contents(
  page: Page,
  sections: readonly (readonly [id: string, title: string, ...rest: unknown[]])[],
): Markup {
  return markup`
<nav class="contents" aria-label="Contents">
<ul class="sections">${sections.map(([id, title]) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul>${passageMap(page)}
</nav>`;
}

function passageMap(page: Page): Markup | undefined {
  const { utterances, statements } = page.view;
  const isListed = passagesListed(page, [...utterances, ...statements]);
  const lists = [utterances, statements]
    .map(items => items.filter(isListed))
    .filter(items => items.length > 0);
  if (lists.length === 0) return undefined;
  return markup`
<details class="map"><summary>Passages</summary>${lists.map(
    items => markup`<ol>${items.map(item => passage(page, item))}</ol>`,
  )}</details>`;
}

/** Returns the passages that fit on the map. */
function passagesListed(page: Page, all: readonly SpeechView[]): (item: SpeechView) => boolean {
  const tests: ((item: SpeechView) => boolean)[] = [
    () => true,
    item => item.claims.length > 0,
    item =>
      standingNames(page.view, item).some(name =>
        /^(?:contested|unsettled|in-part)$/.test(GROUP_OF_STANDING[name]),
      ),
  ];
  const withId = (test: (item: SpeechView) => boolean) => (item: SpeechView) =>
    item.id !== undefined && test(item);
  return withId(tests.find(test => all.filter(withId(test)).length <= MAP) ?? (() => false));
}

function passage(page: Page, item: SpeechView): Markup {
  const { id, speech } = item;
  const signs = standingNames(page.view, item)
    .filter(name => name !== 'differs')
    .map(
      name =>
        markup`<span class="${GROUP_OF_STANDING[name]}">${sign(name)}<span class="unseen"> ${standingWord(name)}</span></span>`,
    );
  const event = 'event' in speech ? speech.event : undefined;
  const name = speakerName(page.view, speech) ?? (event === undefined ? 'not known' : `[${event}]`);
  return markup`<li><a class="speaker-${page.speakerNumber(speech.speaker)}" href="#${id!}"><b>${id!}</b> <span class="name">${isolated(name)}</span><span class="signs">${signs}</span></a></li>`;
}
