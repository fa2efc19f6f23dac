// Owns how a case was resolved, as sections VII and VIII of the Protocol put it: by those concerned, by
// advice, by training or support, by formal steps; and which outcomes find that the terms were not met.
// The rule: an outcome that names a step decides it; else the action taken does; else what a more general
// outcome comes to; else the stage reached. Sanction and support are counted apart from it.

export const resolutionSteps = [
  'Self-resolved',
  'Advice',
  'Training or support',
  'Formal',
  'No further action',
  'Open',
  'Not recorded',
] as const;

export type ResolutionStep = (typeof resolutionSteps)[number];

type Steps = Readonly<Record<string, ResolutionStep>>;

/** Outcomes and actions that name a step themselves. */
const named: Steps = {
  'Self-resolved': 'Self-resolved',
  'Words of advice': 'Advice',
  Training: 'Training or support',
  Support: 'Training or support',
  'Group discipline': 'Formal',
  'Contact restriction': 'Formal',
  'Formal disciplinary action': 'Formal',
};

/** Which step the words of a case come to, in the order in which they are asked. */
export const resolution: Readonly<Record<'outcome' | 'action' | 'general' | 'stage', Steps>> = {
  outcome: named,
  action: named,
  general: {
    'Informal resolution': 'Advice',
    'Breach found': 'Formal',
    Investigation: 'Formal',
    'No breach': 'No further action',
    'Not in remit': 'No further action',
    'Below threshold': 'No further action',
    'No further action': 'No further action',
    Withdrawn: 'No further action',
    'Left office': 'No further action',
  },
  stage: {
    'Self-resolved': 'Self-resolved',
    Advice: 'Advice',
    'Informal resolution': 'Advice',
    Training: 'Training or support',
    Investigation: 'Formal',
    Hearing: 'Formal',
    Formal: 'Formal',
  },
};

/** Outcomes that say whether the matter was found to be so (true) or not (false); the rest say neither. */
export const substantiated: Readonly<Record<string, boolean>> = {
  'Breach found': true,
  'Group discipline': true,
  'Contact restriction': true,
  'Formal disciplinary action': true,
  'No breach': false,
};
