/** The settings that apply to one file, as JSON (`onrecord/config@1`). */
import { jsonDocument } from '../../printers/escape/json.ts';
import type { ProjectConfig } from '../../project/read-project-config.ts';
import { ALL_RULES } from '../../rules/all-rules.ts';
import { optionsOf } from '../../rules/run.ts';

export function printConfig({ file, config }: ProjectConfig): string {
  const rules = ALL_RULES.map(rule => {
    const { id, severity, options } = rule;
    const level = config.levels.get(id) ?? severity;
    return [id, { level, ...(options && { options: optionsOf(rule, config.options) }) }] as const;
  });
  return jsonDocument({
    schema: 'onrecord/config@1',
    file: file ?? null,
    rules: Object.fromEntries(rules),
    tags: Object.fromEntries(config.tags),
    require: config.require,
    words: Object.fromEntries(config.words),
    layers: config.layers,
    ignore: config.ignore,
  });
}
