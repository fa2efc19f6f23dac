// Owns what a sheet part needs beyond exceljs: links, its drawing and its table, the selected tab, the footer.
// The rule: elements go where the schema wants them; Excel repairs (and so alters) a file that breaks it.
import type { SheetPlan } from '../layout.ts';
import { columnLetter } from '../layout.ts';
import { isLink, type WorkbookModel } from '../model.ts';
import { limitsXml } from './limits.ts';
import { quotedSheet, xmlText } from './xml.ts';

/** A link shows the text of its cell. */
const linkXml = (cell: string, target: string): string =>
  `<hyperlink ref="${cell}" location="${xmlText(`${quotedSheet(target)}!A1`)}"/>`;

function hyperlinks(plan: SheetPlan): string {
  const above = plan.lines.flatMap((line, i) =>
    line.link === undefined ? [] : [linkXml(`A${i + 1}`, line.link)],
  );
  const inside = plan.rows.flatMap((row, r) =>
    row.flatMap((cell, c) =>
      isLink(cell) ? [linkXml(`${columnLetter(c + 1)}${plan.headerRow + 1 + r}`, cell.link)] : [],
    ),
  );
  const all = [...above, ...inside];
  return all.length === 0 ? '' : `<hyperlinks>${all.join('')}</hyperlinks>`;
}

const footer = (reference: string): string =>
  `<headerFooter><oddFooter>${xmlText(`&L${reference.replaceAll('&', '&&')}&RPage &P of &N`)}</oddFooter></headerFooter>`;

/** The sheet part with its limits, links, table (rId1), drawing (rId2) and, for a committee, a page footer. */
export function finishSheet(
  xml: string,
  plan: SheetPlan,
  plans: readonly SheetPlan[],
  model: WorkbookModel,
): string {
  const drawing = plan.charts.length > 0 ? '<drawing r:id="rId2"/>' : '';
  const tail = `${model.profile === 'committee' ? footer(model.reference) : ''}${drawing}<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`;
  const selected = plan.number === 1 ? '<sheetView tabSelected="1" ' : '<sheetView ';
  return xml
    .replace('<sheetView ', () => selected)
    .replace('<pageMargins', () => `${limitsXml(plan, plans)}${hyperlinks(plan)}<pageMargins`)
    .replace('</worksheet>', () => tail);
}
