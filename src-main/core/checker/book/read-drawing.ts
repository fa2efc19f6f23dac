// Owns reading a drawing part: where its charts, pictures and shapes stand, and their alternative text.
import { child, type Element, textOf, within } from '../package/xml.ts';
import type { Anchor, Drawn } from './book.ts';
import type { Frame } from './read-chart.ts';

const emuPerColumn = 9525 * 64;
const emuPerRow = 9525 * 20;

interface Corner {
  readonly row: number;
  readonly column: number;
  readonly intoRow: boolean;
  readonly intoColumn: boolean;
}

function corner(element: Element | undefined): Corner | null {
  if (!element) return null;
  const number = (name: string): number => Number(textOf(child(element, name))) || 0;
  return {
    row: number('row'),
    column: number('col'),
    intoRow: number('rowOff') > 0,
    intoColumn: number('colOff') > 0,
  };
}

/** A frame given by its size reaches as far as cells of the usual size would. */
function anchorOf(element: Element): Anchor | null {
  const from = corner(child(element, 'from'));
  const to = corner(child(element, 'to'));
  if (from && to) return { from, to };
  const size = child(element, 'ext')?.attributes;
  if (!from || !size) return null;
  return {
    from,
    to: {
      row: from.row + Math.ceil(Number(size.cy) / emuPerRow),
      column: from.column + Math.ceil(Number(size.cx) / emuPerColumn),
      intoRow: false,
      intoColumn: false,
    },
  };
}

/** A chart's place in the drawing, and the relationship that leads to its part. */
export interface ChartFrame {
  readonly id: string;
  readonly frame: Frame;
}

export interface Drawing {
  readonly charts: readonly ChartFrame[];
  readonly drawn: readonly Drawn[];
}

/** Everything that a drawing part places on a sheet. */
export function readDrawing(root: Element | null): Drawing {
  const charts: ChartFrame[] = [];
  const drawn: Drawn[] = [];
  const anchors = root?.children.filter(({ name }) => name.endsWith('Anchor')) ?? [];
  for (const element of anchors) {
    const anchor = anchorOf(element);
    const [properties] = within(element, 'cNvPr');
    const { name = '', descr = '' } = properties?.attributes ?? {};
    const [chart] = within(element, 'chart');
    if (chart) charts.push({ id: chart.attributes.id ?? '', frame: { name, alt: descr, anchor } });
    else if ([...within(element, 'sp'), ...within(element, 'cxnSp')].length > 0)
      drawn.push({ kind: 'shape', name, alt: descr, anchor });
    else if ([...within(element, 'pic')].length > 0)
      drawn.push({ kind: 'picture', name, alt: descr, anchor });
    else drawn.push({ kind: 'shape', name, alt: descr, anchor });
  }
  return { charts, drawn };
}
