/** Prints one file as lines for git to compare (gitattributes(5), `textconv`). Reads only that file. */
import { isTranscript } from '../../core/model/project.ts';
import { visible } from '../../printers/escape/visible.ts';
import { printFields, printTalkLines } from '../../printers/field-lines.ts';
import { Loader } from '../../project/loader.ts';
import { type CommandModule, ExitStatus } from '../command.ts';

export const command: CommandModule = {
  declare(command) {
    command
      .description('Called by git; `onrecord git install` sets it up.')
      .argument('<file>', 'a version of a file, under whatever name git gives it');
  },
  /** git gives up the whole diff where this fails: what cannot be understood is shown as it is. */
  async run([file], _options, env) {
    const { document, findings, source, bytes } = await new Loader(env).load(String(file));
    const isWhole = findings.every(({ severity }) => severity === 'info');
    // Anything that the model leaves out would be missing in the diff.
    const text =
      document !== undefined && isTranscript(document) && document.format !== undefined && isWhole
        ? printTalkLines(document.value)
        : document !== undefined && findings.length === 0
          ? printFields(document.value)
          : visible(source?.text ?? new TextDecoder().decode(bytes), { newlines: true, tabs: true });
    await env.stdout.write(text);
    return ExitStatus.clean;
  },
};
