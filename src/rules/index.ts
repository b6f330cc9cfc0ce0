/** Every rule, sorted by id. A rule is in this list or it does not exist. */
import badDate from './bad-date.ts';
import bareStance from './bare-stance.ts';
import duplicateId from './duplicate-id.ts';
import missingId from './missing-id.ts';
import oneBody from './one-body.ts';
import pinMissing from './pin-missing.ts';
import pinOutOfDate from './pin-out-of-date.ts';
import quoteAmbiguous from './quote-ambiguous.ts';
import quoteNotFound from './quote-not-found.ts';
import type { Rule } from './rule.ts';
import stanceWithoutEvidence from './stance-without-evidence.ts';
import stanceWithoutParty from './stance-without-party.ts';
import timesOutOfOrder from './times-out-of-order.ts';
import unknownParty from './unknown-party.ts';
import unknownReference from './unknown-reference.ts';
import unknownTag from './unknown-tag.ts';
import unresolvedConflict from './unresolved-conflict.ts';

export const RULES: readonly Rule[] = [
  badDate,
  bareStance,
  duplicateId,
  missingId,
  oneBody,
  pinMissing,
  pinOutOfDate,
  quoteAmbiguous,
  quoteNotFound,
  stanceWithoutEvidence,
  stanceWithoutParty,
  timesOutOfOrder,
  unknownParty,
  unknownReference,
  unknownTag,
  unresolvedConflict,
];
