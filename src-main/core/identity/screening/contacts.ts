// Owns how ways to reach a person are found: e-mail, phone, postcode, National Insurance number, link, handle.
import type { Finding } from './finding.ts';

// Lengths are bounded and a run is begun once, so that a hostile text costs no more than a long one.
const email =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu;
const emailSpelt = /(?<![\w.-])[\w.-]{1,64}\s?(?:\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+/gi;
const link =
  /\b(?:https?:\/\/|www\.)[^\s<>"')]+|(?<![a-z0-9.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.(?:gov\.uk|co\.uk|org\.uk|nhs\.uk|ac\.uk|com|org|net|info|uk)\b(?:\/[^\s<>"')]*)?/gi;
const handle = /(?<![\p{L}\p{N}._@/])@[A-Za-z0-9_]{2,30}\b/gu;

/** Digits in the groups people write a British number in; the count of digits decides. */
const phone =
  /(?<![\d/.-])(?:(?:\+|00)44[\s.-]?(?:\(0\)[\s.-]?)?|\(?0)\d{1,5}\)?(?:[\s.-]?\d{2,8}){1,4}(?![\d/])/g;
const extension = /\b(?:ext(?:ension|n)?|x)\.?\s?(\d{3,5})\b/gi;

const isPhone = (text: string): boolean => {
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+') || text.startsWith('00')) {
    const national = digits.replace(/^(?:00)?44/, '').replace(/^0/, '');
    return national.length === 9 || national.length === 10;
  }
  return /^0[1-9]/.test(digits) && (digits.length === 10 || digits.length === 11);
};

/** The published format of British postcodes; an ordinal ("M1 2nd") is none. */
const postcode =
  /\b(?:GIR\s?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d(?:\d|[ABEHMNPRV-Y])?|\d[A-HJKPSTUW])\s?\d[ABD-HJLNP-UW-Z]{2})\b/gi;
const ordinal = /\d(?:st|nd|rd|th)$/;

/** Two letters, six digits, one of A to D; prefixes that are never issued are left out. */
const nationalInsurance =
  /\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/gi;

function all(
  text: string,
  pattern: RegExp,
  kind: Finding['kind'],
  keep: (found: string) => boolean = () => true,
) {
  const found: Finding[] = [];
  for (const match of text.matchAll(pattern)) {
    const words = match[0].replace(/[.,;:!?]+$/, '');
    if (keep(words)) found.push({ start: match.index, end: match.index + words.length, kind });
  }
  return found;
}

/** Ways to reach somebody in a text. E-mail addresses come before the links inside them. */
export function findContacts(text: string): Finding[] {
  const digits = /\d/.test(text);
  const dotted = text.includes('.');
  const mails = text.includes('@') ? all(text, email, 'e-mail') : [];
  const spelt = dotted && /[([]at[)\]]/i.test(text) ? all(text, emailSpelt, 'e-mail') : [];
  const links = dotted ? all(text, link, 'link') : [];
  const outside = (finding: Finding) =>
    ![...mails, ...spelt].some(({ start, end }) => finding.start < end && finding.end > start);
  return [
    ...mails,
    ...spelt,
    ...links.filter(outside),
    ...(text.includes('@') ? all(text, handle, 'handle').filter(outside) : []),
    ...(digits ? all(text, phone, 'phone', isPhone) : []),
    ...(digits ? all(text, extension, 'phone') : []),
    ...(digits ? all(text, nationalInsurance, 'national-insurance') : []),
    ...(digits ? all(text, postcode, 'postcode', (found) => !ordinal.test(found)) : []),
  ];
}
