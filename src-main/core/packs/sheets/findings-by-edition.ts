// Owns which findings the Summary of each edition holds, in the order of the edition's sheets.
// The rule: a finding links to a sheet of its own edition.
import {
  chartFinding,
  type Finding,
  type FindingSource,
  mostAlleged,
  openAtEnd,
  periodFinding,
  received,
  surveys,
} from './findings.ts';
import { absenceMeasure, turnoverMeasure } from './measures.ts';
import type { PackContext } from './sheet.ts';

const askWhy = 'To ask why appraisals that were due were not done';

/** By the id of the edition. */
const findings: Readonly<Record<string, readonly FindingSource[]>> = {
  standards: [
    received,
    openAtEnd,
    mostAlleged,
    periodFinding('days-to-close', 'Timeliness'),
    surveys('Culture_survey'),
    chartFinding(absenceMeasure, 'Trend_absence'),
    chartFinding(turnoverMeasure, 'Trend_turnover'),
  ],
  people: [
    chartFinding(absenceMeasure, 'Trend_absence'),
    periodFinding('absence-stress-share', 'Sickness_reasons'),
    chartFinding(turnoverMeasure, 'Trend_turnover'),
    periodFinding('incidents', 'Incidents'),
    surveys('Survey_by_directorate'),
    periodFinding('appraisal-coverage', 'Appraisal_alignment', askWhy),
    periodFinding('appraisal-behaviours', 'Appraisal_alignment'),
  ],
  'portfolio-holder': [
    periodFinding('incidents', 'Protocol_in_use'),
    periodFinding('positive-examples', 'Protocol_in_use'),
    periodFinding('appraisal-behaviours', 'Protocol_in_use'),
    periodFinding('training-completed', 'Learning_reach', 'To consider whom learning has not reached'),
    periodFinding('induction-in-time', 'Learning_reach'),
  ],
  whips: [
    surveys('Culture_trend'),
    periodFinding('incidents', 'Whole_council'),
    periodFinding('positive-examples', 'Whole_council'),
  ],
  audit: [
    periodFinding('incidents', 'Culture_indicators'),
    periodFinding('days-to-close', 'Culture_indicators'),
    periodFinding('training-completed', 'Culture_indicators'),
    periodFinding('positive-examples', 'Culture_indicators'),
    surveys('Culture_indicators'),
    chartFinding(absenceMeasure, 'Culture_indicators'),
    chartFinding(turnoverMeasure, 'Culture_indicators'),
  ],
};

/** The findings of the context's edition; none where it has no sources. */
export async function findingsOf(context: PackContext): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const source of findings[context.edition.id] ?? []) found.push(...(await source(context)));
  return found;
}
