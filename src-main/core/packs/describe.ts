// Owns the step from a request to a described pack: builds the edition's sheets, checks them, names the file.
// The rule: every number in the pack came through `ask`; a model that breaks a rule is never handed on.
import { createHash } from 'node:crypto';
import { AppError } from '#shared/errors.ts';
import type { Figure, FigureRequest } from '#shared/schemas/figure.ts';
import type { ImportRecord, Note } from '#shared/schemas/import.ts';
import type { Circulation, PackFront, PackRequest } from '#shared/schemas/pack.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import { withContents } from './contents.ts';
import { type Edition, editions } from './editions.ts';
import type { PackProblem, SheetModel, WorkbookModel } from './model.ts';
import { type PackPeriod, packPeriod } from './pack-period.ts';
import { type CellTrace, type SheetDraft, settle } from './sheets/draft.ts';
import { sheets } from './sheets/index.ts';
import type { ExemptRecords, PackRecords } from './sheets/records.ts';
import type { ExemptContext, PackContext, PackFigure } from './sheets/sheet.ts';
import { validateWorkbook } from './validate.ts';

/** What a pack is described from. `ask` answers one figure through the gate; `fraction` is 0 to 1. */
export interface PackFacts {
  readonly settings: WorkspaceSettings;
  readonly imports: readonly ImportRecord[];
  readonly front: PackFront;
  /** ISO instant in UTC of the last change of the workspace. */
  readonly asAt: string;
  /** The number that this pack will have, or has, when it is released; 1 for the first of its kind. */
  readonly issue: number;
  /** ISO instant in UTC; null for a draft. */
  readonly releasedAt: string | null;
  readonly records: PackRecords;
  /** What an exempt pack may ask for besides; never called for a public one. */
  exempt(): ExemptRecords;
  ask(request: FigureRequest): Promise<Figure>;
  progress(step: string, fraction: number): void;
}

export interface DescribedPack {
  readonly model: WorkbookModel;
  readonly figures: readonly PackFigure[];
  /** Which cell shows which number of which figure. */
  readonly traces: readonly CellTrace[];
  /** What the person who builds should know: rules that warn. Sheets without data say so themselves. */
  readonly notes: Note[];
  readonly fileName: string;
}

/**
 * Describes a pack as a workbook that may be written.
 * @throws AppError edition-unknown, circulation-unknown, period-invalid, pack-invalid
 */
export async function describePack(request: PackRequest, facts: PackFacts): Promise<DescribedPack> {
  const edition = findEdition(request.edition);
  const circulation = circulationOf(edition, request.circulation);
  const span = packPeriod(request.period);
  const asked = new Map<string, Promise<PackFigure>>();
  const context = packContext(edition, circulation, span, request, facts, asked);
  const built: SheetModel[] = [];
  const traces: CellTrace[] = [];
  for (const [index, id] of edition.sheets.entries()) {
    facts.progress(`Describing ${id}`, index / edition.sheets.length);
    for (const draft of await buildSheet(id, context, facts)) {
      const settled = settle(draft);
      built.push(drawable(settled.sheet));
      traces.push(...settled.traces);
    }
  }
  const model = withContents({
    title: `${edition.title}, ${span.period.title}`,
    subject: 'Conduct, complaints and working relationships between members and officers',
    description: `Figures for the ${edition.committee} with their method and quality, made by Candour.`,
    creator: facts.settings.council,
    marking: context.marking,
    reference: context.reference,
    created: facts.releasedAt ?? facts.asAt,
    profile: request.profile,
    sheets: built,
  });
  return {
    model,
    figures: await Promise.all(asked.values()),
    traces,
    notes: checked(model),
    fileName: fileNameOf(edition, circulation, span, facts),
  };
}

/** A sheet of the edition; none where it is made from the others, or is not for this twin. */
async function buildSheet(
  id: string,
  context: PackContext,
  facts: PackFacts,
): Promise<readonly SheetDraft[]> {
  const sheet = sheets.find((one) => one.id === id);
  if (sheet === undefined || sheet.build === 'derived') return [];
  if (!sheet.exempt) return [await sheet.build(context)].flat();
  if (context.circulation !== 'exempt') return [];
  const exempt: ExemptContext = {
    ...context,
    circulation: context.circulation,
    records: { ...context.records, ...facts.exempt() },
  };
  return [await sheet.build(exempt)].flat();
}

