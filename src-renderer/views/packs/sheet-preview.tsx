// One sheet as it will look: title, lines above, table, charts; what is missing; what is hidden and why.
import { useState } from 'react';
import type { PackPreview, PreviewSheet } from '../../../src-shared/schemas/pack-preview.ts';
import { SheetChart } from '../../charts/sheet-chart.tsx';
import { ExplainDialog } from './explain-dialog.tsx';
import { hiddenText, placeOf } from './pack-words.ts';
import { type CellPlace, PreviewTable } from './preview-table.tsx';

interface SheetPreviewProps {
  readonly preview: PackPreview;
  readonly sheet: PreviewSheet;
  /** The cell that a finding names, "B12". */
  readonly found: string | null;
  readonly pack: string | null;
  readonly onSheet: (name: string) => void;
}

export function SheetPreview({ preview, sheet, found, pack, onSheet }: SheetPreviewProps) {
  const [asked, setAsked] = useState<CellPlace | null>(null);
  const place = found === null ? null : placeOf(found, sheet.headerRow);
  const isAbove = found !== null && place === null;
  const { own, others } = sheet.hidden;
  return (
    <article className="sheet-paper" aria-label={`Sheet ${sheet.name}`}>
      <h3 className="sheet-title">{sheet.title}</h3>
      <div className={isAbove ? 'sheet-lines found' : 'sheet-lines'}>
        {sheet.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their place
          <p key={index} className={line === sheet.missing ? 'missing-line' : undefined}>
            {line}
          </p>
        ))}
      </div>
      <PreviewTable sheet={sheet} shown={place} onExplain={setAsked} onSheet={onSheet} />
      {own + others > 0 ? <p className="aside">{hiddenText(sheet.hidden)}</p> : null}
      {sheet.charts.length > 0 ? (
        <div className="sheet-charts">
          {sheet.charts.map((chart, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: charts keep their place
            <SheetChart key={index} chart={chart} />
          ))}
        </div>
      ) : null}
      {asked ? (
        <ExplainDialog
          preview={preview}
          sheet={sheet}
          place={asked}
          pack={pack}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </article>
  );
}
