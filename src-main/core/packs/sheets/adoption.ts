// Owns the sheet Adoption and those of its series: before and after the Protocol was adopted, or why not.
// The rule: what is said is the reading's own; a series that cannot bear a model says so and is not drawn.
import { formatDate } from '#shared/calendar.ts';
import type { Adoption, ModelledAdoption } from '#shared/schemas/adoption.ts';
import type { ChartModel, ColumnModel } from '../model.ts';
import { valueCell, wordsCell } from './cells.ts';
import { type DraftCell, type SheetDraft, traced } from './draft.ts';
import { missingSentence, ofPaper, sheetLines } from './lines.ts';
import type { PackContext, PackFigure, PackSheet } from './sheet.ts';
import { capital, count, notApplicable, tableSheet, text } from './table-sheet.ts';

/** What is looked at, and the sheet that its series has where there is a model. */
const measures = [
  { metric: 'incidents', grain: 'month', sheet: 'Adoption_incidents' },
  { metric: 'absence-days-per-fte', grain: 'month', sheet: 'Adoption_absence' },
  { metric: 'turnover', grain: 'quarter', sheet: 'Adoption_turnover' },
] as const;

type Measure = (typeof measures)[number];

interface Read {
  readonly measure: Measure;
  readonly answer: Adoption;
  readonly figure: PackFigure;
}

const description =
  'Each measure before and after Council adopted the Protocol, against the continuation of its own course before. It says whether a change is consistent with improvement or not; other things happened in the same time, and it cannot say why.';

/** The whole series: what came before adoption is what everything after it is compared with. */
async function readAll(context: PackContext): Promise<Read[]> {
  const { to } = context.span.period;
  const read: Read[] = [];
  for (const measure of measures) {
    const { metric, grain } = measure;
    const answer = await context.records.adoption({ metric, grain, to });
    read.push({ measure, answer, figure: await context.ask({ metric, grain, to }) });
  }
  return read;
}

const estimateOf = ({ estimates }: ModelledAdoption, id: string): string => {
  const found = estimates.find((one) => one.id === id);
  return found === undefined ? 'Not estimated' : `${found.shown.estimate} (${found.shown.interval})`;
};

function rowOf({ measure, answer, figure }: Read): DraftCell[] {
  const title = `${answer.metric.title} by ${measure.grain}`;
  const last = figure.points.findLast(({ value }) => value !== null);
  if (answer.status === 'refused') {
    const dashes = [notApplicable, notApplicable, notApplicable, notApplicable];
    return [
      title,
      notApplicable,
      notApplicable,
      ...dashes,
      ofPaper(`${answer.reason} ${answer.advice}`),
      'Not drawn',
    ];
  }
  return [
    title,
    answer.points.before,
    answer.points.after,
    wordsCell(estimateOf(answer, 'level-change'), last),
    wordsCell(estimateOf(answer, 'slope-change'), last),
    wordsCell(estimateOf(answer, 'latest-difference'), last),
    wordsCell(capital(answer.verdictText), last),
    wordsCell(answer.reading, last),
    { link: measure.sheet, text: measure.sheet },
  ];
}

const headers = {
  observed: 'Observed',
  fitted: 'Fitted',
  course: 'Earlier course continued',
  lower: 'Course from',
  upper: 'Course to',
  adopted: 'Adopted',
} as const;

const modelled = [headers.fitted, headers.course, headers.lower, headers.upper, headers.adopted];

const formatOf = ({ series }: ModelledAdoption): string =>
  series.every(({ observed }) => observed === null || Number.isInteger(observed)) ? '#,##0' : '0.00';

