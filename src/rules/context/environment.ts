/** Input of rules that is not in the files of the project. */
import type { Language } from '../../core/language/language.ts';
import type { Requirement } from '../../core/model/config.ts';
import type { EarlierVersions } from '../../core/model/earlier-version.ts';
import type { RuleDocs } from '../../core/model/rule-docs.ts';
import type { SourceCopies } from '../../core/model/source-copy.ts';
import type { TagInfo } from '../../core/model/vocabulary.ts';

export interface Environment {
  /** Every known tag: those of the format and the project's own. */
  readonly tags: ReadonlyMap<string, TagInfo>;
  /** Random bytes, for the ids that fixes write. */
  readonly random: (bytes: number) => Uint8Array;
  /** The words and phrases to look for. */
  readonly language: Language;
  /** Local copies of the sources that name one. */
  readonly copies: SourceCopies;
  /** Looks for earlier versions of files; asked only where words changed. */
  readonly earlier: EarlierVersions;
  /** Fields that the project asks for. */
  readonly requirements: readonly Requirement[];
  /** The rules that run, by id. */
  readonly rulesRun: ReadonlyMap<string, RuleDocs>;
  /** Ids of all rules. */
  readonly ruleIds: ReadonlySet<string>;
}
