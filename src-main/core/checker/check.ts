// Owns the check of a finished workbook: open it, read it, hold every rule against it, report.
// The rule: it reads the file alone and knows nothing of how it was made; any workbook gets a report.
import type { CheckedRule, CheckFinding, CheckReport, CheckThresholds } from '#shared/schemas/check.ts';
import type { Book } from './book/book.ts';
import { readBook } from './book/read-book.ts';
import { openWorkbookPackage, whole } from './package/refuse.ts';
import { families } from './rules/index.ts';
import type { Asked, Breach, Profile, Rule } from './rules/rule.ts';

export interface CheckOptions {
  readonly fileName: string;
  /** The SHA-256 of the bytes, which goes into the report. */
  readonly sha256: string;
  readonly profile: Profile;
  readonly thresholds?: CheckThresholds;
}

/** What the worker is given. `name` is told where memory runs out. */
export interface CheckTask extends CheckOptions {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A rule that is broken everywhere lists this many findings; all are counted. */
const mostListed = 200;

function findingOf(rule: Rule, breach: Breach): CheckFinding {
  const { sheet, cell, part, message, hint } = breach;
  return {
    rule: rule.id,
    severity: rule.severity,
    sheet: typeof sheet === 'string' ? sheet : (sheet?.name ?? null),
    cell: cell ?? null,
    part: part ?? null,
    message,
    hint: hint ?? rule.mend,
  };
}

function apply(rule: Rule, family: string, book: Book, asked: Asked) {
  const { id, severity, title, unseen = null } = rule;
  const findings: CheckFinding[] = [];
  let count = 0;
  const told = (state: CheckedRule['state'], note: string | null): CheckedRule => ({
    id,
    family,
    severity,
    title,
    state,
    note,
    findings: count,
  });
  if (rule.profiles && !rule.profiles.includes(asked.profile))
    return {
      rule: told('not-in-profile', `It belongs to the profile ${rule.profiles.join(', ')}.`),
      findings,
    };
  const blocked = rule.blocked?.(book, asked) ?? null;
  if (blocked !== null) return { rule: told('not-checkable', blocked), findings };
  for (const breach of rule.check(book, asked)) {
    count += 1;
    if (findings.length < mostListed) findings.push(findingOf(rule, breach));
  }
  return { rule: told(count === 0 ? 'pass' : 'fail', unseen), findings };
}

/**
 * Checks a finished .xlsx against every pack rule.
 * @throws AppError file-empty, file-protected, file-format-refused, file-damaged, file-too-large
 */
export function checkWorkbook(bytes: Uint8Array, options: CheckOptions): CheckReport {
  const { fileName, sha256, profile } = options;
  const thresholds = options.thresholds ?? { minimumBase: 10, minimumCount: 5 };
  return whole(fileName, () => {
    const { pack, main } = openWorkbookPackage(bytes, fileName);
    const book = readBook(pack, main);
    const asked: Asked = { profile, fileName: fileName === '' ? null : fileName, thresholds };
    const applied = families.flatMap(({ title, rules }) =>
      rules.map((rule) => apply(rule, title, book, asked)),
    );
    const rules = applied.map(({ rule }) => rule);
    const count = (severity: string): number =>
      rules.reduce((sum, rule) => sum + (rule.severity === severity ? rule.findings : 0), 0);
    return {
      file: fileName,
      sha256,
      profile,
      sheets: book.sheets.map(({ name, kind }) => ({ name, kind })),
      rules,
      findings: applied.flatMap(({ findings }) => findings),
      counts: { errors: count('E'), warnings: count('W'), information: count('I') },
    };
  });
}
