// Writes docs/reference.md from the catalogue and the error catalogue, so that it cannot fall behind them.
import { errorCatalogue } from '#shared/errors.ts';
import type { Catalogue, KindCard } from '#shared/schemas/catalogue.ts';
import type { MetricCard } from '#shared/schemas/figure.ts';

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...headings), row(...headings.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');
const codes = (ids: readonly string[]): string => ids.map((id) => `\`${id}\``).join(', ');

const types: Readonly<Record<string, string>> = {
  identity: 'person',
  personal: 'personal details',
  'free-text': 'comments',
  text: 'text',
  category: 'one of a list',
  date: 'date',
  period: 'period',
  series: 'numbers, one column a period',
  number: 'number',
};
const treatments: Readonly<Record<KindCard['fields'][number]['treatment'], string>> = {
  stored: 'stored',
  pseudonym: 'becomes a pseudonym',
  'held-back': 'sealed until a person releases it',
  'not-imported': 'not stored',
};

function kindText({ id, title, definition, fields }: KindCard): string {
  const lists = fields
    .filter(({ values }) => values.length > 0)
    .map(({ id: field, values }) => `- \`${field}\`: ${values.join('; ')}.`);
  const rows = fields.map(({ id: field, label, type, required, treatment }) => [
    `\`${field}\``,
    label,
    types[type] ?? type,
    required ? 'yes' : '',
    treatments[treatment],
  ]);
  return [
    `### ${title} (\`${id}\`)`,
    definition,
    table(['Field', 'Known as', 'Holds', 'Needed', 'What is done'], rows),
    ...(lists.length > 0 ? [`Known values:\n\n${lists.join('\n')}`] : []),
  ].join('\n\n');
}

const better = {
  increase: 'higher is better',
  decrease: 'lower is better',
  neutral: 'no good or bad direction',
};
const charts = {
  xmr: 'control chart',
  t: 'chart of times between',
  line: 'line',
  column: 'columns',
  matrix: 'matrix',
};

function metricText(card: MetricCard): string {
  return [
    `### ${card.title} (\`${card.id}\`)`,
    card.definition,
    [
      `- Unit: ${card.unit}; ${better[card.direction]}. Drawn as: ${charts[card.chart]}. Definition version ${card.version}.`,
      `- Made from: ${codes(card.kinds)}. Asked for by the Protocol: ${card.clause}.`,
      `- Grains: ${codes(card.grains)}.`,
      `- Split or filter by: ${codes(card.dimensions)}.`,
      `- Take care: ${card.caveat}`,
    ].join('\n'),
  ].join('\n\n');
}

const errorRows = (): string[][] =>
  Object.entries(errorCatalogue).map(([code, { sentence, hint, exit }]) => [
    `\`${code}\``,
    sentence,
    hint,
    String(exit),
  ]);

/** The whole document. */
export function referenceText({ kinds, metrics, sheets, editions }: Catalogue): string {
  return `${[
    '# Reference',
    'Made from the catalogue by `npx vitest run test/unit/docs -u`; a test fails when it is not what the program says. The [user guide](user-guide.md) explains it.',
    '## Kinds of data',
    ...kinds.map(kindText),
    '## Figures',
    ...metrics.map(metricText),
    '## Pack sheets and editions',
    table(
      ['Sheet', 'Title', 'What it holds'],
      sheets.map(({ id, title, definition }) => [`\`${id}\``, title, definition]),
    ),
    table(
      ['Edition', 'Title', 'Sheets'],
      editions.map(({ id, title, sheets: own }) => [`\`${id}\``, title, own.join(', ')]),
    ),
    '## Errors',
    'Words in braces are filled in. The last column is the exit code of the command line.',
    table(['Code', 'What it says', 'What to do', 'Exit'], errorRows()),
  ].join('\n\n')}\n`;
}
