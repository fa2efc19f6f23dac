// Reads the imports of a tree with dependency-cruiser and answers the broken rules, one line each.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');

export interface Cruise {
  /** Modules of ours that were read. */
  readonly modules: readonly string[];
  /** `rule: from -> to` */
  readonly violations: readonly string[];
}

interface CruiseOutput {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** Cruises `src-main`, `src-renderer` and `src-shared` below `root`. */
export function cruise(root: string = project): Cruise {
  const folders = ['src-main', 'src-renderer', 'src-shared'].filter((folder) =>
    existsSync(join(root, folder)),
  );
  const run = (): string => {
    try {
      return execFileSync(
        process.execPath,
        [
          join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
          '--config',
          join(project, 'test/architecture/rules.cjs'),
          '--output-type',
          'json',
          ...folders,
        ],
        { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] },
      );
    } catch (cause) {
      const { stdout } = cause as { stdout?: string };
      if (stdout?.startsWith('{')) return stdout;
      throw cause;
    }
  };
  const output = JSON.parse(run()) as CruiseOutput;
  return {
    modules: output.modules.map(({ source }) => source).filter((source) => source.startsWith('src-')),
    violations: output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
  };
}
