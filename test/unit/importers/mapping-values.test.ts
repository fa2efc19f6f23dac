// Columns whose headings say nothing, matched by their values; and columns of names, which never are.
import { describe, expect, it } from 'vitest';
import { importerOf } from '#core/importers/index.ts';
import { mapFields } from '#core/importers/match-columns.ts';
import { guessFields } from '#core/importers/match-values.ts';

const guess = (kind: string, headings: readonly string[], rows: readonly (readonly string[])[]) => {
  const fields = importerOf(kind)?.fields ?? [];
  const { mapped, notes } = guessFields(headings, fields, mapFields(headings, fields, {}), rows);
  return {
    fields: Object.fromEntries(
      mapped.map(({ heading, field, confidence }) => [heading, [field.id, confidence]]),
    ),
    notes,
  };
};
/** `rows` rows of the cells that each column makes of the row's number. */
const rowsOf = (rows: number, ...columns: readonly ((row: number) => string)[]): string[][] =>
  Array.from({ length: rows }, (_, row) => columns.map((cell) => cell(row)));
const people = [
  'Ada Lovelace',
  'O’Neill, Siobhán',
  'Cllr Mary Jones',
  'Dr J. K. Ali',
  'Tom de Vries',
  'Wei Chen',
];
const two = (value: number): string => String(value).padStart(2, '0');

describe('a heading that says nothing', () => {
  it('is matched by dates, a vocabulary, FTE and references, below every match by heading', () => {
    const { fields, notes } = guess(
      'absence-spell',
      ['Column1', 'Column2', 'Field 3', 'F4', 'Unnamed: 4', 'Directorate'],
      rowsOf(
        12,
        (row) => `E${1000 + (row % 5)}`,
        (row) => `${two(row + 10)}/05/2024`,
        (row) => `${two(row + 5)}/05/2024`,
        (row) => ['1', '0.8', '0.5'][row % 3] ?? '',
        (row) => ['Stress', 'Back problems', 'Infection'][row % 3] ?? '',
        () => 'Housing',
      ),
    );
    expect(fields).toEqual({
      Directorate: ['directorate', 1],
      Column1: ['person', 0.4],
      // The earlier of two columns of dates is the first day.
      'Field 3': ['start_date', 0.5],
      Column2: ['end_date', 0.5],
      F4: ['fte', 0.45],
      'Unnamed: 4': ['reason', 0.5],
    });
    expect(notes.map(({ code }) => code)).toEqual(['columns-guessed']);
  });

  it('is not guessed where the heading says something, the values fit two fields, or there are too few', () => {
    const dates = (row: number) => `${two(row + 10)}/05/2024`;
    expect(guess('absence-spell', ['Review', 'Sunday'], rowsOf(9, dates, dates)).fields).toEqual({});
    expect(guess('absence-spell', ['Column1'], rowsOf(2, dates)).fields).toEqual({});
    const codes = (row: number) => `E${1000 + row}`;
    expect(guess('absence-spell', ['Column1', 'Column2'], rowsOf(9, codes, codes)).fields).toEqual({});
  });

  it('never takes a column of names or addresses for a reference, a person or a text, and says so', () => {
    for (const kind of ['absence-spell', 'incident', 'councillor-term', 'event']) {
      const { fields, notes } = guess(
        kind,
        ['Column1', 'Column2'],
        rowsOf(
          6,
          (row) => people[row] ?? '',
          (row) => `person${row}@council.example`,
        ),
      );
      expect(fields, kind).toEqual({});
      expect(notes, kind).toMatchObject([{ code: 'columns-of-names' }]);
      expect(JSON.stringify(notes)).not.toMatch(/Lovelace|@/);
    }
  });

  it('leaves out addresses under a heading that would be stored as text, and likely names under a likely one', () => {
    const address = (row: number) => `person${row}@council.example`;
    const name = (row: number) => people[row] ?? '';
    const day = (row: number) => `${two(row + 10)}/05/2024`;
    const event = guess('event', ['Date', 'Title'], rowsOf(6, day, address));
    expect(event.fields).toEqual({ Date: ['event_date', 1] });
    expect(event.notes).toMatchObject([{ code: 'columns-of-names' }]);
    const incident = guess(
      'incident',
      ['Reference', 'Directorate of the person'],
      rowsOf(6, (row) => `A/${row}`, name),
    );
    expect(incident.fields).toEqual({ Reference: ['case_ref', 1] });
    // Services repeat from row to row, and names do not.
    const services = (row: number) => ['Adult Social Care', 'City Services'][row % 2] ?? '';
    const kept = guess(
      'incident',
      ['Reference', 'Directorate of the person'],
      rowsOf(6, (row) => `A/${row}`, services),
    );
    expect(kept.fields['Directorate of the person']?.[0]).toBe('directorate');
  });
});
