// Owns the sheet Sanctions_and_learning: how many cases ended with a sanction, support or training.
// The rule: sanction and support are counted side by side, and neither is a good or a bad number.
import { askTwoPeriods, notRecorded, pointOf, type TwoPeriods, valuesOf } from './asking.ts';
import { changeCell, valueCell } from './cells.ts';
import type { DraftCell, SheetDraft } from './draft.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackFigure, PackSheet } from './sheet.ts';
import { count, notApplicable, percent, tableSheet, text } from './table-sheet.ts';

const description =
  'Cases received in the period by whether a sanction, support or both are recorded, each kind of sanction and support, and the places on courses that follow from a case. A case may have several. The share counts cases with a sanction (or support), alone or with the other, of closed cases in files that record them at all. Whether a sanction was complied with is not in the log that is imported.';

interface Part {
  readonly rows: DraftCell[][];
  readonly figures: readonly PackFigure[];
}

const line = (
  kind: string,
  what: string,
  asked: TwoPeriods,
  group: string | null,
  share?: TwoPeriods,
): DraftCell[] => {
  const now = pointOf(asked.now, group);
  const before = pointOf(asked.before, group);
  return [
    kind,
    what,
    valueCell(now),
    share === undefined ? notApplicable : valueCell(pointOf(share.now, null)),
    valueCell(before),
    changeCell(now, before),
  ];
};

/** Closed cases by whether there was a sanction or support, with the shares of the two. */
async function overall(context: PackContext): Promise<Part> {
  const measures = await askTwoPeriods(context, 'incidents', { split: 'measures' });
  const sanctions = await askTwoPeriods(context, 'incident-sanctions');
  const support = await askTwoPeriods(context, 'incident-support');
  const shares: Readonly<Record<string, TwoPeriods>> = { Sanction: sanctions, Support: support };
  const names: Readonly<Record<string, string>> = {
    Open: 'Still open',
    Sanction: 'Sanction alone',
    Support: 'Support alone',
  };
  return {
    rows: valuesOf(measures.now).map((group) =>
      line('Sanction or support', names[group] ?? group, measures, group, shares[group]),
    ),
    figures: [...measures.figures, ...sanctions.figures, ...support.figures],
  };
}

/** Cases by each kind of sanction, or of support. */
async function kinds(context: PackContext, split: 'sanction' | 'support'): Promise<Part> {
  const asked = await askTwoPeriods(context, 'incidents', { split });
  const named = valuesOf(asked.now).filter((group) => group !== notRecorded && !group.startsWith('No '));
  const kind = split === 'sanction' ? 'Kind of sanction' : 'Kind of support';
  return { rows: named.map((group) => line(kind, group, asked, group)), figures: asked.figures };
}

/** Places on courses that follow from a case. */
async function training(context: PackContext): Promise<Part> {
  const whole = await askTwoPeriods(context, 'training-from-cases');
  const states = await askTwoPeriods(context, 'training-from-cases', { split: 'state' });
  if (whole.now.length === 0) return { rows: [], figures: [] };
  const kind = 'Training that follows from a case';
  return {
    rows: [
      ...valuesOf(states.now).map((group) => line(kind, group, states, group)),
      line(kind, 'All places', whole, null),
    ],
    figures: whole.figures,
  };
}

async function build(context: PackContext): Promise<SheetDraft> {
  const parts = [
    await overall(context),
    await kinds(context, 'sanction'),
    await kinds(context, 'support'),
    await training(context),
  ];
  const figures = parts.flatMap((part) => part.figures);
  const { period, previous } = context.span;
  return tableSheet({
    name: 'Sanctions_and_learning',
    title: `Sanctions, support and training, ${period.title}`,
    lines: sheetLines(context, figures, description, {
      more: ['The sheet Lessons tells what was agreed and whether it held.'],
    }),
    columns: [
      text('Group', 24),
      text('Sanction, support or training', 26),
      count('Number'),
      percent('With it, of closed cases (per cent)'),
      count(`Number in ${previous.title}`),
      text('Change'),
    ],
    rows: parts.flatMap(({ rows }) => rows),
    missing: missingSentence(context, 'cases', figures),
  });
}

export const sanctionsAndLearning: PackSheet = {
  id: 'Sanctions_and_learning',
  title: 'Sanctions, support and training',
  definition: 'Cases by sanction and support, the kinds of each, and training that follows from a case.',
  build,
};
