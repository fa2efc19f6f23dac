// Owns the kind "survey-response": individual responses, exported by a survey tool or as a plain table.
// Its questions differ from file to file, so its pass (stage-survey) is its own; the fields below are
// the groups that responses may be split by.
import { words } from './field.ts';
import type { Importer } from './importer.ts';
import finishSql from './survey-response.sql?raw';

const agreement = ['Strongly agree', 'Agree', 'Neither agree nor disagree', 'Disagree', 'Strongly disagree'];
const answers = [...agreement, "Don't know", 'Prefer not to say'];

export const surveyResponse: Importer = {
  id: 'survey-response',
  title: 'Survey responses',
  definition:
    'One row a respondent, one column a question: officers’ or councillors’ answers in one wave of one survey (the instrument). E-mail, name and IP address are left out; comments are held back.',
  fields: [
    {
      id: 'respondent',
      label: 'Respondent ID',
      example: 'R-0001',
      type: { kind: 'identity' },
      synonyms: ['respondent'],
    },
    {
      id: 'directorate',
      label: 'Directorate',
      example: 'Adult Social Care',
      type: { kind: 'text' },
      synonyms: words(`
        department, service area, which directorate do you work in, your directorate, which
        directorate are you in`),
    },
    {
      id: 'grade',
      label: 'Grade',
      example: 'Grade 8',
      type: { kind: 'text' },
      synonyms: words(`
        grade band, pay grade, what is your grade, your grade, your grade band, which grade band
        are you in`),
    },
    {
      id: 'role',
      label: 'Role',
      example: 'Officer',
      type: { kind: 'text' },
      synonyms: words('respondent type, are you a councillor or an officer, your role'),
    },
    {
      id: 'party',
      label: 'Party',
      example: 'Not applicable',
      type: { kind: 'text' },
      synonyms: words(`
        political group, party group, political party, which political group do you belong to,
        your political group, party reduced`),
    },
  ],
  // Responses without a respondent cannot be told apart.
  key: ['instrument', 'wave', 'respondent'],
  questions: [
    { wording: 'Date answered', answers: 'day', example: '2025-03-14' },
    { wording: 'Councillors and officers treat each other with respect', answers, example: 'Agree' },
    { wording: 'I feel safe to challenge constructively', answers, example: 'Neither agree nor disagree' },
    { wording: 'I know what the Member-Officer Protocol asks of me', answers, example: 'Strongly agree' },
    { wording: 'I am given the information I need in good time', answers, example: 'Disagree' },
  ],
  checks: [],
  finishSql,
};
