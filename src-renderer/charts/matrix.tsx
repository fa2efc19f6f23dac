// Shows a two-way figure as a real table: numbers in cells, shaded by size, hidden cells marked.
import type { Figure, FigurePoint } from '../../src-shared/schemas/figure.ts';
import { pointReading } from './words.ts';

const shades = 4;

const shadeOf = (point: FigurePoint | undefined, most: number): string | undefined =>
  point?.value && most > 0 ? `shade-${Math.max(1, Math.ceil((point.value / most) * shades))}` : undefined;

interface MatrixProps {
  readonly figure: Figure;
  /** What the rows and the columns are: "Raised by", "About". */
  readonly rowsAre: string;
  readonly columnsAre: string;
}

/** Rows are the figure's `group`, columns its `across`. */
export function Matrix({ figure, rowsAre, columnsAre }: MatrixProps) {
  const { points } = figure;
  const rows = [...new Set(points.map((point) => point.group))];
  const columns = [...new Set(points.map((point) => point.across))];
  const most = Math.max(0, ...points.map((point) => point.value ?? 0));
  const at = (group: string | null, across: string | null) =>
    points.find((point) => point.group === group && point.across === across);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls
    <section className="table-box" tabIndex={0} aria-label={`Table: ${figure.metric.title}`}>
      <table className="matrix">
        <caption className="only-heard">{`${figure.metric.title}: ${rowsAre} by ${columnsAre}`}</caption>
        <thead>
          <tr>
            <th scope="col" className="corner">{`${rowsAre} ↓  ${columnsAre} →`}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {column ?? 'All'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{points.find((point) => point.group === row)?.label ?? row ?? 'All'}</th>
              {columns.map((column) => {
                const point = at(row, column);
                return (
                  <td
                    key={column}
                    className={['number', shadeOf(point, most)].filter(Boolean).join(' ')}
                    title={point ? pointReading(figure, point) : undefined}
                  >
                    {point?.shown ?? '[z]'}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
