import { describe, expect, it } from 'vitest';
import { begin, redo, step, undo, without } from '../../../src-renderer/history.ts';

const same = (a: string, b: string) => a === b;
const walk = (...states: string[]) =>
  states.reduce((history, state) => step(history, state, same), begin('first'));

describe('history', () => {
  it('goes back and forward again', () => {
    const there = walk('a', 'b');
    expect(undo(there).now).toBe('a');
    expect(undo(undo(there)).now).toBe('first');
    expect(redo(undo(there))).toEqual(there);
  });

  it('stays where it is at either end', () => {
    const start = begin('only');
    expect(undo(start)).toBe(start);
    expect(redo(start)).toBe(start);
  });

  it('forgets the future after a new change, and takes no step for none', () => {
    const changed = step(undo(walk('a', 'b')), 'c', same);
    expect(changed.future).toEqual([]);
    expect(step(changed, 'c', same)).toBe(changed);
  });

  it('keeps the last 200 steps', () => {
    const long = walk(...Array.from({ length: 500 }, (_, index) => String(index)));
    expect(long.past).toHaveLength(200);
    expect(long.past.at(-1)).toBe('498');
  });

  it('forgets a moment of the past, or the present one, and keeps what can be redone', () => {
    const gone = (moment: string) => moment === 'import';
    expect(without(walk('a', 'import', 'b'), gone)).toEqual(walk('a', 'b'));
    const back = undo(walk('a', 'import', 'b'));
    expect(back.now).toBe('import');
    expect(without(back, gone)).toEqual(undo(walk('a', 'b')));
    expect(without(walk('a'), gone)).toEqual(walk('a'));
  });
});
