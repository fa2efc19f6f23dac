// Owns the drawing part of a sheet: where each chart stands and its alternative text.
import type { SheetPlan } from '../layout.ts';
import type { Corner } from '../page-layout.ts';
import { declaration, officeRelations, xmlText } from './xml.ts';

const emuPerPixel = 9525;
const main = 'http://schemas.openxmlformats.org/drawingml/2006';

const cornerXml = (name: string, { column, row, dy }: Corner): string =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${dy * emuPerPixel}</xdr:rowOff></xdr:${name}>`;

/** The XML of a drawing part; its chart relationships are rId1, rId2 … in order. */
export function drawingXml(plan: SheetPlan): string {
  const anchors = plan.charts.map(({ chart, from, to }, i) => {
    const name = `${plan.sheet.name} chart ${i + 1}`;
    const properties = `<xdr:cNvPr id="${i + 2}" name="${xmlText(name)}" descr="${xmlText(chart.alt)}"/>`;
    const frame = `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${properties}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${main}/chart"><c:chart xmlns:c="${main}/chart" r:id="rId${i + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
    return `<xdr:twoCellAnchor editAs="oneCell">${cornerXml('from', from)}${cornerXml('to', to)}${frame}<xdr:clientData/></xdr:twoCellAnchor>`;
  });
  return `${declaration}<xdr:wsDr xmlns:xdr="${main}/spreadsheetDrawing" xmlns:a="${main}/main" xmlns:r="${officeRelations}">${anchors.join('')}</xdr:wsDr>`;
}
