// The sample council speaks the product's vocabularies, so that only its planted values come out as unknown.
import { describe, expect, it } from 'vitest';
import { allegations, channels, outcomes, stages } from '#shared/vocabulary/incidents.ts';
import { roles, tiers } from '#shared/vocabulary/roles.ts';
import { findTerm, type Vocabulary } from '#shared/vocabulary/vocabulary.ts';
import { absenceReasons, eventTypes, leavingReasons, termEnds } from '#shared/vocabulary/workforce.ts';
import { entryOf, readSample } from './read-sample.ts';

const cases: [string, string, Vocabulary, string[]][] = [
  ['events.csv', 'Type', eventTypes, []],
  ['councillor-terms.csv', 'Cause of Leaving', termEnds, []],
  ['leavers-and-joiners.csv', 'Reason', leavingReasons, ['MARS 2']],
  ['absence-itrent-2019-2022.csv', 'Absence Reason', absenceReasons, ['See file note']],
  ['absence-oracle-2022-2025.csv', 'Reason', absenceReasons, ['ZZ98 Migrated']],
  ['protocol-incident-log.xlsx', 'Category', allegations, ['General unpleasantness']],
  ['protocol-incident-log.xlsx', 'Reporter Role', roles, []],
  ['protocol-incident-log.xlsx', 'Subject Role', roles, []],
  ['protocol-incident-log.xlsx', 'Channel', channels, []],
  ['protocol-incident-log.xlsx', 'Stage', stages, []],
  ['protocol-incident-log.xlsx', 'Outcome', outcomes, []],
  ['protocol-incident-log.xlsx', 'Sanction or Support', outcomes, []],
  ['conduct-complaints-register.csv', 'Allegation', allegations, []],
  ['conduct-complaints-register.csv', 'Complainant Type', roles, []],
  ['conduct-complaints-register.csv', 'Tier', tiers, []],
  ['conduct-complaints-register.csv', 'Stage', stages, []],
  ['conduct-complaints-register.csv', 'Outcome', outcomes, []],
  ['conduct-complaints-register.csv', 'Sanction or Action', outcomes, []],
];

describe('sample council words', () => {
  it.each(cases)('%s, column %s', (file, heading, vocabulary, planted) => {
    const { rows, cell } = readSample(entryOf(file));
    const words = new Set(rows.flatMap((row) => cell(row, heading).split(';')).map((one) => one.trim()));
    expect([...words].filter((one) => one !== '' && !findTerm(vocabulary, one))).toEqual(planted);
  });
});
