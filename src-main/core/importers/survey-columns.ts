// Owns what each column of a survey file is: a group to split by, an answer, metadata, or left out.
import type { ColumnHeading, Heading, MetadataKind } from '#core/readers/head.ts';
import type { ColumnMatch } from '#shared/schemas/import.ts';
import { type MappedField, mapFields } from './match-columns.ts';
import type { StageTask } from './stage-result.ts';
import type { SurveyPlan } from './survey-profile.ts';
import { surveyResponse } from './survey-response.ts';

export interface SurveyColumns {
  readonly groups: readonly MappedField[];
  readonly answers: readonly ColumnHeading[];
  readonly metadata: (kind: MetadataKind) => number;
}

/** When a plain table says when somebody answered. */
const submittedAt =
  /^(date|time|timestamp)( ?(submitted|completed|of response|answered))?$|^(submitted|completed)( on| at)?$/i;

export function surveyColumns(heading: Heading, task: StageTask): SurveyColumns {
  const groups = mapFields(
    heading.columns.map((column) =>
      column.role === 'answer' && column.duplicateOf === null ? column.header : '',
    ),
    surveyResponse.fields,
    task.mapping,
  );
  const taken = new Set(groups.flatMap(({ source }) => (source.kind === 'column' ? [source.column] : [])));
  const submitted = heading.columns.find(
    ({ header, role }) => role === 'answer' && submittedAt.test(header),
  )?.index;
  return {
    groups,
    answers: heading.columns.filter(
      ({ role, index }) => role === 'answer' && index !== submitted && !taken.has(index),
    ),
    metadata: (kind) =>
      heading.columns.find((column) => column.metadata === kind)?.index ??
      (kind === 'end' ? (submitted ?? -1) : -1),
  };
}

const personal: readonly (MetadataKind | null)[] = ['email', 'name', 'ip', 'latitude', 'longitude', 'custom'];

/** How the preview tells of each column. */
export function columnMatches(heading: Heading, columns: SurveyColumns, plan: SurveyPlan): ColumnMatch[] {
  return heading.columns.map((column): ColumnMatch => {
    const header = column.header;
    const group = columns.groups.find(
      ({ source }) => source.kind === 'column' && source.column === column.index,
    );
    if (group)
      return {
        header,
        field: group.field.id,
        confidence: group.confidence,
        treatment: group.field.type.kind === 'identity' ? 'pseudonym' : 'stored',
      };
    if (column.metadata === 'respondent-id')
      return { header, field: 'respondent', confidence: 1, treatment: 'pseudonym' };
    if (column.role === 'metadata' || column.index === columns.metadata('end'))
      return {
        header,
        field: column.metadata ?? 'end',
        confidence: personal.includes(column.metadata) || submittedAt.test(header) ? 1 : 0.8,
        treatment: 'not-imported',
      };
    if (column.duplicateOf !== null) return { header, field: null, confidence: 0, treatment: 'not-imported' };
    if (plan.heldBack.includes(column.index))
      return { header, field: 'comment', confidence: 0.8, treatment: 'held-back' };
    const planned = plan.columns.find((entry) => entry.column === column.index);
    return {
      header,
      field: 'answer',
      confidence: planned?.scale || planned?.choice ? 1 : 0.7,
      treatment: 'stored',
    };
  });
}
