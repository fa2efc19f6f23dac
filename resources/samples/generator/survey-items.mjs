// What the two surveys ask. Items with `both` go to officers and councillors in the same words, so that their
// answers can be laid side by side. `mu` and `members` place the answers: 0 is 44 % agreeing, 0.5 is 64 %.

export const STEM = 'How far do you agree with these statements about your own work?';
export const AGREE = ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'];
export const OFTEN = ['Never', 'Rarely', 'Sometimes', 'Often', 'Always'];

/**
 * @typedef {{ id: string, theme: 'communication' | 'collaboration' | 'job satisfaction' | 'leadership' | 'respect' | 'awareness', text: string,
 *   both?: boolean, staff?: boolean, matrix?: boolean, often?: boolean, reversed?: boolean, crosses?: boolean, mu: number, members?: number }} Item
 *   `crosses` marks items about the other side, which some people cannot judge and answer N/A
 */

/** @type {Item[]} */
export const ITEMS = [
  { id: 'early', theme: 'communication', both: true, crosses: true, mu: 0.1, members: 0.05, text: 'Officers and councillors share information early enough to act on it' },
  { id: 'open', theme: 'communication', both: true, crosses: true, mu: 0.15, members: 0.55, text: 'Communication between officers and councillors is open and honest' },
  { id: 'surface', theme: 'communication', both: true, mu: 0.0, members: 0.25, text: 'People communicate problems early rather than put them off' },
  { id: 'informed', theme: 'communication', staff: true, mu: 0.45, text: 'I get the information I need to do my job well' },
  { id: 'manager', theme: 'communication', staff: true, mu: 0.6, text: 'My manager keeps me informed about decisions that affect my work' },
  { id: 'together', theme: 'collaboration', both: true, crosses: true, mu: 0.3, members: 0.75, text: 'Officers and councillors work well together for residents' },
  { id: 'roles', theme: 'awareness', both: true, crosses: true, mu: 0.05, members: 0.6, text: 'Officers and councillors are clear who is responsible for what' },
  { id: 'settle', theme: 'collaboration', both: true, crosses: true, mu: 0.1, members: 0.35, text: 'People cooperate to settle disagreements between themselves' },
  { id: 'purpose', theme: 'collaboration', both: true, mu: 0.2, members: -0.05, text: 'Joint work aims at results for residents, not process for its own sake' },
  { id: 'space', theme: 'collaboration', staff: true, crosses: true, mu: 0.0, text: 'Councillors trust officers to manage services' },
  { id: 'satisfied', theme: 'job satisfaction', both: true, mu: 0.5, members: 0.6, text: 'I am satisfied with my role overall' },
  { id: 'valued', theme: 'job satisfaction', both: true, mu: 0.25, members: 0.3, text: 'I feel valued for the work I do' },
  { id: 'recommend', theme: 'job satisfaction', staff: true, mu: 0.35, text: 'I would recommend the council as a place to work' },
  { id: 'workload', theme: 'job satisfaction', both: true, matrix: true, mu: 0.05, members: 0.0, text: 'I can manage my workload' },
  { id: 'balance', theme: 'job satisfaction', both: true, matrix: true, mu: 0.2, members: -0.1, text: 'My work leaves me enough time for the rest of my life' },
  { id: 'stay', theme: 'job satisfaction', staff: true, matrix: true, mu: 0.3, text: 'I want to stay at the council for the next two years' },
  { id: 'seniors', theme: 'leadership', both: true, mu: 0.2, members: 0.5, text: 'Senior officers set a good example in how they treat people' },
  { id: 'leaders', theme: 'leadership', both: true, crosses: true, mu: 0.0, members: 0.45, text: 'Political leaders set a good example in how they treat people' },
  { id: 'praise', theme: 'leadership', both: true, mu: 0.15, members: 0.4, text: 'Leaders here recognise good work' },
  { id: 'explain', theme: 'leadership', staff: true, mu: 0.05, text: 'Senior leaders give the reasons for their decisions' },
  { id: 'dignity', theme: 'respect', both: true, crosses: true, mu: 0.4, members: 0.85, text: 'Officers and councillors treat each other with dignity and courtesy' },
  { id: 'challenge', theme: 'respect', both: true, mu: 0.1, members: 0.65, text: 'It is safe to challenge a decision constructively' },
  { id: 'callout', theme: 'respect', both: true, mu: 0.05, members: 0.4, text: 'Bullying or discourteous behaviour is called out and not tolerated' },
  { id: 'frank', theme: 'respect', staff: true, crosses: true, mu: 0.1, text: 'I can give frank advice without worrying about my position' },
  { id: 'pressure', theme: 'respect', staff: true, reversed: true, crosses: true, mu: -1.0, text: 'I have felt under undue pressure from a councillor in the last 12 months' },
  { id: 'expects', theme: 'awareness', both: true, mu: -0.1, members: 0.3, text: 'I know what the Member Officer Protocol expects of me' },
  { id: 'raise', theme: 'awareness', both: true, mu: 0.2, members: 0.5, text: 'I know how to raise a concern about behaviour' },
  { id: 'timely', theme: 'communication', crosses: true, mu: 0, members: 0.1, text: 'Officers give me information that is timely and accurate' },
  { id: 'briefed', theme: 'communication', crosses: true, mu: 0, members: 0.3, text: 'Briefings prepare me well for the meetings I sit on' },
  { id: 'impartial', theme: 'collaboration', crosses: true, mu: 0, members: 0.35, text: 'I trust officers to advise every group impartially' },
  { id: 'reach', theme: 'collaboration', crosses: true, mu: 0, members: 0.05, text: 'Officers respond in good time when I get in touch' },
  { id: 'training', theme: 'leadership', mu: 0, members: 0.2, text: 'The training I was offered meets my needs as a councillor' },
  { id: 'seen', theme: 'respect', both: true, often: true, mu: -0.6, members: -0.75, text: 'How often in the last year did you see discourtesy between officers and councillors?' },
];

