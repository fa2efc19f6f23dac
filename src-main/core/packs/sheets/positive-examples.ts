// Owns the sheets Positive_examples and Positive_returns: what went well, and who was asked and had nothing.
// The rule: a nil return is an answer, and silence is neither an answer nor a nil return.
import { askTwoPeriods, pointOf, type TwoPeriods, valuesOf } from './asking.ts';
import { changeCell, valueCell } from './cells.ts';
import type { DraftCell, SheetDraft } from './draft.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackSheet } from './sheet.ts';
import { count, tableSheet, text } from './table-sheet.ts';

const cuts = [
  ['Kind', 'type'],
  ['Behaviour shown', 'behaviour'],
  ['How far it got', 'route'],
] as const;

const rowOf = (by: string, what: string, { now, before }: TwoPeriods, group: string | null): DraftCell[] => [
  by,
  what,
  valueCell(pointOf(now, group)),
  valueCell(pointOf(before, group)),
  changeCell(pointOf(now, group), pointOf(before, group)),
];

async function examples(context: PackContext): Promise<SheetDraft> {
  const whole = await askTwoPeriods(context, 'positive-examples');
  const rows: DraftCell[][] = [];
  for (const [title, split] of cuts) {
    const asked = await askTwoPeriods(context, 'positive-examples', { split });
    rows.push(...valuesOf(asked.now).map((group) => rowOf(title, group, asked, group)));
  }
  const { period, previous } = context.span;
  return tableSheet({
    name: 'Positive_examples',
    title: `Positive examples, ${period.title}`,
    lines: sheetLines(
      context,
      whole.figures,
      'Examples of members and officers working well together, as Assistant Directors put them forward. What was learned and what changed is not imported; the sheet Lessons tells of the actions that came of it. Who was asked and had none stands on the sheet Positive_returns.',
    ),
    columns: [
      text('By', 20),
      text('Examples of', 30),
      count('Examples'),
      count(`Examples in ${previous.title}`),
      text('Change'),
    ],
    rows:
      pointOf(whole.now, null) === undefined ? [] : [...rows, rowOf('All', 'Total examples', whole, null)],
    missing: missingSentence(context, 'positive', whole.figures),
  });
}

export const positiveExamples: PackSheet = {
  id: 'Positive_examples',
  title: 'Positive examples',
  definition: 'Examples of success by kind, by behaviour and by how far each got on its way.',
  build: examples,
};

const answers = ['Examples', 'Nil return', 'Nothing returned'] as const;

async function returns(context: PackContext): Promise<SheetDraft> {
  const whole = await askTwoPeriods(context, 'positive-returns', { split: 'return' });
  const divided = await askTwoPeriods(context, 'positive-returns', { split: 'directorate-return' });
  const rows = valuesOf(divided.now).map((directorate): DraftCell[] => [
    directorate,
    ...answers.map((answer) => valueCell(pointOf(divided.now, directorate, answer))),
  ]);
  const total = ['Total', ...answers.map((answer) => valueCell(pointOf(whole.now, answer)))];
  return tableSheet({
    name: 'Positive_returns',
    title: `Returns of positive examples by directorate, ${context.span.period.title}`,
    lines: sheetLines(
      context,
      whole.figures,
      'For each directorate the quarters in which it sent examples, said that it had none, or sent nothing at all.',
    ),
    columns: [
      text('Directorate', 30),
      count('Quarters with examples'),
      count('Quarters with a nil return'),
      count('Quarters with nothing returned'),
    ],
    rows: rows.length === 0 ? [] : [...rows, total],
    missing: missingSentence(context, 'positive', whole.figures),
  });
}

export const positiveReturns: PackSheet = {
  id: 'Positive_returns',
  title: 'Returns of positive examples',
  definition: 'For each directorate, quarters with examples, with a nil return and with nothing returned.',
  build: returns,
};
