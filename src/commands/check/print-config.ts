/** What holds for one file, as JSON (`onrecord/config@1`). */
import { json } from '../../printers/escape/json.ts';
import type { ProjectConfig } from '../../project/read-project-config.ts';
import { ALL_RULES } from '../../rules/all-rules.ts';

export function printConfig({ file, config }: ProjectConfig): string {
  const rules = ALL_RULES.map(({ id, severity, options }) => {
    const defaults = Object.entries(options).map(([name, option]) => [name, option.default] as const);
    const set = { ...Object.fromEntries(defaults), ...config.options.get(id) };
    return [
      id,
      {
        level: config.levels.get(id) ?? severity,
        ...(defaults.length > 0 && { options: set }),
      },
    ] as const;
  });
  const value = {
    schema: 'onrecord/config@1',
    file: file ?? null,
    rules: Object.fromEntries(rules),
    tags: Object.fromEntries(config.tags),
    require: config.require,
    words: Object.fromEntries(config.words),
    layers: config.layers,
    ignore: config.ignore,
  };
  return `${json(value, 2)}\n`;
}
