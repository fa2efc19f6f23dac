// Owns the sheet Notes: every numbered note that another sheet refers to, in the order of reading.
import { noteParts } from './lines.ts';
import type { PackSheet } from './sheet.ts';

export const notes: PackSheet = {
  id: 'Notes',
  title: 'Notes',
  definition: 'Numbered definitions of the figures with their cautions.',
  build: async (context) => {
    const rows = context.notes().map((text, index) => [`note ${index + 1}`, ...noteParts(text)]);
    return {
      name: 'Notes',
      kind: 'notes',
      title: 'Notes: definitions and cautions',
      lines: ['Each note is referred to elsewhere in this workbook by its number in square brackets.'],
      table: {
        name: 'notes_to_the_tables',
        columns: [
          { header: 'Note number', type: 'text' },
          { header: 'Figure', type: 'text', width: 24 },
          { header: 'What it is', type: 'text', width: 60 },
          { header: 'Take care', type: 'text', width: 44 },
        ],
        rows,
      },
      charts: [],
      ...(rows.length === 0 ? { missing: 'No sheet of this workbook refers to a note.' } : {}),
    };
  },
};
