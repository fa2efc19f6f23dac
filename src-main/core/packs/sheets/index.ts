// The pack sheets, one line each. Nothing else need be edited to add one but the editions that hold it.
import { byAllegation } from './by-allegation.ts';
import { byOutcome } from './by-outcome.ts';
import { complaintsByPeriod } from './complaints-by-period.ts';
import { contents } from './contents.ts';
import { cover } from './cover.ts';
import { cultureSurvey } from './culture-survey.ts';
import { cultureTrend } from './culture-trend.ts';
import { methodAndQuality } from './method-and-quality.ts';
import { notes } from './notes.ts';
import type { PackSheet } from './sheet.ts';
import { summary } from './summary.ts';
import { timeliness } from './timeliness.ts';
import { trendAbsence, trendIncidents, trendTurnover } from './trend-sheet.ts';
import { trendsSpc } from './trends-spc.ts';

export const sheets: readonly PackSheet[] = [
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
  notes,
  methodAndQuality,
];
