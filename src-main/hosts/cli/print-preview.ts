// Owns how a pack looks before it is written, in words.
import type { HiddenCells, PackPreview } from '#shared/schemas/pack-preview.ts';
import { table } from './print.ts';

const hiddenText = ({ own, others }: HiddenCells): string =>
  own + others === 0
    ? 'No cell is hidden.'
    : `Cells that are hidden: ${own + others}, of which ${own} are small by themselves and ${others} are hidden so that those cannot be worked out.`;

/** The sheets of a pack that is not built yet, for people. */
export const previewText = ({ title, marking, reference, sheets, hidden, notes }: PackPreview): string =>
  [
    `${title}. ${marking}. ${reference}`,
    '',
    table(
      [
        { title: 'Sheet' },
        { title: 'Rows', right: true },
        { title: 'Charts', right: true },
        { title: 'Hidden', right: true },
        { title: 'Title' },
      ],
      sheets.map((sheet) => [
        sheet.name,
        sheet.missing === null ? String(sheet.rows.length) : '0',
        String(sheet.charts.length),
        String(sheet.hidden.own + sheet.hidden.others),
        sheet.title,
      ]),
    ),
    '',
    ...sheets.flatMap(({ name, missing }) => (missing === null ? [] : `${name}: ${missing}`)),
    hiddenText(hidden),
    ...notes.map(({ text }) => text),
  ].join('\n');
