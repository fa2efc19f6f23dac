// Owns the words of the command line for people: aligned tables, receipts, previews, packs.
// The rule: it formats what the core answered and computes no number.
import type { ShownError } from '#shared/errors.ts';
import type { Catalogue } from '#shared/schemas/catalogue.ts';
import type { HeadingDrift, ImportRecord, Preview, Problem, Receipt } from '#shared/schemas/import.ts';
import type { SurveyQuestion } from '#shared/schemas/survey.ts';
import type { SettingChange, WorkspaceSummary } from '#shared/schemas/workspace.ts';

const count = new Intl.NumberFormat('en-GB');
export const number = (value: number): string => count.format(value);
const shownProblems = 10;

export interface Column {
  readonly title: string;
  readonly right?: boolean;
}

/** Rows under their headings in aligned columns; numbers to the right. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ title }, at) =>
    Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map(({ right }, at) => {
        const width = widths[at] ?? 0;
        const cell = cells[at] ?? '';
        return right ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [
    line(columns.map(({ title }) => title)),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
  ].join('\n');
}

export const lines = (...parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part.length > 0).join('\n');

/** A failure for people: what happened, then what to do. */
export const failureText = ({ message, hint }: ShownError): string =>
  `candour: ${message}\n         ${hint}\n`;

function problemLines(problems: readonly Problem[], total: number): string {
  const shown = problems.slice(0, shownProblems);
  const left = total - shown.length;
  return lines(
    ...shown.map(({ row, column, value, reason }) => `  row ${row}, ${column}: “${value}”: ${reason}`),
    left > 0 && `  and ${number(left)} more (--json lists them)`,
  );
}

export const receiptText = (receipt: Receipt): string =>
  lines(
    `${receipt.file}: ${number(receipt.accepted)} of ${number(receipt.read)} rows imported as ${receipt.kind} (${receipt.dialect}), ${number(receipt.rejected)} rejected`,
    receipt.replaced &&
      `  in place of import ${receipt.replaced.importId} (${receipt.replaced.file}, ${number(receipt.replaced.rows)} rows); undoing this one does not bring it back`,
    receipt.savedMapping && `  mapping “${receipt.savedMapping}”`,
    receipt.instrument && `  survey ${receipt.instrument}, wave ${receipt.wave}`,
    `  import ${receipt.importId}, SHA-256 ${receipt.sha256.slice(0, 16)}…`,
    problemLines(receipt.problems, receipt.problemCount),
    ...receipt.notes.map(({ text }) => `  note: ${text}`),
  );

const earlierWords: Readonly<Record<Preview['earlier'][number]['relation'], string>> = {
  'same-bytes': 'The same bytes as',
  'same-keys': 'Rows that are there already with',
  'same-wave': 'The same wave as',
  overlapping: 'The same days as',
};

/** What has changed in a file's headings since its mapping was saved, in words. */
export function driftText(drift: readonly HeadingDrift[]): string {
  const told = drift.map(({ header, change, was }) =>
    change === 'renamed' ? `“${was}” is now “${header}”` : `“${header}” is ${change}`,
  );
  return told.length === 0 ? 'headings as saved' : told.join(', ');
}

