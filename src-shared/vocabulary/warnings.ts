// Owns which warnings of a figure bear on the control limits that are drawn round it, and not on its numbers.

const ofLimits = [
  'short-series',
  'too-many-groups',
  'autocorrelation',
  'baseline-frozen',
  'rebased',
  'chart-suits',
];

/** Whether a warning matters only where control limits are shown. */
export const isOfLimits = ({ code }: { readonly code: string }): boolean => ofLimits.includes(code);
