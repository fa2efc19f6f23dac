// Owns the kind "survey-response": individual responses, exported by a survey tool or as a plain table.
// Its questions differ from file to file, so its pass (stage-survey) is its own; the fields below are
// the groups that responses may be split by.
import { words } from './field.ts';
import type { Importer } from './importer.ts';
import finishSql from './survey-response.sql?raw';

export const surveyResponse: Importer = {
  id: 'survey-response',
  title: 'Survey responses',
  definition:
    'One row a respondent, one column a question: officers’ or councillors’ answers in one wave of one survey (the instrument). E-mail, name and IP address are left out; comments are held back.',
  fields: [
    { id: 'respondent', label: 'Respondent', type: { kind: 'identity' }, synonyms: [] },
    {
      id: 'directorate',
      label: 'Directorate',
      type: { kind: 'text' },
      synonyms: words(`
        department, service area, which directorate do you work in, your directorate, which
        directorate are you in`),
    },
    {
      id: 'grade',
      label: 'Grade',
      type: { kind: 'text' },
      synonyms: words(`
        grade band, pay grade, what is your grade, your grade, your grade band, which grade band
        are you in`),
    },
    {
      id: 'role',
      label: 'Role',
      type: { kind: 'text' },
      synonyms: words('respondent type, are you a councillor or an officer, your role'),
    },
    {
      id: 'party',
      label: 'Party',
      type: { kind: 'text' },
      synonyms: words(`
        political group, party group, political party, which political group do you belong to,
        your political group, party reduced`),
    },
  ],
  checks: [],
  finishSql,
};
