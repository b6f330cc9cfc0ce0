/** Determines the kind and version of a file, before anything else is read. */
import type { Finding } from '../../core/model/finding.ts';
import type { Span } from '../../core/model/span.ts';
import { FORMAT_VERSION } from '../../core/model/vocabulary.ts';
import { closest } from '../../core/text/closest.ts';
import { type FileKind, fileKind, KIND_KEYS } from './file-kind.ts';
import { firstKeySpan, type Locate } from './locate.ts';

export interface Header {
  /** Absent if the file is neither kind, or of an unreadable version. */
  readonly kind?: FileKind;
  readonly findings: readonly Finding[];
}

const KINDS_HELP = 'a transcript has `utterances`, a layer names its `transcript`';

/** Findings of `not-onrecord` and `format-version`; `root` is the mapping of the whole file. */
export function readHeader(root: Readonly<Record<string, unknown>>, file: string, locate: Locate): Header {
  const version = root['onrecord'];
  if (version !== undefined && version !== FORMAT_VERSION) {
    return { findings: [otherVersion(version, file, locate(['onrecord']))] };
  }
  const kind = fileKind(root);
  if (kind === undefined) {
    const isBoth = Object.keys(KIND_KEYS).every(key => Object.hasOwn(root, key));
    return { findings: [isBoth ? both(file, locate) : neither(root, file, locate)] };
  }
  const findings = version === undefined ? [missingVersion(file, firstKeySpan([], root, locate))] : [];
  return { kind, findings };
}

function missingVersion(file: string, span: Span): Finding {
  const help = `begin the file with \`onrecord: ${FORMAT_VERSION}\``;
  return { rule: 'format-version', severity: 'error', file, span, message: 'missing `onrecord`', help };
}

function otherVersion(version: unknown, file: string, span: Span): Finding {
  const isLater = typeof version === 'number' && version > FORMAT_VERSION;
  return {
    rule: 'format-version',
    severity: 'error',
    file,
    span,
    message: `unknown version of the format, expected ${FORMAT_VERSION}`,
    help: isLater
      ? 'use a later onrecord, which reads this version'
      : `write \`onrecord: ${FORMAT_VERSION}\``,
    data: { version, known: FORMAT_VERSION },
  };
}

function neither(root: Readonly<Record<string, unknown>>, file: string, locate: Locate): Finding {
  for (const key of Object.keys(root)) {
    const meant = closest(key, Object.keys(KIND_KEYS));
    if (meant !== undefined) {
      const help = `did you mean \`${meant}\`?`;
      return notOnrecord(file, locate([key], 'key'), 'neither a transcript nor a layer', help);
    }
  }
  return notOnrecord(file, firstKeySpan([], root, locate), 'neither a transcript nor a layer', KINDS_HELP);
}

function both(file: string, locate: Locate): Finding {
  const message = 'both a transcript and a layer';
  return {
    ...notOnrecord(file, locate(['transcript'], 'key'), message, 'remove `utterances` or `transcript`'),
    labels: [{ file, span: locate(['utterances'], 'key'), message: 'a layer has no utterances' }],
  };
}

function notOnrecord(file: string, span: Span, message: string, help: string): Finding {
  return { rule: 'not-onrecord', severity: 'error', file, span, message, help };
}
