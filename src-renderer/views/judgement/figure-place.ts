// Owns where a linked figure is seen: the screen of its metric, at its period, grain, filters and split.
import type { FigureRequest, MetricCard } from '../../../src-shared/schemas/figure.ts';
import { rangeOf } from '../../periods.ts';
import type { Place } from '../../place.ts';
import { topicOf } from '../../topics.ts';

/** The period of the bar that covers just these days; all the data where none does. */
function periodOf({ from, to }: FigureRequest): string {
  const year = from?.slice(0, 4);
  const choices = [`fy-${year}`, `my-${year}`];
  const found = choices.find((id) => {
    const range = rangeOf(id, { from: null, to: null });
    return range.from === from && range.to === to;
  });
  return from !== undefined && found !== undefined ? found : 'all';
}

/** What a survey's screen follows over its waves, from the filters of a figure. */
const subjects = { behaviour: 'b', theme: 't', question: 'q' } as const;

function surveyPicks(filters: Readonly<Record<string, string>>): Record<string, string> {
  const [subject] = Object.entries(subjects).flatMap(([name, letter]) =>
    filters[name] === undefined ? [] : [`${letter}:${filters[name]}`],
  );
  return {
    ...(filters.instrument === undefined ? {} : { instrument: filters.instrument }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** The place of a figure as the screens understand it. */
export function placeOf(request: FigureRequest, metric: MetricCard): Place {
  const view = topicOf(metric);
  const { metric: id, grain = null, split, filters = {}, chart } = request;
  const own: readonly string[] =
    view === 'survey' ? ['instrument', ...Object.keys(subjects)] : view === 'incidents' ? ['scheme'] : [];
  const { scheme } = filters;
  return {
    view,
    period: periodOf(request),
    grain: grain === 'all' ? null : grain,
    filters: Object.fromEntries(Object.entries(filters).filter(([name]) => !own.includes(name))),
    pick: {
      metric: id,
      ...(view === 'survey' ? surveyPicks(filters) : {}),
      ...(view === 'incidents' && scheme !== undefined ? { scheme } : {}),
      ...(split === undefined
        ? {}
        : view === 'incidents'
          ? { bars: split, as: id }
          : { split, group: split }),
      ...(chart === undefined ? {} : { [`chart.${id}`]: chart }),
    },
  };
}
