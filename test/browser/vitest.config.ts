import { mergeConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** The tests of `npm run test:browser`: they need Debian's packages chromium and poppler-utils, and `npm test` does not. */
const config = mergeConfig(base, { test: { maxWorkers: 1, testTimeout: 300_000, hookTimeout: 300_000 } });
config.test.include = ['test/browser/*.spec.ts'];
export default config;
