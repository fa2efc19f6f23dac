// The officer-side HR files, filled replica by replica and streamed to disk.

import { join } from 'node:path';
import { ITRENT, itrentRows, ORACLE, oracleRows, plantItrent, plantOracle, simulateSpells } from './absence.mjs';
import { textFile, writeText } from './out.mjs';
import { addTotals, MOVES, moveRows, plantMoves, plantSnapshot, SNAPSHOT, snapshotRows, TOTALS, totalRows } from './workforce.mjs';

/** @typedef {{ file: string, rows: number, defects: import('./defects.mjs').Defect[] }} Written */

/** @param {string} dir */
export function hrFiles(dir) {
  const open = (/** @type {string} */ file, /** @type {string[]} */ headings, /** @type {(rows: any[][]) => import('./defects.mjs').Defect[]} */ plantIn, /** @type {import('./out.mjs').TextStyle} */ style) => {
    const out = textFile(join(dir, file), style);
    out.append([headings]);
    return { file, out, plantIn, rows: 0, defects: /** @type {import('./defects.mjs').Defect[]} */ ([]) };
  };
  const itrent = open('absence-itrent-2019-2022.csv', ITRENT, plantItrent, {});
  const oracle = open('absence-oracle-2022-2025.csv', ORACLE, plantOracle, { encoding: 'utf8-bom' });
  const people = open('workforce-31-march.csv', SNAPSHOT, plantSnapshot, {});
  const moves = open('leavers-and-joiners.csv', MOVES, plantMoves, {});
  /** @type {Map<string, { d: number, name: string, heads: number, fte: number }>} */
  const totals = new Map();
  const put = (/** @type {typeof itrent} */ job, /** @type {any[][]} */ rows, /** @type {number} */ replica) => {
    if (replica === 0) job.defects = job.plantIn(rows);
    job.out.append(rows);
    job.rows += rows.length;
  };
  return {
    /** @param {import('./people.mjs').Officer[]} officers @param {number} replica */
    add(officers, replica) {
      const spells = simulateSpells(replica, officers);
      put(itrent, itrentRows(spells), replica);
      put(oracle, oracleRows(spells), replica);
      put(people, snapshotRows(officers), replica);
      put(moves, moveRows(officers), replica);
      addTotals(totals, officers);
    },
    /** @returns {Record<'itrent' | 'oracle' | 'people' | 'totals' | 'moves', Written>} */
    finish() {
      for (const job of [itrent, oracle, people, moves]) job.out.close();
      const rows = totalRows(totals);
      writeText(join(dir, 'workforce-quarter-totals.csv'), [TOTALS, ...rows]);
      return { itrent, oracle, people, moves, totals: { file: 'workforce-quarter-totals.csv', rows: rows.length, defects: [] } };
    },
  };
}
