// Owns the last pass over the package: tables, native charts, styles, names, and bytes that never vary.
// The rule: every part added has its relationship and its content type, and is added once.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { columnLetter, type SheetPlan } from '../layout.ts';
import type { WorkbookModel } from '../model.ts';
import { chartXml } from './chart.ts';
import { drawingXml } from './drawing.ts';
import { continueStrings } from './shared-strings.ts';
import { finishSheet } from './sheet-parts.ts';
import { finishStyles } from './styles.ts';
import { tableXml } from './table.ts';
import { withTableRows } from './table-rows.ts';
import { declaration, quotedSheet, relationship, relationships, xmlText } from './xml.ts';

type Parts = Map<string, string>;
const officeTypes = 'application/vnd.openxmlformats-officedocument';

function edit(parts: Parts, name: string, change: (xml: string) => string): void {
  const xml = parts.get(name);
  if (xml === undefined) throw new Error(`the workbook writer left out ${name}`);
  parts.set(name, change(xml));
}

/** Adds a sheet's table, drawing and charts; answers the content types they need. */
function addSheetParts(parts: Parts, plan: SheetPlan, firstChart: number): string[] {
  const n = plan.number;
  const types = [override(`/xl/tables/table${n}.xml`, `${officeTypes}.spreadsheetml.table+xml`)];
  const links = [relationship('rId1', 'table', `../tables/table${n}.xml`)];
  parts.set(`xl/tables/table${n}.xml`, tableXml(plan));
  if (plan.charts.length > 0) {
    types.push(override(`/xl/drawings/drawing${n}.xml`, `${officeTypes}.drawing+xml`));
    links.push(relationship('rId2', 'drawing', `../drawings/drawing${n}.xml`));
    parts.set(`xl/drawings/drawing${n}.xml`, drawingXml(plan));
    const chartLinks = plan.charts.map(({ chart }, i) => {
      const name = `charts/chart${firstChart + i}.xml`;
      types.push(override(`/xl/${name}`, `${officeTypes}.drawingml.chart+xml`));
      parts.set(`xl/${name}`, chartXml(plan, chart));
      return relationship(`rId${i + 1}`, 'chart', `../${name}`);
    });
    parts.set(`xl/drawings/_rels/drawing${n}.xml.rels`, relationships(chartLinks));
  }
  parts.set(`xl/worksheets/_rels/sheet${n}.xml.rels`, relationships(links));
  return types;
}

const override = (part: string, type: string): string =>
  `<Override PartName="${part}" ContentType="${type}"/>`;

/** Print areas and the repeated header row of every sheet. */
function definedNames(plans: readonly SheetPlan[]): string {
  const names = plans.flatMap((plan, i) => {
    const sheet = xmlText(quotedSheet(plan.sheet.name));
    const area = plan.printed
      .map(
        ({ left, top, right, bottom }) =>
          `${sheet}!$${columnLetter(left)}$${top}:$${columnLetter(right)}$${bottom}`,
      )
      .join(',');
    const titles = `${sheet}!$${plan.headerRow}:$${plan.headerRow}`;
    return [
      `<definedName name="_xlnm.Print_Area" localSheetId="${i}">${area}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${titles}</definedName>`,
    ];
  });
  return `<definedNames>${names.join('')}</definedNames>`;
}

function customProperties(model: WorkbookModel): string {
  const property = (id: number, name: string, value: string): string =>
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${id}" name="${name}"><vt:lpwstr>${xmlText(value)}</vt:lpwstr></property>`;
  const all = property(2, 'Marking', model.marking) + property(3, 'Reference', model.reference);
  return `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${all}</Properties>`;
}

function pack(parts: Parts): Uint8Array {
  // A zip entry holds local wall-clock fields, so a local date gives the same bytes in every time zone.
  const mtime = new Date(1980, 0, 1, 12);
  const first = '[Content_Types].xml';
  const names = [first, ...[...parts.keys()].filter((name) => name !== first).sort()];
  const files: Zippable = {};
  for (const name of names) {
    files[name] = [strToU8(parts.get(name) ?? ''), { level: 4, mtime }];
    parts.delete(name);
  }
  return zipSync(files);
}

/** Turns what exceljs wrote into the finished workbook. */
export function finishWorkbook(
  written: Uint8Array,
  model: WorkbookModel,
  plans: readonly SheetPlan[],
): Uint8Array {
  const parts: Parts = new Map();
  for (const [name, bytes] of Object.entries(unzipSync(written))) {
    if (!name.endsWith('/')) parts.set(name, strFromU8(bytes));
  }
  const strings = continueStrings(parts.get('xl/sharedStrings.xml') ?? '');
  let references = 0;
  const types = [override('/docProps/custom.xml', `${officeTypes}.custom-properties+xml`)];
  let charts = 1;
  for (const plan of plans) {
    edit(parts, `xl/worksheets/sheet${plan.number}.xml`, (xml) => {
      const filled = withTableRows(finishSheet(xml, plan, plans, model), plan, strings);
      references += filled.texts;
      return filled.xml;
    });
    types.push(...addSheetParts(parts, plan, charts));
    charts += plan.charts.length;
  }
  edit(parts, 'xl/sharedStrings.xml', () => strings.xml(references));
  parts.set('docProps/custom.xml', customProperties(model));
  edit(parts, '_rels/.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      () => `${relationship('rId9', 'custom-properties', 'docProps/custom.xml')}</Relationships>`,
    ),
  );
  edit(parts, '[Content_Types].xml', (xml) => xml.replace('</Types>', () => `${types.join('')}</Types>`));
  edit(parts, 'xl/styles.xml', finishStyles);
  edit(parts, 'xl/theme/theme1.xml', (xml) =>
    xml.replace(/<a:latin typeface="(Cambria|Calibri)"/g, '<a:latin typeface="Arial"'),
  );
  edit(parts, 'xl/workbook.xml', (xml) => xml.replace('</sheets>', () => `</sheets>${definedNames(plans)}`));
  return pack(parts);
}
