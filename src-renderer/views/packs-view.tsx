// Packs: choose edition, period and profile, build, see what each sheet holds or lacks, download; earlier packs.

import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { PackResult } from '../../src-shared/schemas/pack.ts';
import { useAsk, useDo, wordsOf } from '../ask.ts';
import { deliverPack } from '../client.ts';
import { Choice } from '../parts/choice.tsx';
import { DataTable, type TableColumn } from '../parts/data-table.tsx';
import { Fold } from '../parts/fold.tsx';
import { NoteList } from '../parts/note-list.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { packPeriod, periodChoices, rangeOf, type Span } from '../periods.ts';
import { usePlace } from '../place-context.tsx';
import { bytesText, countText, momentText, numberText } from '../wording.ts';
import { loadedMetrics, useCatalogue, useDataOptions, useWorkspace } from '../workspace.tsx';
import { NeedsData } from './needs-data.tsx';

type PackSheet = PackResult['sheets'][number];
type Profile = 'committee' | 'published';

const profiles: readonly { readonly id: Profile; readonly label: string }[] = [
  { id: 'committee', label: 'Committee: print-ready, with page footers' },
  { id: 'published', label: 'Published: the strict form for the website' },
];

const sheetColumns: readonly TableColumn<PackSheet>[] = [
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

function DownloadButton({ pack, primary }: { pack: PackResult; primary?: boolean }) {
  const [problem, setProblem] = useState<ReturnType<typeof wordsOf> | null>(null);
  return (
    <>
      <Button
        className={primary ? 'button primary' : 'button small'}
        aria-label={`Download ${pack.fileName}`}
        onPress={() => {
          deliverPack(pack.pack, pack.fileName).then(
            () => setProblem(null),
            (error: unknown) => setProblem(wordsOf(error)),
          );
        }}
      >
        <Download aria-hidden="true" /> Download
      </Button>
      {problem ? <ProblemPanel problem={problem} /> : null}
    </>
  );
}

function PackDetail({ pack }: { pack: PackResult }) {
  const lacking = pack.sheets.filter((sheet) => sheet.missing !== null).length;
  return (
    <section className="block" aria-label={pack.title}>
      <h2>{pack.title}</h2>
      <p>
        {`${countText(pack.sheets.length, 'sheet')}, ${bytesText(pack.bytes)}, built ${momentText(pack.builtAt)}.`}
        {lacking > 0 ? ` ${countText(lacking, 'sheet says', 'sheets say')} what was not loaded.` : ''}
      </p>
      <NoteList notes={pack.notes} />
      <div className="row">
        <DownloadButton pack={pack} primary />
      </div>
      <DataTable
        caption={`Sheets of ${pack.fileName}`}
        columns={sheetColumns}
        rows={pack.sheets}
        rowKey={(sheet) => sheet.name}
      />
      <Fold title="Fingerprint">
        <p>
          {`${pack.fileName}, SHA-256 `}
          <code>{pack.sha256}</code>
        </p>
      </Fold>
    </section>
  );
}

/** Whether a pack left the house; once said, it stands. */
function Issue({ pack }: { pack: PackResult }) {
  const { data } = useAsk('pack.issued', {});
  const issue = useDo('pack.issue');
  const issued = data?.find((one) => one.pack === pack.pack);
  if (issued) return <>{`${momentText(issued.issuedAt)}, ${issued.issuedBy}`}</>;
  return (
    <>
      <Button
        className="button small"
        aria-label={`Note that ${pack.fileName} was issued`}
        isDisabled={data === undefined || issue.isPending}
        onPress={() => issue.mutate({ pack: pack.pack })}
      >
        It was issued
      </Button>
      {issue.error ? <ProblemPanel problem={issue.error} /> : null}
    </>
  );
}

const earlierColumns: readonly TableColumn<PackResult>[] = [
  { id: 'title', header: 'Pack', names: true, show: (p) => p.title, sortBy: (p) => p.title },
  { id: 'file', header: 'File', show: (p) => p.fileName, sortBy: (p) => p.fileName },
  { id: 'size', header: 'Size', numeric: true, show: (p) => bytesText(p.bytes), sortBy: (p) => p.bytes },
  { id: 'built', header: 'Built', show: (p) => momentText(p.builtAt), sortBy: (p) => p.builtAt },
  { id: 'get', header: 'Download', show: (p) => <DownloadButton pack={p} /> },
  { id: 'issued', header: 'Issued', show: (p) => <Issue pack={p} /> },
];

function Earlier() {
  const { data = [], error } = useAsk('pack.list', {});
  const newest = useMemo(() => [...data].sort((a, b) => b.builtAt.localeCompare(a.builtAt)), [data]);
  if (error) return <ProblemPanel problem={error} />;
  return (
    <section className="block" aria-label="Earlier packs">
      <h2>Earlier packs</h2>
      <p className="aside">
        Say of a pack that it was issued when it has left the house: later figures are then held against it,
        so that no difference between the two tells of a few people.
      </p>
      {newest.length === 0 ? (
        <p>None yet.</p>
      ) : (
        <DataTable
          caption={countText(newest.length, 'pack')}
          columns={earlierColumns}
          rows={newest}
          rowKey={(pack) => pack.pack}
        />
      )}
    </section>
  );
}

/** Packs are made for a stretch of days, newest financial year first. */
const packPeriods = (span: Span) => {
  const choices = periodChoices(span);
  return [
    ...choices.filter(({ id }) => id.startsWith('fy')),
    ...choices.filter(({ id }) => !id.startsWith('fy')),
  ];
};

/** The newest financial year that the data cover to its end. */
const latestWhole = (periods: ReturnType<typeof packPeriods>, span: Span): string =>
  periods.find(({ id }) => id.startsWith('fy') && (rangeOf(id, span).to ?? '') <= (span.to ?? ''))?.id ??
  periods[0]?.id ??
  'all';

export function PacksView() {
  const { place, pick } = usePlace();
  const workspace = useWorkspace();
  const catalogue = useCatalogue();
  const span = useDataOptions(loadedMetrics(catalogue, workspace));
  const build = useDo('pack.build');
  const periods = packPeriods(span);
  const edition = catalogue?.editions.find(({ id }) => id === place.pick.edition) ?? catalogue?.editions[0];
  const period = place.pick.packPeriod ?? latestWhole(periods, span);
  const profile = profiles.find(({ id }) => id === place.pick.profile)?.id ?? 'committee';
  const words = packPeriod(period, span);
  if (!workspace || !catalogue) return <p>Reading the catalogue…</p>;
  if (workspace.imports === 0) {
    return (
      <>
        <h1>Packs</h1>
        <NeedsData
          title="Nothing to put into a pack yet"
          text="Import at least one survey, incident log or workforce file. A pack says plainly what is still missing."
        />
      </>
    );
  }
  return (
    <>
      <h1>Packs</h1>
      <p className="lead">
        A pack is one accessible Excel workbook: a table a sheet, charts of Excel’s own, and each number
        traced to its source. Small groups are already hidden in it.
      </p>
      <section className="block" aria-label="Build a pack">
        <div className="decisions">
          <Choice
            label="Edition"
            value={edition?.id ?? ''}
            items={catalogue.editions.map(({ id, title }) => ({ id, label: title }))}
            onChange={(id) => pick({ edition: id })}
          />
          <Choice label="Period" value={period} items={periods} onChange={(id) => pick({ packPeriod: id })} />
          <Choice label="Form" value={profile} items={profiles} onChange={(id) => pick({ profile: id })} />
        </div>
        {edition ? <p className="aside">{edition.definition}</p> : null}
        {build.error ? <ProblemPanel problem={build.error} /> : null}
        <Button
          className="button primary"
          isDisabled={!edition || words === '' || build.isPending}
          onPress={() => edition && build.mutate({ edition: edition.id, period: words, profile })}
        >
          {build.isPending ? 'Building the pack…' : `Build the ${edition?.title ?? 'pack'}`}
        </Button>
      </section>
      {build.data ? <PackDetail pack={build.data} /> : null}
      <Earlier />
    </>
  );
}
