// Builds the Node side and the preload once before the tests, because the worker thread, the command
// line and the preload are tested as built JavaScript.
// Nothing is built where an earlier step of the same run has done it (CANDOUR_BUILT=1).
import { existsSync, rmSync } from 'node:fs';
import { build } from 'vite';

const hosts = {
  cli: 'src-main/hosts/cli.ts',
  serve: 'src-main/hosts/serve.ts',
  desktop: 'src-main/hosts/desktop.ts',
  start: 'src-main/hosts/start.ts',
};

const quiet = { configFile: false, logLevel: 'error' } as const;

function buildNode(input: Record<string, string>, chunks: string): Promise<unknown> {
  return build({
    ...quiet,
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'out/main',
      emptyOutDir: false,
      rollupOptions: {
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: `chunks/${chunks}-[name].js` },
      },
    },
  });
}

function buildPreload(): Promise<unknown> {
  return build({
    ...quiet,
    build: {
      outDir: 'out/preload',
      emptyOutDir: false,
      minify: false,
      lib: { entry: { preload: 'src-main/preload.ts' }, formats: ['cjs'] },
      rollupOptions: { external: ['electron'], output: { entryFileNames: '[name].cjs' } },
    },
  });
}

export async function setup(): Promise<void> {
  if (process.env.CANDOUR_BUILT === '1' || !existsSync('src-main/core/app.ts')) return;
  await buildNode({ worker: 'src-main/core/worker.ts' }, 'test-worker');
  try {
    await buildNode(hosts, 'test-hosts');
    await buildPreload();
  } catch (error) {
    // The tests of the doors then fail by themselves, on what is missing; the others can still run.
    for (const name of Object.keys(hosts)) rmSync(`out/main/${name}.js`, { force: true });
    console.error(`The doors could not be built, so their tests will fail. ${String(error)}`);
  }
}
