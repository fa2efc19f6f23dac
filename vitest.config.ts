import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'test/unit/**/*.test.{ts,tsx}',
      'test/hosts/**/*.test.ts',
      'test/architecture/**/*.test.ts',
      'test/attack/**/*.test.ts',
      'test/packs/**/*.test.ts',
    ],
    globalSetup: ['test/config/build-main.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
