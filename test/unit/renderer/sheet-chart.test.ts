// Charts of a pack's preview: scales hold their values, lines stop at gaps, stacks begin at zero, words stand by.
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SheetChart } from '../../../src-renderer/charts/sheet-chart.tsx';
import { wrapped } from '../../../src-renderer/charts/sheet-chart-horizontal.tsx';
import { labelled, scaleOf, stacked, stretches } from '../../../src-renderer/charts/sheet-scale.ts';
import type { PreviewChart } from '../../../src-shared/schemas/pack-preview.ts';

describe('the scale', () => {
  it.each([
    [[3, 7, 12], true],
    [[0.46, 1.17], false],
    [[-4, 11], false],
    [[0], true],
    [[5, 5], false],
    [[100_000, 260_000], true],
    [[], false],
  ])('holds %j between its first and last of few ticks', (values, zero) => {
    const { from, to, ticks } = scaleOf(values, zero);
    for (const value of values) {
      expect(value).toBeGreaterThanOrEqual(from);
      expect(value).toBeLessThanOrEqual(to);
    }
    expect(to).toBeGreaterThan(from);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(9);
    if (zero) expect(from).toBe(0);
  });

  it('ignores gaps', () => {
    expect(scaleOf([null, 10, null], true)).toEqual(scaleOf([10], true));
  });
});

describe('lines and stacks', () => {
  it('breaks a line at each gap and keeps the places', () => {
    expect(stretches([1, null, 2, 3, null])).toEqual([
      [{ index: 0, value: 1 }],
      [
        { index: 2, value: 2 },
        { index: 3, value: 3 },
      ],
    ]);
    expect(stretches([null, null])).toEqual([]);
  });

  it('stacks what is known and leaves a gap out', () => {
    expect(
      stacked([
        [60, null],
        [30, 20],
      ]),
    ).toEqual([
      [{ from: 0, to: 60 }, null],
      [
        { from: 60, to: 90 },
        { from: 0, to: 20 },
      ],
    ]);
  });

  it('writes as many labels as there is room for, the first among them', () => {
    const written = Array.from({ length: 60 }, (_, index) => index).filter(labelled(60, 8));
    expect(written[0]).toBe(0);
    expect(written.length).toBeLessThanOrEqual(8);
  });
});

const chart = (kind: PreviewChart['kind'], more: Partial<PreviewChart> = {}): PreviewChart => ({
  kind,
  title: 'Cases <received> & closed',
  alt: `A ${kind} chart of three periods. Data in the table on this sheet.`,
  categories: ['2022/23', '2023/24', '2024/25'],
  xTitle: 'Year',
  yTitle: 'Cases',
  series: [
    { label: 'Received', style: 'category1', values: [4, null, 9] },
    { label: 'Closed', style: 'category2', values: [3, 5, 8] },
  ],
  ...more,
});

describe('the chart', () => {
  it.each(['line', 'column', 'stacked-column', 'stacked-bar', 'xmr', 'run', 'its'] as const)(
    'of kind %s has its words and draws no gap',
    (kind) => {
      const html = renderToStaticMarkup(createElement(SheetChart, { chart: chart(kind) }));
      expect(html).toContain(`aria-label="A ${kind} chart of three periods.`);
      expect(html).toContain('Cases &lt;received&gt; &amp; closed');
      expect(html).not.toMatch(/NaN|Infinity|undefined/);
      if (kind.includes('column') || kind.includes('bar')) {
        // Five values and the two of the key.
        expect(html.match(/<rect/g)?.length).toBeGreaterThanOrEqual(5);
      } else expect(html.match(/<polyline points="\d/g)?.length).toBeGreaterThanOrEqual(3);
    },
  );

  it('of steps goes level from one time to the next', () => {
    const steps = chart('km', {
      at: [0, 10, 30],
      series: [{ label: 'Still open', style: 'category1', values: [1, 0.5, 0.25] }],
    });
    const html = renderToStaticMarkup(createElement(SheetChart, { chart: steps }));
    expect(html).toMatch(/<path d="M[\d.]+ [\d.]+H[\d.]+V[\d.]+H[\d.]+V[\d.]+"/);
  });

  it('tells an event by an upright rule, and series of one name apart', () => {
    const its = chart('its', {
      series: [
        { label: 'Observed', style: 'observed', values: [1, 2, 3] },
        { label: 'Event', style: 'event', values: [null, 3, null] },
        { label: 'Observed', style: 'fitted', values: [1, 2, 3] },
      ],
    });
    const html = renderToStaticMarkup(createElement(SheetChart, { chart: its }));
    expect(html.match(/class="sheet-event"/g)).toHaveLength(1);
    expect(html).toContain('Observed (3)');
  });

  it('writes whole questions beside bars, and says where no number is shown', () => {
    const question = 'Officers and councillors share information early enough to act on it';
    const bars = chart('stacked-bar', {
      categories: [question, 'Safe to challenge', 'Respect'],
      series: [{ label: 'Favourable', style: 'favourable', values: [64, null, 0] }],
    });
    const html = renderToStaticMarkup(createElement(SheetChart, { chart: bars }));
    const lines = [...html.matchAll(/<tspan[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(lines.join(' ')).toContain(question);
    expect(html.match(/no number is shown/g)).toHaveLength(1);
    expect(wrapped('a '.repeat(400).trim(), 20)).toHaveLength(4);
    for (const line of wrapped(`${question} ${'x'.repeat(60)}`, 30))
      expect(line.length).toBeLessThanOrEqual(30);
  });

  it('draws nothing of what is all hidden, and stands', () => {
    const hidden = chart('line', { series: [{ label: 'x', style: 'value', values: [null, null, null] }] });
    const html = renderToStaticMarkup(createElement(SheetChart, { chart: hidden }));
    expect(html).not.toMatch(/NaN|Infinity/);
  });
});
