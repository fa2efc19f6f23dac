// Owns the command check: any finished workbook against the pack rules, as text or JSON, with or without a workspace.
import { Option } from 'commander';
import { errorCatalogue } from '#shared/errors.ts';
import type { CheckFinding, CheckReport, RuleSeverity } from '#shared/schemas/check.ts';
import { homeFolder } from '../places.ts';
import { type Desk, wholeNumber } from './command.ts';
import { number } from './print.ts';
import { withSession } from './session.ts';

const headings: readonly (readonly [severity: RuleSeverity, title: string])[] = [
  ['E', 'Errors: each stops the release'],
  ['W', 'Warnings'],
  ['I', 'Good to know'],
];
const mostShown = 8;

const place = ({ sheet, cell, part }: CheckFinding): string => {
  const where = sheet === null ? '' : cell === null ? sheet : `${sheet}!${cell}`;
  return [where, part].filter((word) => word !== null && word !== '').join(', ') || 'workbook';
};

function ruleLines(findings: readonly CheckFinding[], title: string, total: number): string[] {
  const [first] = findings;
  if (!first) return [];
  const shown = findings.slice(0, mostShown);
  const left = total - shown.length;
  return [
    `  ${first.rule}  ${title} (${number(total)})`,
    ...shown.map((finding) => `       ${place(finding)}: ${finding.message}`),
    ...(left > 0 ? [`       and ${number(left)} more (--json lists them)`] : []),
    `       How to mend it: ${first.hint}`,
  ];
}

/** The report for people: findings by severity and rule, then what could not be checked. */
export function checkText(report: CheckReport): string {
  const { counts, rules, findings } = report;
  const groups = headings.flatMap(([severity, title]) => {
    const broken = rules.filter((rule) => rule.severity === severity && rule.findings > 0);
    if (broken.length === 0) return [];
    const lines = broken.flatMap((rule) =>
      ruleLines(
        findings.filter((finding) => finding.rule === rule.id),
        rule.title,
        rule.findings,
      ),
    );
    return ['', title, ...lines];
  });
  const state = (wanted: string): number => rules.filter((rule) => rule.state === wanted).length;
  const unasked = rules.filter(({ state }) => state === 'not-checkable');
  return [
    `${report.file}, profile ${report.profile}: ${number(counts.errors)} errors, ${number(counts.warnings)} warnings, ${number(counts.information)} for information`,
    `${number(state('pass'))} rules kept, ${number(state('fail'))} broken, ${number(state('not-in-profile'))} not of this profile, ${number(unasked.length)} not checkable`,
    ...groups,
    ...(unasked.length === 0 ? [] : ['', 'Not checkable']),
    ...unasked.map(({ id, note }) => `  ${id}  ${note ?? ''}`),
  ].join('\n');
}

interface CheckOptions {
  profile: 'published' | 'committee';
  base: number;
  count: number;
}

export function addCheckCommand({ program, terminal, common, give }: Desk): void {
  program
    .command('check')
    .argument('<file.xlsx>')
    .description('check any finished workbook against the pack rules')
    .addOption(
      new Option('--profile <profile>', 'for publication, or for committee papers')
        .choices(['published', 'committee'])
        .default('published'),
    )
    .option('--base <n>', 'smallest number of answers that a result may rest on', wholeNumber(2, 100), 10)
    .option('--count <n>', 'smallest count that is shown where small ones are hidden', wholeNumber(2, 100), 5)
    .action((path: string, { profile, base, count }: CheckOptions) =>
      withSession(terminal, common(), homeFolder(terminal.environment), async (session) => {
        const file = await session.hold(path);
        const thresholds = { minimumBase: base, minimumCount: count };
        const value = await session.ask('pack.check', { file, profile, thresholds });
        const failed = value.counts.errors > 0 ? { exit: errorCatalogue['check-failed'].exit } : {};
        give({ value, text: checkText(value), ...failed });
      }),
    );
}