/** The item `raise` in its wording from 2023 on. */
export const REWORDED = 'I know how to raise a concern about the behaviour of an officer or a councillor';

export const BULLIED = 'In the last 12 months, have you been bullied or harassed at work?';
export const BULLIED_BY = 'If yes, by whom? Tick all that apply';
export const BULLIES = ['A colleague', 'A manager', 'A councillor', 'A member of the public'];
export const COMMENT = 'Is there anything you would like to add?';
export const MORE = 'Please tell us more';

/** Comments are put together from these, so that hardly two are the same. */
export const OPENERS = [
  'Things are better than two years ago', 'We hear about decisions too late', 'My team is supportive and the rest is mixed', 'Please stop changing the systems', 'More councillors should visit the depots', 'Good working relationship with our ward members',
  'Emails at the weekend still expect an answer', 'The workshops were useful', 'Nobody explains why a request was refused', 'Workload is the main problem, not people', 'I would not know whom to tell', 'The protocol is clear enough, using it is the test',
  'Recognition is rare but it counts', 'Casework replies are quicker now', 'Reports come out too late to read properly', 'Committee was better tempered this year', 'Challenge is welcomed by some and resented by others', 'Thank you for asking',
];
export const MIDDLES = ['although', 'and', 'but', 'mostly because', 'even if', 'while'];
export const ENDINGS = [
  'the pressure at budget time is hard on junior staff', 'we need plain guidance on who decides what', 'one conversation usually sorts it out', 'the tone in public is better than in private', 'my manager does listen', 'it depends on the chair',
  'nothing seems to follow from the last survey', 'new starters need a proper induction', 'social media makes it worse', 'people are tired after the restructure', 'the ward walks are worth keeping', 'I see both sides trying',
  'briefings help when they arrive early', 'praise would cost nothing', 'the same few names come up', 'trust takes time', 'home working has made it harder to talk', 'I would still recommend the place',
];

/** Free-text answers with planted, fictional personal data. */
export const INDISCREET = [
  'Ask Leanne Withercombe in payroll, she saw it all.', 'Cllr Gareth Tarranholt shouts at planning staff.', 'You can reach me on 07700 900312 if you want the details.', 'I wrote to keith.lanterdene@aldermere.example twice, no answer.',
  'My manager Usman Coldhurst has been brilliant.', 'Speak to Denise Farraworth or ring 01632 960288.',
];
