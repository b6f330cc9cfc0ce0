/** Parts of a page besides its view: a style sheet that loads nothing, and a browser to open it in. */
import path from 'node:path';
import { SourceText } from '../core/model/span.ts';
import type { View } from '../core/model/view.ts';
import type { Env } from '../io/env.ts';
import { InputError, UsageError } from '../io/errors.ts';
import { shippedText } from '../io/shipped-file.ts';
import { fileName } from '../printers/escape/visible.ts';
import { faultInStyleSheet } from '../printers/view/html/style-sheet.ts';
import { printHtml } from '../printers/view/html.ts';
import type { ViewOptions } from '../printers/view/printer.ts';
import { type Options, printContext } from './printing.ts';
import { writeNewFile } from './write-new-file.ts';

/**
 * The style sheet that `--css` names, or the program's own.
 *
 * @throws InputError if the file cannot be read, or asks for anything that a page must not load.
 */
function styleSheetFor(options: Options, env: Env): string {
  const file = options['css'] as string | undefined;
  if (file === undefined) return shippedText(env, 'page.css');
  const css = new TextDecoder().decode(env.files.read(file));
  if (css.includes('\ufffd')) throw new InputError(file, 'is not UTF-8', 'save it as UTF-8');
  const fault = faultInStyleSheet(css);
  if (fault === undefined) return css;
  const { line, column } = new SourceText(css).position(fault.offset);
  throw new InputError(
    `${fileName(file)}:${line}:${column}`,
    fault.message,
    'put what the sheet needs into it, and remove the address',
  );
}

/** How a page is printed: its style sheet, and what it says of the part of the view that it holds. */
export function pageOptions(options: Options, env: Env): ViewOptions {
  const where = options['where'] as string | undefined;
  const excerpt = options['excerpt'] as string[] | undefined;
  const parts = [
    ...(excerpt === undefined ? [] : [`only ${excerpt.join(', ')}`]),
    ...(where === undefined ? [] : [`only what matches ${where}`]),
  ];
  return { styleSheet: styleSheetFor(options, env), ...(parts.length > 0 && { part: parts.join('; ') }) };
}

/**
 * Prints the view as a page, or opens it in the browser of whoever runs the program. A page that is opened is written
 * first: where `-o` says, or into a new folder for temporary files.
 *
 * @throws UsageError if no browser can be opened here
 */
export async function showPage(
  view: View,
  files: readonly string[],
  options: Options,
  env: Env,
): Promise<void> {
  const page = printHtml(view, await printContext(env, options), pageOptions(options, env));
  if (options['open'] !== true) {
    await env.stdout.write(page);
    return;
  }
  const browser = await env.browser?.();
  if (browser === undefined)
    throw new UsageError('--open: no browser can be opened from here', 'write the page with -o');
  const output = options['output'] as string | undefined;
  const file = output ?? path.join(browser.temporaryFolder(), `${nameOf(files[0]!)}.html`);
  writeNewFile(file, page, files, options['force'] === true, env);
  await browser.open(env.files.absolute(file));
  await env.stderr.write(`onrecord: opened ${fileName(file)}\n`);
}

/** Returns the name of a file's page: "talk" for `talks/talk.yaml`. */
function nameOf(file: string): string {
  const base = path.basename(file).replace(/\.[^.]*$/u, '');
  return base === '' || base === '-' ? 'page' : base;
}
