// Owns how a figure's chart is judged, in words.
import type { ChartSettings } from '#shared/schemas/chart.ts';
import { table } from './print.ts';

/** The settings of one figure's chart, for people. */
export function chartText({ metric, judging, target, rebases, charts, decisions }: ChartSettings): string {
  const rows = [
    ['Screening of moving ranges', judging.screening ? 'on' : 'off (as the Excel tool)'],
    ['Two of three', judging.twoOfThree === '2023' ? 'as of November 2023' : 'the older form'],
    ['Points that make a run', String(judging.runLength)],
    ['Target', target === null ? 'none' : `${target.value}, set by ${target.setBy}: ${target.reason}`],
    ...rebases.map(({ date, reason, setBy }) => [`New limits from ${date}`, `set by ${setBy}: ${reason}`]),
  ];
  return [
    `How the chart of ${metric} is judged`,
    '',
    table([{ title: 'Choice' }, { title: 'Now' }], rows),
    '',
    charts.length === 0 ? 'No control chart judges this figure.' : 'Charts that fit it (figure --chart)',
    ...charts.map(({ id, title, suits }) => `  ${id}  ${title}. ${suits}.`),
    ...(decisions.length > 0 ? ['', 'Who chose what, and when'] : []),
    ...decisions.map(({ at, by, action, what }) => `  ${at}  ${by}  ${action}  ${what}`),
  ].join('\n');
}
