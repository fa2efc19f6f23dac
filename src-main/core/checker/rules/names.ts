// Owns telling the name of a person from other words, as far as a list of given names and titles allows.
// The rule: rather miss a name than take a place or a body for one.

const given = new Set(
  `Aaron Abdul Adam Adrian Aisha Alan Alastair Albert Alexander Alexandra Alfie Alice Alison Amanda Amelia Amy Andrea Andrew
Angela Anita Ann Anna Anne Anthony Antony Barbara Barry Ben Benjamin Bernard Beverley Brenda Brian Bridget Carl Carol Caroline
Catherine Charles Charlotte Christina Christine Christopher Claire Clare Colin Craig Daniel Darren David Dawn Deborah Denise
Dennis Derek Diana Diane Donald Donna Dorothy Douglas Duncan Eileen Elaine Eleanor Elizabeth Emily Emma Eric Fatima Fiona
Frances Gareth Gary Gavin Geoffrey Gerald Gillian Gordon Graham Gwen Harriet Hazel Heather Helen Henry Howard Hugh Ian Imran
Irene Isabel Jacqueline James Jane Janet Janice Jasmine Jason Jean Jeffrey Jennifer Jeremy Jessica Joan Joanna Joanne John
Jonathan Joseph Josephine Joyce Judith Julia Julian Julie Karen Kate Katherine Kathleen Keith Kelly Kenneth Kevin Kirsty Laura
Lauren Lawrence Leanne Leonard Lesley Linda Lisa Louise Lucy Malcolm Margaret Maria Marie Marion Martin Mary Matthew Maureen
Megan Melanie Michael Michelle Mohammed Muhammad Nadia Natalie Neil Nicholas Nicola Nigel Olivia Oliver Pamela Patricia Patrick
Paul Paula Pauline Peter Philip Phillip Priya Rachel Raymond Rebecca Richard Robert Roger Ronald Rosemary Roy Ruth Samantha
Samuel Sandra Sarah Sean Shaun Sharon Sheila Shirley Simon Sophie Stephen Steven Stewart Stuart Susan Suzanne Sylvia Teresa
Terence Thomas Timothy Tracey Tracy Trevor Valerie Vanessa Vera Veronica Victoria Vincent Wendy William Yvonne Zoe`.split(
    /\s+/,
  ),
);
const places =
  /^(Street|Road|Lane|Ward|Park|Hall|House|School|Academy|Avenue|College|Close|Way|Square|Court|Hospital|Centre|Cross|Hill|Green|Church|Parish|Division|Station|Quay|Dock|Bridge|Place|Act|Report|Review|Committee|Council|Trust|Foundation|Survey|Day|Ltd|Limited)$/;

const body =
  /\b(council|authority|office|officer|department|directorate|service|services|team|committee|government|ministry|agency|nhs|university|borough|county|district|city|town|parish|board|trust|association|partnership|commission|society|group|limited|ltd|plc|llp|statistics|analysis|audit|candour)\b/i;

const titled = /\b(?:Cllr|Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame)\.? (?:[A-Z]\.? )?([A-Z][a-z]+(?:[-'][A-Z][a-z]+)?)/;
const pair = /\b([A-Z][a-z]+) ([A-Z][a-z]+(?:[-'][A-Z][a-z]+)?)\b/g;

/** The first name of a person in a text, or null. */
export function personIn(text: string): string | null {
  const found = titled.exec(text);
  if (found) return found[0];
  for (const [whole, first = '', last = ''] of text.matchAll(pair)) {
    if (given.has(first) && !places.test(last)) return whole;
  }
  return null;
}

/** Whether what is said to have made a file is a person, a login or a program, and no organisation. */
export function isPersonal(author: string): boolean {
  const text = author.trim();
  if (text === '' || body.test(text)) return false;
  if (/@|\\/.test(text)) return true;
  if (/^[a-z][a-z0-9._-]*$/.test(text) && /[\d._]/.test(text)) return true;
  if (/^[A-Z][a-z'-]+, ?[A-Z][a-z]*/.test(text)) return true;
  if (
    /^(unknown creator|user|admin|administrator|author|microsoft office user|windows user|xlsxwriter|exceljs)$/i.test(
      text,
    )
  )
    return true;
  return personIn(text) !== null;
}
