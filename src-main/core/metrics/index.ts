// The metrics, one line each. Nothing else need be edited to add one.
import { AppError } from '#shared/errors.ts';
import { absenceDaysPerFte } from './absence-days-per-fte.ts';
import { absenceDaysPerFte12Month } from './absence-days-per-fte-12-month.ts';
import { absenceFteDays } from './absence-fte-days.ts';
import { absenceReasonShare } from './absence-reason-share.ts';
import { absenceStressShare } from './absence-stress-share.ts';
import { absenceTimeLost } from './absence-time-lost.ts';
import { absenceTimeLost12Month } from './absence-time-lost-12-month.ts';
import { acknowledgedWithinTarget } from './acknowledged-within-target.ts';
import { anonymousShare } from './anonymous-share.ts';
import { appraisalBehaviours } from './appraisal-behaviours.ts';
import { appraisalBehavioursCovered } from './appraisal-behaviours-covered.ts';
import { appraisalCoverage } from './appraisal-coverage.ts';
import { appraisalSigned } from './appraisal-signed.ts';
import { behavioursObserved } from './behaviours-observed.ts';
import { closedWithinTarget } from './closed-within-target.ts';
import { councillorDepartures } from './councillor-departures.ts';
import { councillors } from './councillors.ts';
import { daysBetweenCases } from './days-between-cases.ts';
import { daysToAcknowledge } from './days-to-acknowledge.ts';
import { daysToClose } from './days-to-close.ts';
import { daysToCloseP90 } from './days-to-close-p90.ts';
import { evidenceMentions } from './evidence-mentions.ts';
import { evidenceSessions } from './evidence-sessions.ts';
import { headcount } from './headcount.ts';
import { incidentGroups } from './incident-groups.ts';
import { incidentRate } from './incident-rate.ts';
import { incidentSanctions } from './incident-sanctions.ts';
import { incidentShare } from './incident-share.ts';
import { incidentSubjects } from './incident-subjects.ts';
import { incidentSupport } from './incident-support.ts';
import { incidents } from './incidents.ts';
import { incidentsClosed } from './incidents-closed.ts';
import { incidentsOpen } from './incidents-open.ts';
import { inductionInTime } from './induction-in-time.ts';
import { leavers } from './leavers.ts';
import { longestOpen } from './longest-open.ts';
import type { Metric } from './metric.ts';
import { positiveExamples } from './positive-examples.ts';
import { positiveReturns } from './positive-returns.ts';
import { reportLag } from './report-lag.ts';
import { skipLevelShare } from './skip-level-share.ts';
import { substantiatedShare } from './substantiated-share.ts';
import { surveyFavourable } from './survey-favourable.ts';
import { surveyIndex } from './survey-index.ts';
import { surveyMean } from './survey-mean.ts';
import { surveyNet } from './survey-net.ts';
import { surveyNeutral } from './survey-neutral.ts';
import { surveyResponseRate } from './survey-response-rate.ts';
import { surveyResponses } from './survey-responses.ts';
import { surveyUnfavourable } from './survey-unfavourable.ts';
import { trainingCompleted } from './training-completed.ts';
import { trainingFromCases } from './training-from-cases.ts';
import { turnover } from './turnover.ts';
import { turnover12Month } from './turnover-12-month.ts';
import { turnoverVoluntary } from './turnover-voluntary.ts';

export const metrics: readonly Metric[] = [
  surveyFavourable,
  surveyNeutral,
  surveyUnfavourable,
  surveyNet,
  surveyIndex,
  surveyMean,
  surveyResponses,
  surveyResponseRate,
  incidents,
  daysBetweenCases,
  incidentShare,
  incidentsClosed,
  incidentsOpen,
  incidentSubjects,
  incidentGroups,
  incidentRate,
  incidentSanctions,
  incidentSupport,
  substantiatedShare,
  anonymousShare,
  skipLevelShare,
  reportLag,
  daysToAcknowledge,
  acknowledgedWithinTarget,
  daysToClose,
  closedWithinTarget,
  daysToCloseP90,
  longestOpen,
  absenceFteDays,
  absenceDaysPerFte,
  absenceTimeLost,
  absenceReasonShare,
  absenceStressShare,
  absenceDaysPerFte12Month,
  absenceTimeLost12Month,
  headcount,
  turnover,
  turnoverVoluntary,
  turnover12Month,
  leavers,
  councillors,
  councillorDepartures,
  appraisalCoverage,
  appraisalSigned,
  appraisalBehaviours,
  appraisalBehavioursCovered,
  trainingCompleted,
  inductionInTime,
  trainingFromCases,
  positiveExamples,
  positiveReturns,
  evidenceMentions,
  evidenceSessions,
  behavioursObserved,
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
