// Owns the charts of Culture_survey: the three sides of each question, a few themes to a chart.
// The rule: a chart has no more bars than can be read, and keeps a theme whole where it can.
import { formatDate } from '#shared/calendar.ts';
import type { FigurePoint } from '#shared/schemas/figure.ts';
import type { ChartModel } from '../model.ts';

const mostBars = 12;
const mostCharts = 6;

export interface DrawnLine {
  readonly survey: string;
  readonly theme: string;
  readonly wave: string;
  readonly now: FigurePoint;
}

/** Rows of the table that one chart draws, `to` not included. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly themes: readonly string[];
}

/** Themes in the order of the table, each cut where it has too many questions. */
function themeParts(lines: readonly DrawnLine[]): Part[] {
  const parts: Part[] = [];
  for (const [index, { survey, theme }] of lines.entries()) {
    const last = parts.at(-1);
    const first = last && lines[last.from];
    const same = first?.survey === survey && first.theme === theme;
    if (last && same && last.to - last.from < mostBars) parts[parts.length - 1] = { ...last, to: index + 1 };
    else parts.push({ from: index, to: index + 1, themes: [theme] });
  }
  return parts;
}

/** Neighbouring themes of one survey in one chart while they have room there. */
function joined(parts: readonly Part[], lines: readonly DrawnLine[]): Part[] {
  const charts: Part[] = [];
  for (const part of parts) {
    const last = charts.at(-1);
    const fits = last && part.to - last.from <= mostBars;
    if (last && fits && lines[last.from]?.survey === lines[part.from]?.survey) {
      charts[charts.length - 1] = { ...last, to: part.to, themes: [...last.themes, ...part.themes] };
    } else charts.push(part);
  }
  return charts;
}

function chartOf({ from, to, themes }: Part, lines: readonly DrawnLine[]): ChartModel {
  const { survey = '', wave = '' } = lines[from] ?? {};
  const day = formatDate(wave);
  return {
    kind: 'stacked-bar',
    title: `${survey}, ${day}: ${[...new Set(themes)].join('; ')}`,
    alt: `Stacked bar chart of favourable, neutral and unfavourable answers in per cent, ${survey.slice(0, 45)}, ${day}, the most favourable question of a theme first. Data in rows ${from + 1} to ${to} of the table on this sheet.`,
    categoryColumn: 'Question',
    xTitle: 'Question',
    yTitle: 'Per cent of answers',
    series: [
      { column: 'Favourable (per cent)', label: 'Favourable', style: 'favourable' },
      { column: 'Neutral (per cent)', label: 'Neutral', style: 'neutral' },
      { column: 'Unfavourable (per cent)', label: 'Unfavourable', style: 'unfavourable' },
    ],
    rows: { from, to },
  };
}

/** The charts of lines in the order of the table's rows, and what to say where not all are drawn. */
export function answerCharts(lines: readonly DrawnLine[]): { charts: ChartModel[]; lines: string[] } {
  const shown = (part: Part): boolean =>
    lines.slice(part.from, part.to).some(({ now }) => now.suppressed === null);
  const parts = joined(themeParts(lines), lines).filter(shown);
  return {
    charts: parts.slice(0, mostCharts).map((part) => chartOf(part, lines)),
    lines:
      parts.length > mostCharts
        ? [`Charts are drawn of the first ${mostCharts} groups of questions only; the table has them all.`]
        : [],
  };
}
