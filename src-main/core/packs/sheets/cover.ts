// Owns the sheet Cover: what the pack is, for whom, on what terms.
import { formatDate } from '#shared/calendar.ts';
import type { PackSheet } from './sheet.ts';

export const cover: PackSheet = {
  id: 'Cover',
  title: 'Cover',
  definition: 'Council, committee, period, owner, marking, version and how small numbers are protected.',
  build: async (context) => {
    const { council, adoptionDate, minimumBase } = context.settings;
    const { title, from, to } = context.span.period;
    const published = context.profile === 'published';
    return {
      name: 'Cover',
      kind: 'cover',
      title: `${context.title}, ${title}`,
      lines: [
        `This workbook reports to the ${context.committee} of ${council} on cases, surveys and trends in how members and officers work together.`,
      ],
      table: {
        name: 'cover_details',
        columns: [
          { header: 'Item', type: 'text', width: 32 },
          { header: 'Detail', type: 'text', width: 60 },
        ],
        rows: [
          ['Council', council],
          ['Committee', context.committee],
          ['Meeting date and agenda item', 'To be set'],
          ['Decision sought', 'To note the report'],
          ['Period', `${title}: ${formatDate(from)} to ${formatDate(to)}`],
          ['Report owner', 'Monitoring Officer'],
          ['Contact', 'To be set'],
          ['Marking', context.marking],
          [
            'Public or exempt',
            published ? 'Public: no exempt part' : 'To be set, with the Schedule 12A paragraph if exempt',
          ],
          ['Version', 'Draft 1'],
          ['Reference', context.reference],
          ['Generated', formatDate(context.builtAt.slice(0, 10))],
          [
            'Small numbers',
            `Split counts of 1 to 4, survey results from fewer than ${minimumBase} answers, and numbers that would reveal them are hidden.`,
          ],
          [
            'Protocol adopted',
            adoptionDate === null ? 'Not yet adopted, or the date is not set' : formatDate(adoptionDate),
          ],
          ['Next update', 'To be set'],
        ],
      },
      charts: [],
    };
  },
};
