// Makes docs/checker.md from the catalogue of rules.
import { families } from '#core/checker/index.ts';

const severities = { E: 'E', W: 'W', I: 'I' } as const;
const cell = (text: string): string => text.replaceAll('|', '\\|');

const row = (rule: (typeof families)[number]['rules'][number]): string =>
  `| \`${rule.id}\` | ${severities[rule.severity]} | ${cell(rule.title)}${rule.profiles ? ` (${rule.profiles.join(', ')} only)` : ''} | ${cell(rule.how)} | ${cell(rule.mend)} | ${cell(rule.unseen ?? '')} |`;

/** The document as it has to be. */
export function checkerText(): string {
  const all = families.flatMap(({ rules }) => rules);
  const tables = families.map(({ letter, title, rules }) =>
    [
      `## ${letter}: ${title}`,
      '',
      '| Id | Severity | What it asks | How it is checked | How to mend it | What a finished file cannot show |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rules.map(row),
      '',
    ].join('\n'),
  );
  return `# The pack checker

\`candour check FILE.xlsx\` holds any finished workbook, ours or not, against ${all.length} rules and tells each breach with its sheet and
cell. It reads the file alone ([decision 0012](decisions/0012-the-checker-is-a-stranger.md)) and needs no workspace.

- \`--profile published\` (the default) is for publication, \`--profile committee\` for printed papers.
- \`--base N\` and \`--count N\` set the smallest base of a survey result (10) and the smallest count that is shown (5).
- \`--json\` prints the report: the rules with what became of each (pass, fail, not-checkable, not-in-profile), and the findings.
  A rule lists at most 200 findings and counts all.
- Severity **E** stops a release, **W** is to be looked at, **I** is good to know. The command ends with 0 where no E rule is
  broken and with 8 where one is; with 3 where the file cannot be read (locked, damaged, too large, no .xlsx).

The rules follow the Analysis Function’s guidance on releasing statistics in spreadsheets (S, T, N, F, D) and add charts (C),
safety (X) and disclosure (P). This list is made from the rules themselves, and a test keeps it so.

${tables.join('\n')}`;
}
