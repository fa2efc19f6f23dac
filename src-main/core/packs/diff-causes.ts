// Owns why a cell of two packs differs, as far as their manifests tell: data, settings, definitions, periods.
// The rule: what the manifests do not hold is not guessed at; then it says that nothing tells why.
import type { DiffCause } from '#shared/schemas/explain.ts';
import type { ManifestFigure, ManifestImport, PackManifest } from '#shared/schemas/manifest.ts';
import type { Matched } from './diff-match.ts';

const settingWords: Readonly<Record<string, string>> = {
  council: 'the council’s name',
  adoptionDate: 'the day of adoption',
  minimumBase: 'the smallest survey group that is shown',
  smallCount: 'the smallest split count that is shown',
  percentBase: 'the answers from which a percentage is written',
  commentBase: 'the answers from which comments are released',
  acknowledgeDays: 'the target for acknowledging a case',
  closeDays: 'the target for closing a case',
  inductionDays: 'the days within which an induction is in time',
};

/** What bears on figures, and what on sheets without any; the rest of what was settled bears on neither. */
const ofFigures = ['Series breaks', 'Directorate crosswalk', 'Control charts', 'Survey questions'];
const ofRecords = [
  ...ofFigures,
  'Mechanisms',
  'Released comments',
  'Judgement',
  'Count under the cumulative rule',
  'Pins',
];

/** What of a cover follows from the issue itself. */
const ofIssue = ['Version', 'Reference', 'Released', 'Takes the place of', 'Figures as at'];

const cause = (code: DiffCause['code'], text: string): DiffCause => ({ code, text });

const figuresOf = (cell: Matched['before'], manifest: PackManifest): ManifestFigure[] => {
  if (cell === null || cell.of.length === 0) return [];
  const ids = new Set(cell.of.map(({ figure }) => figure));
  return manifest.figures.filter(({ id }) => ids.has(id));
};

const name = ({ file, rows }: ManifestImport): string => `${file} (${rows} ${rows === 1 ? 'row' : 'rows'})`;

/**
 * New, corrected and undone imports of a cell, from the lists behind it. An import is new, or was taken back, only
 * where no figure of the other pack read it: a cell that came up late rests on what was there all along.
 */
function dataCauses(
  before: readonly ManifestImport[],
  after: readonly ManifestImport[],
  from: PackManifest,
  to: PackManifest,
): DiffCause[] {
  const isIn = ({ imports }: PackManifest, id: string) => imports.some(({ importId }) => importId === id);
  const gone = before.filter(({ importId }) => !isIn(to, importId));
  const came = after.filter(({ importId }) => !isIn(from, importId));
  const again = (one: ManifestImport, list: readonly ManifestImport[]) =>
    list.find(({ file, kind, sha256 }) => file === one.file && kind === one.kind && sha256 !== one.sha256);
  const corrected = came.flatMap((one) => {
    const earlier = again(one, gone) ?? again(one, before);
    return earlier ? [{ one, earlier }] : [];
  });
  const explained = new Set(corrected.flatMap(({ one, earlier }) => [one.importId, earlier.importId]));
  return [
    ...corrected.map(({ one, earlier }) =>
      cause(
        'corrected-data',
        `${one.file} was imported again with other content: ${earlier.rows} rows before, ${one.rows} now.`,
      ),
    ),
    ...came
      .filter(({ importId }) => !explained.has(importId))
      .map((one) => cause('new-data', `New data: ${name(one)}.`)),
    ...gone
      .filter(({ importId }) => !explained.has(importId))
      .map((one) => cause('undone-data', `An import was taken back: ${name(one)}.`)),
  ];
}

const importsOf = (figures: readonly ManifestFigure[], { imports }: PackManifest): ManifestImport[] => {
  const ids = new Set(figures.flatMap(({ imports: own }) => own));
  return imports.filter(({ importId }) => ids.has(importId));
};

function settingCauses(from: PackManifest, to: PackManifest): DiffCause[] {
  const before: Readonly<Record<string, unknown>> = from.settings;
  return Object.entries(to.settings)
    .filter(([key, value]) => before[key] !== value)
    .map(([key, value]) =>
      cause(
        'setting',
        `A setting changed: ${settingWords[key] ?? key}, from ${before[key] ?? 'none'} to ${value ?? 'none'}.`,
      ),
    );
}

const settledCauses = (subjects: readonly string[], from: PackManifest, to: PackManifest): DiffCause[] =>
  subjects
    .filter((subject) => from.settled[subject] !== to.settled[subject])
    .map((subject) => cause('settled', `What was settled changed: ${subject.toLowerCase()}.`));

const definitionCauses = (before: readonly ManifestFigure[], after: readonly ManifestFigure[]): DiffCause[] =>
  after.flatMap(({ metric }) => {
    const earlier = before.find((figure) => figure.metric.id === metric.id)?.metric;
    if (earlier === undefined || earlier.version === metric.version) return [];
    return [
      cause(
        'definition',
        `The definition of “${metric.title}” changed, from version ${earlier.version} to ${metric.version}.`,
      ),
    ];
  });

function periodCauses({ before, after }: Matched, from: PackManifest, to: PackManifest): DiffCause[] {
  const places = (cell: Matched['before']) =>
    [...new Set(cell?.of.map(({ from: day }) => day))].sort().join();
  const same = before !== null && after !== null && places(before) === places(after) && places(before) !== '';
  if (same || from.pack.period === to.pack.period) return [];
  return [cause('period', `The packs tell of different periods: ${from.pack.period} and ${to.pack.period}.`)];
}

/** A number that came to be hidden, or shown, as packs were released between the two. */
function guardCauses({ before, after }: Matched, from: PackManifest, to: PackManifest): DiffCause[] {
  const hides = (cell: Matched['before']) => cell?.of.some(({ suppressed }) => suppressed === 'c') ?? false;
  if (hides(before) === hides(after) || from.settled['Released packs'] === to.settled['Released packs'])
    return [];
  return [
    cause(
      'issued-packs',
      'Packs were released between the two: what they told is held against every number after them.',
    ),
  ];
}

function recordCauses({ before, after }: Matched, from: PackManifest, to: PackManifest): DiffCause[] {
  const cell = after ?? before;
  if (cell?.sheet === 'Cover') {
    if (ofIssue.includes(cell.row)) return [cause('issue', 'It is another issue.')];
    if (from.settled['Cover entries'] !== to.settled['Cover entries'])
      return [...settingCauses(from, to), cause('typed', 'What people typed for the cover changed.')];
  }
  return [
    ...dataCauses(from.imports, to.imports, from, to),
    ...settledCauses(ofRecords, from, to),
    ...settingCauses(from, to),
  ];
}

/** Why a cell differs; at least one cause. */
export function causesOf(match: Matched, from: PackManifest, to: PackManifest): DiffCause[] {
  const before = figuresOf(match.before, from);
  const after = figuresOf(match.after, to);
  const own =
    before.length + after.length === 0
      ? recordCauses(match, from, to)
      : [
          ...definitionCauses(before, after),
          // A cell that only one pack has is set against all that the other was made from.
          ...dataCauses(
            match.before === null ? from.imports : importsOf(before, from),
            match.after === null ? to.imports : importsOf(after, to),
            from,
            to,
          ),
          ...settledCauses(ofFigures, from, to),
          ...settingCauses(from, to),
          ...guardCauses(match, from, to),
        ];
  const causes = [...periodCauses(match, from, to), ...own];
  return causes.length > 0 ? causes : [cause('unknown', 'Nothing that the two manifests hold says why.')];
}
