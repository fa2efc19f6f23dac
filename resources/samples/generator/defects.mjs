// Planting faults on purpose: each is made at a stated place in a file's rows and listed in the manifest.

/**
 * @typedef {{ at: number, what: string, rejects?: boolean, where?: (row: any[]) => boolean, change?: (row: any[]) => void, duplicate?: boolean }} Plan
 *   `at` is the place as a share of the rows, 0 to 1, in rising order; `duplicate` repeats the row below itself and `change` then touches the copy only
 * @typedef {{ row: number, what: string, rejected: boolean }} Defect
 */

/**
 * Changes rows in place.
 * @param {any[][]} rows data rows, without headings
 * @param {number} headingRows records above the first data row
 * @param {Plan[]} plans
 * @returns {Defect[]} with record numbers counted from 1, headings included
 */
export function plant(rows, headingRows, plans) {
  const taken = new Set();
  return [...plans].sort((a, b) => a.at - b.at).map((plan) => {
    let i = Math.floor(plan.at * rows.length);
    while (i < rows.length && (taken.has(rows[i]) || (plan.where !== undefined && !plan.where(rows[i])))) i++;
    const row = rows[i];
    if (row === undefined) throw new Error(`No row for defect: ${plan.what}`);
    taken.add(row);
    const target = plan.duplicate ? [...row] : row;
    if (plan.duplicate) {
      taken.add(target);
      rows.splice(i + 1, 0, target);
      i += 1;
    }
    plan.change?.(target);
    return { row: headingRows + i + 1, what: plan.what, rejected: plan.rejects === true };
  });
}

/** @param {readonly string[]} headings @returns {(name: string) => number} the index of a heading, which must be there */
export const columnOf = (headings) => (name) => {
  const i = headings.indexOf(name);
  if (i < 0) throw new Error(`No column ${name}`);
  return i;
};
