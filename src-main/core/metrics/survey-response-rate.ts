// Owns the figure "survey-response-rate": responses as a share of those who could have answered.
// The rule: officers are measured against the workforce, councillors against those in office, at the wave.
import { periodOf } from '#shared/calendar.ts';
import type { Note } from '#shared/schemas/import.ts';
import { councillorsAt } from './councillors-at.ts';
import {
  type AmountRow,
  type CountRow,
  choice,
  cutParams,
  type ExposureRow,
  type Metric,
  type Question,
  type Reader,
} from './metric.ts';
import { surveyCard, surveyMetric } from './survey.ts';
import { sideOf } from './survey-asks.ts';
import sql from './survey-responses.sql?raw';
import { snapshotRule, workforceAt } from './workforce-at.ts';

const cuts = ['directorate', 'grade', 'party'] as const;

export const surveyResponseRate: Metric = {
  card: {
    ...surveyCard,
    id: 'survey-response-rate',
    title: 'Survey response',
    definition: `Responses to a wave as a percentage of those who could have answered: of an officer survey the people employed, of a councillor survey the councillors in office, on the day of the wave. ${snapshotRule} Whom a survey asks is told by its name, unless a person says.`,
    unit: 'per cent of those who could answer',
    direction: 'neutral',
    kinds: ['survey-response', 'workforce-snapshot', 'councillor-term'],
    dimensions: [...cuts, 'instrument'],
    version: 1,
  },
  shape: 'ratio',
  format: { decimals: 0, unit: 'percent' },
  cuts,
  choices: ['instrument'],
  twoWay: {},
  disclosure: { rule: 'survey', partitions: cuts, adds: false },
  noExposure: 'How many could have answered is not known at that date',
  span: surveyMetric.span,
  settle: surveyMetric.settle,
  values: surveyMetric.values,
  read: async (session, question) => {
    const instrument = await instrumentOf(session, question);
    const rows = await session.all<CountRow>(sql, { ...cutParams(question), instrument });
    return {
      shape: 'ratio',
      per: 100,
      rows: rows.map((row): AmountRow => ({ ...row, amount: row.count, base: row.count, missing: 0 })),
      exposure: await populationAt(session, question, instrument, rows),
    };
  },
  notes: async (session, question): Promise<Note[]> => {
    const instrument = await instrumentOf(session, question);
    if (instrument === null || (await sideOf(session, instrument)) !== null) return [];
    const text = `Whether “${instrument}” asks officers or councillors does not show in its name, so there is nothing to measure its response against until a person says.`;
    return [{ code: 'side-unknown', text }];
  },
};

/** The instrument asked for, or the only one there is. */
async function instrumentOf(session: Reader, { choices }: Question): Promise<string | null> {
  const named = choice(choices, 'instrument');
  if (named !== null) return named;
  const [only] = await session.all<{ instrument: string }>(
    'select distinct instrument from mart.survey_group order by instrument',
  );
  return only?.instrument ?? null;
}

/** Those who could have answered, on the day of each wave. */
async function populationAt(
  session: Reader,
  question: Question,
  instrument: string | null,
  rows: readonly CountRow[],
): Promise<ExposureRow[]> {
  const side = instrument === null ? null : await sideOf(session, instrument);
  const waves = [...new Set(rows.map(({ period }) => period))].map((day) => periodOf(day, 'wave'));
  const at: Question = { ...question, periods: waves };
  if (side === 'councillors') {
    const found = await councillorsAt(session, at);
    return found.map((row) => ({ ...row, exposure: row.councillors, people: row.councillors }));
  }
  if (side !== 'officers') return [];
  const found = await workforceAt(session, at);
  return found.map((row) => ({ ...row, exposure: row.closing_headcount, people: row.closing_headcount }));
}
