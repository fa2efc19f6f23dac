// Native charts as written: bound to cells, cached values equal to them, gaps that cannot become zeros.
import { beforeAll, describe, expect, it } from 'vitest';
import { withContents } from '#core/packs/contents.ts';
import { columnLetter, planSheet } from '#core/packs/layout.ts';
import type { ChartModel } from '#core/packs/model.ts';
import { chartHeight, type PrintArea } from '#core/packs/page-layout.ts';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { demoModel } from './demo-model.ts';
import { cellsOf, openPackage } from './open-package.ts';

let parts: Map<string, string>;
beforeAll(async () => {
  parts = openPackage(await writeWorkbook(demoModel()));
});

const chart = (n: number, from = parts): string => from.get(`xl/charts/chart${n}.xml`) ?? '';
const sheetOfChart = new Map([
  [1, 4],
  [2, 4],
  [3, 5],
  [4, 6],
]);

/** The cell addresses of a reference, in order. */
function addresses(formula: string): string[] {
  return formula
    .replace(/^\(|\)$/g, '')
    .split(',')
    .flatMap((area) => {
      const [, column = '', from = '', to = from] =
        /\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(area) ?? [];
      const length = Number(to) - Number(from) + 1;
      return Array.from({ length }, (_, i) => `${column}${Number(from) + i}`);
    });
}

interface Drawn {
  readonly refs: string[];
  readonly cache: (string | undefined)[];
  readonly numeric: boolean;
}

function drawn(xml: string): Drawn[] {
  return [
    ...xml.matchAll(/<c:(num|str)Ref><c:f>([^<]*)<\/c:f>.*?<c:ptCount val="(\d+)"\/>(.*?)<\/c:\w+Cache>/g),
  ].map(([, kind, formula = '', count, points = '']) => {
    const cache: (string | undefined)[] = Array(Number(count)).fill(undefined);
    for (const [, i, value] of points.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)</g)) cache[Number(i)] = value;
    return { refs: addresses(formula), cache, numeric: kind === 'num' };
  });
}

