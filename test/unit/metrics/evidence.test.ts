import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFigure } from '#core/figures/index.ts';
import { fill, openWorkspace, settings, type Workspace } from '../figures/workspace.ts';

let workspace: Workspace;
const read = (metric: string, more: object = {}) =>
  readFigure(workspace.store, { metric, ...more }, settings);

let excerpt = 0;
const said = (count: number, more: Record<string, string | number | null>) =>
  Array.from({ length: count }, () => {
    excerpt += 1;
    return {
      excerpt_ref: `E${excerpt}`,
      method: 'Focus group',
      side: 'Officer',
      held_date: '2024-02-06',
      held_precision: 'day',
      ...more,
    };
  });
const open = 'Open communication';

beforeAll(async () => {
  workspace = await openWorkspace();
  const one = { session_ref: 'S1', participants: 9 };
  const two = { session_ref: 'S2', participants: 7, held_date: '2024-03-05' };
  await fill(workspace.store, 'clean.qualitative_evidence', [
    ...said(6, { ...one, behaviours: `${open};Dignity and courtesy`, polarity: 'Concern' }),
    ...said(3, { ...two, behaviours: open, polarity: 'Concern' }),
    ...said(3, { ...one, behaviours: open, polarity: 'Strength' }),
    ...said(1, { ...two, behaviours: `${open};Dignity and courtesy`, polarity: 'Strength' }),
    ...said(1, { ...one, behaviours: 'Dignity and courtesy', polarity: 'Strength' }),
    ...said(2, { ...one, themes: 'Trust' }),
    // Without a theme, too: neither a strength nor a concern.
    ...said(5, one),
    // Ten interviews of a person each, in another year, and one set of comments whose people are not told apart.
    ...Array.from({ length: 10 }, (_, index) =>
      said(2, {
        session_ref: `I${index}`,
        method: 'Interview',
        participants: 1,
        held_date: '2023-02-01',
        behaviours: open,
        polarity: 'Strength',
      }),
    ).flat(),
    ...said(8, {
      session_ref: 'C1',
      method: 'Survey comments',
      held_date: '2023-02-01',
      polarity: 'Mixed',
    }),
    // Observed meetings: seen 12 of 20; the rest is in neither.
    ...said(12, { session_ref: 'M1', method: 'Observation', behaviours: open, observed: 'Seen' }),
    ...said(8, { session_ref: 'M2', method: 'Observation', behaviours: open, observed: 'Not seen' }),
    ...said(3, { session_ref: 'M2', method: 'Observation', behaviours: open, observed: 'Not applicable' }),
    // A year alone is no day.
    ...said(1, {
      session_ref: 'Old',
      held_date: '2022-01-01',
      held_precision: 'year',
      behaviours: open,
      polarity: 'Concern',
    }),
  ]);
});
afterAll(() => workspace.close());

describe('qualitative evidence', () => {
  it('counts coded excerpts, on the base of those who took part', async () => {
    const { points, warnings } = await read('evidence-mentions', { from: '2023-04-01' });
    // 14 excerpts of two sessions of 9 and 7 people.
    expect(points.map(({ value, base }) => [value, base])).toEqual([[14, 16]]);
    const notes = new Map(warnings.map(({ code, text }) => [code, text]));
    expect(notes.get('uncoded')).toContain('7 excerpts are');
    expect(notes.get('dates-partial')).toContain('1 excerpt has');
  });

  it('sets strengths beside concerns for each behaviour, and hides what too few people said', async () => {
    const { points } = await read('evidence-mentions', {
      grain: 'all',
      from: '2023-04-01',
      to: '2024-03-31',
      split: 'behaviour-polarity',
    });
    const at = (group: string, across: string) =>
      points.find((point) => point.group === group && point.across === across);
    expect(at(open, 'Concern')).toMatchObject({ suppressed: null, value: 9, base: 16 });
    expect(at(open, 'Strength')).toMatchObject({ suppressed: null, value: 4, base: 16 });
    // One session of nine people said so; the strengths beside it would give it away.
    expect(at('Dignity and courtesy', 'Concern')).toMatchObject({ suppressed: 'c', value: null, base: null });
    expect(at('Dignity and courtesy', 'Strength')).toMatchObject({ suppressed: 'c', value: null });
  });

  it('takes comments whose people are not told apart for one person', async () => {
    const { points } = await read('evidence-mentions', {
      grain: 'financial-year',
      split: 'method',
      to: '2023-03-31',
    });
    expect(points.map(({ group, value, base }) => [group, value, base])).toEqual(
      expect.arrayContaining([['Survey comments', null, null]]),
    );
  });

  it('counts sessions once however many excerpts they have', async () => {
    const { points } = await read('evidence-sessions', { grain: 'all' });
    // S1, S2, ten interviews, the comments, two meetings, the old one.
    expect(points.map(({ value }) => value)).toEqual([16]);
  });

  it('counts what was seen of what was looked for', async () => {
    const { points } = await read('behaviours-observed', { grain: 'all', split: 'behaviour' });
    expect(points.map(({ group, numerator, denominator }) => [group, numerator, denominator])).toEqual([
      [open, 12, 20],
    ]);
  });
});
