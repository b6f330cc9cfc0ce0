/** WebVTT, captions on the web (W3C WebVTT). */
import { defineFormat } from '../define-format.ts';
import { readBackWebvtt, readWebvtt } from './read.ts';
import { writeWebvtt } from './write.ts';

export const format = defineFormat({
  id: 'webvtt',
  name: 'WebVTT',
  title: 'WebVTT captions',
  extensions: ['vtt'],
  keeps:
    'words, speakers (voices), times, ids, cue settings, comments; with --with-annotations all else in NOTE blocks',
  loses:
    'annotations, claims and sources, unless --with-annotations is given; line breaks inside texts; words said by several speakers in one cue are split',
  takes: ['speakers', 'carrySpeaker', 'fold', 'withAnnotations'],
  detect: text => (/^WEBVTT(?:[ \t\r\n]|$)/.test(text) ? 1 : 0),
  read: readWebvtt,
  readBack: ({ parts = [] }, before) => readBackWebvtt(parts, before),
  write: writeWebvtt,
});
