// The pack sheets, one line each. Nothing else need be edited to add one but the editions that hold it.

import { disclosureLog } from '../disclosure-log.ts';
import { actionPlan, priorYearActions } from './action-plan.ts';
import { actions } from './actions.ts';
import { adoption } from './adoption.ts';
import { agsJudgement } from './ags-judgement.ts';
import { appraisalAlignment } from './appraisal-alignment.ts';
import { assuranceMap } from './assurance-map.ts';
import { behavioursBalance } from './behaviours-balance.ts';
import { byAllegation } from './by-allegation.ts';
import { byComplainant } from './by-complainant.ts';
import { byOutcome } from './by-outcome.ts';
import { caseLog } from './case-log.ts';
import { casework } from './casework.ts';
import { complaintsByPeriod } from './complaints-by-period.ts';
import { conclusion } from './conclusion.ts';
import { contents } from './contents.ts';
import { cover } from './cover.ts';
import { csplBestPractice } from './cspl-best-practice.ts';
import { cultureIndicators } from './culture-indicators.ts';
import { cultureMirror } from './culture-mirror.ts';
import { cultureSurvey } from './culture-survey.ts';
import { cultureTrend } from './culture-trend.ts';
import { dataLineage } from './data-lineage.ts';
import { generalIssues } from './general-issues.ts';
import { headlines } from './headlines.ts';
import { howIssuesAreHandled } from './how-issues-are-handled.ts';
import { incidentsSheet } from './incidents-sheet.ts';
import { interestsAndTraining } from './interests-and-training.ts';
import { investigations } from './investigations.ts';
import { learningReach } from './learning-reach.ts';
import { leavingReasons } from './leaving-reasons.ts';
import { lessons } from './lessons.ts';
import { mechanismsInPlace } from './mechanisms-in-place.ts';
import { methodAndQuality } from './method-and-quality.ts';
import {
  directorStatements,
  giftsAndHospitality,
  internalAudit,
  reformReadiness,
  standardsAsks,
  transparencyLines,
  whistleblowing,
} from './not-imported.ts';
import { notes } from './notes.ts';
import { patternRule } from './pattern-rule.ts';
import { pinned } from './pinned.ts';
import { positiveExamples, positiveReturns } from './positive-examples.ts';
import { principlesSheet } from './principles.ts';
import { protocolInUse } from './protocol-in-use.ts';
import { sanctionsAndLearning } from './sanctions-and-learning.ts';
import { sanctionsByCase } from './sanctions-by-case.ts';
import type { ExemptSheet, PackSheet } from './sheet.ts';
import { sickness } from './sickness.ts';
import { sicknessReasons } from './sickness-reasons.ts';
import { signals } from './signals.ts';
import { speakUp } from './speak-up.ts';
import { standardsSummary } from './standards-summary.ts';
import { summary } from './summary.ts';
import { surveyByDirectorate } from './survey-by-directorate.ts';
import { timeToClose } from './time-to-close.ts';
import { timeliness } from './timeliness.ts';
import { trendAbsence, trendIncidents, trendTurnover } from './trend-sheet.ts';
import { trendsSpc } from './trends-spc.ts';
import { turnover } from './turnover.ts';
import { whatWasHeard } from './what-was-heard.ts';
import { wholeCouncilSheet } from './whole-council.ts';
import { workforce } from './workforce.ts';

export const sheets: readonly (PackSheet | ExemptSheet)[] = [
  cover,
  contents,
  summary,
  complaintsByPeriod,
  byAllegation,
  byOutcome,
  timeliness,
  cultureSurvey,
  cultureTrend,
  trendsSpc,
  trendIncidents,
  trendAbsence,
  trendTurnover,
  adoption,
  behavioursBalance,
  byComplainant,
  caseLog,
  csplBestPractice,
  cultureMirror,
  interestsAndTraining,
  investigations,
  lessons,
  patternRule,
  positiveExamples,
  positiveReturns,
  sanctionsAndLearning,
  sanctionsByCase,
  speakUp,
  timeToClose,
  giftsAndHospitality,
  reformReadiness,
  directorStatements,
  internalAudit,
  whistleblowing,
  headlines,
  workforce,
  sickness,
  sicknessReasons,
  turnover,
  leavingReasons,
  incidentsSheet,
  casework,
  surveyByDirectorate,
  whatWasHeard,
  signals,
  appraisalAlignment,
  actions,
  transparencyLines,
  protocolInUse,
  learningReach,
  mechanismsInPlace,
  standardsAsks,
  generalIssues,
  wholeCouncilSheet,
  howIssuesAreHandled,
  cultureIndicators,
  standardsSummary,
  principlesSheet,
  assuranceMap,
  actionPlan,
  priorYearActions,
  agsJudgement,
  dataLineage,
  conclusion,
  pinned,
  disclosureLog,
  notes,
  methodAndQuality,
];
