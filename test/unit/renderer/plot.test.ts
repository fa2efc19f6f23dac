// What a chart draws: gaps stay gaps, breaks break, hidden values are never nought.
import { describe, expect, it } from 'vitest';
import { placeEvents } from '../../../src-renderer/charts/event-lanes.ts';
import { baselineEnd, baselineOf, fromNothing, plotOf, ticksOf } from '../../../src-renderer/charts/plot.ts';
import { pointReading, signalOf } from '../../../src-renderer/charts/words.ts';
import type { Figure, FigurePoint } from '../../../src-shared/schemas/figure.ts';

const point = (month: string, value: number | null, more: Partial<FigurePoint> = {}): FigurePoint => ({
  from: `2024-${month}-01`,
  to: `2024-${month}-28`,
  period: `Month ${month}`,
  group: null,
  across: null,
  label: null,
  value,
  numerator: null,
  denominator: null,
  base: value === null ? null : 40,
  interval: null,
  change: null,
  suppressed: value === null ? 'c' : null,
  reason: value === null ? 'Fewer than 10 answers.' : null,
  shown: value === null ? '[c]' : String(value),
  segment: 0,
  ...more,
});

const figure = (points: FigurePoint[], limits: Figure['limits'] = []): Figure => ({
  metric: {
    id: 'incidents',
    title: 'Incidents received',
    definition: '',
    unit: 'cases',
    direction: 'neutral',
    chart: 'xmr',
    clause: '',
    caveat: '',
    version: 1,
    kinds: ['incident'],
    grains: ['month'],
    dimensions: [],
  },
  request: { metric: 'incidents' },
  points,
  limits,
  events: [],
  breaks: [],
  warnings: [],
  reading: '',
  provenance: {
    method: '',
    metricVersion: 1,
    filters: {},
    imports: [],
    suppression: { rule: '', hidden: 0 },
  },
});

const limit = (segment: number, lower: number): Figure['limits'][number] => ({
  group: null,
  segment,
  mean: 5,
  lower,
  upper: 12,
  sigmaLower: 0,
  sigmaUpper: 10,
  phase: 0,
  from: '2024-01-01',
  to: '2024-12-31',
  chart: 'xmr',
  method: '',
  target: null,
  assurance: null,
  points: 13,
  trial: false,
  autocorrelation: null,
  variation: 'neutral_high',
  signals: [{ from: '2024-03-01', rules: ['above_upper_limit'], type: 'neutral_high' }],
});

describe('plot', () => {
  it('keeps a hidden value as a gap in its line', () => {
    const plot = plotOf(figure([point('01', 4), point('02', null), point('03', 6)]), [null]);
    expect(plot.rows.map((row) => row.v0)).toEqual([4, null, 6]);
    expect(plot.gaps.map(({ shown }) => shown)).toEqual(['[c]']);
  });

  it('starts a new line, and new limits, at a break', () => {
    const points = [
      point('01', 4),
      point('02', 5),
      point('03', 9, { segment: 1 }),
      point('04', 8, { segment: 1 }),
    ];
    const plot = plotOf(figure(points, [limit(0, 1), limit(1, 2)]), [null]);
    expect(plot.lines).toHaveLength(2);
    expect(plot.breaks).toHaveLength(1);
    expect(plot.rows.map(({ lower }) => lower)).toEqual([1, 1, null, 2, 2]);
  });

  it('breaks on the day that a person set', () => {
    const points = [point('01', 4), point('02', 5), point('03', 9, { segment: 1 })];
    const set = {
      id: 'b1',
      date: '2024-03-01',
      title: 'New system',
      reason: 'Other codes',
      kinds: [],
      metrics: [],
    };
    const broken = {
      ...figure(points),
      breaks: [{ ...set, setBy: 'tester', setAt: '2024-04-01T00:00:00Z' }],
    };
    const plot = plotOf(broken, [null]);
    expect(plot.breaks).toEqual([Date.parse('2024-03-01T00:00:00Z')]);
    expect(plot.rows).toHaveLength(4);
  });

  it('draws a limit below nothing at nothing', () => {
    const plot = plotOf(figure([point('01', 4)], [limit(0, -3)]), [null]);
    expect(plot.rows[0]?.lower).toBe(0);
  });

  it('begins the axis at nothing only where the values reach far down', () => {
    expect(fromNothing(figure([point('01', 2), point('02', 9)]))).toBe(true);
    expect(fromNothing(figure([point('01', 52), point('02', 60)]))).toBe(false);
  });

  it('takes about as many ticks as there is room for', () => {
    const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
    const plot = plotOf(figure(months.map((month) => point(month, 1))), [null]);
    expect(ticksOf(plot, 4)).toHaveLength(4);
    expect(ticksOf(plot, 40)).toHaveLength(12);
  });
});

