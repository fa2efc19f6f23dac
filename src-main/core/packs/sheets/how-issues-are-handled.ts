// Owns the sheet How_issues_are_handled: which matters are for this brief, and where all others go.
import type { SheetDraft } from './draft.ts';
import type { PackSheet } from './sheet.ts';
import { tableOf, text } from './table-of.ts';

interface Route {
  readonly matter: string;
  readonly route: string;
  readonly section: string;
}

const routes: readonly Route[] = [
  {
    matter: 'General issues about how the Protocol works',
    route: 'The Chair of the Standards Committee takes them up with the Whips, on this paper.',
    section: 'II.A',
  },
  {
    matter: 'The same issues, with councillors who are in no group',
    route:
      'The Chair of the Standards Committee speaks to them directly, on the same paper and at the same time. Nothing is told of them as a group.',
    section: 'II.A',
  },
  {
    matter: 'Something that has gone wrong between people',
    route: 'Those concerned keep hold of it and try to resolve it, with advice where they want it.',
    section: 'VII',
  },
  {
    matter: 'What those concerned cannot resolve',
    route: 'It is raised as an incident with the Monitoring Officer, and recorded with the measures taken.',
    section: 'VII',
  },
  {
    matter: 'How serious one matter is, and what is to be done',
    route:
      'For a member, the Monitoring Officer and the relevant Whip; for an officer, the Monitoring Officer, the Director of People Services and the line manager. None of it is in this brief.',
    section: 'VIII',
  },
  {
    matter: 'A complaint under a Code of Conduct',
    route: 'The council’s Arrangements and procedures, and never this liaison.',
    section: 'VIII',
  },
];

const build = async (): Promise<SheetDraft> => ({
  name: 'How_issues_are_handled',
  kind: 'data',
  title: 'How issues are handled: what this brief is for and what it is not',
  lines: [
    'This brief holds general issues only. It is built without single cases, without who they are about and without numbers by political group; these are not taken out of it afterwards, they are never asked for.',
    'Source: Member Officer Protocol, sections II, VII and VIII.',
  ],
  table: tableOf<Route>(
    'routes_for_issues',
    [
      text('Matter', ({ matter }) => matter, 36),
      text('Where it goes', ({ route }) => route, 58),
      text('Section of the Protocol', ({ section }) => section, 16),
    ],
    routes,
  ),
  charts: [],
});

export const howIssuesAreHandled: PackSheet = {
  id: 'How_issues_are_handled',
  title: 'How issues are handled',
  definition:
    'Which matters are for the liaison with Whips and with councillors of no group, and where all others go.',
  build,
};
