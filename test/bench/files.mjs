// Writes the large files that the benchmark imports, each like a real export.
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';

const samples = join(import.meta.dirname, '../../resources/samples/aldermere');

async function write(path, pieces) {
  const out = createWriteStream(path);
  for (const piece of pieces) if (!out.write(piece)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
}

const sampleSpells = () => {
  const [heading, ...lines] = readFileSync(join(samples, 'absence-itrent-2019-2022.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
  return { heading, lines: lines.filter((line) => /^\d+,.*,\d\d\/\d\d\/\d{4},/.test(line)) };
};

/** The sample council's spells again and again, each time of other people, until there are enough. */
export async function writeSpells(path, rows) {
  const { heading, lines } = sampleSpells();
  function* pieces() {
    yield `${heading}\n`;
    for (let copy = 0, left = rows; left > 0; copy++) {
      const part = lines.slice(0, left).map((line) => line.replace(/^(\d+)/, `$1-${copy}`));
      left -= part.length;
      yield `${part.join('\n')}\n`;
    }
  }
  await write(path, pieces());
}

const labels = [
  'Strongly agree',
  'Agree',
  'Neither agree nor disagree',
  'Disagree',
  'Strongly disagree',
  "Don't know",
  '',
];

/** A staff survey as Microsoft Forms exports it: seven columns about the answer, then the questions. */
export async function writeSurvey(path, respondents, questions) {
  const names = Array.from({ length: questions }, (_, index) => `I can speak up about matter ${index + 1}`);
  let state = 7;
  const random = (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  function* pieces() {
    yield `ID,Start time,Completion time,Email,Name,Directorate,Grade,${names.join(',')}\n`;
    for (let first = 1; first <= respondents; first += 1000) {
      const rows = [];
      for (let id = first; id < first + 1000 && id <= respondents; id++) {
        const day = String(1 + random(28)).padStart(2, '0');
        const answers = names.map(() => labels[random(labels.length)]);
        rows.push(
          `${id},${day}/06/2024 09:06:23,${day}/06/2024 09:16:23,anonymous,,Directorate ${random(7)},GR${1 + random(6)},${answers.join(',')}`,
        );
      }
      yield `${rows.join('\n')}\n`;
    }
  }
  await write(path, pieces());
}

/** A workbook of spells, twelve columns wide, with real dates and numbers. */
export async function writeWorkbook(path, rows) {
  const { heading, lines } = sampleSpells();
  const plain = lines.filter((line) => !line.includes('"')).map((line) => line.split(','));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: path,
    useSharedStrings: true,
    useStyles: true,
  });
  const sheet = workbook.addWorksheet('Absence');
  const cell = (text) => {
    const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
    if (year) return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  };
  sheet.addRow(heading.split(',')).commit();
  for (let index = 0; index < rows; index++) {
    const [person, ...cells] = plain[index % plain.length];
    sheet.addRow([`${person}-${Math.floor(index / plain.length)}`, ...cells.map(cell)]).commit();
  }
  await workbook.commit();
}
