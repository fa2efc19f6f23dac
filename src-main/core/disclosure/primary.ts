// Owns the first question of disclosure control: is a number too small to be shown on its own?

/**
 * Whether a group's number points at people. `present` says that there is anything in the group at all:
 * an amount that rests on no newly counted case (the second month of a spell) is still somebody's.
 */
export const isSmall = (quantity: number, threshold: number, present = quantity > 0): boolean =>
  present && quantity < threshold;
