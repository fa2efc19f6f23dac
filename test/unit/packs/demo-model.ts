// Builds a workbook like the Standards Committee's, with invented figures: every kind of sheet, cell and chart.
import type { Cell, SheetModel, WorkbookModel } from '#core/packs/model.ts';

const hidden: Cell = { symbol: 'c' };
const none: Cell = { symbol: 'z' };
const quarters = Array.from({ length: 24 }, (_, i) => {
  const start = 2019 + Math.floor(i / 4);
  return `${start}/${String(start + 1).slice(2)} Q${(i % 4) + 1}`;
});
const perHundred = [
  4.1, 3.8, 4.6, 4.3, 3.9, 4.4, 4.0, 4.7, 4.2, 3.7, 4.5, 4.1, 6.9, 4.4, 4.0, 3.6, 3.3, 3.1, 2.9, 3.2, 3.0,
  2.8, 3.1, 2.7,
];

const cover = (): SheetModel => ({
  name: 'Cover',
  kind: 'cover',
  title: 'Standards Committee pack, Quarter 4 of 2024/25',
  lines: ['This workbook reports on conduct, complaints and working relationships at Exampleshire Council.'],
  table: {
    name: 'cover_details',
    columns: [
      { header: 'Item', type: 'text', width: 28 },
      { header: 'Detail', type: 'text', width: 60 },
    ],
    rows: [
      ['Council', 'Exampleshire Council'],
      ['Committee', 'Standards Committee'],
      ['Meeting date', '12 June 2025'],
      ['Decision sought', 'To note the report'],
      ['Period', '1 April 2019 to 31 March 2025'],
      ['Report owner', 'Monitoring Officer'],
      ['Contact', 'standards@exampleshire.example'],
      ['Marking', 'OFFICIAL'],
      ['Reference', 'STD-2025-06'],
      [
        'Suppression',
        'Counts from 1 to 4 and survey results from fewer than 10 people are hidden and shown as [c]; a second figure is hidden where the first could be worked out.',
      ],
      ['Next update', 'September 2025'],
    ],
  },
  charts: [],
});

const summary = (): SheetModel => ({
  name: 'Summary',
  kind: 'summary',
  title: 'Summary of findings',
  lines: ['Each row is one finding, with its base and the sheet that holds the figures.', 'Source: Candour.'],
  table: {
    name: 'summary_of_findings',
    columns: [
      { header: 'Ref', type: 'text' },
      { header: 'Finding', type: 'text', width: 50 },
      { header: 'Figure', type: 'number', format: '#,##0.0' },
      { header: 'Compared with', type: 'text' },
      { header: 'Direction', type: 'text' },
      { header: 'Confidence', type: 'text' },
      { header: 'Sheet', type: 'text' },
    ],
    rows: [
      [
        'F1',
        'Complaints per 100 councillors fell and stayed below the earlier mean for eight quarters.',
        2.7,
        'Mean of 4.2 before 2023/24',
        'Falling',
        '24 quarters, complete',
        { link: 'Trends_SPC', text: 'Trends_SPC' },
      ],
      [
        'F2',
        'Officers who can frequently challenge without fear: 58 per cent.',
        58,
        '49 per cent in 2023',
        'Rising',
        '112 of 190 officers',
        { link: 'Culture_survey', text: 'Culture_survey' },
      ],
      [
        'F3',
        'Complaints about parish councillors: too few to show.',
        hidden,
        'No earlier figure',
        'Not judged',
        'Hidden',
        { link: 'Complaints_by_period', text: 'Complaints_by_period' },
      ],
    ],
  },
  charts: [],
});

