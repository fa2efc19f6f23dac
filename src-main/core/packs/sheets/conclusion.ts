// Owns the sheet Conclusion: what the Annual Governance Statement says of this, as far as it is recorded.
// The rule: an opinion is Council's; without its sign-off there is none.
import { stateOf } from './action-rows.ts';
import { partsOf } from './ags-judgement.ts';
import type { DraftCell } from './draft.ts';
import { yearOf } from './pack-year.ts';
import type { PackContext, PackSheet } from './sheet.ts';
import { notKnown, tableSheet, text } from './table-sheet.ts';

async function rowsOf(context: PackContext): Promise<DraftCell[][]> {
  const { records, span, front } = context;
  const { record, screened } = await records.judgement(yearOf(context));
  const effect = record.answers.find(({ question }) => question === 'effectiveness');
  const council = record.signOffs.find(({ stage, stands }) => stage === 'council' && stands);
  const hidden =
    context.circulation === 'public' &&
    screened.some(({ of }) => of === `effectiveness-${effect?.current?.version}`);
  const opinion: DraftCell[] =
    council === undefined || !effect?.current
      ? [notKnown]
      : hidden
        ? [{ symbol: 'c' }]
        : partsOf(effect.current.words);
  const actions = await records.actions(span.period.to);
  const late = actions.filter((action) => stateOf(action, span.period.to).startsWith('Overdue'));
  const issues =
    actions.length === 0
      ? notKnown
      : `${late.length} ${late.length === 1 ? 'action is' : 'actions are'} overdue at the end of the period: see Action_plan. Which issues are significant is for the committee to say.`;
  return [
    [
      'Review scope',
      `How members and officers worked together under the Protocol in ${span.period.title}: the sheets of this pack, from the files on Method_and_quality.`,
    ],
    ['Where the judgement stands', record.reading],
    ...opinion.map((words, index): DraftCell[] => [
      index === 0 ? 'Opinion of Council' : 'Opinion, continued',
      words,
    ]),
    ['Significant issues', issues],
    ['What was not heard', record.notHeard.reading],
    ['Commitment for the coming year', notKnown],
    ['Report owner', front.owner],
    [
      'Who signs',
      'The Leader and the Chief Executive sign the Annual Governance Statement; nobody signs here.',
    ],
  ];
}

export const conclusion: PackSheet = {
  id: 'Conclusion',
  title: 'Conclusion',
  definition: 'Scope, where the judgement stands, the opinion once Council has signed it, and issues.',
  build: async (context) =>
    tableSheet({
      name: 'Conclusion',
      title: `Conclusion for the Annual Governance Statement, ${yearOf(context)}`,
      lines: [
        'What the statement needs to say of this Protocol, as far as it is recorded. What is not available has not been recorded: an opinion is Council’s, and the commitment is the council’s own.',
      ],
      columns: [text('Field', 32), text('Text', 60)],
      rows: await rowsOf(context),
      missing: '',
    }),
};
