// Owns the sheet Timeliness: how long the cases of the period take to close, by the stage they reached.

import type { ColumnModel } from '../model.ts';
import { askTwoPeriods, pointOf, sameScheme, type TwoPeriods, valuesOf } from './asking.ts';
import { changeCell, partCell, valueCell } from './cells.ts';
import type { DraftCell, SheetDraft } from './draft.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackSheet } from './sheet.ts';
import { percent } from './table-sheet.ts';

const description =
  'Calendar days from received to closed for the cases received in the period, by the stage they have reached: until half are closed (the median, with the range where it lies with 95 per cent confidence) and until nine in ten are (the 90th percentile). Cases still open count for as long as they have been open. Where more than half, or more than a tenth, are still open there is no such number yet.';

/** The local targets of the settings: the share within each is a figure of its own. */
const targets = [
  { metric: 'acknowledged-within-target', setting: 'acknowledgeDays', header: 'Acknowledged' },
  { metric: 'closed-within-target', setting: 'closeDays', header: 'Closed' },
] as const;

const setTargets = ({ settings }: PackContext) => targets.filter(({ setting }) => settings[setting] !== null);

/** What is said of targets that are not set. */
function targetLines({ settings }: PackContext): string[] {
  const unset = targets.filter(({ setting }) => settings[setting] === null);
  return unset.length === 0
    ? []
    : [
        `No local target is set for: ${unset.map(({ header }) => header.toLowerCase()).join(', ')}. Until the settings have one, cases in target are not given.`,
      ];
}

const targetHeader = ({ settings }: PackContext, { setting, header }: (typeof targets)[number]): string =>
  `${header} within ${settings[setting]} days (per cent)`;

const days = (header: string): ColumnModel => ({ header, type: 'number', format: '#,##0.0' });
const count = (header: string): ColumnModel => ({ header, type: 'number', format: '#,##0' });

const columnsOf = (context: PackContext): ColumnModel[] => [
  { header: 'Stage', type: 'text' },
  count('Cases'),
  count('Closed'),
  days('Median (days)'),
  days('Range from (days)'),
  days('Range to (days)'),
  days('90th percentile (days)'),
  days('Longest open (days)'),
  ...setTargets(context).map((target) => percent(targetHeader(context, target))),
  days(`Median in ${context.span.previous.title} (days)`),
  { header: 'Change', type: 'text' },
];

/** The figures of the sheet, of all cases or of each stage, in the pack's period and the one before. */
async function ask(context: PackContext, cut: Parameters<typeof askTwoPeriods>[2] = {}) {
  const median = await askTwoPeriods(context, 'days-to-close', cut);
  const ninetieth = await askTwoPeriods(context, 'days-to-close-p90', cut);
  const longest = await askTwoPeriods(context, 'longest-open', cut);
  const within: TwoPeriods[] = [];
  for (const { metric } of setTargets(context)) within.push(await askTwoPeriods(context, metric, cut));
  const figures = [median, ninetieth, longest, ...within].flatMap((asked) => asked.figures);
  const row = (label: string, stage: string | null): DraftCell[] => {
    const now = pointOf(median.now, stage);
    const before = pointOf(median.before, stage);
    return [
      label,
      partCell(now, 'base'),
      partCell(now, 'numerator'),
      valueCell(now),
      partCell(now, 'lower'),
      partCell(now, 'upper'),
      valueCell(pointOf(ninetieth.now, stage)),
      valueCell(pointOf(longest.now, stage)),
      ...within.map((asked) => valueCell(pointOf(asked.now, stage))),
      valueCell(before),
      changeCell(now, before),
    ];
  };
  return { median, figures, row };
}

async function build(context: PackContext): Promise<SheetDraft> {
  const { period } = context.span;
  const split = await ask(context, { split: 'stage' });
  const whole = await ask(context, sameScheme(split.median));
  const { now } = split.median;
  const stages = valuesOf(now).filter((stage) => pointOf(now, stage)?.suppressed !== 'z');
  const all = pointOf(whole.median.now, null);
  const rows =
    all === undefined || all.suppressed === 'z'
      ? []
      : [...stages.map((stage) => split.row(stage, stage)), whole.row('Total, all stages', null)];
  const figures = [...whole.figures, ...split.figures];
  return {
    name: 'Timeliness',
    kind: 'data',
    title: `Days to close by stage reached, ${period.title}`,
    lines: sheetLines(context, figures, description, { more: targetLines(context) }),
    table: { name: 'days_to_close', columns: columnsOf(context), rows },
    charts: [],
    ...(rows.length === 0 ? { missing: missingSentence(context, 'cases', figures) } : {}),
  };
}

export const timeliness: PackSheet = {
  id: 'Timeliness',
  title: 'Timeliness',
  definition:
    'Median and 90th percentile of days to close and the longest open, by stage, with cases and cases closed.',
  build,
};
