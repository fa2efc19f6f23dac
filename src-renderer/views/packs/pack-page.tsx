// One built pack: where it stands, the ways to take it, what the check found, what changed, its sheets, its release.
import { useEffect, useRef } from 'react';
import type { CheckFinding } from '../../../src-shared/schemas/check.ts';
import type { ListedPack } from '../../../src-shared/schemas/pack.ts';
import { useAsk } from '../../ask.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { NoteList } from '../../parts/note-list.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { usePlace } from '../../place-context.tsx';
import { bytesText, countText, momentText, numberText } from '../../wording.ts';
import { CheckFindings } from './check-report.tsx';
import { DiffSection } from './diff-section.tsx';
import { circulationWords, standingWords } from './pack-words.ts';
import { ReleaseDraft, ReleasedPack } from './release-section.tsx';
import { SheetDesk } from './sheet-desk.tsx';
import { TakePack } from './take-pack.tsx';

type Sheet = ListedPack['sheets'][number];

const sheetColumns: readonly TableColumn<Sheet>[] = [
  { id: 'name', header: 'Sheet', names: true, show: (s) => s.name, sortBy: (s) => s.name },
  { id: 'title', header: 'What it holds', show: (s) => s.title, sortBy: (s) => s.title },
  { id: 'rows', header: 'Rows', numeric: true, show: (s) => numberText(s.rows), sortBy: (s) => s.rows },
  {
    id: 'charts',
    header: 'Charts',
    numeric: true,
    show: (s) => numberText(s.charts),
    sortBy: (s) => s.charts,
  },
  { id: 'missing', header: 'What is missing', show: (s) => s.missing ?? '', sortBy: (s) => s.missing ?? '' },
];

/** Where the pack stands, in a sentence. */
export function standingText({ standing, issue, circulation, stale }: ListedPack): string {
  const twin = circulationWords[circulation];
  if (standing !== 'draft') return `${standingWords[standing]}, issue ${issue}. ${twin}.`;
  return `Draft of issue ${issue}: not released. ${twin}.${stale ? ' The workspace has changed since it was built.' : ''}`;
}

export function PackPage({ pack, onClose }: { pack: ListedPack; onClose: () => void }) {
  const { pick } = usePlace();
  const heading = useRef<HTMLHeadingElement>(null);
  const desk = useRef<HTMLElement>(null);
  const check = useAsk('pack.check', { pack: pack.pack, profile: pack.profile });
  const report = check.data;
  useEffect(() => heading.current?.focus(), []);
  const lead = ({ sheet, cell }: CheckFinding) => {
    pick({ sheet, cell });
    desk.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <article className="pack-page" aria-label={pack.title}>
      <div className="title-row">
        <h2 ref={heading} tabIndex={-1}>
          {pack.title}
        </h2>
        <button type="button" className="button" onClick={onClose}>
          Back to the list
        </button>
      </div>
      <p>
        <strong>{standingText(pack)}</strong>
        {` ${countText(pack.sheets.length, 'sheet')}, ${bytesText(pack.bytes)}, built ${momentText(pack.builtAt)} by ${pack.preparedBy}.`}
      </p>
      <NoteList notes={pack.notes} />
      <TakePack pack={pack} />
      <section className="block" aria-label="Check">
        <h3>Check</h3>
        {check.error ? <ProblemPanel problem={check.error} /> : null}
        {!report && !check.error ? <p aria-busy="true">Checking the workbook against the rules…</p> : null}
        {report ? <CheckFindings report={report} onLead={lead} /> : null}
      </section>
      <DiffSection pack={pack} />
      {pack.standing === 'draft' ? (
        <ReleaseDraft pack={pack} report={check.isFetching ? undefined : report} />
      ) : (
        <ReleasedPack pack={pack} />
      )}
      <section ref={desk} className="block" aria-label="Sheets">
        <h3>Sheets</h3>
        <SheetDesk request={{ pack: pack.pack }} pack={pack.pack} />
      </section>
      <Fold title="Files and fingerprints">
        <DataTable
          caption={`Sheets of ${pack.fileName}`}
          columns={sheetColumns}
          rows={pack.sheets}
          rowKey={(sheet) => sheet.name}
        />
        <p>
          {`${pack.fileName}, SHA-256 `}
          <code>{pack.sha256}</code>
        </p>
        <p>
          {`${pack.manifest.fileName}, SHA-256 `}
          <code>{pack.manifest.sha256}</code>
        </p>
      </Fold>
    </article>
  );
}
