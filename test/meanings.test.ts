/** Whatever has a name has a meaning: fields of the files, options and arguments, rows of tables in the guide. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import type { JsonSchema } from '../src/build/schema/json-schema.ts';
import { declareOptions } from '../src/commands/declare-options.ts';
import { COMMANDS } from '../src/commands/index.ts';
import { ROOT } from './helpers/run-cli.ts';

const filesIn = (folder: string, ending: string) =>
  readdirSync(path.join(ROOT, folder))
    .filter(name => name.endsWith(ending))
    .map(name => `${folder}/${name}`);
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

test.each(filesIn('data/guide', '.md'))('no cell of a table in %s is empty', page => {
  // What a command prints is not of the page.
  const text = read(page).replace(/^```[\s\S]*?^```/gm, '');
  const rows = text.split('\n').filter(line => /^\|.*\|$/.test(line));
  expect(rows.filter(row => /\|\s*\|/.test(row))).toEqual([]);
});

test.each(filesIn('data/schema', '.json'))('every field of %s has a description', file => {
  const nameless: string[] = [];
  const visit = (schema: JsonSchema | boolean, at: string): void => {
    if (typeof schema === 'boolean') return;
    for (const [name, field] of Object.entries(schema.properties ?? {}) as [string, JsonSchema | boolean][]) {
      const isMeant = typeof field === 'object' && field.$ref === undefined;
      if (isMeant && (field.description ?? '').trim() === '') nameless.push(`${at}.${name}`);
    }
    for (const [key, inner] of Object.entries(schema))
      if (typeof inner === 'object' && inner !== null) visit(inner as JsonSchema, `${at}/${key}`);
  };
  visit(JSON.parse(read(file)) as JsonSchema, '');
  expect(nameless).toEqual([]);
});

test.each(COMMANDS.filter(({ hidden }) => hidden !== true).map(entry => [entry.name, entry] as const))(
  'every option and argument of %s has a description',
  async (name, entry) => {
    const command = new Command(name);
    declareOptions(command, entry, (await entry.load()).command);
    const described = [
      ...command.options.map(({ flags, description }) => [flags, description]),
      ...command.registeredArguments.map(argument => [argument.name(), argument.description]),
      [name, command.description()],
      [`${name} in the list`, entry.summary],
    ];
    expect(described.filter(([, description]) => description!.trim() === '')).toEqual([]);
  },
);