describe('charts', () => {
  it('cache what their cells hold, and never point a value at a text cell', () => {
    let gaps = 0;
    for (const [n, sheet] of sheetOfChart) {
      const cells = cellsOf(parts, sheet);
      for (const { refs, cache, numeric } of drawn(chart(n))) {
        expect(refs.length).toBe(cache.length);
        refs.forEach((address, i) => {
          const cell = cells.get(address);
          if (numeric) expect(typeof cell === 'string').toBe(false);
          if (cell === undefined) gaps += 1;
          expect(cache[i]).toBe(cell === undefined ? undefined : String(cell));
        });
      }
    }
    expect(gaps).toBe(2 + 1 + 24 - 8 + 24 - 1 + 3);
  });

  it('show gaps as gaps, and hidden rows stay in their place', () => {
    for (const n of sheetOfChart.keys()) expect(chart(n)).toContain('<c:dispBlanksAs val="gap"/>');
    const rate = drawn(chart(3)).filter((item) => item.numeric)[0];
    expect(rate?.cache[6]).toBeUndefined();
    expect(rate?.cache[5]).toBe('4.4');
    expect(rate?.refs[6]).toBe(`H${Number(rate?.refs[5]?.slice(1)) + 1}`);
  });

  it('have titles, alternative text and accessible looks', () => {
    const drawing = parts.get('xl/drawings/drawing4.xml') ?? '';
    const alts = [...drawing.matchAll(/descr="([^"]+)"/g)].map((match) => match[1]);
    expect(alts).toHaveLength(2);
    for (const n of sheetOfChart.keys()) {
      expect([...chart(n).matchAll(/<c:title>/g)]).toHaveLength(3);
      expect(chart(n)).not.toMatch(/view3D|Chart3D|secondary/);
    }
    const looks = [
      ...chart(2).matchAll(
        /prstDash val="(\w+)"\/><a:round\/><\/a:ln><\/c:spPr><c:marker><c:symbol val="(\w+)"/g,
      ),
    ].map((m) => `${m[1]} ${m[2]}`);
    expect(looks).toEqual(['solid circle', 'dash square']);
    expect([...chart(3).matchAll(/symbol val="(\w+)"/g)].map((match) => match[1])).toEqual([
      'circle',
      'none',
      'none',
      'none',
      'triangle',
      'diamond',
    ]);
  });

  it('start bars at zero; a zoomed line says so', async () => {
    expect(chart(1)).toContain('<c:min val="0"/>');
    expect(chart(4)).toContain('<c:max val="100"/><c:min val="0"/>');
    const flat = async (kind: ChartModel['kind']): Promise<string> => {
      const model = demoModel();
      const rows = [100, 101, 102].map((value, i) => [`Year ${i + 1}`, value]);
      const sheets = model.sheets.map((sheet) => ({
        ...sheet,
        ...(sheet.name === 'Incidents'
          ? {
              table: { ...sheet.table, columns: sheet.table.columns.slice(0, 2), rows },
              charts: sheet.charts.map((c) => ({ ...c, kind })),
            }
          : {}),
      }));
      return chart(5, openPackage(await writeWorkbook({ ...model, sheets })));
    };
    const line = await flat('line');
    expect(line).toContain('does not start at zero');
    expect(Number(/<c:min val="([\d.]+)"/.exec(line)?.[1])).toBeGreaterThan(90);
    for (const kind of ['column', 'stacked-column', 'stacked-bar'] as const) {
      const bars = await flat(kind);
      expect(bars).toContain('<c:min val="0"/>');
      expect(bars).not.toContain('does not start at zero');
    }
  });

  it('have the legend between titles and plot, and bars the room for labels of three lines', () => {
    const place = (xml: string, part: 'legend' | 'plotArea') => {
      const own = new RegExp(`<c:${part}>.*?</c:manualLayout>`).exec(xml)?.[0] ?? '';
      const of = (name: string) => Number(new RegExp(`<c:${name} val="([\\d.]+)"/>`).exec(own)?.[1]);
      return { y: of('y'), h: of('h') };
    };
    const legends = [...parts].filter(
      ([name, xml]) => /charts\/chart/.test(name) && xml.includes('<c:legend>'),
    );
    expect(legends.length).toBeGreaterThan(1);
    for (const [, xml] of legends) {
      const legend = place(xml, 'legend');
      expect(legend.y).toBeGreaterThan(0.08);
      expect(legend.y + legend.h).toBeLessThan(place(xml, 'plotArea').y);
    }
    const sheets = withContents(demoModel()).sheets;
    const bars = sheets.flatMap(({ charts, table }) =>
      charts.filter(({ kind }) => kind === 'stacked-bar').map((own) => ({ own, rows: table.rows.length })),
    );
    expect(bars.length).toBeGreaterThan(0);
    for (const { own, rows } of bars) expect(chartHeight(own, rows)).toBeGreaterThan(48 * rows + 150);
  });

  it('stand right of the table, below one another, over no cell with content', () => {
    withContents(demoModel()).sheets.forEach((sheet, i) => {
      const plan = planSheet(sheet, i + 1, 'Contents');
      let last = 0;
      for (const { from, to } of plan.charts) {
        expect(from.column).toBeGreaterThan(sheet.table.columns.length);
        expect(from.row).toBeGreaterThanOrEqual(Math.max(last, plan.headerRow));
        expect(to.row).toBeGreaterThan(from.row);
        const holds = ({ left, top, right, bottom }: PrintArea) =>
          left <= from.column + 1 && top <= from.row + 1 && right >= to.column && bottom > to.row;
        expect(plan.printed.filter(holds)).toHaveLength(1);
        last = to.row;
      }
    });
    expect([1, 26, 27, 52, 53, 703].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'AAA']);
  });
});
