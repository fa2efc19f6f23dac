// Owns the words for packs: what was built, what there is, what a cell rests on, what differs.
import { formatDate } from '#shared/calendar.ts';
import type {
  DiffLine,
  ExplainedSource,
  Explanation,
  PackDiff,
  RowsBehind,
} from '#shared/schemas/explain.ts';
import type { IssuedPack, ListedPack, PackResult, PackVerdict, ShownFront } from '#shared/schemas/pack.ts';
import { lines, number, table } from './print.ts';

const day = (instant: string | null): string => (instant === null ? '' : formatDate(instant.slice(0, 10)));

export const packText = (pack: PackResult, out: string): string =>
  lines(
    `${pack.title} written to ${out} (${number(pack.bytes)} bytes), with its manifest beside it`,
    pack.standing === 'draft'
      ? `It is a draft of issue ${pack.issue}, kept as ${pack.pack}`
      : `It is issue ${pack.issue}, released ${day(pack.releasedAt)}`,
    table(
      [
        { title: 'Sheet' },
        { title: 'Title' },
        { title: 'Rows', right: true },
        { title: 'Charts', right: true },
      ],
      pack.sheets.map(({ name, title, rows, charts }) => [name, title, number(rows), number(charts)]),
    ),
    ...pack.sheets.flatMap(({ name, missing }) => (missing === null ? [] : [`  ${name}: ${missing}`])),
    ...pack.notes.map(({ text }) => `  note: ${text}`),
    pack.standing === 'draft' && `The Monitoring Officer releases it: candour pack release ${pack.pack}`,
  );

const standing = ({ standing: state, stale }: ListedPack): string => (stale ? 'draft, out of date' : state);

export const packsText = (packs: readonly ListedPack[]): string =>
  packs.length === 0
    ? 'No pack has been built.'
    : table(
        [
          { title: 'Pack' },
          { title: 'Edition' },
          { title: 'Twin' },
          { title: 'Period' },
          { title: 'Issue', right: true },
          { title: 'Standing' },
          { title: 'Prepared by' },
          { title: 'Released by' },
        ],
        packs.map((one) => [
          one.pack,
          one.edition,
          one.circulation,
          one.period,
          String(one.issue),
          standing(one),
          one.preparedBy,
          one.releasedBy ?? '',
        ]),
      );

export const issuedText = (packs: readonly IssuedPack[]): string =>
  packs.length === 0
    ? 'No pack has been released.'
    : lines(
        table(
          [
            { title: 'Pack' },
            { title: 'Title' },
            { title: 'Twin' },
            { title: 'Issue', right: true },
            { title: 'Released' },
            { title: 'Prepared by' },
            { title: 'Released by' },
            { title: 'Standing' },
          ],
          packs.map((one) => [
            one.pack,
            one.title,
            one.circulation,
            String(one.issue),
            day(one.releasedAt),
            one.preparedBy,
            one.releasedBy,
            one.standing,
          ]),
        ),
        ...packs.flatMap(({ pack, withdrawn }) =>
          withdrawn === null ? [] : [`  ${pack} was withdrawn ${day(withdrawn.at)}: ${withdrawn.reason}`],
        ),
      );

export const releasedText = (pack: PackResult, out: string | null): string =>
  lines(
    `${pack.reference} was ${pack.standing}`,
    `  SHA-256 ${pack.sha256}`,
    `  prepared by ${pack.preparedBy}, released by ${pack.releasedBy ?? 'nobody'}`,
    pack.replaces !== null && `  takes the place of issue ${pack.replaces.issue}`,
    pack.withdrawn !== null && `  withdrawn ${day(pack.withdrawn.at)}: ${pack.withdrawn.reason}`,
    out !== null && `  written to ${out}, with its manifest beside it`,
  );

export const verdictText = ({ reading, files }: PackVerdict): string =>
  lines(
    reading,
    ...files.map(
      ({ file, expected, found }) =>
        `  ${file}: ${expected}${found === expected ? '' : `, found ${found ?? 'nothing'}`}`,
    ),
  );

