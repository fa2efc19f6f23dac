// Owns the kind "incident": protocol incidents and code-of-conduct complaints, one row an allegation or subject.
import {
  allegations,
  channels,
  measures,
  outcomes,
  schemes,
  seriousness,
  stages,
} from '#shared/vocabulary/incidents.ts';
import { roles, tiers } from '#shared/vocabulary/roles.ts';
import { words } from './field.ts';
import { type Importer, notBefore } from './importer.ts';
import sql from './incident.sql?raw';
import { decisionFields } from './incident-decision.ts';

export const incident: Importer = {
  id: 'incident',
  title: 'Incidents and complaints',
  definition:
    'A log of matters raised by or about members and officers: what was alleged, how it was dealt with, when it was closed. Several rows may speak of one case. A matter that went to safeguarding or the police is kept and left out of every figure.',
  fields: [
    {
      id: 'case_ref',
      label: 'Case reference',
      example: 'MO/2024/014',
      type: { kind: 'text' },
      required: true,
      synonyms: words(`
        case ref, case no, case number, case, reference, ref, complaint ref, complaint number,
        incident ref, incident number, incident id, case id, log no, unique ref`),
    },
    {
      id: 'scheme',
      label: 'Under which rules',
      example: 'Member-Officer Protocol',
      type: { kind: 'category', vocabulary: schemes },
      synonyms: words('scheme, policy, rules, procedure, protocol or code'),
    },
    {
      id: 'received_date',
      label: 'Received',
      example: '2024-04-18',
      type: { kind: 'date', precision: 'received_precision' },
      required: true,
      synonyms: words(`
        received date, date received, date, date raised, raised, date of complaint, reported, date
        reported, first date, date logged, logged`),
    },
    {
      id: 'acknowledged_date',
      label: 'Acknowledged',
      example: '2024-04-19',
      type: { kind: 'date' },
      synonyms: words('acknowledged date, date acknowledged, acknowledgement date'),
    },
    {
      id: 'closed_date',
      label: 'Closed',
      example: '2024-05-23',
      type: { kind: 'date', precision: 'closed_precision' },
      synonyms: words(`
        closed date, date closed, date of closure, closure date, completed, date completed,
        concluded, date concluded, resolved on, date resolved`),
    },
    {
      id: 'status',
      label: 'Status',
      example: 'Closed',
      type: { kind: 'text' },
      synonyms: words('case status, status of complaint, current status'),
    },
    {
      id: 'reporter',
      label: 'Reporter',
      example: 'E10432',
      type: { kind: 'identity' },
      synonyms: words(`
        complainant name, complainant, reported by, raised by name, reporter name, name of
        complainant, reporter id`),
    },
    {
      id: 'reporter_role',
      label: 'Reporter role',
      example: 'Officer',
      type: { kind: 'category', vocabulary: roles },
      synonyms: words(`
        source, complainant type, complainant category, raised by, reporter type, reported by
        role, source of complaint, type of complainant, complainant role, raised by role`),
    },
    {
      id: 'subject',
      label: 'Subject',
      example: 'M0012',
      type: { kind: 'identity', nameable: true },
      synonyms: words(`
        subject name, subject member, councillor, about, member complained of, person, subject
        officer, respondent, subject id, councillor name, name of subject, officer number, subject
        member name, person id`),
    },
    {
      id: 'subject_role',
      label: 'Subject role',
      example: 'Councillor',
      type: { kind: 'category', vocabulary: roles },
      synonyms: words(`
        subject type, about role, type of subject, role of subject, subject category, about whom`),
    },
    {
      id: 'tier',
      label: 'Tier',
      example: 'Principal',
      type: { kind: 'category', vocabulary: tiers },
      synonyms: words('council tier, principal or parish, parish or principal, type of council'),
    },
    {
      id: 'category',
      label: 'Allegation',
      example: 'Respect',
      type: { kind: 'category', vocabulary: allegations, many: true },
      synonyms: words(`
        allegation category, category, categories, allegation type, nature of complaint, nature,
        allegations, code heading, code paragraph, type of incident, incident type, topic,
        allegation categories, allegation heading, complaint type`),
    },
    {
      id: 'channel',
      label: 'Channel',
      example: 'E-mail or letter',
      type: { kind: 'category', vocabulary: channels },
      synonyms: words('where, setting, medium, how it happened, context'),
    },
    {
      id: 'stage',
      label: 'Stage reached',
      example: 'Informal resolution',
      type: { kind: 'category', vocabulary: stages },
      synonyms: words('stage, current stage, process stage'),
    },
    {
      id: 'outcome',
      label: 'Outcome',
      example: 'Informal resolution',
      type: { kind: 'category', vocabulary: outcomes },
      synonyms: words('result, decision, finding, disposal, basis of determination, final outcome'),
    },
    {
      id: 'action',
      label: 'Action, sanction or support',
      example: 'Words of advice',
      type: {
        kind: 'category',
        vocabulary: outcomes,
        also: { column: 'action_supports', of: ({ label }) => measures.get(label) ?? null },
      },
      synonyms: words(`
        action, action taken, sanction or support, measure taken, measures, remedy, action or support, action
        sanction or support, sanction/support, sanction or action`),
    },
    {
      id: 'seriousness',
      label: 'Seriousness',
      example: '2 Moderate',
      type: { kind: 'category', vocabulary: seriousness },
      synonyms: words('severity, level, seriousness level'),
    },
    {
      id: 'linked_group',
      label: 'Linked cases',
      example: 'G-7',
      type: { kind: 'text' },
      synonyms: words(`
        linked case, linked group, linked to, related cases, connected group, connected cases,
        incident group, linked`),
    },
    {
      id: 'directorate',
      label: 'Directorate',
      example: 'Planning',
      type: { kind: 'text' },
      synonyms: words('department, service, division, directorate or service'),
    },
    ...decisionFields,
    {
      id: 'narrative',
      label: 'Narrative',
      example: 'Tone of e-mails to an officer',
      type: { kind: 'free-text' },
      synonyms: words(`
        description, details, detail, summary, notes, comments, text, allegation details, detail
        re complaint topic, lessons, learning, what happened, background`),
    },
    {
      id: 'personal_name',
      label: 'Name',
      type: { kind: 'personal' },
      synonyms: words(`
        name, surname, first name, email, e-mail address, phone, telephone, address, case officer,
        investigator, owner, handler, party, ward, decision maker name, whip name`),
    },
  ],
  // Several rows may speak of one case: of each subject, of each allegation.
  key: ['case_ref', 'subject', 'category'],
  keyOtherwise: ['case_ref', 'subject', 'category'],
  about: 'case_ref',
  covers: 'received_date',
  checks: [
    {
      code: 'safeguarding-unclear',
      fields: ['formal_route', 'safeguarding'],
      test: (route, switched) =>
        (route === 'Police' || route === 'Safeguarding') && switched === 'No'
          ? 'went by a route of safeguarding or the police, yet is marked “No”: it counts in figures'
          : null,
      rejects: false,
    },
    notBefore(
      'received_date',
      'closed_date',
      'closed before it was received, so the closing date was left out',
      false,
    ),
    notBefore(
      'received_date',
      'acknowledged_date',
      'acknowledged before it was received, so that date was left out',
      false,
    ),
  ],
  sql,
};
