/** Judges the quotations of a draft in Markdown against talks given as values. */
import { stringify } from 'yaml';
import { isTranscript } from '../../../src/core/model/project.ts';
import { Allowances } from '../../../src/core/quotes/allowances.ts';
import { findQuotations } from '../../../src/core/quotes/find-quotations.ts';
import { type JudgedQuotation, judgeQuotations } from '../../../src/core/quotes/judge.ts';
import { readMarkdownDraft } from '../../../src/formats/drafts/markdown.ts';
import { readDocument } from '../../../src/formats/onrecord/read.ts';
import { recordsOf } from '../../../src/project/quotes/quoted-records.ts';

export class Quoting {
  readonly #talks: readonly object[];

  constructor(...talks: readonly object[]) {
    this.#talks = talks;
  }

  /** @param others the texts of drafts that are read before this one */
  async judge(text: string, minWords = 3, others: readonly string[] = []): Promise<JudgedQuotation[]> {
    const draft = await readMarkdownDraft(text, 'draft.md');
    const before = await Promise.all(others.map(other => readMarkdownDraft(other, 'other.md')));
    const projects = this.#talks.map((talk, index) => {
      const yaml = stringify({ onrecord: 1, language: 'en', ...talk });
      const { document } = readDocument(new TextEncoder().encode(yaml), `talk-${index + 1}.yaml`);
      if (document === undefined || !isTranscript(document)) throw new Error('the talk cannot be read');
      return { transcript: document, layers: [] };
    });
    const { quotations } = findQuotations(draft, minWords);
    return judgeQuotations(
      quotations,
      await recordsOf(projects, [...before, draft]),
      new Allowances([draft], []),
    );
  }
}
