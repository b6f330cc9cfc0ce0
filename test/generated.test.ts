import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedFiles } from '../src/build/schema/outputs.ts';

test.for([...generatedFiles()])('%s is what `npm run generate` writes', ([path, text]) => {
  const file = new URL(`../${path}`, import.meta.url);
  const committed = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  expect(committed === text).toBe(true);
});
