// Owns the words for what a councillor holds (Protocol Appendix 1): a denominator, never a person.
import { term, type Vocabulary } from './vocabulary.ts';

export const councillorRoles: Vocabulary = {
  id: 'councillor-role',
  title: 'Councillor role',
  terms: [
    term('Leader', 'leader of the council', 'council leader'),
    term('Deputy Leader', 'deputy leader of the council'),
    term('Cabinet member', 'cabinet', 'portfolio holder', 'executive member', 'lead member'),
    term(
      'Committee chair',
      'chair',
      'committee chairman',
      'chairperson',
      'scrutiny chair',
      'vice chair',
      'deputy chair',
    ),
    term('Group leader', 'opposition leader', 'leader of the opposition', 'whip', 'group whip'),
    term('Mayor', 'lord mayor', 'deputy mayor', 'deputy lord mayor'),
    term('Member', 'councillor', 'backbench', 'backbencher', 'ward councillor', 'ward member', 'member only'),
  ],
};
