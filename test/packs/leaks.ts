// Searches every byte of a public twin for what only its exempt twin may tell: each word and number of the exempt
// twin's own sheets, in the text of every part, in its names, in what lies between the parts, and in the manifest.
import { strFromU8, unzipSync } from 'fflate';
import type { DescribedPack } from '#core/packs/describe.ts';
import { type Cell, isDate, isLink, type SheetModel, type WorkbookModel } from '#core/packs/model.ts';
import { serialOf } from '#core/packs/serial.ts';

export interface Twin {
  readonly described: DescribedPack;
  readonly bytes: Uint8Array;
  readonly manifest: string;
}

const cellText = (cell: Cell): string[] => {
  if (typeof cell === 'string') return [cell];
  if (typeof cell === 'number') return [String(cell)];
  if (isDate(cell)) return [String(serialOf(cell.date))];
  return cell !== null && isLink(cell) ? [cell.text, cell.link] : [];
};

const textsOf = ({ name, title, lines, table, charts, missing }: SheetModel): string[] => [
  name,
  title,
  ...lines,
  ...(missing === undefined ? [] : [missing]),
  table.name,
  ...table.columns.map(({ header }) => header),
  ...table.rows.flatMap((row) => row.flatMap(cellText)),
  ...charts.flatMap((chart) => [chart.title, chart.alt, chart.xTitle, chart.yTitle]),
];

const allTexts = ({ title, subject, description, marking, reference, sheets }: WorkbookModel): string[] => [
  title,
  subject,
  description,
  marking,
  reference,
  ...sheets.flatMap(textsOf),
];

const plainXml = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** Short words and small numbers stand everywhere; these say something by themselves. */
const telling = (text: string): boolean => text.length >= 5;

/** What only the exempt twin says, whole texts as they stand in its cells. */
export function onlyExempt(open: Twin, exempt: Twin): string[] {
  const reasons = open.described.traces.flatMap(({ of }) => of.flatMap(({ reason }) => reason ?? []));
  const said = new Set([...allTexts(open.described.model), ...reasons]);
  const told = exempt.described.model.sheets.flatMap(({ title, lines, table }) => [
    title,
    ...lines,
    ...table.rows.flatMap((row) => row.flatMap(cellText)),
  ]);
  const own = new Set(told.filter((text) => telling(text) && !said.has(text)));
  const known = [...said].join('\n');
  return [...own].filter((text) => !known.includes(text));
}

/** Whether a text stands in another; a number must not be a piece of a longer one, or of a hash. */
const stands = (text: string, secret: string): boolean =>
  /^[\d.]+$/.test(secret)
    ? new RegExp(`(?<![\\w.])${secret.replaceAll('.', '\\.')}(?![\\w.])`).test(text)
    : text.includes(secret);

/** The parts of a package by name, each as text; "package" is the file as it lies, without unpacking. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const parts = new Map([['package', strFromU8(bytes, true)]]);
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    parts.set(name, `${name}\n${plainXml(strFromU8(content))}`);
  }
  return parts;
}

/** Where the public twin says what only the exempt one may: "part: text", none when it keeps silent. */
export function leaks(open: Twin, exempt: Twin): string[] {
  const secret = onlyExempt(open, exempt);
  const places = [...partsOf(open.bytes), ['manifest', open.manifest] as const];
  const found = places.flatMap(([place, text]) =>
    secret.filter((one) => stands(text, one)).map((one) => `${place}: ${one}`),
  );
  const sheets = new Set(open.described.model.sheets.map(({ name }) => name));
  const own = exempt.described.model.sheets.filter(({ name }) => !sheets.has(name));
  const named = own.flatMap(({ name }) =>
    places.filter(([, text]) => text.includes(name)).map(([place]) => `${place}: the sheet ${name}`),
  );
  return [...new Set([...found, ...named])];
}
