// Builds the Node side once before the tests, because the worker thread runs as built JavaScript.
// Nothing is built where an earlier step of the same run has done it (CANDOUR_BUILT=1).
import { existsSync } from 'node:fs';
import { build } from 'vite';

export async function setup(): Promise<void> {
  if (process.env['CANDOUR_BUILT'] === '1' || !existsSync('src-main/core/worker.ts')) return;
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'out/main',
      emptyOutDir: false,
      rollupOptions: { input: { worker: 'src-main/core/worker.ts' }, output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/test-[name].js' } },
    },
  });
}
