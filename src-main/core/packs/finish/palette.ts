// Owns how each kind of series looks: colour, dash and marker of the Analysis Function's palette.
// The rule: no two styles differ by colour alone, and each has at least 3:1 contrast with white.
import type { SeriesStyle } from '../model.ts';

export interface SeriesLook {
  readonly colour: string;
  /** Line width in points; 0 draws markers only. */
  readonly width: number;
  readonly dash: 'solid' | 'dash' | 'sysDot' | 'lgDashDot' | 'sysDash';
  readonly marker: 'none' | 'circle' | 'square' | 'triangle' | 'diamond';
  readonly markerSize: number;
  /** Colour of a value written on a bar of this series. */
  readonly label: string;
}

export const ink = '3D3D3D';
export const gridline = 'D9D9D9';
const white = 'FFFFFF';
const black = '000000';

const look = (
  colour: string,
  width: number,
  dash: SeriesLook['dash'],
  marker: SeriesLook['marker'],
  markerSize: number,
  label: string,
): SeriesLook => ({ colour, width, dash, marker, markerSize, label });

export const seriesLooks: Readonly<Record<SeriesStyle, SeriesLook>> = {
  value: look('767676', 2, 'solid', 'circle', 6, white),
  mean: look(ink, 1, 'solid', 'none', 5, white),
  limit: look(ink, 1.25, 'sysDash', 'none', 5, white),
  median: look(ink, 1.25, 'solid', 'none', 5, white),
  observed: look('767676', 0, 'solid', 'circle', 7, white),
  fitted: look('12436D', 2.25, 'solid', 'none', 5, white),
  counterfactual: look('F46A25', 2.25, 'dash', 'none', 5, white),
  band: look('767676', 1, 'sysDot', 'none', 5, white),
  event: look('801650', 0, 'solid', 'diamond', 8, white),
  signal: look('A285D1', 0, 'solid', 'square', 10, black),
  'signal-improving': look('12436D', 0, 'solid', 'triangle', 10, white),
  'signal-concerning': look('F46A25', 0, 'solid', 'diamond', 11, black),
  favourable: look('12436D', 2.25, 'solid', 'circle', 7, white),
  neutral: look('8C8C8C', 2.25, 'dash', 'square', 7, black),
  unfavourable: look('F46A25', 2.25, 'sysDot', 'triangle', 8, black),
  category1: look('12436D', 2.25, 'solid', 'circle', 7, white),
  category2: look('28A197', 2.25, 'dash', 'square', 7, black),
  category3: look('801650', 2.25, 'sysDot', 'triangle', 8, white),
  category4: look('F46A25', 2.25, 'lgDashDot', 'diamond', 8, black),
};

const categories = ['category1', 'category2', 'category3', 'category4'] as const;

/** The style of a series that names none, by its place in the chart. */
export const styleAt = (index: number): SeriesStyle => categories[index % 4] ?? 'category1';
