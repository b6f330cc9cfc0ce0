/** Every rule, sorted by id. A rule is in this list or it does not exist. */
import ambiguousTitle from './ambiguous-title.ts';
import anachronism from './anachronism.ts';
import aspectMismatch from './aspect-mismatch.ts';
import badDate from './bad-date.ts';
import badGrade from './bad-grade.ts';
import badSuppression from './bad-suppression.ts';
import bareStance from './bare-stance.ts';
import characterisedOnly from './characterised-only.ts';
import circularEvidence from './circular-evidence.ts';
import collectiveSource from './collective-source.ts';
import contestedName from './contested-name.ts';
import controlCharacters from './control-characters.ts';
import correctedWithoutSupersedes from './corrected-without-supersedes.ts';
import dateConflict from './date-conflict.ts';
import dateOrder from './date-order.ts';
import dateWithoutRole from './date-without-role.ts';
import disputeWithoutReason from './dispute-without-reason.ts';
import duplicateId from './duplicate-id.ts';
import duplicateReport from './duplicate-report.ts';
import editorialMarks from './editorial-marks.ts';
import failedVerification from './failed-verification.ts';
import formMismatch from './form-mismatch.ts';
import groundRule from './ground-rule.ts';
import hearsayFlattened from './hearsay-flattened.ts';
import indistinctUtterances from './indistinct-utterances.ts';
import leftoverMark from './leftover-mark.ts';
import loadedVerb from './loaded-verb.ts';
import missingDatePart from './missing-date-part.ts';
import missingId from './missing-id.ts';
import missingSourceFile from './missing-source-file.ts';
import noSpeaker from './no-speaker.ts';
import onBehalfOfCycle from './on-behalf-of-cycle.ts';
import oneBody from './one-body.ts';
import opinionRated from './opinion-rated.ts';
import outlivedWording from './outlived-wording.ts';
import pinMissing from './pin-missing.ts';
import pinOutOfDate from './pin-out-of-date.ts';
import pinToRenew from './pin-to-renew.ts';
import quoteAmbiguous from './quote-ambiguous.ts';
import quoteNotFound from './quote-not-found.ts';
import repeatedWords from './repeated-words.ts';
import requiredField from './required-field.ts';
import roleDateMismatch from './role-date-mismatch.ts';
import type { Rule } from './rule.ts';
import selfConfirmation from './self-confirmation.ts';
import sharedOrigin from './shared-origin.ts';
import silenceAsConsent from './silence-as-consent.ts';
import sourceHashMismatch from './source-hash-mismatch.ts';
import sourceWithoutArchive from './source-without-archive.ts';
import speakerSpelling from './speaker-spelling.ts';
import staleCheck from './stale-check.ts';
import stanceOutrunsWording from './stance-outruns-wording.ts';
import stanceWithoutAspect from './stance-without-aspect.ts';
import stanceWithoutDate from './stance-without-date.ts';
import stanceWithoutEvidence from './stance-without-evidence.ts';
import stanceWithoutParty from './stance-without-party.ts';
import talkFacts from './talk-facts.ts';
import timesOutOfOrder from './times-out-of-order.ts';
import unanchoredRelativeDate from './unanchored-relative-date.ts';
import unknownParty from './unknown-party.ts';
import unknownReference from './unknown-reference.ts';
import unknownTag from './unknown-tag.ts';
import unlistedLanguage from './unlisted-language.ts';
import unresolvedAnchor from './unresolved-anchor.ts';
import unresolvedConflict from './unresolved-conflict.ts';
import unresolvedDeixis from './unresolved-deixis.ts';
import untranslatedQuote from './untranslated-quote.ts';
import unusedSuppression from './unused-suppression.ts';
import vocativeMismatch from './vocative-mismatch.ts';

export const RULES: readonly Rule[] = [
  ambiguousTitle,
  anachronism,
  aspectMismatch,
  badDate,
  badGrade,
  badSuppression,
  bareStance,
  characterisedOnly,
  circularEvidence,
  collectiveSource,
  contestedName,
  controlCharacters,
  correctedWithoutSupersedes,
  dateConflict,
  dateOrder,
  dateWithoutRole,
  disputeWithoutReason,
  duplicateId,
  duplicateReport,
  editorialMarks,
  failedVerification,
  formMismatch,
  groundRule,
  hearsayFlattened,
  indistinctUtterances,
  leftoverMark,
  loadedVerb,
  missingDatePart,
  missingId,
  missingSourceFile,
  noSpeaker,
  onBehalfOfCycle,
  oneBody,
  opinionRated,
  outlivedWording,
  pinMissing,
  pinOutOfDate,
  pinToRenew,
  quoteAmbiguous,
  quoteNotFound,
  repeatedWords,
  requiredField,
  roleDateMismatch,
  selfConfirmation,
  sharedOrigin,
  silenceAsConsent,
  sourceHashMismatch,
  sourceWithoutArchive,
  speakerSpelling,
  staleCheck,
  stanceOutrunsWording,
  stanceWithoutAspect,
  stanceWithoutDate,
  stanceWithoutEvidence,
  stanceWithoutParty,
  talkFacts,
  timesOutOfOrder,
  unanchoredRelativeDate,
  unknownParty,
  unknownReference,
  unknownTag,
  unlistedLanguage,
  unresolvedAnchor,
  unresolvedConflict,
  unresolvedDeixis,
  untranslatedQuote,
  unusedSuppression,
  vocativeMismatch,
];