const complaints = (): SheetModel => ({
  name: 'Complaints_by_period',
  kind: 'data',
  title: 'Complaints received by financial year and tier',
  lines: [
    'Complaints under the code of conduct, counted in the year they were received [note 1].',
    'Source: complaints register of the Monitoring Officer.',
  ],
  table: {
    name: 'complaints_by_period',
    columns: [
      { header: 'Period', type: 'text' },
      { header: 'Received', type: 'number' },
      { header: 'About principal councillors', type: 'number' },
      { header: 'About parish or town councillors', type: 'number' },
      { header: 'First received', type: 'date' },
      { header: 'Closed', type: 'number' },
      { header: 'Notes', type: 'text' },
    ],
    rows: [
      ['2019/20', 31, 12, 19, { date: '2019-07-01' }, 28, 'No notes'],
      ['2020/21', 27, 9, 18, { date: '2020-04-09' }, 25, 'Meetings were remote'],
      ['2021/22', 38, 15, 23, { date: '2021-10-31' }, 33, 'No notes'],
      ['2022/23', 44, hidden, hidden, { date: '2022-03-27' }, 40, 'Split hidden because one tier is small'],
      ['2023/24', 29, 11, 18, { date: '2023-06-30' }, 30, '[note 2]'],
      ['2024/25', 22, 8, 14, { date: '2024-12-31' }, 21, 'No notes'],
    ],
  },
  charts: [
    {
      kind: 'column',
      title:
        'Complaints about parish and town councillors outnumber those about principal councillors in every year shown',
      alt: 'Column chart of complaints received by tier, 2019/20 to 2024/25. Parish and town complaints are higher each year; 2022/23 is hidden. Data in the table on this sheet.',
      categoryColumn: 'Period',
      xTitle: 'Financial year',
      yTitle: 'Complaints received',
      series: [{ column: 'About principal councillors' }, { column: 'About parish or town councillors' }],
    },
    {
      kind: 'line',
      title: 'Closures kept pace with complaints received',
      alt: 'Line chart of complaints received and closed, 2019/20 to 2024/25. Both rise to 2022/23 and then fall. Data in the table on this sheet.',
      categoryColumn: 'Period',
      xTitle: 'Financial year',
      yTitle: 'Complaints',
      series: [{ column: 'Received' }, { column: 'Closed' }],
    },
  ],
});

const trends = (): SheetModel => ({
  name: 'Trends_SPC',
  kind: 'data',
  title: 'Complaints per 100 councillors by quarter',
  lines: [
    'An XmR chart: the mean and limits come from the first 12 quarters.',
    'Blank cells mean that the quarter shows no special cause.',
    'Source: complaints register; register of councillors.',
  ],
  table: {
    name: 'complaints_per_100_councillors',
    columns: [
      { header: 'Period', type: 'text' },
      { header: 'Rate', type: 'number', format: '0.0' },
      { header: 'Mean', type: 'number', format: '0.00' },
      { header: 'Lower limit', type: 'number', format: '0.00' },
      { header: 'Upper limit', type: 'number', format: '0.00' },
      { header: 'Special cause, improving', type: 'number', format: '0.0' },
      { header: 'Special cause, concerning', type: 'number', format: '0.0' },
    ],
    rows: quarters.map((quarter, i) => {
      const value = perHundred[i] ?? 0;
      if (i === 6) return [quarter, hidden, 4.19, 2.78, 5.6, null, null];
      return [quarter, value, 4.19, 2.78, 5.6, i >= 16 ? value : null, value > 5.6 ? value : null];
    }),
  },
  charts: [
    {
      kind: 'xmr',
      title: 'The complaint rate has been below its earlier mean since 2023/24',
      alt: 'XmR control chart of complaints per 100 councillors, 24 quarters from 2019/20. One quarter above the limit, then eight below the mean: improving. Data in the table on this sheet.',
      categoryColumn: 'Period',
      xTitle: 'Quarter',
      yTitle: 'Complaints per 100 councillors',
      series: [
        { column: 'Rate', style: 'value' },
        { column: 'Mean', style: 'mean' },
        { column: 'Lower limit', style: 'limit' },
        { column: 'Upper limit', style: 'limit' },
        { column: 'Special cause, improving', style: 'signal-improving' },
        { column: 'Special cause, concerning', style: 'signal-concerning' },
      ],
    },
  ],
});

