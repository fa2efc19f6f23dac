// One broken rule of charts a mutation (C01 to C07).
import type { Parts } from '../parts.ts';
import type { Mutation } from './mutation.ts';

const data = 'Complaints_by_period';
const inChart =
  (sheet: string, from: string | RegExp, to: string): Mutation['change'] =>
  (parts) =>
    parts.edit(parts.chart(sheet), from, to);
const alt = (parts: Parts, text: string): void =>
  parts.edit(parts.drawing('Culture_survey'), /descr="[^"]*"/, `descr="${text}"`);

/** A series of the trends chart again, under another name and look. */
function copySeries(parts: Parts, count: number): void {
  const chart = parts.chart('Trends_SPC');
  const series = /<c:ser>.*?<\/c:ser>/s.exec(parts.get(chart))?.[0] ?? '';
  const dashes = ['dash', 'sysDot', 'lgDash', 'dashDot', 'lgDashDot'];
  const copies = Array.from({ length: count }, (_, i) =>
    series
      .replace(/<c:tx>.*?<\/c:tx>/s, `<c:tx><c:v>Kind ${i}</c:v></c:tx>`)
      .replace(
        /<c:idx val="\d+"\/><c:order val="\d+"\/>/,
        `<c:idx val="${20 + i}"/><c:order val="${20 + i}"/>`,
      )
      .replace('<a:prstDash val="solid"/>', `<a:prstDash val="${dashes[i]}"/>`),
  );
  parts.edit(chart, '<c:marker val="1"/>', `${copies.join('')}<c:marker val="1"/>`);
}

export const chartMutations: readonly Mutation[] = [
  {
    rule: 'C01',
    what: 'a remembered number of its own',
    change: inChart(data, '<c:pt idx="0"><c:v>12</c:v></c:pt>', '<c:pt idx="0"><c:v>13</c:v></c:pt>'),
  },
  {
    rule: 'C01',
    what: 'numbers of another sheet',
    change: inChart(
      'Culture_survey',
      /(?<=<c:val><c:numRef><c:f>).*?(?=<\/c:f>)/,
      "'Cases_and_officers'!$C$8:$C$14",
    ),
  },
  {
    rule: 'C01',
    what: 'a remembered name of its own',
    change: inChart(data, '<c:v>About principal councillors</c:v>', '<c:v>About district councillors</c:v>'),
  },
  {
    rule: 'C01',
    what: 'numbers in the chart itself',
    change: inChart(
      data,
      /<c:val><c:numRef><c:f>.*?<\/c:f><c:numCache>(.*?)<\/c:numCache><\/c:numRef><\/c:val>/s,
      '<c:val><c:numLit><c:ptCount val="1"/><c:pt idx="0"><c:v>12</c:v></c:pt></c:numLit></c:val>',
    ),
  },
  { rule: 'C02', what: 'no alternative text', change: (parts) => alt(parts, '') },
  { rule: 'C02', what: 'a name for an alternative text', change: (parts) => alt(parts, 'Chart 1') },
  {
    rule: 'C02',
    what: 'an alternative text that goes on',
    change: (parts) =>
      alt(parts, `Stacked bar chart of the table on this sheet. ${'It goes on and on. '.repeat(20)}`),
  },
  {
    rule: 'C02',
    what: 'a text that names no kind of chart',
    change: (parts) =>
      alt(parts, 'Frequently is the largest share in each row. The data are in the table on this sheet.'),
  },
  {
    rule: 'C02',
    what: 'two charts of one text',
    change: (parts) => {
      const name = parts.drawing(data);
      const [first = ''] = /(?<=descr=")[^"]*/.exec(parts.get(name)) ?? [];
      parts.add(name, parts.get(name).replaceAll(/descr="[^"]*"/g, `descr="${first}"`));
    },
  },
  {
    rule: 'C03',
    what: 'no title',
    change: inChart(
      'Culture_survey',
      /(?<=<c:chart>)<c:title>.*?<\/c:title><c:autoTitleDeleted val="0"\/>/s,
      '<c:autoTitleDeleted val="1"/>',
    ),
  },
  {
    rule: 'C03',
    what: 'no axis title',
    change: inChart('Culture_survey', /(?<=<c:valAx>.*?)<c:title>.*?<\/c:title>/s, ''),
  },
  {
    rule: 'C03',
    what: 'three dimensions',
    change: inChart('Culture_survey', '<c:plotArea>', '<c:view3D/><c:plotArea>'),
  },
  {
    rule: 'C03',
    what: 'a second value axis',
    change: (parts) => {
      const chart = parts.chart('Culture_survey');
      const axis = /<c:valAx>.*?<\/c:valAx>/s.exec(parts.get(chart))?.[0] ?? '';
      parts.edit(chart, '</c:valAx>', `</c:valAx>${axis.replaceAll('500002', '500003')}`);
    },
  },
  { rule: 'C04', what: 'six lines', change: (parts) => copySeries(parts, 5) },
  { rule: 'C04', what: 'a colour of one’s own', change: inChart(data, /28A197/g, '008000') },
  {
    rule: 'C04',
    what: 'lines that differ by colour alone',
    change: (parts) => {
      const drawing = parts.drawing(data).replace('drawings/', 'drawings/_rels/').concat('.rels');
      const target = [...parts.get(drawing).matchAll(/Target="\.\.\/(charts\/[^"]+)"/g)][1]?.[1] ?? '';
      parts.edit(`xl/${target}`, '<c:symbol val="square"/>', '<c:symbol val="circle"/>');
      parts.edit(`xl/${target}`, '<a:prstDash val="dash"/>', '<a:prstDash val="solid"/>');
    },
  },
  {
    rule: 'C05',
    what: 'columns that do not start at zero',
    change: inChart(data, '<c:min val="0"/>', '<c:min val="5"/>'),
  },
  {
    rule: 'C06',
    what: 'gaps drawn as zero',
    change: inChart(data, '<c:dispBlanksAs val="gap"/>', '<c:dispBlanksAs val="zero"/>'),
  },
  {
    rule: 'C06',
    what: 'a hidden point remembered as zero',
    change: inChart(
      data,
      '<c:pt idx="4"><c:v>11</c:v></c:pt>',
      '<c:pt idx="3"><c:v>0</c:v></c:pt><c:pt idx="4"><c:v>11</c:v></c:pt>',
    ),
  },
  {
    rule: 'C06',
    what: 'a series that draws the mark itself',
    change: inChart(data, /(?<=<c:val><c:numRef><c:f>).*?(?=<\/c:f>)/, "'Complaints_by_period'!$C$8:$C$13"),
  },
  {
    rule: 'C07',
    what: 'a chart over the table',
    change: (parts) => {
      parts.edit(parts.drawing('Culture_survey'), /(?<=<xdr:from><xdr:col>)\d+/, '1');
      parts.edit('xl/workbook.xml', /'Culture_survey'!\$A\$1:[^<]*/, "'Culture_survey'!$A$1:$Z$99");
    },
  },
  {
    rule: 'C07',
    what: 'a chart over a cell',
    change: (parts) =>
      parts.append('Culture_survey', 10, '<c r="H10" s="2" t="inlineStr"><is><t>Beside</t></is></c>'),
  },
];
