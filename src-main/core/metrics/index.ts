// The metrics, one line each. Nothing else need be edited to add one.
import { AppError } from '#shared/errors.ts';
import { absenceDaysPerFte } from './absence-days-per-fte.ts';
import { absenceFteDays } from './absence-fte-days.ts';
import { absenceTimeLost } from './absence-time-lost.ts';
import { councillorDepartures } from './councillor-departures.ts';
import { councillors } from './councillors.ts';
import { daysToClose } from './days-to-close.ts';
import { daysToCloseP90 } from './days-to-close-p90.ts';
import { headcount } from './headcount.ts';
import { incidentGroups } from './incident-groups.ts';
import { incidentRate } from './incident-rate.ts';
import { incidentShare } from './incident-share.ts';
import { incidentSubjects } from './incident-subjects.ts';
import { incidents } from './incidents.ts';
import { incidentsClosed } from './incidents-closed.ts';
import { incidentsOpen } from './incidents-open.ts';
import { leavers } from './leavers.ts';
import { longestOpen } from './longest-open.ts';
import type { Metric } from './metric.ts';
import { surveyFavourable } from './survey-favourable.ts';
import { surveyMean } from './survey-mean.ts';
import { surveyNeutral } from './survey-neutral.ts';
import { surveyResponseRate } from './survey-response-rate.ts';
import { surveyResponses } from './survey-responses.ts';
import { surveyUnfavourable } from './survey-unfavourable.ts';
import { turnover } from './turnover.ts';

export const metrics: readonly Metric[] = [
  surveyFavourable,
  surveyNeutral,
  surveyUnfavourable,
  surveyMean,
  surveyResponses,
  surveyResponseRate,
  incidents,
  incidentShare,
  incidentsClosed,
  incidentsOpen,
  incidentSubjects,
  incidentGroups,
  incidentRate,
  daysToClose,
  daysToCloseP90,
  longestOpen,
  absenceFteDays,
  absenceDaysPerFte,
  absenceTimeLost,
  headcount,
  turnover,
  leavers,
  councillors,
  councillorDepartures,
];

/** The metric of an id. @throws AppError metric-unknown */
export function findMetric(id: string): Metric {
  const found = metrics.find((metric) => metric.card.id === id);
  if (found) return found;
  throw new AppError('metric-unknown', {
    metric: id,
    metrics: metrics.map((metric) => metric.card.id).join(', '),
  });
}
