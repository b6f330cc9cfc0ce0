import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __VERSION__: JSON.stringify('0.0.0') },
  test: {
    include: ['test/**/*.test.ts'],
    // Threads without isolation run the suite about seven times faster; tests keep no global state.
    pool: 'threads',
    isolate: false,
    testTimeout: 60_000,
    env: { TZ: 'UTC', LC_ALL: 'C' },
    reporters: ['default', './test/helpers/closing-line.ts'],
  },
});
