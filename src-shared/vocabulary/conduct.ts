// Owns what the Protocol says of how a matter is decided: sanction and support apart, seniority, the routes
// of contact, and the formal routes that stand outside the Protocol.
import { term, type Vocabulary } from './vocabulary.ts';

export const sanctions: Vocabulary = {
  id: 'sanction',
  title: 'Sanction',
  terms: [
    term('No sanction', 'none', 'no', 'nil', 'not applicable', 'n/a', '-'),
    term('Words of advice', 'advice', 'advice given', 'informal advice', 'informal words', 'reminder'),
    term('Apology', 'apology required', 'written apology', 'apologised'),
    term('Censure', 'censured', 'public censure', 'formal censure', 'warning', 'written warning'),
    term(
      'Group discipline',
      'political group action',
      'removed from committee',
      'removal from committee',
      'removal from committees',
      'whip withdrawn',
    ),
    term(
      'Contact restriction',
      'restriction on contact',
      'no contact',
      'contact restricted',
      'no contact with officers',
    ),
    term('Formal disciplinary action', 'disciplinary action', 'disciplinary', 'disciplinary hearing'),
    term('Suspension', 'suspended', 'interim suspension'),
  ],
};

export const supports: Vocabulary = {
  id: 'support',
  title: 'Support',
  terms: [
    term('No support', 'none', 'no', 'nil', 'not applicable', 'n/a', '-', 'declined', 'not needed'),
    term('Training', 'further training', 'learning and development', 'training required', 'l and d'),
    term('Coaching or mentoring', 'coaching', 'mentoring', 'mentor', 'buddy'),
    term('Mediation', 'facilitated conversation', 'facilitated meeting', 'restorative conversation'),
    term('Clearer roles', 'role clarification', 'guidance', 'guidance on roles', 'role profile'),
    term(
      'Change of working arrangements',
      'working arrangements',
      'change of contact',
      'workload',
      'adjustments',
    ),
    term('Wellbeing support', 'wellbeing', 'occupational health', 'counselling', 'employee assistance'),
    term('Support', 'support offered', 'support plan', 'support given', 'yes'),
  ],
};

/** How far apart in standing the people were: the Protocol asks that power be minded. */
export const seniorityGaps: Vocabulary = {
  id: 'seniority-gap',
  title: 'Seniority gap',
  terms: [
    term('No gap', 'none', 'no', 'same level', 'peers', '0', 'equal', 'similar'),
    term('Some gap', 'some', 'small', 'one or two grades', 'moderate', '1', '2'),
    term('Wide gap', 'wide', 'large', 'junior officer', 'significant', 'three or more grades', '3', 'yes'),
  ],
};

/** Whether those who should have known did: Assistant Director, portfolio holder, ward councillors. */
export const routeChecks: Vocabulary = {
  id: 'route-check',
  title: 'Contact route check',
  terms: [
    term('Route followed', 'followed', 'yes', 'y', 'right route', 'assistant director aware'),
    term('Route not followed', 'not followed', 'no', 'n', 'bypassed', 'breached', 'wrong route', 'breach'),
    term('Not applicable', 'n/a', 'na', 'no route needed', '-'),
    term('Not known', 'unknown', 'not checked', 'unclear', 'to be checked'),
  ],
};

/** Routes of law and procedure to which a matter may leave the Protocol. */
export const formalRoutes: Vocabulary = {
  id: 'formal-route',
  title: 'Formal route',
  terms: [
    term('None', 'no', 'protocol only', 'informal', 'n/a', '-', 'not applicable', 'within the protocol'),
    term(
      'Arrangements under the Localism Act 2011',
      'the arrangements',
      'arrangements',
      'localism act',
      'section 28',
      'standards arrangements',
      'code of conduct',
    ),
    term('Officer disciplinary procedure', 'disciplinary', 'disciplinary procedure', 'jnc procedure'),
    term('Statutory officer procedure', 'statutory officers', 'jnc statutory officers', 'independent panel'),
    term('Grievance procedure', 'grievance', 'dignity at work'),
    term('Whistleblowing', 'public interest disclosure', 'speaking up policy', 'pida'),
    term('Police', 'referred to police', 'police referral', 'crime report'),
    term('Safeguarding', 'safeguarding referral', 'lado', 'section 42', 'mash'),
    term('Ombudsman', 'lgsco', 'local government and social care ombudsman'),
    term('Information Commissioner', 'ico', 'data breach'),
    term('Health and safety', 'hse', 'riddor'),
    term('Employment tribunal', 'tribunal'),
  ],
};
