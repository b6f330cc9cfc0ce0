/** Transcripts of podcasts (Podcasting 2.0, `application/json`). */
import { defineFormat } from '../define-format.ts';
import { readBackPodcastJson, readPodcastJson } from './read.ts';
import { writePodcastJson } from './write.ts';

const SEGMENT = /"segments"\s*:\s*\[\s*(?:\]|\{[^{}]*?"(?:startTime|body)"\s*:)/;

export const format = defineFormat({
  id: 'podcast-json',
  name: 'Podcasting 2.0 JSON',
  title: 'Podcasting 2.0 JSON',
  extensions: ['json'],
  keeps: 'words, times, labels of speakers',
  loses: 'annotations, claims, sources, ids, everything about the talk as a whole',
  detect: text => (/^\s*\{/.test(text) && SEGMENT.test(text) ? 0.95 : 0),
  read: readPodcastJson,
  readBack: ({ parts = [] }, before) => readBackPodcastJson(parts, before),
  write: writePodcastJson,
});
