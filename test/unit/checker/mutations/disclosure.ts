// One broken rule of disclosure a mutation (P01 to P08).
import type { Parts } from '../parts.ts';
import type { Mutation } from './mutation.ts';

const cases = 'Cases_by_directorate';
const beside = 'Cases_and_officers';
const survey = 'Culture_survey';

const name =
  (formula: string): Mutation['change'] =>
  (parts) =>
    parts.edit(
      'xl/workbook.xml',
      '</definedNames>',
      `<definedName name="rate">${formula}</definedName></definedNames>`,
    );

/** Shows the numbers of a directorate on both sheets. */
function show(
  parts: Parts,
  row: number,
  [count, closed, open, share]: readonly [number, number, number, number],
): void {
  const numbers = { B: count, C: closed, D: open, E: share };
  for (const [column, number] of Object.entries(numbers))
    parts.setNumber(cases, `${column}${row}`, number, `${column}8`);
  parts.setNumber(beside, `B${row}`, count, 'B8');
}

const total = (parts: Parts, count: number, closed: number, open: number, share: number): void => {
  parts.setNumber(cases, 'B15', count);
  parts.setNumber(cases, 'C15', closed);
  parts.setNumber(cases, 'D15', open);
  parts.setNumber(cases, 'E15', share);
};

export const disclosureMutations: readonly Mutation[] = [
  { rule: 'P01', what: 'results of nine answers', change: (parts) => parts.setNumber(survey, 'B13', 9) },
  {
    rule: 'P02',
    what: 'a count of three beside hidden ones',
    change: (parts) => {
      parts.setNumber(cases, 'C11', 17);
      parts.setNumber(cases, 'D11', 3);
      parts.setNumber(cases, 'E11', 85);
      total(parts, 153, 116, 37, 76);
    },
  },
  {
    rule: 'P03',
    what: 'one hidden number beside a total',
    change: (parts) => show(parts, 12, [12, 7, 5, 58]),
  },
  {
    rule: 'P03',
    what: 'a hidden part of a sum',
    change: (parts) => parts.setNumber('Complaints_by_period', 'C11', 20, 'C10'),
  },
  {
    rule: 'P03',
    what: 'another sheet shows it',
    change: (parts) => parts.setNumber(beside, 'B12', 9, 'B11'),
  },
  {
    rule: 'P03',
    what: 'nothing is left for the hidden ones',
    change: (parts) => total(parts, 137, 104, 33, 76),
  },
  {
    rule: 'P04',
    what: 'the hidden ones make three together',
    change: (parts) => total(parts, 157, 121, 36, 77),
  },
  {
    rule: 'P05',
    what: 'a chart remembers a hidden number',
    change: (parts) =>
      parts.edit(
        parts.chart('Complaints_by_period'),
        '<c:pt idx="4"><c:v>11</c:v></c:pt>',
        '<c:pt idx="3"><c:v>17</c:v></c:pt><c:pt idx="4"><c:v>11</c:v></c:pt>',
      ),
  },
  {
    rule: 'P05',
    what: 'an alternative text tells it',
    change: (parts) =>
      parts.edit(
        parts.drawing(survey),
        'co-opted members are hidden',
        'Roles are clear: co-opted members 67 per cent frequently',
      ),
  },
  {
    rule: 'P05',
    what: 'the summary tells it',
    change: (parts) =>
      parts.setText(
        'Summary',
        'B10',
        'In Roles are clear: co-opted members, 67 per cent answered frequently.',
      ),
  },
  { rule: 'P05', what: 'a name keeps it', change: name('67') },
  {
    rule: 'P05',
    what: 'a percentage and its base tell it',
    change: (parts) => {
      parts.setText(cases, 'C15', '[c]');
      parts.setText(cases, 'D15', '[c]');
    },
  },
  {
    rule: 'P06',
    what: 'all of twelve',
    change: (parts) => {
      parts.setNumber(survey, 'B13', 12);
      parts.setNumber(survey, 'C13', 100);
      parts.setNumber(survey, 'D13', 0);
      parts.setNumber(survey, 'E13', 0);
      const chart = parts.chart(survey);
      for (const [from, to] of [
        ['57', '100'],
        ['33', '0'],
        ['10', '0'],
      ] as const)
        parts.edit(chart, new RegExp(`(?<=<c:pt idx="5"><c:v>)${from}(?=</c:v>)`), to);
    },
  },
  {
    rule: 'P07',
    what: 'a councillor by name',
    change: (parts) => parts.setText('Complaints_by_period', 'G8', 'Raised by Cllr Okonkwo'),
  },
  {
    rule: 'P07',
    what: 'an officer by name',
    change: (parts) => parts.setText('Cover', 'B12', 'Margaret Okafor'),
  },
  {
    rule: 'P07',
    what: 'a person’s address',
    change: (parts) => parts.setText('Cover', 'B13', 'm.okafor@exampleshire.example'),
  },
  {
    rule: 'P07',
    what: 'references of cases',
    change: (parts) => {
      parts.setText(beside, 'A7', 'Case reference');
      parts.edit(parts.table(beside), 'name="Directorate"', 'name="Case reference"');
    },
  },
  {
    rule: 'P08',
    what: 'rounded counts that nobody explains',
    change: (parts) => {
      for (let row = 8; row <= 14; row++) parts.setNumber(beside, `C${row}`, 5 * (21 + row));
      for (const [row, n] of [[10, 30]] as const) show(parts, row, [n, 24, 6, 80]);
      total(parts, 151, 114, 37, 75);
    },
  },
];