describe('words of a point', () => {
  it('reads value, base and signal', () => {
    const shown = figure([point('03', 14)], [limit(0, 0)]);
    const [only] = shown.points;
    expect(only && pointReading(shown, only)).toBe(
      'Month 03: 14 cases. Base 40. Signal of change, neither good nor bad in itself: above the upper limit.',
    );
    expect(only && signalOf(shown, only)?.look).toBe('neutral');
  });

  it('says why a value is hidden, and no unit with it', () => {
    const shown = figure([point('02', null)]);
    const [only] = shown.points;
    expect(only && pointReading(shown, only)).toBe('Month 02: [c]. Fewer than 10 answers.');
  });
});

describe('events', () => {
  const event = (date: string, title: string, type = 'other') => ({ date, title, type });
  const [from, to] = [Date.parse('2024-01-01'), Date.parse('2025-01-01')];

  it('never lets two labels cover each other, and labels the adoption first', () => {
    const crowd = Array.from({ length: 12 }, (_, index) =>
      event(`2024-06-${String(index + 1).padStart(2, '0')}`, `Something that happened, number ${index}`),
    );
    const placed = placeEvents(
      [...crowd, event('2024-06-20', 'Protocol adopted', 'adoption')],
      from,
      to,
      900,
    );
    expect(placed).toHaveLength(13);
    expect(placed.find(({ event: own }) => own.type === 'adoption')?.text).toBe('13 Protocol adopted');
    const spans = placed.flatMap(({ lane, leftwards, text, time }) => {
      if (lane === null) return [];
      const x = ((time - from) / (to - from)) * 900;
      const long = text.length * 6 + 10;
      return [{ lane, start: leftwards ? x - long : x, end: leftwards ? x : x + long }];
    });
    for (const [index, a] of spans.entries()) {
      for (const b of spans.slice(index + 1)) {
        expect(a.lane === b.lane && a.start <= b.end && b.start <= a.end).toBe(false);
      }
    }
  });

  it('leaves out events before and after the chart, and keeps their numbers by date', () => {
    const placed = placeEvents([event('2024-05-01', 'B'), event('2020-01-01', 'A')], from, to, 900);
    expect(placed.map(({ text }) => text)).toEqual(['2 B']);
  });
});

describe('baseline', () => {
  const shown = figure([point('01', 4), point('06', 6)]);
  const frozen: Figure = { ...shown, warnings: [{ code: 'baseline-frozen', text: '' }] };

  it('ends at the adoption only where the figure says that its limits come from before it', () => {
    expect(baselineOf(frozen, '2024-03-01')).toBe('2024-03-01');
    expect(baselineOf(shown, '2024-03-01')).toBeNull();
    expect(baselineOf(frozen, null)).toBeNull();
    expect(baselineOf(frozen, '2023-03-01')).toBeNull();
  });

  it('is shaded up to the adoption and never beyond the axis', () => {
    const [from, to] = [Date.parse('2024-01-01'), Date.parse('2024-06-30')];
    expect(baselineEnd('2024-03-01', from, to)).toBe(Date.parse('2024-03-01'));
    expect(baselineEnd('2025-03-01', from, to)).toBe(to);
    expect(baselineEnd('2023-12-31', from, to)).toBeNull();
    expect(baselineEnd(null, from, to)).toBeNull();
  });
});
