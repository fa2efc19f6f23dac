// Owns the six mechanisms by which section VII of the Protocol lets its effect be measured, and who may own one.
// The rule: an owner is a role, never a person; "not yet in place" is an honest answer.

export interface Mechanism {
  readonly id: string;
  readonly title: string;
  /** The kinds of data that are its evidence; `methods` narrows qualitative evidence. */
  readonly kinds: readonly string[];
  readonly methods?: readonly string[];
}

export const mechanismIds = [
  'surveys',
  'focus-groups',
  'workshops',
  'observation',
  'incident-reports',
  'performance-metrics',
] as const;

export type MechanismId = (typeof mechanismIds)[number];

export const mechanisms: Readonly<Record<MechanismId, Omit<Mechanism, 'id'>>> = {
  surveys: { title: 'Employee and councillor surveys', kinds: ['survey-response', 'survey-aggregate'] },
  'focus-groups': {
    title: 'Focus groups and interviews',
    kinds: ['qualitative-evidence'],
    methods: ['Focus group', 'Interview'],
  },
  workshops: { title: 'Workshops', kinds: ['qualitative-evidence'], methods: ['Workshop'] },
  observation: {
    title: 'Observation of meetings',
    kinds: ['qualitative-evidence'],
    methods: ['Observation'],
  },
  'incident-reports': { title: 'Incident reports', kinds: ['incident'] },
  'performance-metrics': {
    title: 'Performance metrics',
    kinds: ['absence-spell', 'absence-aggregate', 'workforce-snapshot', 'leaver', 'councillor-term'],
  },
};

/** Whose rows a kind (and, of qualitative evidence, a method) is evidence for; null for none of the six. */
export function mechanismOf(kind: string, method: string | null): MechanismId | null {
  const found = mechanismIds.find((id) => {
    const { kinds, methods } = mechanisms[id];
    return kinds.includes(kind) && (methods === undefined || (method !== null && methods.includes(method)));
  });
  return found ?? null;
}

export const inPlaceStates = ['yes', 'partly', 'not-yet'] as const;

export const ownerRoles = [
  'Monitoring Officer',
  'Deputy Monitoring Officer',
  'Director of People Services',
  'Chief Executive',
  'Chair of the Standards Committee',
  'Portfolio holder',
  'Head of Democratic Services',
  'Head of Internal Audit',
  'Assistant Director',
  'Standards analyst',
] as const;
