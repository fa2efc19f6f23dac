import { describe, expect, it } from 'vitest';
import { stagedColumns } from '#core/importers/field.ts';
import { importers } from '#core/importers/index.ts';
import { mapFields } from '#core/importers/match-columns.ts';

/** The columns that a kind's SQL reads from its staged file, in order. */
const readBySql = (sql: string): string[] => {
  const list = /columns = \{([^}]*)\}/.exec(sql)?.[1] ?? '';
  return [...list.matchAll(/'(\w+)':/g)].map((match) => match[1] ?? '');
};

describe('kinds', () => {
  it.each(importers.map((importer) => [importer.id, importer] as const))(
    '%s reads its staged file in the order it is written',
    (id, importer) => {
      const written = [
        'row_no',
        ...importer.fields.flatMap(stagedColumns),
        ...(id === 'survey-response' ? ['test_response'] : []),
      ];
      expect(readBySql(importer.sql ?? importer.finishSql ?? '')).toEqual(written);
    },
  );

  it.each(importers.map((importer) => [importer.id, importer] as const))(
    '%s finds each of its fields by its own label',
    (_, importer) => {
      const stored = importer.fields.filter(
        (field) => field.type.kind !== 'personal' && field.type.kind !== 'free-text',
      );
      const mapped = mapFields(
        stored.map((field) => field.label),
        importer.fields,
        {},
      );
      expect(mapped.map(({ field, heading }) => [field.id, heading]).sort()).toEqual(
        stored.map((field) => [field.id, field.label]).sort(),
      );
    },
  );

  it('leaves names out however many columns hold them, and fills a field once', () => {
    const [, , spells] = importers;
    const mapped = mapFields(
      ['Employee Number', 'Employee Name', 'Surname', 'Start date', 'Absence start date'],
      spells?.fields ?? [],
      {},
    );
    expect(
      mapped.filter(({ field }) => field.type.kind === 'personal').map(({ heading }) => heading),
    ).toEqual(['Employee Name', 'Surname']);
    expect(mapped.filter(({ field }) => field.id === 'start_date')).toHaveLength(1);
  });
});
