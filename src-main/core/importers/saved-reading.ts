// Owns where a mapping says that the table is: the sheet and the rows of headings that a person once chose.
// The rule: it is followed where the headings found there are the mapping's own, and either way it is said.
import type { Mapping, Note, Reading, SavedMapping } from '#shared/schemas/import.ts';
import type { StageTask } from './stage-result.ts';

type Said = Pick<StageTask, 'sheet' | 'headerRows'>;

/** Which table of a file was read. */
interface Read {
  readonly sheet: string | null;
  readonly headerRows: number;
}

const said = ({ sheet, headerRows }: Reading = {}): Said => ({
  sheet: sheet ?? null,
  headerRows: headerRows ?? null,
});
const same = (a: Said, b: Said): boolean => a.sheet === b.sheet && a.headerRows === b.headerRows;

/** A way of reading a file that saved mappings name, and those mappings. */
export interface SavedWay {
  readonly way: Said;
  readonly saved: readonly SavedMapping[];
}

/**
 * The ways of reading a file that its saved mappings name, for what the analyst does not say: with their sheets,
 * or with their heading rows alone, for a sheet may have another name by now.
 */
export function savedWays(task: StageTask, part: 'whole' | 'heading-rows'): SavedWay[] {
  const named = (task.saved ?? [])
    .filter(({ kind }) => task.kind === null || kind === task.kind)
    .map((entry) => {
      const { sheet, headerRows } = said(entry.mapping.reading);
      const own = part === 'whole' ? sheet : null;
      return { entry, way: { sheet: task.sheet ?? own, headerRows: task.headerRows ?? headerRows } };
    })
    .filter(({ way }) => !same(way, task));
  return named
    .filter(({ way }, at) => named.findIndex((other) => same(way, other.way)) === at)
    .map(({ way }) => ({
      way,
      saved: named.filter((other) => same(way, other.way)).map(({ entry }) => entry),
    }));
}

/** A request with what its mapping says of how the file is read, where it does not say so itself. */
export const asMapped = (task: StageTask): StageTask => {
  const { sheet, headerRows } = said(task.mapping.reading);
  return {
    ...task,
    sheet: task.sheet ?? sheet,
    headerRows: task.headerRows ?? headerRows,
    encoding: task.encoding ?? task.mapping.reading?.encoding ?? null,
  };
};

/** What is kept of how a file was read: what was followed of its mapping, and what the analyst said beyond it. */
export function readingOf(
  mapping: Mapping,
  { sheet = mapping.reading?.sheet, headerRows = mapping.reading?.headerRows, encoding }: Reading = {},
): Pick<Mapping, 'reading'> {
  const decoded = encoding ?? mapping.reading?.encoding;
  const reading = {
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRows === undefined ? {} : { headerRows }),
    ...(decoded === undefined ? {} : { encoding: decoded }),
  };
  return Object.keys(reading).length === 0 ? {} : { reading };
}

const rowsWords = (rows: number): string => `headings in ${rows} ${rows === 1 ? 'row' : 'rows'}`;

/** What is told of a saved mapping's reading. `task` is what the analyst said, which needs no telling. */
export function readingNotes(name: string, { reading = {} }: Mapping, task: Said, read: Read): Note[] {
  const { sheet, headerRows } = reading;
  const followed = [
    ...(sheet !== undefined && sheet === read.sheet ? [`the sheet “${sheet}”`] : []),
    ...(headerRows !== undefined && headerRows === read.headerRows ? [rowsWords(headerRows)] : []),
  ];
  const notes: Note[] = [];
  if (followed.length > 0)
    notes.push({ code: 'read-as-saved', text: `Read as saved under “${name}”: ${followed.join(', ')}.` });
  const instead = (text: string) =>
    notes.push({ code: 'not-read-as-saved', text: `“${name}” was saved with ${text}` });
  if (sheet !== undefined && sheet !== read.sheet && task.sheet === null)
    instead(
      read.sheet === null
        ? `the sheet “${sheet}”; this file has no sheets.`
        : `the sheet “${sheet}”; here “${read.sheet}” was read, which holds its headings.`,
    );
  if (headerRows !== undefined && headerRows !== read.headerRows && task.headerRows === null)
    instead(`${rowsWords(headerRows)}; here they were found in ${read.headerRows}.`);
  return notes;
}

/** The mapping without what of its reading was not followed. */
export function asRead(mapping: Mapping, read: Read): Mapping {
  const { reading = {}, ...rest } = mapping;
  const { sheet, headerRows, encoding } = reading;
  const followed = readingOf(
    {},
    {
      ...(sheet === read.sheet ? { sheet } : {}),
      ...(headerRows === read.headerRows ? { headerRows } : {}),
      encoding,
    },
  );
  return { ...rest, ...followed };
}
