// Owns the step from a request to a described pack: builds the edition's sheets, checks them, names the file.
// The rule: every number in the pack came through `ask`; a model that breaks a rule is never handed on.
import { AppError } from '#shared/errors.ts';
import type { Figure, FigureRequest } from '#shared/schemas/figure.ts';
import type { ImportRecord, Note } from '#shared/schemas/import.ts';
import type { PackRequest } from '#shared/schemas/pack.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import { withContents } from './contents.ts';
import { type Edition, editions } from './editions.ts';
import type { PackProblem, SheetModel, WorkbookModel } from './model.ts';
import { type PackPeriod, packPeriod } from './pack-period.ts';
import { sheets } from './sheets/index.ts';
import type { PackContext } from './sheets/sheet.ts';
import { validateWorkbook } from './validate.ts';

/** What a pack is described from. `ask` answers one figure through the gate; `fraction` is 0 to 1. */
export interface PackFacts {
  readonly settings: WorkspaceSettings;
  readonly imports: readonly ImportRecord[];
  /** ISO instant in UTC. */
  readonly builtAt: string;
  ask(request: FigureRequest): Promise<Figure>;
  progress(step: string, fraction: number): void;
}

export interface DescribedPack {
  readonly model: WorkbookModel;
  /** What the person who builds should know: rules that warn. Sheets without data say so themselves. */
  readonly notes: Note[];
  readonly fileName: string;
}

/**
 * Describes a pack as a workbook that may be written.
 * @throws AppError edition-unknown, period-invalid, pack-invalid
 */
export async function describePack(request: PackRequest, facts: PackFacts): Promise<DescribedPack> {
  const edition = findEdition(request.edition);
  const span = packPeriod(request.period);
  const context = packContext(edition, span, request, facts);
  const built: SheetModel[] = [];
  for (const [index, id] of edition.sheets.entries()) {
    const build = sheets.find((sheet) => sheet.id === id)?.build;
    if (build === undefined || build === 'derived') continue;
    facts.progress(`Describing ${id}`, index / edition.sheets.length);
    built.push(drawable(await build(context)));
  }
  const model = withContents({
    title: `${edition.title}, ${span.period.title}`,
    subject: 'Conduct, complaints and working relationships between members and officers',
    description: `Figures for the ${edition.committee} with their method and quality, made by Candour.`,
    creator: facts.settings.council,
    marking: context.marking,
    reference: context.reference,
    created: facts.builtAt,
    profile: request.profile,
    sheets: built,
  });
  return { model, notes: checked(model), fileName: fileNameOf(edition, span) };
}

/** A sheet whose table is empty has nothing to draw. */
const drawable = (sheet: SheetModel): SheetModel =>
  sheet.table.rows.length === 0 ? { ...sheet, charts: [] } : sheet;

function findEdition(id: string): Edition {
  const found = editions.find((edition) => edition.id === id);
  if (found) return found;
  throw new AppError('edition-unknown', {
    edition: id,
    editions: editions.map((edition) => edition.id).join(', '),
  });
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const fileNameOf = (edition: Edition, { period }: PackPeriod): string =>
  `${edition.id}-pack-${slug(period.title)}-draft-1.xlsx`;

const keyOf = ({ metric, from, to, grain, split, filters = {} }: FigureRequest): string =>
  JSON.stringify([metric, from, to, grain, split, Object.entries(filters).sort()]);

function packContext(
  edition: Edition,
  span: PackPeriod,
  { profile }: PackRequest,
  facts: PackFacts,
): PackContext {
  const asked = new Map<string, Promise<Figure>>();
  const notes: string[] = [];
  return {
    title: edition.title,
    committee: edition.committee,
    profile,
    marking: profile === 'published' ? 'OFFICIAL' : 'OFFICIAL: draft for the committee',
    reference: `Candour ${edition.id} ${slug(span.period.title)}`,
    span,
    settings: facts.settings,
    imports: facts.imports,
    builtAt: facts.builtAt,
    ask: (request) => {
      const key = keyOf(request);
      const answer = asked.get(key) ?? facts.ask(request);
      asked.set(key, answer);
      return answer;
    },
    note: (text) => {
      if (!notes.includes(text)) notes.push(text);
      return `[note ${notes.indexOf(text) + 1}]`;
    },
    notes: () => notes,
  };
}

const told = ({ rule, where, message }: PackProblem): string => `${rule}, ${where}: ${message}`;

/** The warnings of a model without errors. @throws AppError pack-invalid */
function checked(model: WorkbookModel): Note[] {
  const problems = validateWorkbook(model);
  const broken = problems.filter(({ severity }) => severity === 'E');
  if (broken.length > 0) throw new AppError('pack-invalid', { detail: broken.map(told).join('; ') });
  return problems.map((problem) => ({ code: 'pack-rule', text: told(problem) }));
}
