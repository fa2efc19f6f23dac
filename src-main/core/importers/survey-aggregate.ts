// Owns the kind "survey-aggregate": percentages as they were published, long (one row a figure) or wide
// (one column a year). A percentage that was withheld is a state, neither missing nor zero.
import { type Field, words } from './field.ts';
import type { Importer } from './importer.ts';
import type { MappedField } from './match-columns.ts';
import { periodColumns } from './series.ts';
import sql from './survey-aggregate.sql?raw';
import finishSql from './survey-aggregate-finish.sql?raw';

const text = { kind: 'text' } as const;

const fieldOf = (id: string): Field | undefined => surveyAggregate.fields.find((field) => field.id === id);
const without = (mapped: readonly MappedField[], columns: ReadonlySet<number>): MappedField[] =>
  mapped.filter(({ source }) => source.kind !== 'column' || !columns.has(source.column));

/** The one heading with a per cent sign names the percentage, whatever its words. */
function withPercentSign(
  mapped: readonly MappedField[],
  headings: readonly string[],
): readonly MappedField[] {
  const percent = fieldOf('percent');
  const [column, ...more] = headings.flatMap((heading, index) => (heading.includes('%') ? [index] : []));
  const found = mapped.some(({ field, confidence }) => field === percent && confidence === 1);
  if (!percent || column === undefined || more.length > 0 || found) return mapped;
  const rest = without(mapped, new Set([column])).filter(({ field }) => field !== percent);
  return [
    ...rest,
    { field: percent, source: { kind: 'column', column }, heading: headings[column] ?? '', confidence: 1 },
  ];
}

/** Without a column of percentages, columns that are one period each hold them. */
function withSeries(mapped: readonly MappedField[], headings: readonly string[]): readonly MappedField[] {
  const columns = periodColumns(headings);
  const series = fieldOf('series');
  if (!series || columns.length === 0 || mapped.some(({ field }) => field.id === 'percent')) return mapped;
  const rest = without(mapped, new Set(columns.map(({ column }) => column)));
  return [
    ...rest,
    { field: series, source: { kind: 'series', columns }, heading: series.label, confidence: 1 },
  ];
}

export const surveyAggregate: Importer = {
  id: 'survey-aggregate',
  title: 'Survey results, published',
  definition:
    'Percentages from a survey that were published or handed over as totals: by period, question, group and answer, with their base. Where no percentage of an import is above 1, they are fractions and are multiplied by 100. A later import of the same figure counts in place of the earlier.',
  fields: [
    {
      id: 'instrument',
      label: 'Survey',
      type: text,
      synonyms: words('instrument, survey name, survey title, name of survey'),
      example: 'Staff survey',
    },
    {
      id: 'period',
      label: 'Period',
      type: { kind: 'period', start: 'period_start' },
      synonyms: words(`
        wave, survey wave, survey date, wave date, fieldwork, fieldwork date, survey year, year, financial year,
        quarter`),
      example: '2023/24',
    },
    {
      id: 'theme',
      label: 'Theme',
      type: text,
      synonyms: words('section, topic, question theme, block'),
      example: 'Respect and courtesy',
    },
    {
      id: 'question_ref',
      label: 'Question reference',
      type: text,
      synonyms: words('measure, question id, question no, question number, question code, item code'),
      example: 'Q7',
    },
    {
      id: 'question',
      label: 'Question',
      type: text,
      synonyms: words('question text, statement, label, item, question wording, measure name'),
      example: 'Officers and councillors treat each other with dignity and courtesy',
    },
    {
      id: 'group_by',
      label: 'Grouped by',
      type: text,
      synonyms: words('breakdown, group type, split, dimension, demographic'),
      example: 'Directorate',
    },
    {
      id: 'group_name',
      label: 'Group',
      type: text,
      synonyms: words(
        'directorate, category of respondent, respondent group, department, group name, service',
      ),
      example: 'City Services',
    },
    {
      id: 'answer',
      label: 'Answer',
      type: text,
      synonyms: words('response, answer choice, answer choices, answer option, response option, option'),
      example: 'Agree or strongly agree',
    },
    {
      id: 'percent',
      label: 'Percent',
      type: { kind: 'number', state: 'percent_state', min: 0, max: 100 },
      synonyms: words(`
        percentage, per cent, %, % positive, percent positive, positive, response percent, percent favourable, % agree, share`),
      example: '64',
    },
    {
      id: 'base',
      label: 'Base',
      type: { kind: 'number', state: 'base_state', min: 0 },
      synonyms: words(
        'n, responses, number of responses, respondents, base n, sample size, unweighted base, count',
      ),
      example: '214',
    },
    { id: 'series', label: 'Percent, one column a period', type: { kind: 'series' }, synonyms: [] },
  ],
  oneOf: [
    ['question', 'question_ref'],
    ['percent', 'series'],
    ['period', 'series'],
  ],
  refine: (mapped, { headings }) => withSeries(withPercentSign(mapped, headings), headings),
  checks: [
    {
      code: 'number-unreadable',
      fields: ['series', 'question_ref'],
      test: (series) =>
        series.includes('|!') ? 'a column of a period holds something that is no number' : null,
      rejects: true,
    },
  ],
  key: ['instrument', 'period_start', 'question', 'group_by', 'group_name', 'answer'],
  keyOtherwise: ['question', 'instrument', 'period_start', 'group_by', 'group_name', 'answer'],
  laterCounts: true,
  covers: 'period',
  sql,
  finishSql,
};
