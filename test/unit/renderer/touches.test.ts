// The renderer's list of what a command touches is the contract's own.
import { describe, expect, it } from 'vitest';
import { isStale, touches } from '../../../src-renderer/touches.ts';
import { contract, type ProcedureName } from '../../../src-shared/contract.ts';

const names = Object.keys(contract) as ProcedureName[];

describe('touches', () => {
  it.each(names)('%s touches what the contract says', (name) => {
    expect([...(touches[name] ?? [])].sort()).toEqual([...contract[name].touches].sort());
  });

  it('asks for figures and for the list of packs again after an import, and not for what stands behind a pack', () => {
    expect(isStale('figure.read', 'import.commit')).toBe(true);
    expect(isStale('app.status', 'import.undo')).toBe(true);
    expect(isStale('pack.manifest', 'import.commit')).toBe(false);
    // A draft is out of date once its workspace has changed.
    expect(isStale('pack.list', 'import.commit')).toBe(true);
    expect(isStale('pack.list', 'pack.build')).toBe(true);
    expect(isStale('catalogue.read', 'workspace.open')).toBe(false);
  });

  it('leaves no query that a workspace changes unasked after another is opened', () => {
    const fixed: ProcedureName[] = ['catalogue.read', 'job.list', 'job.cancel'];
    const queries = names.filter((name) => contract[name].kind === 'query' && !fixed.includes(name));
    expect(queries.filter((name) => !isStale(name, 'workspace.open'))).toEqual([]);
  });
});
