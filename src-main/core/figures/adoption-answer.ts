// Owns the answer to "before and after adoption" where there is a model: what is told, in one piece.
// The rule: nothing here is computed from values; verdict, words and warnings follow from the model's codes.
import type { Metric } from '#core/metrics/metric.ts';
import type { Plan, SegmentedSeries } from '#core/stats/index.ts';
import type { Sensitivity } from '#core/stats/interrupted-time-series-sensitivity.ts';
import { formatDate } from '#shared/calendar.ts';
import type { Adoption, AdoptionRequest } from '#shared/schemas/adoption.ts';
import type { Figure, Grain } from '#shared/schemas/figure.ts';
import { analysesOf, analysisTitles, type Counts } from './adoption-analyses.ts';
import { estimatesOf, linesOf } from './adoption-estimates.ts';
import { adoptionWarnings } from './adoption-notes.ts';
import type { AdoptionSeries } from './adoption-series.ts';
import { adoptionShift } from './adoption-shift.ts';
import { adoptionReading, robustnessText, stepOf, verdictOf, verdictText } from './adoption-words.ts';

/** A series with the model settled for it, fitted. */
export interface AdoptionModel {
  readonly plan: Plan;
  readonly modelled: SegmentedSeries;
  readonly found: Sensitivity;
  readonly hacLag: number;
}

interface Parts extends AdoptionModel {
  readonly metric: Metric;
  readonly request: AdoptionRequest;
  readonly adoptionDate: string;
  readonly grain: Grain;
  readonly figure: Figure;
  readonly series: AdoptionSeries;
  readonly counts: Counts | null;
}

/** Everything told of a modelled series. */
export function answer(parts: Parts): Adoption {
  const { metric, request, adoptionDate, grain, figure, series, plan, modelled, found, counts, hacLag } =
    parts;
  const { fit, id } = found.primary;
  const sensitivity = analysesOf(found, modelled, counts, metric, hacLag);
  const verdict = verdictOf(found, metric);
  const robust = found.estimable && sensitivity.every((row) => row.agrees !== false);
  const robustness = robustnessText(found.estimable, sensitivity);
  const coInterventions = otherEvents(figure, adoptionDate, series);
  const least = id === 'ols' ? found.primary : found.others.find((row) => row.id === 'ols');
  return {
    status: 'modelled',
    metric: metric.card,
    request,
    adoptionDate,
    grain,
    model: {
      id: id === 'reml-ar1' || id === 'prais-winsten' ? id : 'ols',
      title: analysisTitles[id],
      coding: codingText(series, grain, adoptionDate, plan),
      strength: plan.strength,
      harmonics: plan.harmonics,
    },
    points: {
      before: series.before,
      after: series.after,
      gaps: series.gaps,
      transition: series.transition,
      leftOut: series.leftOut,
    },
    diagnostics: {
      phi: fit.phi,
      lag1: least?.fit?.residualLag1 ?? null,
      residualSd: fit.residualSd,
      rSquared: least?.fit?.rSquared ?? null,
      hacLag,
    },
    estimates: estimatesOf(fit, metric, grain),
    series: linesOf(series, fit, metric),
    sensitivity,
    robust,
    robustness,
    verdict,
    verdictText: verdictText(verdict),
    shift: adoptionShift(series, metric),
    events: figure.events,
    breaks: figure.breaks,
    coInterventions,
    warnings: adoptionWarnings(figure, series, plan, found, metric, grain),
    reading: adoptionReading({
      metric,
      verdict,
      latest: fit.latest.effect,
      period: series.recorded.at(-1)?.point.period ?? '',
      robust,
      strength: plan.strength,
      otherEvents: coInterventions.length,
    }),
    provenance: figure.provenance,
  };
}

/** What else is on the time line between the first and last point of the model. */
function otherEvents({ events }: Figure, adoptionDate: string, { recorded }: AdoptionSeries) {
  const [first, last] = [recorded[0]?.point.from ?? '', recorded.at(-1)?.point.to ?? ''];
  return events.filter(
    ({ date, type }) => !(type === 'adoption' && date === adoptionDate) && date >= first && date <= last,
  );
}

function codingText({ recorded }: AdoptionSeries, grain: Grain, adoptionDate: string, plan: Plan): string {
  const first = recorded.find(({ phase }) => phase === 'after')?.point.period ?? '';
  const season = plan.harmonics > 0 ? ` A yearly season is modelled by ${plan.harmonics} Fourier pairs.` : '';
  return `One line before and one after adoption on ${formatDate(adoptionDate)}, time in ${stepOf(grain)}s. The change of level is the jump at the first point after (${first}), where the count of ${stepOf(grain)}s after adoption is 0; the change of slope is per ${stepOf(grain)} from there.${season}`;
}
