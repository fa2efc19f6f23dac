// Owns the kind "qualitative-evidence": what was said or seen in focus groups, interviews, workshops and
// observed meetings, and how it was coded. Four layouts: a list with its codes in one column, a matrix with
// a column a code, an observation sheet, comments beside a code. The words themselves are held back.
import { methods, observed, polarities } from '#shared/vocabulary/evidence.ts';
import { posts, sides } from '#shared/vocabulary/posts.ts';
import { behaviours } from '#shared/vocabulary/protocol.ts';
import { type Field, words } from './field.ts';
import type { Importer } from './importer.ts';
import sql from './qualitative-evidence.sql?raw';
import { layOut } from './qualitative-layout.ts';

const text = { kind: 'text' } as const;

const themes: Field = {
  id: 'themes',
  label: 'Themes',
  type: text,
  synonyms: words(
    'theme, codes, code, coding, nodes, node, themes coded, code applied, codes applied, theme codes',
  ),
  example: 'Late papers; Trust',
};
const excerptRef: Field = {
  id: 'excerpt_ref',
  label: 'Excerpt reference',
  type: text,
  synonyms: words(
    'excerpt id, excerpt no, quote id, quotation id, comment id, excerpt number, extract id, segment',
  ),
  example: 'FG3-014',
};
const named: Field = {
  id: 'behaviours',
  label: 'Behaviours',
  type: { kind: 'category', vocabulary: behaviours, many: true },
  synonyms: words(
    'behaviour, protocol behaviour, behaviour engaged, protocol behaviours, behaviour observed',
  ),
  example: 'Open communication',
};

const excerpt: Field = {
  id: 'excerpt',
  label: 'Excerpt',
  example: 'We hear of decisions late',
  type: { kind: 'free-text' },
  synonyms: words(`
    quote, quotation, comment, comments, text, response, answer, notes, note, verbatim, extract, transcript,
    observation, what was said, what was seen`),
};

export const qualitativeEvidence: Importer = {
  id: 'qualitative-evidence',
  title: 'Qualitative evidence',
  definition:
    'Focus groups, interviews, workshops, observed meetings and survey comments, one row an excerpt or observation, coded by theme and by the Protocol’s behaviours, as a concern or a strength. What is uncoded stays uncoded. The words are held back.',
  fields: [
    {
      id: 'method',
      label: 'Method',
      type: { kind: 'category', vocabulary: methods },
      synonyms: words('evidence type, source type, type of session, session type, mechanism, how gathered'),
      example: 'Focus group',
    },
    {
      id: 'held_date',
      label: 'Date held',
      type: { kind: 'date', precision: 'held_precision' },
      synonyms: words(
        'date, session date, date of session, meeting date, date of meeting, interview date, date observed',
      ),
      example: '2024-02-06',
    },
    {
      id: 'session_ref',
      label: 'Session',
      type: text,
      synonyms: words(`
        session id, session ref, session reference, session no, group id, focus group id, meeting, meeting ref,
        meeting id, workshop, interview id, source document`),
      example: 'FG3',
    },
    excerptRef,
    {
      id: 'respondent',
      label: 'Respondent',
      type: { kind: 'identity' },
      synonyms: words(`
        respondent id, response id, responseid, participant, participant id, interviewee, speaker, interviewee id`),
    },
    {
      id: 'side',
      label: 'Officers or councillors',
      type: { kind: 'category', vocabulary: sides },
      synonyms: words('side, audience, participant group, participant type, who took part'),
      example: 'Officer',
    },
    {
      id: 'directorate',
      label: 'Directorate',
      type: text,
      synonyms: words('department, service, division, service area'),
      example: 'City Services',
    },
    {
      id: 'item',
      label: 'Question or item',
      type: text,
      synonyms: words(
        'item, question, prompt, varname, variable, topic, agenda item, subtask, item no, observed item',
      ),
      example: 'What helps?',
    },
    {
      id: 'observed',
      label: 'Observed',
      type: { kind: 'category', vocabulary: observed },
      synonyms: words('seen, seen y/n, observed y/n, outcome code, present y/n, evident'),
      example: 'Seen',
    },
    themes,
    named,
    {
      id: 'polarity',
      label: 'Concern or strength',
      type: { kind: 'category', vocabulary: polarities },
      synonyms: words(
        'polarity, sentiment, tone, concern/strength, positive or negative, valence, direction',
      ),
      example: 'Concern',
    },
    {
      id: 'convenor_role',
      label: 'Convenor role',
      type: { kind: 'category', vocabulary: posts },
      synonyms: words(
        'convenor, convener, convened by, facilitator role, facilitated by, observer role, held by role, led by role',
      ),
      example: 'Learning and Development',
    },
    {
      id: 'participants',
      label: 'Participants',
      type: { kind: 'number', state: 'participants_state', min: 0 },
      synonyms: words(
        'number of participants, no of participants, participants n, attendees, attendance, n, group size',
      ),
      example: '9',
    },
    excerpt,
    {
      id: 'personal_name',
      label: 'Name',
      type: { kind: 'personal' },
      synonyms: words(`
        name, email, participant name, facilitator, facilitator name, observer, observer name, interviewer, scorer,
        coder, coded by, convenor name, phone`),
    },
  ],
  oneOf: [['excerpt_ref', 'session_ref', 'respondent']],
  columns: [['themes', 'behaviours', 'observed']],
  refine: (mapped, table) => layOut(mapped, table, { themes, excerptRef, excerpt, behaviours: named }),
  checks: [
    {
      code: 'theme-too-long',
      fields: ['themes', 'excerpt_ref'],
      test: (cell) =>
        cell.split(/[;,|]/).some((theme) => theme.trim().length > 80)
          ? 'a theme of more than 80 letters reads like a comment, so it was left out'
          : null,
      rejects: false,
    },
  ],
  key: ['session_ref', 'excerpt_ref', 'item'],
  keyOtherwise: ['session_ref', 'excerpt_ref', 'item', 'behaviours', 'respondent'],
  covers: 'held_date',
  sql,
};
