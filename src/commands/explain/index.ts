/** Prints the page of a rule or of a word of the format, offline; without one, the list of rules. */

import { ENGLISH } from '../../core/language/generated/english.ts';
import type { ListedRule } from '../../core/model/rule-docs.ts';
import { REASONS } from '../../core/quotes/judge.ts';
import { didYouMean } from '../../core/text/closest.ts';
import { UsageError } from '../../io/errors.ts';
import type { PrintContext } from '../../printers/printer.ts';
import { printRuleList, printRulePage } from '../../printers/rule-page.ts';
import { readExample } from '../../project/read-example.ts';
import { ALL_RULES, DRAFT_RULES } from '../../rules/all-rules.ts';
import { RULES } from '../../rules/rules.ts';
import { runExample } from '../../rules/run-example.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { printContext, widthOption } from '../printing.ts';
import { knownWords, wordPage } from './word-page.ts';

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Print the page of a rule: what it finds, why that matters, and examples with what check says about\nthem. Or that of a word of the format: a tag, an aspect, the role of a date, a standing, a search key.\nWithout one, list the rules.\n\nExamples:\n  $ onrecord explain\n  $ onrecord explain bare-stance\n  $ onrecord explain disputed',
      )
      .argument(
        '[word]',
        'id of a rule, as findings show it in brackets; a tag or another word of the format',
      );
    widthOption(command);
  },
  async run([id], options, env) {
    const context = await printContext(env, options);
    await env.stdout.write(
      id === undefined ? printRuleList(ALL_RULES, context) : await page(String(id), context),
    );
    return ExitStatus.clean;
  },
};

/** Everything that has a page. */
export function explainedWords(): readonly string[] {
  return [...new Set([...ALL_RULES.map(({ id }) => id), ...knownWords()])];
}

async function page(word: string, context: PrintContext): Promise<string> {
  const docs = ruleOf(word);
  if (docs === undefined) return ofWord(word, context);
  const { id } = docs;
  if (DRAFT_RULES.some(rule => rule.id === id)) {
    const { runDraftExample } = await import('../../project/quotes/run-example.ts');
    const runs = await Promise.all(docs.examples().map(example => runDraftExample(example, id)));
    return printRulePage({ docs, runs }, context);
  }
  const rule = RULES.find(candidate => candidate.id === id);
  const tools = { read: readExample, language: ENGLISH, rules: RULES };
  const runs = await Promise.all(docs.examples().map(example => runExample(example, tools, rule)));
  return printRulePage({ docs, runs }, context);
}

/** A rule by its id; one of quotations also by the verdict as `quotes` prints it, if that is no other word. */
function ruleOf(word: string): ListedRule | undefined {
  const called = (id: string) => ALL_RULES.find(rule => rule.id === id);
  return called(word) ?? (wordPage(word) === undefined ? called(`quotation-${word}`) : undefined);
}

/** Of these, some are rules or words of the format. */
function isVerdict(word: string): boolean {
  return REASONS.some(reason => word === reason || word === `quotation-${reason}`);
}

/** @throws UsageError for what is neither a rule nor a word of the format. */
async function ofWord(word: string, context: PrintContext): Promise<string> {
  const content = wordPage(word);
  if (content === undefined && isVerdict(word))
    throw new UsageError(`${word} is a verdict on quotations`, '`onrecord help quotes` defines them all');
  if (content === undefined) {
    throw new UsageError(
      `there is no rule, tag or other word ${word}`,
      didYouMean(word, explainedWords()) ??
        '`onrecord explain` lists the rules, `onrecord help tags` the tags',
    );
  }
  const { parseMarkdown } = await import('../../formats/markdown/parse.ts');
  const { printGuidePage } = await import('../../printers/guide-page.ts');
  return printGuidePage({ content: parseMarkdown(content).children }, context);
}