const survey = (): SheetModel => ({
  name: 'Culture_survey',
  kind: 'data',
  title: 'How often working relationships are as the Protocol describes',
  lines: [
    'Answers of officers and councillors in the 2025 wave, per cent of those who answered.',
    'Source: Protocol survey, spring 2025.',
  ],
  table: {
    name: 'culture_survey_2025',
    columns: [
      { header: 'Question and group', type: 'text', width: 38 },
      { header: 'Base (people)', type: 'number' },
      { header: 'Frequently (per cent)', type: 'number', format: '0' },
      { header: 'Sometimes (per cent)', type: 'number', format: '0' },
      { header: 'Never (per cent)', type: 'number', format: '0' },
    ],
    rows: [
      ['I can challenge without fear: officers', 112, 58, 33, 9],
      ['I can challenge without fear: councillors', 31, 71, 26, 3],
      ['Advice is heard: officers', 112, 49, 39, 12],
      ['Advice is heard: councillors', 31, 65, 29, 6],
      ['Meetings are courteous: officers', 110, 62, 30, 8],
      ['Meetings are courteous: councillors', 30, 57, 33, 10],
      ['Roles are clear: officers', 111, 44, 41, 15],
      ['Roles are clear: co-opted members', hidden, hidden, hidden, hidden],
    ],
  },
  charts: [
    {
      kind: 'stacked-bar',
      title: 'Most people say that relationships are frequently as the Protocol describes',
      alt: 'Stacked bar chart of answers by question and group, spring 2025. Frequently is the largest share in each row; co-opted members are hidden. Data in the table on this sheet.',
      categoryColumn: 'Question and group',
      xTitle: 'Question and group',
      yTitle: 'Per cent of those who answered',
      series: [
        { column: 'Frequently (per cent)', style: 'favourable' },
        { column: 'Sometimes (per cent)', style: 'neutral' },
        { column: 'Never (per cent)', style: 'unfavourable' },
      ],
    },
  ],
});

const incidents = (): SheetModel => ({
  name: 'Incidents',
  kind: 'data',
  title: 'Incidents reported by category',
  lines: ['Incidents reported by officers about the conduct of councillors.', 'Source: incident log.'],
  missing: 'No incident log has been loaded. An incident import would supply it.',
  table: {
    name: 'incidents_by_category',
    columns: [
      { header: 'Category', type: 'text' },
      { header: 'Incidents', type: 'number' },
      { header: 'Per 100 officers', type: 'number', format: '0.0' },
    ],
    rows: [],
  },
  charts: [
    {
      kind: 'stacked-column',
      title: 'Incidents by category',
      alt: 'Stacked column chart of incidents by category. Data in the table on this sheet.',
      categoryColumn: 'Category',
      xTitle: 'Category',
      yTitle: 'Incidents',
      series: [{ column: 'Incidents' }],
    },
  ],
});

const notes = (): SheetModel => ({
  name: 'Notes',
  kind: 'notes',
  title: 'Notes',
  lines: ['Each note is marked in the workbook as a number in square brackets.'],
  table: {
    name: 'notes_to_the_tables',
    columns: [
      { header: 'Note number', type: 'text' },
      { header: 'Note text', type: 'text', width: 60 },
    ],
    rows: [
      ['note 1', 'A complaint about several councillors is one complaint with several subject members.'],
      ['note 2', 'The register moved to a new system in October 2023; the definition did not change.'],
    ],
  },
  charts: [],
});

const method = (): SheetModel => ({
  name: 'Method_and_quality',
  kind: 'method',
  title: 'Method and quality',
  lines: ['One row for each file that was read. Rows used and rows rejected add up to rows read.'],
  table: {
    name: 'method_and_quality',
    columns: [
      { header: 'Dataset', type: 'text' },
      { header: 'Source file', type: 'text' },
      { header: 'Rows read', type: 'number' },
      { header: 'Rows used', type: 'number' },
      { header: 'Rows rejected', type: 'number' },
      { header: 'SHA-256', type: 'text', width: 40 },
      { header: 'Known gaps', type: 'text', width: 40 },
    ],
    rows: [
      [
        'Complaints',
        'register-2025.csv',
        191,
        190,
        1,
        '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        none,
      ],
      [
        'Survey',
        'protocol-spring-2025.csv',
        1_241,
        1_241,
        0,
        '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
        'Co-opted members answered in small numbers',
      ],
    ],
  },
  charts: [],
});

/** The demo workbook without its Contents sheet, which the writer adds. */
export const demoModel = (profile: WorkbookModel['profile'] = 'published'): WorkbookModel => ({
  title: 'Standards Committee pack, Quarter 4 of 2024/25',
  subject: 'Conduct, complaints and working relationships',
  description: 'Figures for the Standards Committee with their method and quality.',
  creator: 'Exampleshire Council',
  marking: 'OFFICIAL',
  reference: 'STD-2025-06',
  created: '2025-06-02T09:30:00Z',
  profile,
  sheets: [cover(), summary(), complaints(), trends(), survey(), incidents(), notes(), method()],
});
