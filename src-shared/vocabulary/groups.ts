// Owns which names of political groups mean that a councillor belongs to none.
// The rule: such councillors have no Whip and no group to stand in, so no split ever shows them by themselves.

/** "Independent", "Ind.", "No group", "Ungrouped", "Unaligned"; not "Community Independents". */
export const isLoneGroup = (name: string): boolean =>
  /^\s*(ind|ind\.|independents?|non[- ]?aligned|un(aligned|grouped|affiliated)|no (political )?(group|party)|none)(\s+(councillors?|members?))?\s*$/i.test(
    name,
  );
