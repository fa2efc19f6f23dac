// Owns the texts of a workbook's cells: those that exceljs wrote, and those of the table rows after them.
// The rule: a text is stored once.
import { safeText, storedText } from '../safe-text.ts';
import { xmlText } from './xml.ts';

export interface SharedStrings {
  /** The index of a text, added where it is new. */
  indexOf(raw: string): number;
  /** The finished part; `references` is how often cells of table rows name one. */
  xml(references: number): string;
}

const item = (raw: string): string => {
  const text = xmlText(storedText(safeText(raw).text))
    .replaceAll('&#10;', '\n')
    .replaceAll('&#9;', '\t');
  return `<t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${text}</t>`;
};

/** The shared strings that continue the part `written`. */
export function continueStrings(written: string): SharedStrings {
  const items = [...written.matchAll(/<si>(.*?)<\/si>/gs)].map((match) => match[1] ?? '');
  const used = Number(/ count="(\d+)"/.exec(written)?.[1] ?? 0);
  const places = new Map(items.map((xml, index) => [xml, index]));
  const byText = new Map<string, number>();
  const add = (raw: string): number => {
    const xml = item(raw);
    const index = places.get(xml) ?? items.push(xml) - 1;
    places.set(xml, index);
    byText.set(raw, index);
    return index;
  };
  return {
    indexOf: (raw) => byText.get(raw) ?? add(raw),
    xml: (references) => {
      const head = written
        .slice(0, written.indexOf('<si>'))
        .replace(
          / count="\d+" uniqueCount="\d+"/,
          ` count="${used + references}" uniqueCount="${items.length}"`,
        );
      return `${head}${items.map((xml) => `<si>${xml}</si>`).join('')}</sst>`;
    },
  };
}
