/** Pages for `explain` of findings made outside of rules, mostly in reading; sorted by id. */
import type { RuleDocs } from '../../core/model/rule-docs.ts';
import alias from './alias.ts';
import badConfig from './bad-config.ts';
import badStructure from './bad-structure.ts';
import badTime from './bad-time.ts';
import complexKey from './complex-key.ts';
import conflictMarker from './conflict-marker.ts';
import directive from './directive.ts';
import duplicateKey from './duplicate-key.ts';
import editUnfinished from './edit-unfinished.ts';
import encoding from './encoding.ts';
import explicitTag from './explicit-tag.ts';
import forbiddenTransition from './forbidden-transition.ts';
import formatVersion from './format-version.ts';
import lostTimes from './lost-times.ts';
import mergeKey from './merge-key.ts';
import missingField from './missing-field.ts';
import missingTranscript from './missing-transcript.ts';
import multipleDocuments from './multiple-documents.ts';
import notAMapping from './not-a-mapping.ts';
import notOnrecord from './not-onrecord.ts';
import rollingCaptions from './rolling-captions.ts';
import schema from './schema.ts';
import severalSpeakers from './several-speakers.ts';
import syntax from './syntax.ts';
import tooDeep from './too-deep.ts';
import tooLarge from './too-large.ts';
import tooManyNodes from './too-many-nodes.ts';
import unknownFormat from './unknown-format.ts';
import unknownKey from './unknown-key.ts';
import unknownLabel from './unknown-label.ts';
import unknownMarkup from './unknown-markup.ts';

export const READING_RULES: readonly RuleDocs[] = [
  alias,
  badConfig,
  badStructure,
  badTime,
  complexKey,
  conflictMarker,
  directive,
  duplicateKey,
  editUnfinished,
  encoding,
  explicitTag,
  forbiddenTransition,
  formatVersion,
  lostTimes,
  mergeKey,
  missingField,
  missingTranscript,
  multipleDocuments,
  notAMapping,
  notOnrecord,
  rollingCaptions,
  schema,
  severalSpeakers,
  syntax,
  tooDeep,
  tooLarge,
  tooManyNodes,
  unknownFormat,
  unknownKey,
  unknownLabel,
  unknownMarkup,
];
