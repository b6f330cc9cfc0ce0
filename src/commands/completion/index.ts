/** Prints the script by which a shell asks for completions. */
import { Argument } from 'commander';
import { shippedText } from '../../io/shipped-file.ts';
import { type CommandModule, ExitStatus } from '../command.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Print the script that completes command lines in a shell: commands, options and their choices, and from\n' +
          'the file on the line its ids, parties, tags, sources, claims and layers.\n\n' +
          'To have it in every new shell:\n' +
          '  $ echo \'eval "$(onrecord completion bash)"\' >> ~/.bashrc\n' +
          '  $ echo \'eval "$(onrecord completion zsh)"\' >> ~/.zshrc        (after compinit)\n' +
          '  $ onrecord completion fish > ~/.config/fish/completions/onrecord.fish',
      )
      .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS));
  },
  async run([shell], _options, env) {
    await env.stdout.write(shippedText(env, `completion/onrecord.${shell}`));
    return ExitStatus.clean;
  },
};