function chartOf({ measure }: Read, answer: ModelledAdoption): ChartModel {
  const { title, unit } = answer.metric;
  return {
    kind: 'its',
    title: `${title} by ${measure.grain}, before and after ${formatDate(answer.adoptionDate)}`,
    alt: `Interrupted series chart of ${title.toLowerCase()} by ${measure.grain} with its earlier course continued. ${capital(answer.verdictText)}. Data in the table on this sheet.`.slice(
      0,
      250,
    ),
    categoryColumn: 'Period',
    xTitle: capital(measure.grain),
    yTitle: capital(unit),
    series: [
      { column: headers.observed, style: 'observed' },
      { column: headers.fitted, style: 'fitted' },
      { column: headers.course, style: 'counterfactual' },
      { column: headers.lower, label: 'Range of that course', style: 'band' },
      { column: headers.upper, style: 'band' },
      { column: headers.adopted, style: 'event' },
    ],
  };
}

/** The series of a measure with its model, a row a period. */
function seriesSheet(context: PackContext, read: Read, answer: ModelledAdoption): SheetDraft {
  const { measure, figure } = read;
  const first = answer.series.find(({ phase }) => phase === 'after' || phase === 'transition')?.from;
  const top = Math.max(...answer.series.flatMap(({ observed }) => observed ?? []));
  const told = new Set(figure.warnings.map(({ text: words }) => words));
  const rows = answer.series.map((point): DraftCell[] => {
    const own = figure.points.find(({ from }) => from === point.from);
    const made = (value: number | undefined): DraftCell =>
      value === undefined ? null : traced(value, 'words', own);
    return [
      point.period,
      own === undefined ? (point.observed ?? { symbol: 'x' }) : valueCell(own),
      made(point.fitted?.value),
      made(point.counterfactual?.value),
      made(point.counterfactual?.lower),
      made(point.counterfactual?.upper),
      point.from === first ? top : null,
    ];
  });
  return tableSheet({
    name: measure.sheet,
    title: `Before and after adoption: ${answer.metric.title} by ${measure.grain}`,
    lines: sheetLines(context, [figure], answer.reading, {
      more: [
        answer.robustness,
        `How it is worked out: ${answer.model.title}. ${answer.model.coding}`,
        ...answer.warnings.map(({ text: words }) => words).filter((words) => !told.has(words)),
      ].filter((words) => words !== ''),
      blanks: `Blank cells mean that no line is drawn there: outside the model, or before adoption. The column Adopted marks the first ${measure.grain} after it.`,
    }),
    columns: [
      text('Period'),
      { header: headers.observed, type: 'number', format: formatOf(answer) },
      ...modelled.map((header): ColumnModel => ({ header, type: 'number', format: '0.00' })),
    ],
    rows,
    charts: [chartOf(read, answer)],
    missing: missingSentence(context, 'trends', [figure]),
  });
}

async function build(context: PackContext): Promise<SheetDraft[]> {
  const read = await readAll(context);
  const figures = read.map(({ figure }) => figure);
  const { adoptionDate } = context.settings;
  const when = adoptionDate === null ? 'date not set' : formatDate(adoptionDate);
  const summary = tableSheet({
    name: 'Adoption',
    title: `Before and after adoption (${when}), up to ${formatDate(context.span.period.to)}`,
    lines: sheetLines(context, figures, description),
    columns: [
      text('Measure', 28),
      count('Points before'),
      count('Points after'),
      text('Change of level (95 per cent range)', 24),
      text('Change of slope (95 per cent range)', 24),
      text('Latest, against the earlier course', 24),
      text('Verdict', 24),
      text('What can be said', 60),
      text('Series on sheet'),
    ],
    rows: read.map(rowOf),
    missing: missingSentence(context, 'trends', figures),
  });
  const series = read.flatMap((one) =>
    one.answer.status === 'modelled' ? [seriesSheet(context, one, one.answer)] : [],
  );
  return [summary, ...series];
}

export const adoption: PackSheet = {
  id: 'Adoption',
  title: 'Before and after adoption',
  definition:
    'Three measures before and after adoption with what can be said of them, and the series behind each model.',
  build,
};
