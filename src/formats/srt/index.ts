/** SubRip subtitles: no specification, the de facto format of captioning tools. */
import { defineFormat } from '../define-format.ts';
import { readBackSrt, readSrt } from './read.ts';
import { writeSrt } from './write.ts';

const TIMES =
  /^[ \t]*[-−]?\d{1,6}:\d{1,2}:\d{1,2}(?:[,.]\d{1,9})?[ \t]*(?:-+>|[–—]+>|=+>|→)[ \t]*[-−]?\d{1,6}:\d/m;

export const format = defineFormat({
  id: 'srt',
  name: 'SubRip (SRT)',
  title: 'SubRip captions',
  extensions: ['srt'],
  keeps: 'words, times, and names of speakers before the words',
  loses: 'annotations, claims, sources, ids, everything about speakers but their names',
  takes: ['speakers', 'carrySpeaker'],
  detect: text => (TIMES.test(text.slice(0, 20_000)) ? 0.9 : 0),
  read: readSrt,
  readBack: ({ parts = [] }, before) => readBackSrt(parts, before),
  write: writeSrt,
});
