/** For paper: the foot of each sheet. */
import type { View } from '../../../core/model/view.ts';
import { cssString } from '../../escape/css.ts';
import { hashOf } from './origin.ts';

/** A title longer than this would run into the number of the page. */
const TITLE = 70;

/** Boxes of `@page` with the title, the file, its hash, and the number of the page. */
export function pageBoxes(view: View, title: string): string {
  const { transcript } = view.project;
  const hash = hashOf(transcript);
  const short =
    [...title].length > TITLE
      ? `${[...title]
          .slice(0, TITLE - 1)
          .join('')
          .trimEnd()}…`
      : title;
  const file = transcript.file.split('/').at(-1)!;
  const foot = [short, ...(file === title ? [] : [file]), ...(hash === undefined ? [] : [hash])].join(' · ');
  const font = 'font:7.5pt Helvetica,Arial,sans-serif;color:#555';
  return `@page{@bottom-left{content:${cssString(foot)};${font}}@bottom-right{content:counter(page) " / " counter(pages);${font}}}`;
}
