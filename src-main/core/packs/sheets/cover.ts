// Owns the sheet Cover: what the pack is, for whom, on what terms.
import { formatDate } from '#shared/calendar.ts';
import { releasedCell } from '../released.ts';
import type { PackContext, PackSheet } from './sheet.ts';

const toBeSet = 'To be set';
const day = (date: string | null): string => (date === null ? toBeSet : formatDate(date));

/** "Public: no exempt part", or the paragraphs that it is exempt under. */
function standing({ circulation, front, edition }: PackContext): string[][] {
  if (circulation === 'public') {
    const twin = edition.circulations.includes('exempt');
    return [['Public or exempt', twin ? 'Public: an exempt twin is made apart' : 'Public: no exempt part']];
  }
  const several = front.paragraphs.length > 1 ? 's' : '';
  const list = front.paragraphs.join(' and ') || toBeSet.toLowerCase();
  return [
    [
      'Public or exempt',
      `Exempt: paragraph${several} ${list} of Part 1 of Schedule 12A to the Local Government Act 1972`,
    ],
    ['Public interest', front.publicInterest ?? toBeSet],
  ];
}

/** Which issue it takes the place of, where there was one. */
const replacedRows = ({ replaces }: PackContext): string[][] =>
  replaces === null
    ? []
    : [
        [
          'Takes the place of',
          `Issue ${replaces.issue}, released ${formatDate(replaces.releasedAt.slice(0, 10))}`,
        ],
      ];

function rowsOf(context: PackContext): string[][] {
  const { settings, span, front, version } = context;
  const { title, from, to } = span.period;
  return [
    ['Council', settings.council],
    ['Committee', context.edition.committee],
    ['Meeting date', day(front.meetingDate)],
    ['Agenda item', front.agendaItem ?? toBeSet],
    ['Decision sought', front.decision],
    ['Period', `${title}: ${formatDate(from)} to ${formatDate(to)}`],
    ['Report owner', front.owner],
    ['Contact', front.contact ?? toBeSet],
    ['Marking', context.marking],
    ...standing(context),
    ['Version', version],
    ['Released', releasedCell(context.releasedAt)],
    ...replacedRows(context),
    ['Reference', context.reference],
    ['Figures as at', formatDate(context.asAt.slice(0, 10))],
    [
      'Small numbers',
      `Split counts of 1 to ${settings.smallCount - 1}, survey results from fewer than ${settings.minimumBase} answers, and numbers that would reveal them are hidden.`,
    ],
    [
      'Protocol adopted',
      settings.adoptionDate === null
        ? 'Not yet adopted, or the date is not set'
        : formatDate(settings.adoptionDate),
    ],
    ['Next update', day(front.nextUpdate)],
  ];
}

export const cover: PackSheet = {
  id: 'Cover',
  title: 'Cover',
  definition: 'Council, committee, period, owner, marking, version and how small numbers are protected.',
  build: async (context) => ({
    name: 'Cover',
    kind: 'cover',
    title: `${context.edition.title}, ${context.span.period.title}`,
    lines: [
      `This workbook reports to the ${context.edition.committee} of ${context.settings.council} on how members and officers work together.`,
    ],
    table: {
      name: 'cover_details',
      columns: [
        { header: 'Item', type: 'text', width: 32 },
        { header: 'Detail', type: 'text', width: 60 },
      ],
      rows: rowsOf(context),
    },
    charts: [],
  }),
};
