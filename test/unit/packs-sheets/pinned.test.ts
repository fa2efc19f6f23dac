// The sheets of pinned figures, from hand-made figures: what stands where, what a chart draws, what is left out.
import { describe, expect, it } from 'vitest';
import { describePack, type PackFacts } from '#core/packs/describe.ts';
import type { Figure, FigureRequest } from '#shared/schemas/figure.ts';
import { defaultFront } from '#shared/schemas/pack.ts';
import type { Pin } from '#shared/schemas/pin.ts';
import { defaultSettings } from '#shared/schemas/workspace.ts';
import { figure, noRecords, point, seriesPoints } from './figures.ts';

const pin = (request: FigureRequest, note: Pin['note'] = null): Pin => ({
  id: `p-${request.metric}`,
  request,
  kind: 'control',
  title: `Title of ${request.metric}`,
  note,
  pinnedBy: 'tester',
  pinnedAt: '2025-05-01T09:00:00Z',
});

const year = (start: number, group: string | null, value: number | null) =>
  point({
    from: `${start}-04-01`,
    to: `${start + 1}-03-31`,
    period: `${start}/${String(start + 1).slice(2)}`,
    group,
    value,
    base: value,
    ...(value === null ? { suppressed: 'c' as const } : {}),
  });

async function pinnedSheets(
  pins: readonly Pin[],
  answer: (request: FigureRequest) => Figure,
  profile: 'committee' | 'published' = 'committee',
) {
  const asked: FigureRequest[] = [];
  const facts: PackFacts = {
    settings: defaultSettings('Exampleshire Council'),
    imports: [],
    front: defaultFront,
    asAt: '2025-06-02T09:30:00Z',
    issue: 1,
    replaces: null,
    releasedAt: null,
    records: { ...noRecords, pins: async () => pins },
    exempt: () => ({ cases: async () => null }),
    ask: async (request) => {
      asked.push(request);
      return answer(request);
    },
    progress: () => {},
  };
  const { model } = await describePack({ edition: 'standards', period: '2024/25', profile }, facts);
  return { sheets: model.sheets.filter(({ name }) => name.startsWith('Pinned')), asked };
}

describe('pinned figures', () => {
  it('are no sheet where nothing is pinned', async () => {
    expect((await pinnedSheets([], figure)).sheets).toEqual([]);
  });

  it('have a sheet each in their order, asked up to the end of the period where no last day is pinned', async () => {
    const pins = [
      pin({ metric: 'turnover', grain: 'quarter' }),
      pin({ metric: 'incidents', from: '2023-04-01', to: '2023-09-30' }),
    ];
    const { sheets, asked } = await pinnedSheets(pins, figure);
    expect(sheets.map(({ name, title }) => `${name} ${title}`)).toEqual([
      'Pinned_1 Pinned: Title of turnover',
      'Pinned_2 Pinned: Title of incidents',
    ]);
    expect(asked).toContainEqual({ metric: 'turnover', grain: 'quarter', to: '2025-03-31' });
    expect(asked).toContainEqual({ metric: 'incidents', from: '2023-04-01', to: '2023-09-30' });
    for (const sheet of sheets)
      expect(sheet.missing).toMatch(/^What was pinned has no number up to 31 March 2025/);
  });

  it('draw a line over the periods, with a gap and a row of its own at a break', async () => {
    const points = seriesPoints('2024-01-01', '2024-12-31', 'quarter', [9, 8, 12, 7]).map((one, index) => ({
      ...one,
      base: 40,
      segment: index < 2 ? 0 : 1,
    }));
    const { sheets } = await pinnedSheets([pin({ metric: 'turnover' })], (request) =>
      figure(request, { points, unit: 'per cent of headcount' }),
    );
    const [sheet] = sheets;
    expect(sheet?.table.columns.map(({ header }) => header)).toEqual([
      'Period',
      'Per cent of headcount',
      'What it rests on (number)',
    ]);
    expect(sheet?.table.rows[2]).toEqual(['Series breaks', { symbol: 'b' }, { symbol: 'b' }]);
    expect(sheet?.table.rows).toHaveLength(5);
    expect(sheet?.charts).toMatchObject([{ kind: 'line', series: [{ column: 'Per cent of headcount' }] }]);
  });

  it('draw columns of the groups in the last period that shows any, and keep what is hidden a mark', async () => {
    const points = [
      year(2023, 'Respect', 21),
      year(2024, 'Respect', 30),
      year(2023, 'Interests', null),
      year(2024, 'Interests', null),
      year(2024, 'Disrepute', 12),
    ];
    const { sheets } = await pinnedSheets([pin({ metric: 'incidents', split: 'category' })], (request) =>
      figure(request, request.split === 'category' && request.grain === undefined ? { points } : {}),
    );
    const [sheet] = sheets;
    expect(sheet?.table.columns.map(({ header }) => header).slice(0, 3)).toEqual([
      'Period',
      'Category',
      'Cases',
    ]);
    expect(sheet?.table.rows.map((row) => row[1])).toEqual([
      'Respect',
      'Interests',
      'Respect',
      'Interests',
      'Disrepute',
    ]);
    expect(sheet?.table.rows[3]?.slice(2)).toEqual([{ symbol: 'c' }, { symbol: 'c' }]);
    expect(sheet?.charts).toMatchObject([
      { kind: 'column', categoryColumn: 'Category', rows: { from: 2, to: 5 } },
    ]);
  });

  it('carry the note with role and day, but not where the pack is published', async () => {
    const note = { text: 'Watch the spring.', role: 'Policy analyst', at: '2025-05-02T10:00:00Z' };
    const pins = [pin({ metric: 'turnover' }, note)];
    const points = seriesPoints('2024-01-01', '2024-12-31', 'quarter', [9]);
    const answer = (request: FigureRequest) => figure(request, { points });
    const told = (await pinnedSheets(pins, answer)).sheets[0]?.lines;
    expect(told).toContain('Note by the Policy analyst, 2 May 2025: Watch the spring.');
    const published = (await pinnedSheets(pins, answer, 'published')).sheets;
    expect(JSON.stringify(published)).not.toContain('spring');
  });
});
