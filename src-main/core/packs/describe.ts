// Owns the step from a request to a described pack: builds the edition's sheets, checks them, names the file.
// The rule: every number in the pack came through `ask`; a model that breaks a rule is never handed on.
import limit from 'p-limit';
import { AppError } from '#shared/errors.ts';
import type { Figure, FigureRequest } from '#shared/schemas/figure.ts';
import type { ImportRecord, Note } from '#shared/schemas/import.ts';
import type { Circulation, PackFront, PackRequest, ReplacedPack } from '#shared/schemas/pack.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import { withContents } from './contents.ts';
import { withDisclosureLog } from './disclosure-log.ts';
import { circulationOf, type Edition, findEdition } from './editions.ts';
import type { ChartModel, PackProblem, SheetModel, WorkbookModel } from './model.ts';
import { type KnownFacts, known, packContext, slug, versionOf } from './pack-context.ts';
import { type PackPeriod, packPeriod } from './pack-period.ts';
import { withStanding } from './released.ts';
import { type CellTrace, type SheetDraft, settle } from './sheets/draft.ts';
import { sheets } from './sheets/index.ts';
import type { ExemptRecords, PackRecords } from './sheets/records.ts';
import type { ExemptContext, PackContext, PackFigure } from './sheets/sheet.ts';
import { turns } from './turns.ts';
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
  /** The released pack that it takes the place of; null for the first of its kind. */
  readonly replaces: ReplacedPack | null;
  readonly records: PackRecords;
  /** What an exempt pack may ask for besides; never called for a public one. */
  exempt(): ExemptRecords;
  ask(request: FigureRequest): Promise<Figure>;
  /** So many figures are read at once. */
  readonly atOnce?: number;
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
export async function describePack(request: PackRequest, given: PackFacts): Promise<DescribedPack> {
  const turn = turns();
  const facts: KnownFacts = { ...given, ask: askedOnce(given, turn), exempt: givenOnce(given.exempt) };
  const edition = findEdition(request.edition);
  const circulation = circulationOf(edition, request.circulation);
  const span = packPeriod(request.period);
  const asked = new Map<string, Promise<PackFigure>>();
  await askAhead(edition, packContext(edition, circulation, span, request, facts, new Map()), facts, turn);
  const context = packContext(edition, circulation, span, request, facts, asked);
  const built: SheetModel[] = [];
  const traces: CellTrace[] = [];
  for (const [index, id] of edition.sheets.entries()) {
    facts.progress(`Describing ${id}`, ASKED + (1 - ASKED) * (index / edition.sheets.length));
    await turn();
    for (const draft of await buildSheet(id, context, facts)) {
      const settled = settle(draft);
      built.push(drawable(settled.sheet));
      traces.push(...settled.traces);
    }
  }
  const whole = withContents({
    title: `${edition.title}, ${span.period.title}`,
    subject: 'Conduct, complaints and working relationships between members and officers',
    description: `Figures for the ${edition.committee} with their method and quality, made by Candour.${replacedWords(facts.replaces)}`,
    creator: facts.settings.council,
    marking: context.marking,
    reference: context.reference,
    created: facts.releasedAt ?? facts.asAt,
    profile: request.profile,
    sheets: built,
  });
  const figures = await Promise.all(asked.values());
  await turn();
  const standing = whole.sheets.map((sheet) => withStanding(sheet, facts.issue, facts.releasedAt));
  const model = { ...whole, sheets: withDisclosureLog(standing, traces, figures) };
  await turn();
  return {
    model,
    figures,
    traces,
    notes: checked(model),
    fileName: fileNameOf(edition, circulation, span, facts),
  };
}

/** So many figures are read at once: others wait for the statements of these, and not for those of the whole pack. */
const mostAsked = 4;

/** Each figure is read once, however often it is asked for. */
function askedOnce({ ask, atOnce = mostAsked }: PackFacts, turn: () => Promise<void>): KnownFacts['ask'] {
  const answers = new Map<string, Promise<PackFigure>>();
  const read = async (id: string, request: FigureRequest): Promise<PackFigure> => {
    await turn();
    return known(id, await ask(request));
  };
  const line = limit(atOnce);
  return (request, id) => {
    const answer = answers.get(id) ?? line(() => read(id, request));
    answers.set(id, answer);
    return answer;
  };
}

/** Single cases are read once, however many sheets tell of them: each reading is logged. */
function givenOnce(exempt: PackFacts['exempt']): PackFacts['exempt'] {
  let records: ExemptRecords | undefined;
  return () => {
    records ??= exempt();
    return records;
  };
}

/** How much of describing is done when the figures are there. */
const ASKED = 0.9;

/**
 * Lets all sheets ask at once, so that reading and solving overlap; they are built afterwards, in their order, from
 * what was answered. What fails here fails there, where it is told.
 */
async function askAhead(
  edition: Edition,
  context: PackContext,
  facts: KnownFacts,
  turn: () => Promise<void>,
): Promise<void> {
  let done = 0;
  const builds = edition.sheets.map(async (id) => {
    await turn();
    const sheet = sheets.find((one) => one.id === id);
    if (sheet && !sheet.exempt && sheet.build !== 'derived') await sheet.build(context);
    done += 1;
    facts.progress('Reading the figures', ASKED * (done / edition.sheets.length));
  });
  await Promise.allSettled(builds);
}

/** A sheet of the edition; none where it is made from the others, or is not for this twin. */
async function buildSheet(
  id: string,
  context: PackContext,
  facts: KnownFacts,
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

const replacedWords = (replaces: ReplacedPack | null): string =>
  replaces === null ? '' : ` It takes the place of issue ${replaces.issue}.`;

/** A chart of which no number may be shown has nothing to draw. */
function drawable(sheet: SheetModel): SheetModel {
  const { columns, rows } = sheet.table;
  const drawn = ({ series, rows: part }: ChartModel): boolean =>
    series.some(({ column }) => {
      const at = columns.findIndex(({ header }) => header === column);
      return rows.slice(part?.from, part?.to).some((row) => typeof row[at] === 'number');
    });
  return { ...sheet, charts: sheet.charts.filter(drawn) };
}

const fileNameOf = (
  { id, circulations }: Edition,
  circulation: Circulation,
  { period }: PackPeriod,
  facts: KnownFacts,
): string => {
  const twin = circulations.length > 1 ? [circulation] : [];
  return `${[id, 'pack', slug(period.title), ...twin, slug(versionOf(facts))].join('-')}.xlsx`;
};

const told = ({ rule, where, message }: PackProblem): string => `${rule}, ${where}: ${message}`;

/** The warnings of a model without errors. @throws AppError pack-invalid */
function checked(model: WorkbookModel): Note[] {
  const problems = validateWorkbook(model);
  const broken = problems.filter(({ severity }) => severity === 'E');
  if (broken.length > 0) throw new AppError('pack-invalid', { detail: broken.map(told).join('; ') });
  return problems.map((problem) => ({ code: 'pack-rule', text: told(problem) }));
}
