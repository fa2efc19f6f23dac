// Owns the sheet Summary: the findings of the pack, each with its figure, its base and a link to its sheet.
import { wordsCell } from './cells.ts';
import { type DraftCell, traced } from './draft.ts';
import { confidence, type Finding, figureText } from './findings.ts';
import { findingsOf } from './findings-by-edition.ts';
import { missingSentence, noteMarkers } from './lines.ts';
import type { PackContext, PackSheet } from './sheet.ts';

const rowOf = (context: PackContext, finding: Finding, index: number): DraftCell[] => [
  `F${index + 1}`,
  wordsCell(finding.text, finding.point),
  finding.point.suppressed === null
    ? wordsCell(figureText(finding), finding.point)
    : traced({ symbol: finding.point.suppressed }, 'value', finding.point),
  wordsCell(finding.compared, finding.point),
  wordsCell(finding.direction, finding.point),
  wordsCell(confidence(finding, context), finding.point),
  finding.asked,
  { link: finding.sheet, text: finding.sheet },
  noteMarkers(context, [finding.figure]),
];

export const summary: PackSheet = {
  id: 'Summary',
  title: 'Summary',
  definition: 'Up to eight findings, each with its figure, comparison, direction, base and sheet.',
  build: async (context) => {
    const findings = await findingsOf(context);
    const rows = findings.map((finding, index) => rowOf(context, finding, index));
    return {
      name: 'Summary',
      kind: 'summary',
      title: `Summary of findings, ${context.span.period.title}`,
      lines: [
        'Each row is one finding in words made by rule from its figure. It says what changed or did not, never why. No finding ranks people or departments, and none adds different measures into one score.',
      ],
      table: {
        name: 'summary_of_findings',
        columns: [
          { header: 'Ref', type: 'text' },
          { header: 'Finding', type: 'text', width: 46 },
          { header: 'Figure', type: 'text', width: 16 },
          { header: 'Compared with', type: 'text', width: 19 },
          { header: 'Direction', type: 'text', width: 20 },
          { header: 'Confidence', type: 'text', width: 19 },
          { header: 'What we ask the committee', type: 'text', width: 24 },
          { header: 'Sheet', type: 'text' },
          { header: 'Notes', type: 'text' },
        ],
        rows,
      },
      charts: [],
      ...(rows.length === 0 ? { missing: missingSentence(context, 'trends', []) } : {}),
    };
  },
};