export const frontText = ({ edition, period, front, set, warnings }: ShownFront): string =>
  lines(
    `Cover of ${edition}, ${period}`,
    `  meeting date     ${front.meetingDate ?? 'to be set'}`,
    `  agenda item      ${front.agendaItem ?? 'to be set'}`,
    `  decision sought  ${front.decision}`,
    `  report owner     ${front.owner}`,
    `  contact          ${front.contact ?? 'to be set'}`,
    `  next update      ${front.nextUpdate ?? 'to be set'}`,
    `  exempt under     ${front.paragraphs.join(', ')}`,
    `  public interest  ${front.publicInterest ?? 'to be set'}`,
    set === null ? '  Nobody has typed anything yet.' : `  typed by ${set.by}, ${day(set.at)}`,
    ...warnings.map(({ text }) => `  warning: ${text}`),
  );

const hiddenWords = {
  itself: 'It is small by itself.',
  others: 'It is hidden for the sake of others: beside what is shown it would give a small one away.',
} as const;

const filterText = (filters: Readonly<Record<string, string>>): string =>
  Object.entries(filters)
    .map(([dimension, value]) => `${dimension} = ${value}`)
    .join(', ');

function sourceText(source: ExplainedSource): string {
  const { interval } = source;
  const filters = filterText(source.filters);
  return lines(
    `\n${source.title} (${source.metric}, version ${source.version}), ${source.unit}`,
    `  ${source.definition}`,
    `  period        ${source.period}`,
    source.group !== null && `  group         ${[source.group, source.across].filter(Boolean).join(', ')}`,
    filters !== '' && `  filters       ${filters}`,
    `  shown         ${source.shown}`,
    source.base !== null && `  base          ${number(source.base)}`,
    interval !== null &&
      `  interval      ${interval.lower.toFixed(1)} to ${interval.upper.toFixed(1)} (${Math.round(interval.level * 100)} per cent, ${interval.method})`,
    `  method        ${source.method}`,
    source.reason !== null && `  hidden        ${source.reason}`,
    source.hiddenFor !== null && `                ${hiddenWords[source.hiddenFor]}`,
    `  what is hidden  ${source.rule}`,
    `  clause        ${source.clause}`,
    `  take care     ${source.caveat}`,
    ...source.imports.map(
      ({ file, rows, rejected, importedAt, sha256 }) =>
        `  from          ${file}: ${number(rows)} rows, ${number(rejected)} rejected, imported ${day(importedAt)}, SHA-256 ${sha256}`,
    ),
    source.imports.length === 0 && '  from          no file',
    ...source.warnings.map(({ text }) => `  warning       ${text}`),
    `  today         ${source.today.reading}`,
  );
}

export const explanationText = (told: Explanation): string =>
  lines(
    `${told.sheet}!${told.cell} of ${told.pack.reference}${told.standing === 'withdrawn' ? ' (withdrawn)' : ''}`,
    told.reading,
    ...told.sources.map(sourceText),
  );

export const rowsText = ({ reading, sources }: RowsBehind): string =>
  lines(
    `\n${reading}`,
    ...sources.map((source) =>
      lines(
        `${source.title}, ${[source.period, source.group, source.across].filter(Boolean).join(', ')}: ${source.reading}`,
        ...source.rows.map(({ file, row, importId }) => `  ${file}, row ${row} (import ${importId})`),
      ),
    ),
  );

const kinds = {
  changed: 'changed',
  appeared: 'appeared',
  gone: 'went',
  hidden: 'became hidden',
  shown: 'became shown',
} as const;

const lineText = ({ kind, cell, cellBefore, row, column, before, after, why }: DiffLine): string =>
  lines(
    `  ${cell ?? cellBefore ?? ''} ${row}, ${column}: ${kinds[kind]}${before === null || after === null ? '' : ` from “${before}” to “${after}”`}`,
    `       ${why.map(({ text }) => text).join(' ')}`,
  );

export const diffText = ({ reading, causes, sheets }: PackDiff): string =>
  lines(
    reading,
    ...causes.map(({ text, lines: many }) => `  ${number(many)} ${many === 1 ? 'cell' : 'cells'}: ${text}`),
    ...sheets
      .filter((sheet) => sheet.lines.length > 0)
      .map((sheet) =>
        lines(
          `\n${sheet.sheet}${sheet.only === null ? '' : sheet.only === 'before' ? ' (the earlier pack alone)' : ' (the later pack alone)'}`,
          ...sheet.lines.map(lineText),
          sheet.more > 0 && `  and ${number(sheet.more)} more`,
        ),
      ),
  );
