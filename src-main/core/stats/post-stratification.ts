// One weight a group, so that the groups of a survey stand in the proportions of the headcount.
// Rule: a group with staff but no answers cannot be weighted up; it is told, never spread over the others.

/**
 * Weight of each group: headcount / respondents. Weights sum to the headcount of the groups that answered.
 * Source: Holt and Smith 1979, J R Stat Soc A 142:33.
 * Throws RangeError where a group with respondents has no headcount above zero.
 */
export function postStratification(
  respondents: Readonly<Record<string, number>>,
  headcount: Readonly<Record<string, number>>,
): { readonly weights: Readonly<Record<string, number>>; readonly silent: readonly string[] } {
  const answered = Object.entries(respondents).filter(([, count]) => count > 0);
  const weights = answered.map(([group, count]) => {
    const staff = headcount[group] ?? 0;
    if (!(staff > 0)) throw new RangeError(`There are answers from ${group} but no headcount for it.`);
    return [group, staff / count] as const;
  });
  const silent = Object.keys(headcount).filter((group) => headcount[group] && !respondents[group]);
  return { weights: Object.fromEntries(weights), silent };
}
