// Owns the words of incidents and complaints: allegations, channels, stages, outcomes, actions.
// Headings follow the LGA model code and sections VII and VIII of the Protocol.
import { term, type Vocabulary } from './vocabulary.ts';

export const allegations: Vocabulary = {
  id: 'category',
  title: 'Allegation',
  terms: [
    term(
      'Respect',
      'disrespect',
      'lack of respect',
      'failure to treat with respect',
      'courtesy',
      'discourtesy',
      'dignity and courtesy',
      'rudeness',
      'disrespect to officer',
      'disrespectful conduct',
    ),
    term(
      'Bullying, harassment and discrimination',
      'bullying',
      'harassment',
      'discrimination',
      'intimidation',
      'bullying or harassment',
      'bullying and harassment',
      'bullying, harassment or discrimination',
    ),
    term(
      'Impartiality of officers',
      'impartiality',
      'compromising impartiality',
      'pressure on officers',
      'undue pressure',
      'pressure on officer',
      'officer neutrality',
      'even-handedness',
    ),
    term(
      'Direction of staff',
      'directing staff',
      'directing officers',
      'seeking to direct staff',
      'going round the chain of command',
      'chain of command',
      'operational interference',
      'outside the scheme of delegation',
      'instructing officers',
    ),
    term(
      'Misleading a committee',
      'misleading committee',
      'misled committee',
      'misleading advice',
      'misleading members',
    ),
    term(
      'Information and briefing',
      'poor briefing',
      'withholding information',
      'information not provided',
      'access to information',
      'late information',
    ),
    term(
      'Disputed duties',
      'role dispute',
      'disagreement about duties',
      'dispute over responsibilities',
      'unclear responsibilities',
    ),
    term(
      'Confidentiality',
      'breach of confidentiality',
      'confidential information',
      'leak',
      'disclosure of confidential information',
    ),
    term('Disrepute', 'bringing the council into disrepute', 'bringing into disrepute'),
    term('Use of position', 'misuse of position', 'abuse of position', 'improper use of position'),
    term('Use of resources', 'misuse of resources', 'council resources', 'misuse of council resources'),
    term(
      'Complying with the code',
      'non-compliance with the code',
      'failure to cooperate',
      'failure to comply',
    ),
    term(
      'Interests',
      'declaration of interests',
      'conflict of interest',
      'failure to declare an interest',
      'undeclared interest',
      'non-declaration',
    ),
    term('Gifts and hospitality', 'gifts', 'hospitality'),
    term('Close personal familiarity', 'familiarity', 'personal relationship'),
    term('Trade union matters', 'trade union', 'trade union relations'),
    term('Social media', 'online conduct', 'social media post'),
  ],
};

export const channels: Vocabulary = {
  id: 'channel',
  title: 'Channel',
  terms: [
    term(
      'Meeting',
      'council meeting',
      'committee meeting',
      'in meeting',
      'committee',
      'formal meeting',
      'at a meeting',
      'public meeting',
    ),
    term('In person', 'face to face', 'in-person', 'site visit', 'informal meeting', 'corridor'),
    term('E-mail or letter', 'email', 'e-mail', 'letter', 'correspondence', 'written', 'e-mail'),
    term('Telephone', 'phone', 'call', 'phone call', 'telephone call'),
    term(
      'Online or social media',
      'social media',
      'online',
      'twitter',
      'facebook',
      'x',
      'whatsapp',
      'messaging',
    ),
    term('Other', 'other channel'),
  ],
};

export const stages: Vocabulary = {
  id: 'stage',
  title: 'Stage reached',
  terms: [
    term(
      'Self-resolved',
      'resolved between the parties',
      'self resolved',
      'owners resolved',
      'resolved by owners',
    ),
    term('Initial assessment', 'assessment', 'initial filter', 'initial', 'triage', 'received', 'filter'),
    term('Independent Person consulted', 'ip consulted', 'independent person'),
    term('Advice', 'words of advice', 'advice given', 'informal advice'),
    term('Training', 'learning and development', 'training agreed', 'l and d'),
    term('Informal resolution', 'informal', 'local resolution', 'mediation'),
    term('Investigation', 'formal investigation', 'investigating', 'under investigation'),
    term('Escalated', 'escalation', 'agreed to escalate'),
    term('Hearing', 'standards hearing', 'hearings panel', 'sub-committee hearing'),
    term('Formal', 'formal action', 'formal process', 'disciplinary'),
    term('Closed', 'complete', 'completed'),
  ],
};

export const outcomes: Vocabulary = {
  id: 'outcome',
  title: 'Outcome',
  terms: [
    term('Not in remit', 'outside remit', 'out of scope', 'not within remit', 'out of jurisdiction'),
    term('Below threshold', 'below the threshold', 'rejected', 'rejected at assessment', 'not accepted'),
    term('No further action', 'nfa', 'no action'),
    term('Withdrawn', 'withdrawn by complainant'),
    term('Left office', 'subject left office', 'resigned before conclusion'),
    term('Self-resolved', 'resolved between the parties'),
    term(
      'Informal resolution',
      'informally resolved',
      'informal',
      'local resolution',
      'apology',
      'mediation',
    ),
    term('Words of advice', 'advice', 'advice given', 'informal advice'),
    term('Training', 'further training', 'training required', 'learning and development'),
    term('Support', 'support offered', 'support plan', 'coaching', 'mentoring'),
    term('Breach found', 'breach', 'upheld', 'breach of the code', 'partly upheld', 'found in breach'),
    term('No breach', 'not upheld', 'no breach found', 'not in breach'),
    term('Group discipline', 'political group action', 'removed from committee'),
    term('Contact restriction', 'restriction on contact', 'no contact'),
    term('Formal disciplinary action', 'disciplinary action', 'disciplinary'),
    term('Investigation', 'referred for investigation', 'investigated'),
    term('Referred to police or safeguarding', 'police', 'referred to police', 'safeguarding'),
    term('Pending', 'ongoing', 'open', 'in progress', 'awaiting outcome', 'under consideration'),
  ],
};

/** Which of the outcomes are support (true) and which a sanction (false); the rest are neither. */
export const measures: ReadonlyMap<string, boolean> = new Map([
  ['Training', true],
  ['Support', true],
  ['Words of advice', false],
  ['Group discipline', false],
  ['Contact restriction', false],
  ['Formal disciplinary action', false],
]);

export const seriousness: Vocabulary = {
  id: 'seriousness',
  title: 'Seriousness',
  terms: [
    term('1 Low', '1', 'low', 'minor'),
    term('2 Moderate', '2', 'medium', 'moderate'),
    term('3 High', '3', 'high', 'serious', 'major'),
    term('4 Very high', '4', 'very high', 'critical', 'gross', 'very serious'),
  ],
};

export const schemes: Vocabulary = {
  id: 'scheme',
  title: 'Under which rules',
  terms: [
    term('Member-Officer Protocol', 'protocol', 'member officer protocol', 'mop'),
    term(
      'Member Code of Conduct',
      'code',
      'code of conduct',
      'member code',
      'model code',
      'councillor code of conduct',
    ),
    term('Officer Code of Conduct', 'officer code', 'employee code'),
  ],
};
