import { chmodSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** The built command line is the package's bin, so it must be executable. */
const executable = { name: 'executable', closeBundle: () => chmodSync('out/main/cli.js', 0o755) };

/** Loaded from their own packages: the runtime, what is native, what reads a file beside it or makes its own `require`.
 * Everything else is built in, since opening some hundred small files is most of a start. */
const ownPackages = ['electron', '@duckdb/node-bindings', 'exceljs', 'fflate', 'highs'];

/** Three targets: the Node side (hosts and the worker thread), the sandboxed preload, the page. */
export default defineConfig({
  main: {
    plugins: [executable],
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rollupOptions: { external: ownPackages },
      lib: {
        entry: {
          desktop: 'src-main/hosts/desktop.ts',
          cli: 'src-main/hosts/cli.ts',
          serve: 'src-main/hosts/serve.ts',
          start: 'src-main/hosts/start.ts',
          worker: 'src-main/core/worker.ts',
          app: 'src-main/core/app.ts',
        },
        formats: ['es'],
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      lib: { entry: { preload: 'src-main/preload.ts' }, formats: ['cjs'] },
      rollupOptions: { output: { entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      chunkSizeWarningLimit: 2000,
      rollupOptions: { input: 'src-renderer/index.html' },
    },
  },
});
