// Writes a CSV of absence spells of any length, for tests that need a large file.
import { closeSync, openSync, writeSync } from 'node:fs';

/** `rows` spells of distinct people, day first, in 2023. */
export function writeSpells(path: string, rows: number): void {
  const file = openSync(path, 'w');
  writeSync(
    file,
    'Employee Number,Employee Name,Directorate,FTE,Absence Reason,Absence Start Date,Absence End Date,Working Days Lost\n',
  );
  const two = (value: number) => String(value).padStart(2, '0');
  for (let first = 0; first < rows; first += 10_000) {
    let text = '';
    for (let row = first; row < Math.min(rows, first + 10_000); row++) {
      const day = 13 + (row % 10);
      const month = two(1 + (row % 12));
      text += `E${row},Name ${row},Directorate ${row % 7},0.8,Stress,${day}/${month}/2023,${day + 3}/${month}/2023,${1 + (row % 4)}\n`;
    }
    writeSync(file, text);
  }
  closeSync(file);
}
