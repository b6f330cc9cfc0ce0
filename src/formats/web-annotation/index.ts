/** W3C Web Annotation JSON-LD (Recommendation of 2017-02-23); exports of Hypothesis are read as well. */
import { defineFormat } from '../define-format.ts';
import { readWebAnnotation } from './read.ts';
import { ANNOTATION_FIELDS } from './terms.ts';
import { writeWebAnnotation } from './write.ts';

const W3C = /"http:\/\/www\.w3\.org\/ns\/anno\.jsonld"/;
const HYPOTHESIS = /"(?:rows|annotations)"\s*:\s*\[[\s\S]{0,4000}?"(?:selector|uri)"\s*:/;

export const format = defineFormat({
  id: 'web-annotation',
  name: 'Web Annotation JSON',
  title: 'W3C Web Annotation JSON-LD (also read: exports of Hypothesis)',
  extensions: ['jsonld'],
  keeps:
    'annotations with their places, bodies, creators and dates; what W3C has no word for in a namespace of our own',
  loses: 'the transcript, parties, sources, statements and claims; bounds of layers',
  takes: ['transcript'],
  detect: text => (!/^\s*\{/.test(text) ? 0 : W3C.test(text) ? 0.97 : HYPOTHESIS.test(text) ? 0.6 : 0),
  read: readWebAnnotation,
  carries: ['transcript.title', 'transcript.creator', 'layer.creator', ...ANNOTATION_FIELDS],
  write: writeWebAnnotation,
});
