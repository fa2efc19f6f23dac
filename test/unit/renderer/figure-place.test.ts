// A linked figure opens on its screen as it was asked: the screen's own request is the one that was linked.
import { describe, expect, it } from 'vitest';
import { requestFor } from '../../../src-renderer/figure-request.ts';
import { fromHash, toHash } from '../../../src-renderer/place.ts';
import { placeOf } from '../../../src-renderer/views/judgement/figure-place.ts';
import type { FigureRequest, MetricCard } from '../../../src-shared/schemas/figure.ts';

const card = (id: string, kind: string, dimensions: string[]): MetricCard => ({
  id,
  title: id,
  definition: '',
  unit: '',
  direction: 'neutral',
  chart: 'line',
  clause: '',
  caveat: '',
  version: 1,
  kinds: [kind],
  grains: ['month', 'financial-year', 'wave'],
  dimensions,
});
const turnover = card('turnover', 'leaver', ['directorate']);
const incidents = card('incidents', 'incident', ['channel', 'scheme', 'directorate']);
const favourable = card('survey-favourable', 'survey-response', ['instrument', 'question', 'directorate']);
const year = { from: '2024-04-01', to: '2025-03-31' };
const span = { from: null, to: null };

describe('the place of a linked figure', () => {
  it('asks again for what was linked', () => {
    const request: FigureRequest = {
      metric: 'turnover',
      ...year,
      grain: 'financial-year',
      filters: { directorate: 'Care' },
    };
    const place = placeOf(request, turnover);
    expect(place.view).toBe('trends');
    expect(requestFor(turnover, fromHash(toHash(place)), span)).toEqual(request);
  });

  it('picks the split, the rules and the chart of its screen', () => {
    const request = {
      metric: 'incidents',
      ...year,
      split: 'channel',
      chart: 'u',
      filters: { scheme: 'Code' },
    } as const;
    const { view, pick, filters } = placeOf(request, incidents);
    expect(view).toBe('incidents');
    expect(filters).toEqual({});
    expect(pick).toEqual({
      metric: 'incidents',
      scheme: 'Code',
      bars: 'channel',
      as: 'incidents',
      'chart.incidents': 'u',
    });
  });

  it('picks the survey and the question, and keeps the group as a filter', () => {
    const request = {
      metric: 'survey-favourable',
      from: '2024-05-01',
      to: '2025-04-30',
      filters: { instrument: 'Staff survey', question: 'l1', directorate: 'Care' },
    };
    const place = placeOf(request, favourable);
    expect(place).toMatchObject({
      view: 'survey',
      period: 'my-2024',
      filters: { directorate: 'Care' },
      pick: { instrument: 'Staff survey', subject: 'q:l1' },
    });
  });

  it('shows all the data where no period of the bar covers just those days', () => {
    expect(placeOf({ metric: 'turnover', to: '2025-03-31' }, turnover).period).toBe('all');
    expect(placeOf({ metric: 'turnover', from: '2024-04-01', to: '2024-06-30' }, turnover).period).toBe(
      'all',
    );
  });
});
