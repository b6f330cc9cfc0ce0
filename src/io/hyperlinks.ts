/** Whether a terminal opens links that programs print (OSC 8), and the addresses of files for it. */
import { pathToFileURL } from 'node:url';
import type { Env } from './env.ts';

/** Terminals that tell their name and know links. */
const BY_NAME = /^(?:iTerm\.app|WezTerm|vscode|Hyper|ghostty|rio|zed|Tabby)$/;
const BY_TERM = /^(?:xterm-kitty|xterm-ghostty|alacritty|foot)/;
/** Variables that others set. */
const SIGNS = ['WT_SESSION', 'KONSOLE_VERSION', 'DOMTERM', 'KITTY_WINDOW_ID'] as const;
/** The first version of the library of GNOME's terminals that can be trusted with them. */
const LEAST_VTE = 5002;

/**
 * Returns the address of a file by its name; undefined if the terminal would not open links. `FORCE_HYPERLINK` decides if
 * it is set.
 */
export function linksFor({ stdout, vars, files }: Env): ((file: string) => string) | undefined {
  if (!stdout.isTTY || !knowsLinks(vars)) return undefined;
  return file => pathToFileURL(files.absolute(file)).href;
}

function knowsLinks(vars: Env['vars']): boolean {
  const force = vars['FORCE_HYPERLINK'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (vars['TERM'] === 'dumb' || vars['CI'] !== undefined) return false;
  return (
    BY_NAME.test(vars['TERM_PROGRAM'] ?? '') ||
    BY_TERM.test(vars['TERM'] ?? '') ||
    SIGNS.some(name => vars[name] !== undefined) ||
    Number(vars['VTE_VERSION'] ?? 0) >= LEAST_VTE
  );
}
