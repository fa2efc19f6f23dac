// Answers for what stands behind a pack: a cell explained, the rows behind it, what differs from another pack.
// The rule: which rows lie behind a number is for the Monitoring Officer's unlocked key, and is logged.
import { readFile } from 'node:fs/promises';
import { metricsOfCases, readFigure, rowsBehind, smallByThemselves } from '#core/figures/index.ts';
import { lastReleased } from '#core/governance/pack-releases.ts';
import { packDiff } from '#core/packs/diff.ts';
import { explainCell } from '#core/packs/explain.ts';
import { packPeriod } from '#core/packs/pack-period.ts';
import { AppError, expectedError } from '#shared/errors.ts';
import type { CellToday, ExplainedSource, PackReference, RowsBehind } from '#shared/schemas/explain.ts';
import type { Figure } from '#shared/schemas/figure.ts';
import { type ManifestSource, type PackManifest, packManifest } from '#shared/schemas/manifest.ts';
import type { HandlersOf, House } from './context.ts';
import { findPack, packOfHash } from './kept-pack.ts';

/** At most this many rows are listed for one number. */
const mostRows = 1000;

interface Found {
  readonly manifest: PackManifest;
  /** Its id where the open workspace knows it. */
  readonly pack: string | null;
}

/** @throws AppError pack-unknown, pack-file-changed, manifest-missing */
async function manifestOf(house: House, of: PackReference): Promise<Found> {
  const pack = 'pack' in of ? of.pack : await packOfHash(house, of.sha256);
  if (pack !== null) {
    const { manifestPath } = await house.workspace().outbox.find(pack);
    return { manifest: packManifest.parse(JSON.parse(await readFile(manifestPath, 'utf8'))), pack };
  }
  if ('pack' in of) throw new AppError('pack-unknown');
  if (of.manifest === undefined) throw new AppError('manifest-missing', { name: 'the workbook' });
  if (of.manifest.pack.sha256 !== of.sha256)
    throw new AppError('pack-file-changed', { name: of.manifest.pack.fileName });
  return { manifest: of.manifest, pack: null };
}

const closed: CellToday = {
  state: 'closed',
  shown: null,
  reading: 'What the figure says today is told where the workspace that it was made in is open.',
};

/** Whether the open workspace is the one that the pack came from: it knows the pack, or one of its imports. */
async function isOwn(house: House, { manifest, pack }: Found): Promise<boolean> {
  if (house.current() === null) return false;
  if (pack !== null) return true;
  const known = await house
    .workspace()
    .store.all<{ importId: string }>('select import_id as "importId" from import');
  return manifest.imports.some(({ importId }) => known.some((own) => own.importId === importId));
}

type Spot = Pick<ManifestSource, 'from' | 'group' | 'across'>;

const sameSpot = (a: Spot, b: Spot): boolean =>
  a.from === b.from && a.group === b.group && a.across === b.across;

function todayOf(now: Figure | null, source: ManifestSource): CellToday {
  const point = now?.points.find((one) => sameSpot(one, source));
  if (!point) return { state: 'gone', shown: null, reading: 'Today the figure says nothing of that place.' };
  const same = point.shown === source.shown && point.base === source.base;
  if (same)
    return { state: 'same', shown: point.shown, reading: 'Today the figure says the same in the workspace.' };
  // What a pack hides is not set beside what is shown today, nor the other way round.
  const hidden = point.suppressed === 'c' || source.suppressed === 'c';
  const reading = hidden
    ? `Today it is ${point.suppressed === 'c' ? 'hidden' : 'shown'}, which it was not in the pack.`
    : `Today the figure says ${point.shown}; it said ${source.shown} when the pack was built.`;
  return { state: 'changed', shown: hidden ? null : point.shown, reading };
}

/** Asks the workspace about sources of a cell, each figure once. */
async function withToday(
  house: House,
  found: Found,
  sources: readonly Omit<ExplainedSource, 'today' | 'hiddenFor'>[],
): Promise<ExplainedSource[]> {
  if (!(await isOwn(house, found)))
    return sources.map((source) => ({ ...source, hiddenFor: null, today: closed }));
  const { store } = house.workspace();
  const settings = await house.workspace().settings();
  const now = new Map<string, Figure | null>();
  const small = new Map<string, (spot: Spot) => boolean>();
  const explained: ExplainedSource[] = [];
  for (const source of sources) {
    const request = found.manifest.figures.find(({ id }) => id === source.figure)?.request;
    if (request === undefined) continue;
    if (!now.has(source.figure)) now.set(source.figure, await figureOrNone(house, request, settings));
    const figure = now.get(source.figure) ?? null;
    const today = todayOf(figure, source);
    let hiddenFor: ExplainedSource['hiddenFor'] = null;
    // Why is worked out from today's data: where they have moved on it is not told.
    if (source.suppressed === 'c' && today.state === 'same') {
      const isSmall = small.get(source.figure) ?? (await smallByThemselves(store, request, settings));
      small.set(source.figure, isSmall);
      hiddenFor = isSmall(source) ? 'itself' : 'others';
    }
    explained.push({ ...source, hiddenFor, today });
  }
  return explained;
}

