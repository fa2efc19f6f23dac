// Owns which of the words of outcomes, sanctions and supports are an informal intervention under section VIII,
// and which words in the place of a name stand for nobody in particular.
// The rule: what was done counts, not what was alleged; help that somebody accepts is never held against them.
import { pseudonymiser } from '#core/identity/pseudonym.ts';

/** Done informally to change how somebody behaves: one of these makes an intervention. */
export const informalMeasures: readonly string[] = [
  'Words of advice',
  'Training',
  'Apology',
  'Mediation',
  'Informal resolution',
];

/** A case with one of these was not, or is no longer, dealt with informally. */
export const formalMeasures: readonly string[] = [
  'Breach found',
  'Censure',
  'Group discipline',
  'Contact restriction',
  'Formal disciplinary action',
  'Suspension',
  'Investigation',
  'Referred to police or safeguarding',
];

/** A case that ended like this found nothing, was taken back, or has not ended. */
export const countsForNothing: readonly string[] = ['No breach', 'Not in remit', 'Withdrawn', 'Pending'];

const noPerson: readonly string[] = [
  ...[
    'unknown',
    'not known',
    'unnamed',
    'anonymous',
    'anon',
    'not stated',
    'not recorded',
    'not given',
    'withheld',
  ],
  ...[
    'none',
    'nil',
    'no',
    'n/a',
    'na',
    'not applicable',
    'tbc',
    'tbd',
    'to be confirmed',
    '-',
    '--',
    '?',
    'x',
  ],
  ...[
    'several',
    'various',
    'multiple',
    'many',
    'all',
    'group',
    'others',
    'other',
    'several members',
    'several officers',
  ],
  ...[
    'various members',
    'various officers',
    'all members',
    'all officers',
    'members',
    'member',
    'councillors',
  ],
  ...[
    'councillor',
    'officers',
    'officer',
    'cllr',
    'public',
    'the council',
    'council',
    'committee',
    'parish council',
  ],
];

/** The pseudonyms that such words have become under a workspace's key: no pattern is of one person there. */
export function nobodies(workspaceKey: Uint8Array): ReadonlySet<string> {
  return new Set(noPerson.map(pseudonymiser(workspaceKey)));
}
