// Owns the posts that decide, convene and own things under the Protocol: roles, never who holds them.
import { term, type Vocabulary } from './vocabulary.ts';

export const posts: Vocabulary = {
  id: 'post',
  title: 'Post',
  namesPeople: true,
  terms: [
    term('Monitoring Officer', 'mo', 'deputy monitoring officer', 'city solicitor'),
    term(
      'Director of People Services',
      'dps',
      'director of hr',
      'hr director',
      'director of human resources',
      'director of people',
      'assistant director people',
    ),
    term('Group Whip', 'whip', 'party whip', 'relevant whip', 'chief whip', 'group whips', 'whips'),
    term('Line manager', 'manager', 'supervisor', 'direct manager'),
    term('Chief Executive', 'head of paid service', 'ceo', 'managing director'),
    term('Deputy Chief Executive', 'deputy chief exec'),
    term(
      'Section 151 Officer',
      's151 officer',
      's151',
      'section 151',
      'chief finance officer',
      'cfo',
      'director of finance',
    ),
    term('Strategic Director', 'director', 'executive director', 'corporate director', 'service director'),
    term('Assistant Director', 'ad', 'assistant directors', 'senior leadership'),
    term('Head of Service', 'head of', 'service head', 'heads of service'),
    term('Human Resources', 'hr', 'hr adviser', 'hr business partner', 'people services'),
    term(
      'Member and Committee Services',
      'committee services',
      'democratic services',
      'member services',
      'member development officer',
      'democratic services manager',
    ),
    term(
      'Learning and Development',
      'l and d',
      'learning and development team',
      'training team',
      'organisational development',
      'od',
    ),
    term('Internal Audit', 'audit', 'head of internal audit'),
    term('Leader of the Council', 'leader', 'council leader'),
    term('Deputy Leader', 'deputy leader of the council'),
    term('Cabinet Member', 'portfolio holder', 'cabinet members', 'executive member', 'lead member'),
    term('Group Leader', 'party group leader', 'political group leader', 'leader of the opposition'),
    term('Lord Mayor or Chair of Council', 'lord mayor', 'mayor', 'chair of council', 'speaker'),
    term('Committee Chair', 'chair', 'chairman', 'committee chairman', 'scrutiny chair', 'vice chair'),
    term(
      'Chair of Standards',
      'standards chair',
      'chair of the standards committee',
      'standards committee chair',
    ),
    term('Standards Committee', 'standards', 'standards sub-committee', 'hearings panel', 'hearing panel'),
    term('Independent Person', 'ip', 'independent persons'),
    term('Councillor', 'member', 'elected member', 'ward councillor', 'cllr', 'members'),
    term('Officer', 'officers', 'employee', 'staff', 'member of staff'),
    term('Trade union', 'union', 'trade union representative', 'trade unions'),
    term('External facilitator', 'facilitator', 'external', 'consultant', 'university', 'external provider'),
  ],
};

/** Which side of the member-officer relation a record is of. */
export const sides: Vocabulary = {
  id: 'side',
  title: 'Officers or councillors',
  terms: [
    term('Officer', 'officers', 'staff', 'employee', 'employees'),
    term('Councillor', 'councillors', 'member', 'members', 'elected member', 'elected members', 'cllr'),
    term('Both', 'mixed', 'members and officers', 'officers and members', 'joint', 'all'),
  ],
};