export const previewText = (preview: Preview): string =>
  lines(
    `${preview.name}: ${preview.kind} (${preview.dialect}), headings in ${preview.headerRows} row${preview.headerRows === 1 ? '' : 's'}`,
    `${number(preview.accepted)} of ${number(preview.read)} rows can be imported, ${number(preview.rejected)} would be rejected`,
    '',
    table(
      [
        { title: 'Heading' },
        { title: 'Field' },
        { title: 'Confidence', right: true },
        { title: 'Treatment' },
      ],
      preview.columns.map(({ header, field, confidence, treatment }) => [
        header,
        field ?? '',
        confidence.toFixed(2),
        treatment,
      ]),
    ),
    preview.savedMapping &&
      `Mapping “${preview.savedMapping.name}”: ${driftText(preview.savedMapping.drift)}.`,
    preview.covers && `Covers ${preview.covers.from} to ${preview.covers.to}.`,
    ...preview.unknownValues.map(
      ({ label, value, rows, suggestions }) =>
        `Not known as ${label}: “${value}” in ${number(rows)} row${rows === 1 ? '' : 's'}${suggestions.length > 0 ? `; perhaps ${suggestions.join(', ')}` : ''}.`,
    ),
    ...preview.earlier.map(
      ({ importId, file, relation, sharedRows }) =>
        `${earlierWords[relation]} import ${importId} (${file})${sharedRows > 0 ? `: ${number(sharedRows)} rows` : ''}.`,
    ),
    preview.missing.length > 0 && `Missing: ${preview.missing.join(', ')}`,
    problemLines(preview.problems, preview.problemCount),
    ...preview.notes.map(({ text }) => `note: ${text}`),
  );

export const importsText = (records: readonly ImportRecord[]): string =>
  records.length === 0
    ? 'Nothing has been imported yet.'
    : table(
        [
          { title: 'Import' },
          { title: 'Kind' },
          { title: 'File' },
          { title: 'Wave' },
          { title: 'Accepted', right: true },
          { title: 'Rejected', right: true },
          { title: 'When' },
          { title: 'In place of' },
        ],
        records.map((record) => [
          record.importId,
          record.kind,
          record.file,
          record.wave ?? '',
          number(record.accepted),
          number(record.rejected),
          record.importedAt,
          record.replaced ? `${record.replaced.file} (${record.replaced.importId})` : '',
        ]),
      );

const target = (what: string, days: number | null): string =>
  days === null ? `no days to ${what} are set` : `${what} within ${days === 1 ? '1 day' : `${days} days`}`;

export const workspaceText = ({ id, settings, imports, kinds }: WorkspaceSummary): string =>
  lines(
    `Workspace ${id}: ${settings.council}`,
    `  Protocol ${settings.adoptionDate === null ? 'not yet adopted' : `adopted ${settings.adoptionDate}`}`,
    `  survey groups under ${settings.minimumBase} answers are hidden; comments need ${settings.commentBase}`,
    `  counts of 1 to ${settings.smallCount - 1} are hidden in a split; of fewer than ${settings.percentBase} no percentage is written`,
    `  targets: ${target('acknowledge', settings.acknowledgeDays)}, ${target('close', settings.closeDays)}, ${target('induct', settings.inductionDays)}`,
    `  ${number(imports)} imports${kinds.length > 0 ? `: ${kinds.join(', ')}` : ''}`,
  );

const section = (title: string, entries: readonly { id: string; title: string }[]): string =>
  `${title}\n${entries.map((entry) => `  ${entry.id.padEnd(28)} ${entry.title}`).join('\n')}\n`;

export const catalogueText = ({ kinds, metrics, sheets, editions }: Catalogue): string =>
  lines(
    section('Kinds of data', kinds),
    section('Figures', metrics),
    section('Pack sheets', sheets),
    section('Pack editions', editions),
  );

export const questionsText = (questions: readonly SurveyQuestion[]): string =>
  table(
    [
      { title: 'Question' },
      { title: 'Instrument' },
      { title: 'Wave' },
      { title: 'Line' },
      { title: 'Linked by' },
      { title: 'Base', right: true },
      { title: 'Wording' },
    ],
    questions.map((question) => [
      question.question,
      question.instrument,
      question.wave,
      question.line,
      question.linkedBy,
      question.base === null ? '' : number(question.base),
      question.wording,
    ]),
  );

/** Changes of settings, the last first. */
export const settingChangesText = (changes: readonly SettingChange[]): string =>
  table(
    [{ title: 'When' }, { title: 'Setting' }, { title: 'From' }, { title: 'To' }, { title: 'By' }],
    changes.map(({ at, key, previous, value, by }) => [at, key, previous ?? '', value, by]),
  );
