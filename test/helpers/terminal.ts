/** A real terminal: a program in a window of tmux, whose keys are pressed and whose screen is read. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './run-cli.ts';

/** Whether a program is on this machine; CI installs what the tests need (.ci/run). */
export function has(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export interface TerminalOptions {
  readonly cwd: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly vars?: Readonly<Record<string, string>>;
}

/** Milliseconds: a program that has to start may be slow where much else is going on. */
const PATIENCE = 120_000;
const PAUSE = 40;

let count = 0;

export class Terminal {
  readonly #socket = `onrecord-${process.pid}-${++count}`;

  /** @param command for the shell; the window stays when it ends, with `[status N]` in its last line. */
  constructor(command: string, { cwd, columns = 100, rows = 40, vars = {} }: TerminalOptions) {
    const own = {
      PATH: `${path.join(ROOT, 'test', 'helpers', 'bin')}:${process.env['PATH']}`,
      HOME: cwd,
      LC_ALL: 'C.UTF-8',
      TERM: 'xterm-256color',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      ...vars,
    };
    const size = ['-x', String(columns), '-y', String(rows)];
    const line = `${command}; printf '\\n[status %s]\\n' $?; exec sleep 600`;
    this.#tmux(['new-session', '-d', ...size, '-c', cwd, line], own);
  }

  /** Presses keys by tmux's names (`Enter`, `C-c`, `Tab`, `Down`). */
  press(...keys: readonly string[]): void {
    this.#tmux(['send-keys', ...keys]);
  }

  type(text: string): void {
    this.#tmux(['send-keys', '-l', text]);
  }

  screen(): string {
    return this.#tmux(['capture-pane', '-p', '-S', '-200']);
  }

  /** The screen once it shows this. @throws Error with the screen if that takes too long. */
  async shows(what: RegExp): Promise<string> {
    for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
      const screen = this.screen();
      if (what.test(screen)) return screen;
      await new Promise(resolve => setTimeout(resolve, PAUSE));
    }
    throw new Error(`the terminal does not show ${what}:\n${this.screen()}`);
  }

  close(): void {
    try {
      this.#tmux(['kill-server']);
    } catch {
      // It has ended by itself.
    }
  }

  /** @param vars of the server, which the first call starts; its windows inherit them. */
  #tmux(args: readonly string[], vars?: Readonly<Record<string, string>>): string {
    return execFileSync('tmux', ['-L', this.#socket, '-f', '/dev/null', '-u', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(vars !== undefined && { env: vars }),
    });
  }
}
