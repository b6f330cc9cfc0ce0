/** Rewords the parser's errors. Messages never quote the file, so they cannot leak its content. */
import type { ReaderRuleId } from './reader-rules.ts';

export interface SyntaxProblem {
  readonly rule: ReaderRuleId;
  readonly message: string;
  readonly help?: string;
}

const problem = (message: string, help?: string, rule: ReaderRuleId = 'syntax'): SyntaxProblem => ({
  rule,
  message,
  ...(help !== undefined && { help }),
});

const INDENTATION = 'line it up with the fields beside it; put a value that holds ": " or " #" in quotes';
const UNCLOSED = 'close the quote or bracket that was opened above, or indent this line';
const ESCAPES = 'write \\\\ for a backslash, or use single quotes, where nothing is escaped';
const BLOCK_HEADER = 'write >- or |- and begin the text on the next line';

/** Prefixes of the parser's messages, and our replacements. */
const WORDINGS: readonly (readonly [reason: string, problem: SyntaxProblem])[] = [
  ['bad indentation of a mapping entry', problem('unexpected text or indentation in a mapping', INDENTATION)],
  ['bad indentation of a sequence entry', problem('unexpected text or indentation in a list', INDENTATION)],
  ['deficient indentation', problem('a quoted text or bracket is continued without indentation', UNCLOSED)],
  ['tab characters must not', problem('a tab is used for indentation', 'indent with spaces')],
  ["expected ':' after a mapping key", problem('expected ":" after a key', INDENTATION)],
  ['can not read a block mapping entry', problem('expected ":" after a key on the same line', INDENTATION)],
  ['a whitespace character is expected', problem('expected a space after ":"')],
  ['missed comma between flow', problem('expected a comma or the closing bracket')],
  ['expected the node content, but found', problem('expected a value, found a comma')],
  ['unexpected end of the stream within a flow', problem('a bracket is not closed', UNCLOSED)],
  ['unexpected end of the stream within a double', problem('a double quote is not closed', UNCLOSED)],
  ['unexpected end of the stream within a single', problem('a single quote is not closed', UNCLOSED)],
  ['unexpected end of the document within', problem('a quote is not closed before "---" or "..."', UNCLOSED)],
  ['unknown escape sequence', problem('unknown escape in double quotes', ESCAPES)],
  ['expected hexadecimal character', problem('incomplete escape in double quotes', ESCAPES)],
  ['expected valid JSON character', problem('a control character', 'write it as an escape in double quotes')],
  [
    'the stream contains non-printable',
    problem('a control character', 'write it as an escape in double quotes'),
  ],
  ['null byte is not allowed', problem('a NUL character', 'write it as "\\0" in double quotes')],
  ['a line break is expected', problem('unexpected text after | or >', BLOCK_HEADER)],
  ['bad explicit indentation width', problem('unexpected 0 after | or >', BLOCK_HEADER)],
  ['repeat of', problem('a sign is repeated after | or >', BLOCK_HEADER)],
  ['end of the stream or a document', problem('unexpected text behind the end of the value', INDENTATION)],
  ['nesting exceeded', problem('nested too deep', undefined, 'too-deep')],
  ['duplication of an anchor', problem('an anchor is not accepted', undefined, 'alias')],
  ['name of an a', problem('an anchor or alias is not accepted', undefined, 'alias')],
  ['alias node should not', problem('an alias is not accepted', undefined, 'alias')],
  ['duplication of a tag', problem('an explicit tag is not accepted', undefined, 'explicit-tag')],
  ['tag ', problem('an explicit tag is not accepted', undefined, 'explicit-tag')],
  ['named tag', problem('an explicit tag is not accepted', undefined, 'explicit-tag')],
  ['undeclared tag', problem('an explicit tag is not accepted', undefined, 'explicit-tag')],
  [
    'unexpected end of the stream within a verb',
    problem('an explicit tag is not accepted', undefined, 'explicit-tag'),
  ],
];

/** The fallback for errors that a later version of the parser may add; directives are found before parsing. */
const OTHER = problem('not valid YAML 1.2');

/** @param reason the parser's message, without place or excerpt. */
export function syntaxProblem(reason: string): SyntaxProblem {
  return WORDINGS.find(([beginning]) => reason.startsWith(beginning))?.[1] ?? OTHER;
}
