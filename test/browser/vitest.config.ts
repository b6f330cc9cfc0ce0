import { mergeConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** The tests of `npm run test:browser`: they need Debian's packages chromium and poppler-utils, and `npm test` does not. */
const config = mergeConfig(base, { test: { maxWorkers: 1 } });
config.test.include = ['test/browser/*.spec.ts'];
export default config;
