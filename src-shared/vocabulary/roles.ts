// Owns who may raise a matter and about whom it may be (Protocol VII and Appendix 1).
import { term, type Vocabulary } from './vocabulary.ts';

export const roles: Vocabulary = {
  id: 'role',
  title: 'Role',
  namesPeople: true,
  terms: [
    term(
      'Councillor',
      'member',
      'elected member',
      'cllr',
      'councillors',
      'members',
      'principal councillor',
      'city councillor',
      'cabinet member',
      'leader',
      'deputy leader',
      'portfolio holder',
    ),
    term('Parish or town councillor', 'parish', 'parish councillor', 'town councillor', 'parish member'),
    term('Co-opted member', 'co-optee', 'coopted', 'co opted', 'independent person'),
    term('Officer', 'officers', 'employee', 'staff', 'council officer', 'member of staff', 'staff member'),
    term(
      'Senior officer',
      'chief officer',
      'assistant director',
      'director',
      'chief executive',
      'head of service',
    ),
    term('Monitoring Officer', 'mo', 'deputy monitoring officer'),
    term('Clerk', 'parish clerk', 'town clerk'),
    term(
      'Public',
      'member of the public',
      'members of the public',
      'resident',
      'residents',
      'citizen',
      'constituent',
      'service user',
      'customer',
    ),
    term('MP', 'member of parliament'),
    term('Trade union', 'union', 'trade union representative'),
    term('Contractor or partner', 'contractor', 'partner', 'agency', 'agency worker'),
    term('Anonymous', 'anon', 'not named'),
    term('Several', 'several members', 'several officers', 'group', 'multiple'),
  ],
};

export const tiers: Vocabulary = {
  id: 'tier',
  title: 'Tier of council',
  terms: [
    term(
      'Principal',
      'principal council',
      'city',
      'city council',
      'county',
      'district',
      'borough',
      'unitary',
    ),
    term(
      'Parish or town',
      'parish',
      'town',
      'parish council',
      'town council',
      'local council',
      'community council',
    ),
  ],
};
