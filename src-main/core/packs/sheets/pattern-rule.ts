// Owns the sheet Pattern_rule: how many people the rule on repeated informal intervention flags.
// The rule: the one number that the Monitoring Officer released; nobody, and no case, stands behind it here.
import { formatDate } from '#shared/calendar.ts';
import type { DraftCell, SheetDraft } from './draft.ts';
import type { PackContext, PackSheet } from './sheet.ts';
import { count, day, tableSheet, text } from './table-sheet.ts';

async function build({ records, span }: PackContext): Promise<SheetDraft> {
  const published = await records.patternCount();
  const shown = published?.shown ?? '';
  const people: DraftCell = /^\d+$/.test(shown) ? Number(shown) : { symbol: 'c' };
  return tableSheet({
    name: 'Pattern_rule',
    title: `Repeated informal intervention, up to ${formatDate(span.period.to)}`,
    lines: [
      'Section VIII of the Protocol: a pattern of repeated informal intervention may lead to formal steps. The number of interventions and the months are the Monitoring Officer’s own rule; a person decides on each. The count is the last that the Monitoring Officer released.',
    ],
    columns: [
      text('Rule', 50),
      count('People whom the rule flags'),
      day('Released on'),
      text('Released by (role)'),
    ],
    rows:
      published === null
        ? []
        : [
            [
              `${published.interventions} informal interventions or more in ${published.months} months`,
              people,
              { date: published.publishedAt.slice(0, 10) },
              'Monitoring Officer',
            ],
          ],
    missing:
      'The Monitoring Officer has set no such rule in this workspace, or has released no count of it, so nothing stands here.',
  });
}

export const patternRule: PackSheet = {
  id: 'Pattern_rule',
  title: 'Repeated informal intervention',
  definition: 'The count of the cumulative rule that the Monitoring Officer released last.',
  build,
};
