// Owns the steps of awareness of the Protocol and of the ways to raise a concern, and how a question's wording
// tells which of them it measures. A person may say otherwise.

export const awarenessSteps = ['heard', 'read', 'understood', 'route', 'used'] as const;
export type AwarenessStep = (typeof awarenessSteps)[number];

/** The words for each step, in their order. */
export const awarenessTitles: Readonly<Record<AwarenessStep, string>> = {
  heard: 'Have heard of the Protocol',
  read: 'Have read it',
  understood: 'Know what it expects',
  route: 'Know how to raise a concern',
  used: 'Have used it, or are confident to',
};

const protocol = /\b(protocol|code of conduct)\b/i;
const concern = /\b(concern|complaint|issue|behaviour|conduct|breach)\w*\b/i;

/** The latest step that a wording fits, so that "confident to raise a concern" is not taken for knowing how. */
const rules: readonly (readonly [AwarenessStep, (wording: string) => boolean])[] = [
  [
    'used',
    (wording) =>
      (/\b(have|has) (used|raised|reported|made use)\b/i.test(wording) ||
        /\b(confident|comfortable|feel able|feel safe)\b.{0,40}\b(rais\w*|report\w*|us(e|ing)|appl(y|ying))\b/i.test(
          wording,
        )) &&
      (protocol.test(wording) || concern.test(wording)),
  ],
  [
    'route',
    (wording) =>
      /\b(know|aware|clear|understand)\b.{0,20}\b(how|where|whom?|the way|of the (route|process))\b/i.test(
        wording,
      ) &&
      /\b(rais\w*|report\w*|complain\w*|route|process)\b/i.test(wording) &&
      (concern.test(wording) || protocol.test(wording)),
  ],
  ['read', (wording) => protocol.test(wording) && /\b(read|looked at|opened)\b/i.test(wording)],
  [
    'understood',
    (wording) =>
      protocol.test(wording) && /\b(understand\w*|understood|expects?|what\b.{0,20}\bmeans)\b/i.test(wording),
  ],
  [
    'heard',
    (wording) =>
      protocol.test(wording) && /\b(heard of|aware|know (of|about|that)|familiar|seen)\b/i.test(wording),
  ],
];

/** The step that a wording measures; null where it measures none. */
export const awarenessStepOf = (wording: string): AwarenessStep | null =>
  rules.find(([, fits]) => fits(wording))?.[0] ?? null;
