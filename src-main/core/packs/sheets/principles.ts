// Owns the sheet Principles_A_to_G: what the Protocol supplies to each principle of good governance.
// The rule: evidence is what the register, the figures and the records say; the rating is the committee's.
import type { MechanismId } from '#shared/vocabulary/mechanisms.ts';
import { askTwoPeriods, pointOf } from './asking.ts';
import { wordsCell } from './cells.ts';
import type { DraftCell } from './draft.ts';
import { gapOf } from './mechanism-gaps.ts';
import { yearOf } from './pack-year.ts';
import type { PackContext, PackSheet } from './sheet.ts';
import { day, dayCell, notKnown, tableSheet, text } from './table-sheet.ts';

/** The principles of the framework of CIPFA and Solace (2016), in short. */
const principles = {
  A: 'A. Integrity, ethical values and the rule of law',
  B: 'B. Openness and engagement',
  C: 'C. Outcomes that last',
  D: 'D. Interventions that achieve them',
  E: 'E. Capacity, leadership and people',
  F: 'F. Risk, performance and control',
  G: 'G. Transparency, reporting and audit',
} as const;

interface Arrangement {
  readonly principle: keyof typeof principles;
  readonly sub: string;
  readonly arrangement: string;
  readonly line: 'First' | 'Second' | 'Third' | 'External';
  /** What tells of it. */
  readonly by:
    | { readonly mechanism: MechanismId }
    | { readonly metric: string }
    | { readonly record: 'actions' | 'health' | 'judgement' }
    | { readonly gap: string };
}

const arrangements: readonly Arrangement[] = [
  {
    principle: 'A',
    sub: 'Behaving with integrity',
    arrangement: 'The seven behaviours of section IV, asked about in surveys',
    line: 'First',
    by: { mechanism: 'surveys' },
  },
  {
    principle: 'A',
    sub: 'Commitment to ethical values',
    arrangement: 'Training on the Protocol, the codes and induction',
    line: 'First',
    by: { metric: 'training-completed' },
  },
  {
    principle: 'A',
    sub: 'Respect for the rule of law',
    arrangement: 'Incidents recorded, resolved and decided under sections VII and VIII',
    line: 'Second',
    by: { mechanism: 'incident-reports' },
  },
  {
    principle: 'B',
    sub: 'Openness',
    arrangement: 'Focus groups and interviews with both sides',
    line: 'Second',
    by: { mechanism: 'focus-groups' },
  },
  {
    principle: 'B',
    sub: 'Engagement',
    arrangement: 'Workshops of members and officers',
    line: 'Second',
    by: { mechanism: 'workshops' },
  },
  {
    principle: 'C',
    sub: 'Sustainable outcomes',
    arrangement: 'None in the Protocol',
    line: 'First',
    by: { gap: 'Outside the Protocol: other arrangements of the council speak to it' },
  },
  {
    principle: 'D',
    sub: 'Planning and improving',
    arrangement: 'Lessons turned into actions, and looked at again',
    line: 'First',
    by: { record: 'actions' },
  },
  {
    principle: 'E',
    sub: 'Developing capacity',
    arrangement: 'Induction within the days set',
    line: 'First',
    by: { metric: 'induction-in-time' },
  },
  {
    principle: 'E',
    sub: 'Leadership',
    arrangement: 'Positive examples put forward by Assistant Directors',
    line: 'First',
    by: { metric: 'positive-examples' },
  },
  {
    principle: 'F',
    sub: 'Constructive challenge',
    arrangement: 'Observation of meetings',
    line: 'Second',
    by: { mechanism: 'observation' },
  },
  {
    principle: 'F',
    sub: 'Managing performance',
    arrangement: 'Sickness and turnover followed as proxies',
    line: 'Second',
    by: { mechanism: 'performance-metrics' },
  },
  {
    principle: 'F',
    sub: 'Managing data',
    arrangement: 'The health of each source of data',
    line: 'Second',
    by: { record: 'health' },
  },
  {
    principle: 'G',
    sub: 'Reporting',
    arrangement: 'Council’s yearly judgement of effectiveness',
    line: 'Second',
    by: { record: 'judgement' },
  },
  {
    principle: 'G',
    sub: 'Assurance',
    arrangement: 'Internal audit of the mechanisms',
    line: 'Third',
    by: { gap: 'Reports of internal audit are not imported' },
  },
];

