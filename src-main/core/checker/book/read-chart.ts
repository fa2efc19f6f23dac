// Owns reading a chart part: its plots, axes, series, what is cached in it.
import { child, children, type Element, isOn, textOf, valOf, within } from '../package/xml.ts';
import type { Anchor, Axis, Chart, Series, SeriesData } from './book.ts';
import { type Colour, tinted } from './colours.ts';
import { parseAreas } from './references.ts';
import { decoded } from './strings.ts';

const themeNames: Readonly<Record<string, number>> = {
  lt1: 0,
  bg1: 0,
  dk1: 1,
  tx1: 1,
  lt2: 2,
  bg2: 2,
  dk2: 3,
  tx2: 3,
  accent1: 4,
  accent2: 5,
  accent3: 6,
  accent4: 7,
  accent5: 8,
  accent6: 9,
  hlink: 10,
  folHlink: 11,
};

/** The colour that a fill or line is drawn in; null for none or what is no plain colour. */
function solidColour(holder: Element | undefined, theme: readonly Colour[]): Colour | null {
  const fill = child(holder, 'solidFill');
  const plain = valOf(fill, 'srgbClr') ?? child(fill, 'sysClr')?.attributes.lastClr;
  if (plain !== undefined) return plain.toUpperCase();
  const scheme = child(fill, 'schemeClr');
  const base = theme[themeNames[scheme?.attributes.val ?? ''] ?? -1];
  if (!scheme || base === undefined) return null;
  const share = (name: string): number => Number(valOf(scheme, name) ?? 100_000) / 100_000;
  const off = Number(valOf(scheme, 'lumOff') ?? 0) / 100_000;
  return off > 0 ? tinted(base, off) : tinted(base, share('lumMod') - 1);
}

function readData(holder: Element | undefined): SeriesData | null {
  if (!holder) return null;
  const reference = holder.children.find(({ name }) => name.endsWith('Ref'));
  const literal = holder.children.find(({ name }) => name.endsWith('Lit') || name === 'v');
  if (!reference && !literal) return null;
  const formula = reference ? textOf(child(reference, 'f')) : null;
  const store = reference?.children.find(({ name }) => name.endsWith('Cache')) ?? literal;
  const points = [...within(store, 'pt')];
  const cache = store
    ? new Map(points.map((point) => [Number(point.attributes.idx), decoded(textOf(child(point, 'v'))).text]))
    : null;
  const count = store ? valOf(store, 'ptCount') : undefined;
  return {
    formula,
    areas: formula === null ? null : parseAreas(formula),
    cache,
    pointCount: count === undefined ? null : Number(count),
  };
}

/** A marker is drawn unless it says none; a plot of bars has none. */
function markerOf(element: Element, plot: string): string {
  if (plot !== 'lineChart' && plot !== 'scatterChart') return 'none';
  const marker = child(element, 'marker');
  return marker ? (valOf(marker, 'symbol') ?? 'auto') : 'auto';
}

function readSeries(element: Element, plot: string, theme: readonly Colour[]): Series {
  const shape = child(element, 'spPr');
  const line = child(shape, 'ln');
  const lines = plot === 'lineChart' || plot === 'scatterChart' || plot === 'radarChart';
  const lineDrawn = lines && child(line, 'noFill') === undefined;
  const at = Number(valOf(element, 'idx') ?? 0);
  const automatic = theme[4 + (at % 6)] ?? null;
  const markerColour = solidColour(child(child(element, 'marker'), 'spPr'), theme);
  const own = lines ? (lineDrawn ? solidColour(line, theme) : markerColour) : solidColour(shape, theme);
  const tx = child(element, 'tx');
  const nameData = readData(tx);
  const name = nameData?.cache?.get(0) ?? (child(tx, 'v') ? textOf(child(tx, 'v')) : null);
  const labels = child(element, 'dLbls');
  return {
    name,
    nameData: nameData?.formula ? nameData : null,
    categories: readData(child(element, 'cat') ?? child(element, 'xVal')),
    values: readData(child(element, 'val') ?? child(element, 'yVal')),
    colour: own ?? automatic,
    dash: valOf(line, 'prstDash') ?? 'solid',
    marker: markerOf(element, plot),
    lineDrawn,
    labelled: ['showVal', 'showSerName', 'showPercent', 'showCatName'].some((name) =>
      isOn(valOf(labels, name)),
    ),
    patterned: child(shape, 'pattFill') !== undefined,
    plot,
  };
}

const titleOf = (holder: Element | undefined): string => {
  const title = child(holder, 'title');
  const text = child(title, 'tx');
  const cached = [...within(text, 'v')].map(textOf).join(' ');
  return ([...within(text, 't')].map(textOf).join('') || cached).trim();
};

const readAxis = (element: Element): Axis => {
  const min = valOf(child(element, 'scaling'), 'min');
  return {
    kind: element.name,
    deleted:
      isOn(valOf(element, 'delete')) ||
      (child(element, 'delete') !== undefined && valOf(element, 'delete') === undefined),
    title: titleOf(element),
    min: min === undefined ? null : Number(min),
  };
};

export interface Frame {
  readonly name: string;
  readonly alt: string;
  readonly anchor: Anchor | null;
}

/** The chart that a part draws in a frame of the sheet; null where the part holds none. */
export function readChart(
  part: string,
  root: Element | null,
  frame: Frame,
  theme: readonly Colour[],
): Chart | null {
  const chart = child(root, 'chart');
  const area = child(chart, 'plotArea');
  if (!chart || !area) return null;
  const plots = area.children.filter(({ name }) => name.endsWith('Chart'));
  const hidden = isOn(valOf(chart, 'autoTitleDeleted'));
  const blanks = child(chart, 'dispBlanksAs');
  return {
    part,
    ...frame,
    title: hidden && !child(chart, 'title') ? '' : titleOf(chart),
    plots: plots.map(({ name }) => name),
    solid: child(chart, 'view3D') !== undefined || plots.some(({ name }) => /3D|surface/.test(name)),
    axes: area.children.filter(({ name }) => /^(cat|val|date|ser)Ax$/.test(name)).map(readAxis),
    series: plots.flatMap((plot) =>
      children(plot, 'ser').map((series) => readSeries(series, plot.name, theme)),
    ),
    blanksAs: blanks ? (blanks.attributes.val ?? 'zero') : null,
    background: solidColour(child(root, 'spPr'), theme) ?? 'FFFFFF',
  };
}