/** A figure that cannot be asked any more, as where its question was taken back, says nothing. */
async function figureOrNone(
  house: House,
  request: Parameters<typeof readFigure>[1],
  settings: Parameters<typeof readFigure>[2],
): Promise<Figure | null> {
  try {
    return await readFigure(house.workspace().store, request, settings);
  } catch (cause) {
    if (expectedError(cause)) return null;
    throw cause;
  }
}

async function rowsOfSource(
  house: House,
  manifest: PackManifest,
  source: ExplainedSource,
): Promise<RowsBehind['sources'][number]> {
  const { figure, title, period, group, across, today } = source;
  const request = manifest.figures.find(({ id }) => id === figure)?.request;
  const { store, settings } = house.workspace();
  const found = request && (await rowsBehind(store, request, await settings(), source));
  const about = { figure, title, period, group, across };
  if (!found) {
    const reading = `Of “${title}” it cannot be told which rows a number rests on, only which files. It can be told of whole cases: ${metricsOfCases.join(', ')}.`;
    return { ...about, told: false, reading, cases: 0, rows: [] };
  }
  const cases = new Set(found.map((row) => row.case)).size;
  const since = today.state === 'same' ? '' : ' The data have changed since the pack was built.';
  const more = found.length > mostRows ? ` The first ${mostRows} are listed.` : '';
  const reading = `${found.length} ${found.length === 1 ? 'row' : 'rows'} of the log, of ${cases} ${cases === 1 ? 'case' : 'cases'}.${more}${since}`;
  const rows = found
    .slice(0, mostRows)
    .map(({ importId, file, sha256, row }) => ({ importId, file, sha256, row }));
  return { ...about, told: true, reading, cases, rows };
}

export const packExplainHandlers: HandlersOf<'pack.explain' | 'pack.rows' | 'pack.diff'> = {
  'pack.explain': async ({ of, sheet, cell }, { house }) => {
    const found = await manifestOf(house, of);
    const explained = explainCell(found.manifest, sheet, cell);
    const standing = found.pack === null ? null : (await findPack(house, found.pack)).standing;
    return { ...explained, standing, sources: await withToday(house, found, explained.sources) };
  },
  'pack.rows': async ({ of, sheet, cell }, { house }) => {
    const { audit, officer } = house.workspace();
    await officer.privateKey();
    const found = await manifestOf(house, of);
    const explained = explainCell(found.manifest, sheet, cell);
    if (!(await isOwn(house, found))) throw new AppError('pack-unknown');
    const { sha256, reference } = found.manifest.pack;
    await audit.add(house.user, 'rows-read', {
      reference,
      sha256,
      sheet: explained.sheet,
      cell: explained.cell,
    });
    const sources: RowsBehind['sources'] = [];
    for (const source of await withToday(house, found, explained.sources))
      sources.push(await rowsOfSource(house, found.manifest, source));
    const reading =
      sources.length === 0
        ? 'This cell shows no figure, so there are no rows behind it.'
        : 'Rows are told by file and row number. What they say is in the files.';
    return { sheet: explained.sheet, cell: explained.cell, reading, sources };
  },
  'pack.diff': async ({ from, to }, { house }) => {
    const later = await manifestOf(house, to);
    const earlier = from ? await manifestOf(house, from) : await lastBefore(house, later);
    return packDiff(earlier.manifest, later.manifest);
  },
};

/** The last released issue of the same kind, or of the period before. @throws AppError pack-nothing-before */
async function lastBefore(house: House, { manifest }: Found): Promise<Found> {
  const { edition, circulation, period, issue } = manifest.pack;
  const { store } = house.workspace();
  const span = packPeriod(period);
  const last =
    (await lastReleased(store, edition, circulation, span.period, issue)) ??
    (await lastReleased(store, edition, circulation, span.previous, null));
  if (last === null) throw new AppError('pack-nothing-before');
  return manifestOf(house, { pack: last });
}
