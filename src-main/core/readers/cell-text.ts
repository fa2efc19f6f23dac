// Turns a workbook cell's stored value into the text an importer reads.
// The rule: dates as ISO, numbers as Excel shows them (15 digits), percentages with their sign,
// booleans in capitals, errors as text.
import { elements, unescapeXml, withoutSections } from './xml.ts';

/** How a number is meant, by its format. */
export type NumberStyle = 'plain' | 'date' | 'elapsed' | 'percent';

const dayMs = 86_400_000;
const builtInDates = /^(1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[57]|5[0-8])$/;

/** What a number format makes of a number: a date, a length of time, a percentage, or just a number. */
export function styleOfFormat(id: string, code: string | undefined): NumberStyle {
  if (code === undefined) {
    if (id === '46') return 'elapsed';
    if (id === '9' || id === '10') return 'percent';
    return builtInDates.test(id) ? 'date' : 'plain';
  }
  const [first = ''] = code.replace(/\\.|[*_].|"[^"]*"/g, '').split(';');
  if (/\[(h+|m+|s+)\]/i.test(first)) return 'elapsed';
  const bare = first.replace(/\[[^\]]*\]/g, '').replace(/general/gi, '');
  if (/[ymdhs]/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'plain';
}

/** The style of each cell format of a workbook, by its index. */
export function readStyles(xml: string): NumberStyle[] {
  const codes = new Map(elements(xml, 'numFmt').map(({ numFmtId, formatCode }) => [numFmtId, formatCode]));
  const formats = /<(?:[\w.-]+:)?cellXfs[\s>][\s\S]*?<\/(?:[\w.-]+:)?cellXfs>/.exec(xml)?.[0] ?? '';
  return elements(formats, 'xf').map(({ numFmtId = '0' }) => styleOfFormat(numFmtId, codes.get(numFmtId)));
}

/** The shared texts of a workbook, in order. Throws Error where the XML is cut or broken. */
export function readSharedStrings(xml: string): string[] {
  const texts: string[] = [];
  if (xml === '') return texts;
  const prefix = /<([\w.-]+:)sst[\s>]/.exec(xml)?.[1] ?? '';
  const plain = withoutSections(
    prefix === '' ? xml : xml.replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</'),
  );
  for (let at = plain.indexOf('<si'); at >= 0; at = plain.indexOf('<si', at)) {
    const open = plain.indexOf('>', at);
    if (plain.charCodeAt(open - 1) === 47) {
      texts.push('');
      at = open;
      continue;
    }
    const close = plain.indexOf('</si>', open);
    if (open < 0 || close < 0) throw new Error('a shared text is not closed');
    texts.push(textOfRuns(plain.slice(open + 1, close)));
    at = close;
  }
  if (!/<\/sst>\s*$|<sst[^>]*\/>\s*$/.test(plain.slice(-200)))
    throw new Error('the shared texts are cut short');
  return texts;
}

const runText = /<t(?:\s[^>]*)?>([^<]*)<\/t>/g;

/** The text of an inline or shared string: all its runs, without how it is pronounced. */
export function textOfRuns(xml: string): string {
  if (xml.startsWith('<t>') && xml.indexOf('<', 3) === xml.length - 4) return cellString(xml.slice(3, -4));
  const spoken = xml.includes('<rPh') ? xml.replace(/<rPh[\s>][\s\S]*?<\/rPh>/g, '') : xml;
  let text = '';
  for (const [, part = ''] of spoken.matchAll(runText)) text += cellString(part);
  return text;
}

/** Text as stored, its entities and Excel's own escapes (`_x000D_`) read. */
export function cellString(stored: string): string {
  const text = unescapeXml(stored);
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}

/** A number as Excel shows it in full: at most 15 digits, no float tail, no exponent below 1e21. */
export function numberText(stored: string): string {
  const value = Number(stored);
  if (Number.isNaN(value)) return cellString(stored);
  return String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(15)));
}

/** `52.5%` for a stored 0.525. */
export function percentText(stored: string): string {
  const value = Number(stored);
  return Number.isFinite(value) ? `${Number((value * 100).toPrecision(15))}%` : cellString(stored);
}

/** `36:30:00` for a stored 1.520833: hours may pass 24. */
export function elapsedText(stored: string): string {
  const value = Number(stored);
  if (!Number.isFinite(value) || Math.abs(value) > 1e7) return numberText(stored);
  const seconds = Math.round(Math.abs(value) * 86_400);
  const two = (part: number): string => String(part).padStart(2, '0');
  const hours = two(Math.floor(seconds / 3600));
  return `${value < 0 ? '-' : ''}${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/**
 * `2024-03-31`, `2024-03-31 09:05:00`, or `09:05:00` for a time without a day. Excel takes 1900 for a
 * leap year, so its day 60 is no day; what no calendar has is `#VALUE!`.
 */
export function dateText(stored: string, epoch1904: boolean): string {
  const serial = Number(stored);
  if (!Number.isFinite(serial)) return cellString(stored);
  const first = epoch1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const moment = first + Math.round(serial * 86_400) * 1000;
  if (serial < 0 || moment >= Date.UTC(10_000, 0, 1) || (!epoch1904 && Math.floor(serial) === 60))
    return '#VALUE!';
  const [day = '', time = ''] = new Date(moment).toISOString().slice(0, 19).split('T');
  if (moment - first < dayMs && time !== '00:00:00') return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** An ISO date as newer programs store it: `2024-03-31T09:05:00` as above. */
export const isoDateText = (stored: string): string =>
  cellString(stored)
    .replace(/(?:\.\d+)?Z?$/, '')
    .replace('T', ' ')
    .replace(/ 00:00:00$/, '');
