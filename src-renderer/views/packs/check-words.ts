// Owns the words of a check: the verdict, where a finding is, the report as text; findings by rule, errors first.
import type { CheckFinding, CheckReport, RuleSeverity } from '../../../src-shared/schemas/check.ts';
import { countText } from '../../wording.ts';
import { shortForm } from './pack-words.ts';

const severities: readonly RuleSeverity[] = ['E', 'W', 'I'];
export const severityWords: Readonly<Record<RuleSeverity, string>> = {
  E: 'Error',
  W: 'Warning',
  I: 'Good to know',
};

/** "Culture_survey B12 (survey_answers)". */
export function whereOf({ sheet, cell, part }: CheckFinding): string {
  const place = [sheet, cell].filter((piece) => piece !== null).join(' ');
  if (part === null) return place || 'The whole workbook';
  return place ? `${place} (${part})` : part;
}

/** The verdict in one sentence. */
export function verdictText({ counts, profile }: CheckReport): string {
  const { errors, warnings, information } = counts;
  const form = shortForm(profile).toLowerCase();
  if (errors + warnings + information === 0) return `Every rule of the ${form} form holds.`;
  const rest = [
    warnings > 0 ? countText(warnings, 'warning') : '',
    information > 0 ? `${countText(information, 'line', 'lines')} that is good to know` : '',
  ].filter(Boolean);
  const also = rest.length > 0 ? `${rest.join(' and ')}.` : '';
  return errors > 0
    ? `${countText(errors, 'error')}: it may not be released. ${also ? `Besides: ${also}` : ''}`
    : `No error. ${also}`;
}

/** The report as text, as it would be pasted into a message. */
export function reportText(report: CheckReport, findings: readonly CheckFinding[]): string {
  return [
    `${report.file}: ${verdictText(report)}`,
    `SHA-256 ${report.sha256}`,
    '',
    ...findings.map(
      (one) => `${one.rule} ${severityWords[one.severity]}. ${whereOf(one)}: ${one.message} ${one.hint}`,
    ),
  ].join('\n');
}

/** The findings of each rule, errors first, then in the order of the rules. */
export function byRule(findings: readonly CheckFinding[]): CheckFinding[][] {
  const groups = new Map<string, CheckFinding[]>();
  for (const finding of findings) {
    const key = `${severities.indexOf(finding.severity)} ${finding.rule}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b, 'en-GB', { numeric: true })).map(([, own]) => own);
}