type Told = readonly [evidence: DraftCell, date: DraftCell, gap: string];
const noEvidence = 'None in this workspace';

async function ofMetric(context: PackContext, metric: string): Promise<Told> {
  const { figures, now } = await askTwoPeriods(context, metric);
  const point = pointOf(now, null);
  if (point === undefined)
    return [noEvidence, notKnown, 'What would show it is not imported for this period'];
  return [wordsCell(figures[0]?.reading ?? '', point), { date: point.to }, 'None that the figure tells'];
}

async function ofRecord(
  { records, span }: PackContext,
  record: 'actions' | 'health' | 'judgement',
): Promise<Told> {
  if (record === 'actions') {
    const raised = (await records.actions(span.period.to)).flatMap((action) => action.raised ?? []).sort();
    if (raised.length === 0) return [noEvidence, notKnown, 'No register of lessons and actions is imported'];
    return [
      'The sheets Action_plan and Prior_year_actions',
      dayCell(raised.at(-1)),
      'Overdue actions stand on Action_plan',
    ];
  }
  if (record === 'health') {
    const { reading, sources, asAt } = await records.health();
    if (sources.length === 0) return [noEvidence, notKnown, 'No data is imported'];
    return [reading, { date: asAt }, 'Sources to take care with stand on Assurance_map'];
  }
  const { record: judged } = await records.judgement(yearOf({ span }));
  const signed = judged.signOffs.filter(({ stands }) => stands).map(({ date }) => date);
  return [judged.reading, dayCell(signed.sort().at(-1)), judged.next?.text ?? 'None: Council has signed'];
}

async function toldOf(context: PackContext, { by }: Arrangement): Promise<Told> {
  if ('gap' in by) return ['None', notKnown, by.gap];
  if ('metric' in by) return ofMetric(context, by.metric);
  if ('record' in by) return ofRecord(context, by.record);
  const { mechanisms } = await context.records.mechanisms();
  const found = mechanisms.find(({ mechanism }) => mechanism === by.mechanism);
  return found === undefined
    ? [noEvidence, notKnown, 'Not in the register']
    : [found.reading, dayCell(found.lastEvidence), gapOf(found)];
}

export const principlesSheet: PackSheet = {
  id: 'Principles_A_to_G',
  title: 'Principles A to G',
  definition:
    'What the Protocol supplies to each principle of good governance, with evidence and gaps, unrated.',
  build: async (context) => {
    const rows: DraftCell[][] = [];
    for (const one of arrangements) {
      const told = await toldOf(context, one);
      rows.push([
        principles[one.principle],
        one.sub,
        one.arrangement,
        told[0],
        told[1],
        one.line,
        notKnown,
        told[2],
      ]);
    }
    return tableSheet({
      name: 'Principles_A_to_G',
      title: `Principles of good governance and what the Protocol supplies, ${context.span.period.title}`,
      lines: [
        'One row for each arrangement that the Protocol supplies to the seven principles of the framework of CIPFA and Solace, with the latest evidence in this workspace. Line is the line of assurance.',
        'Rating is not available: nobody has recorded one here, and Candour works none out. Left out for the same reason: last year’s rating and its direction. Actions stand on the sheet Action_plan.',
        'Source: the register of mechanisms, the figures and the records of this workspace.',
      ],
      columns: [
        text('Principle', 24),
        text('Sub-principle', 20),
        text('Arrangement', 32),
        text('Evidence', 44),
        day('Evidence date'),
        text('Line'),
        text('Rating'),
        text('Gap', 34),
      ],
      rows,
      missing: '',
    });
  },
};
