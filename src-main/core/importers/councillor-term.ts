// Owns the kind "councillor-term": one row a councillor's term, or a departure from one.
import { councillorRoles } from '#shared/vocabulary/councillor-roles.ts';
import { type TermEnd, termEnds } from '#shared/vocabulary/workforce.ts';
import sql from './councillor-term.sql?raw';
import { words } from './field.ts';
import { type Importer, notBefore } from './importer.ts';

export const councillorTerm: Importer = {
  id: 'councillor-term',
  title: 'Councillor terms',
  definition:
    'Councillors and their terms: elected, due to end, left and why. Leaving at an election is kept apart from leaving between elections; a change of party is not a departure.',
  fields: [
    {
      id: 'person',
      label: 'Councillor',
      example: 'M0012',
      type: { kind: 'identity' },
      required: true,
      synonyms: words('name, member, councillor name, member name, cllr'),
    },
    {
      id: 'party',
      label: 'Party',
      example: 'Independent',
      type: { kind: 'text' },
      synonyms: words('political group, group, party name, political party'),
    },
    {
      id: 'ward',
      label: 'Ward',
      example: 'Riverside',
      type: { kind: 'text' },
      synonyms: words('division, ward name, district, area'),
    },
    {
      id: 'role',
      label: 'Council role',
      example: 'Cabinet member',
      type: { kind: 'category', vocabulary: councillorRoles },
      synonyms: words('councillor role, office held, position held, cabinet position, council position'),
    },
    {
      id: 'elected_date',
      label: 'Elected',
      example: '2023-05-04',
      type: { kind: 'date' },
      synonyms: words('elected date, date elected, start date, term start, elected on'),
    },
    {
      id: 'term_end',
      label: 'Term end',
      example: '2027-05-06',
      type: { kind: 'date' },
      synonyms: words('next election, term ends, term of office ends, end of term'),
    },
    {
      id: 'left_date',
      label: 'Leaving date',
      example: '2025-02-28',
      type: { kind: 'date', precision: 'left_precision' },
      synonyms: words(`
        left, date left, resignation date, vacancy date, end date, date of leaving, left office`),
    },
    {
      id: 'cause',
      label: 'Cause',
      example: 'Resigned',
      type: {
        kind: 'category',
        vocabulary: termEnds,
        also: { column: 'mid_term', of: (found) => (found as TermEnd).midTerm },
      },
      synonyms: words(`
        reason, leaving reason, cause of vacancy, why left, category, reason category, reason for
        leaving`),
    },
    {
      id: 'comment',
      label: 'Comments',
      type: { kind: 'free-text', never: true },
      synonyms: words('notes, comment, reason text, source'),
    },
    {
      id: 'personal_name',
      label: 'Personal details',
      type: { kind: 'personal' },
      synonyms: words('email, phone, address, gender, sex, date of birth, congress'),
    },
  ],
  oneOf: [['elected_date', 'left_date']],
  key: ['person', 'elected_date'],
  keyOtherwise: ['person', 'left_date'],
  about: 'person',
  covers: 'elected_date',
  checks: [notBefore('elected_date', 'left_date', 'left before being elected')],
  sql,
};