/** A sheet whose table is empty has nothing to draw. */
const drawable = (sheet: SheetModel): SheetModel =>
  sheet.table.rows.length === 0 ? { ...sheet, charts: [] } : sheet;

/** @throws AppError edition-unknown */
export function findEdition(id: string): Edition {
  const found = editions.find((edition) => edition.id === id);
  if (found) return found;
  throw new AppError('edition-unknown', {
    edition: id,
    editions: editions.map((edition) => edition.id).join(', '),
  });
}

/** Which twin is asked for. @throws AppError circulation-unknown */
export function circulationOf({ id, circulations }: Edition, wanted: Circulation | undefined): Circulation {
  const found = wanted === undefined ? circulations[0] : circulations.find((one) => one === wanted);
  if (found) return found;
  throw new AppError('circulation-unknown', { edition: id, circulations: circulations.join(', ') });
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const versionOf = ({ issue, releasedAt }: PackFacts): string =>
  releasedAt === null ? `Draft of issue ${issue}` : `Issue ${issue}`;

const fileNameOf = (
  { id, circulations }: Edition,
  circulation: Circulation,
  { period }: PackPeriod,
  facts: PackFacts,
): string => {
  const twin = circulations.length > 1 ? [circulation] : [];
  return `${[id, 'pack', slug(period.title), ...twin, slug(versionOf(facts))].join('-')}.xlsx`;
};

/** The same for the same request, whatever order its parts stand in. */
function figureId({ metric, from, to, grain, split, filters = {}, chart }: FigureRequest): string {
  const parts = JSON.stringify([metric, from, to, grain, split, Object.entries(filters).sort(), chart]);
  return `${metric}-${createHash('sha256').update(parts).digest('hex').slice(0, 10)}`;
}

/** What an edition for general issues only must not divide by is refused where it is asked for: it is a fault. */
function withinBounds({ id, dimensions }: Edition, { metric, split, filters = {} }: FigureRequest): void {
  const asked = [...(split === undefined ? [] : [split]), ...Object.keys(filters)];
  const beyond = dimensions && asked.find((dimension) => !dimensions.includes(dimension));
  if (beyond !== undefined) throw new Error(`The edition ${id} may not ask for ${metric} by ${beyond}`);
}

const markings = {
  public: 'OFFICIAL',
  exempt: 'OFFICIAL-SENSITIVE: exempt, not for publication',
} as const;

function packContext(
  edition: Edition,
  circulation: Circulation,
  span: PackPeriod,
  { profile }: PackRequest,
  facts: PackFacts,
  asked: Map<string, Promise<PackFigure>>,
): PackContext {
  const notes: string[] = [];
  const version = versionOf(facts);
  const twin = edition.circulations.length > 1 ? ` ${circulation}` : '';
  return {
    edition,
    circulation,
    profile,
    marking: markings[circulation],
    version,
    reference: `Candour ${edition.id} ${slug(span.period.title)}${twin}, ${version.toLowerCase()}`,
    span,
    settings: facts.settings,
    imports: facts.imports,
    front: facts.front,
    asAt: facts.asAt,
    records: facts.records,
    ask: (request) => {
      withinBounds(edition, request);
      const id = figureId(request);
      const answer = asked.get(id) ?? facts.ask(request).then((figure) => known(id, figure));
      asked.set(id, answer);
      return answer;
    },
    note: (text) => {
      if (!notes.includes(text)) notes.push(text);
      return `[note ${notes.indexOf(text) + 1}]`;
    },
    notes: () => notes,
  };
}

const known = (id: string, figure: Figure): PackFigure => ({
  ...figure,
  id,
  points: figure.points.map((point) => ({ ...point, figure: id })),
});

const told = ({ rule, where, message }: PackProblem): string => `${rule}, ${where}: ${message}`;

/** The warnings of a model without errors. @throws AppError pack-invalid */
function checked(model: WorkbookModel): Note[] {
  const problems = validateWorkbook(model);
  const broken = problems.filter(({ severity }) => severity === 'E');
  if (broken.length > 0) throw new AppError('pack-invalid', { detail: broken.map(told).join('; ') });
  return problems.map((problem) => ({ code: 'pack-rule', text: told(problem) }));
}
