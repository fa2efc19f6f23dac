// Owns how the name of a survey tells whom it asks: officers or councillors (Protocol VII has one of each).

export type SurveySide = 'officers' | 'councillors';

const ofCouncillors = /\b(councill?ors?|cllrs?|members?|elected)\b/i;
const ofOfficers = /\b(officers?|staff|employees?|workforce|colleagues)\b/i;

/** Whom a survey of this name asks; null where its name tells neither or both. */
export function surveySide(instrument: string): SurveySide | null {
  const councillors = ofCouncillors.test(instrument);
  const officers = ofOfficers.test(instrument);
  if (councillors === officers) return null;
  return councillors ? 'councillors' : 'officers';
}
