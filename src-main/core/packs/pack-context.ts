// Owns what every sheet of one pack is given: its figures by id, its notes, its records, its standing.
// The rule: an edition asks for what it may ask for; anything else is a fault where it is asked.
import { createHash } from 'node:crypto';
import type { Figure, FigureRequest } from '#shared/schemas/figure.ts';
import type { Circulation, PackRequest } from '#shared/schemas/pack.ts';
import type { PackFacts } from './describe.ts';
import type { Edition } from './editions.ts';
import type { PackPeriod } from './pack-period.ts';
import { draftVersion, releasedVersion } from './released.ts';
import type { PackRecords } from './sheets/records.ts';
import type { PackContext, PackFigure } from './sheets/sheet.ts';

/** Words as they stand in the name of a file. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** "Draft of issue 2", "Issue 2". */
export const versionOf = ({ issue, releasedAt }: Pick<PackFacts, 'issue' | 'releasedAt'>): string =>
  releasedAt === null ? draftVersion(issue) : releasedVersion(issue);

/** The same for the same request, whatever order its parts stand in. */
export function figureId({ metric, from, to, grain, split, filters = {}, chart }: FigureRequest): string {
  const parts = JSON.stringify([metric, from, to, grain, split, Object.entries(filters).sort(), chart]);
  return `${metric}-${createHash('sha256').update(parts).digest('hex').slice(0, 10)}`;
}

/** What an edition for general issues only must not divide by is refused where it is asked for: it is a fault. */
function withinBounds({ id, dimensions }: Edition, { metric, split, filters = {} }: FigureRequest): void {
  const asked = [...(split === undefined ? [] : [split]), ...Object.keys(filters)];
  const beyond = dimensions && asked.find((dimension) => !dimensions.includes(dimension));
  if (beyond !== undefined) throw new Error(`The edition ${id} may not ask for ${metric} by ${beyond}`);
}

/** What such an edition must not know of is not there to be asked for either. */
function recordsWithin({ id, records: allowed }: Edition, records: PackRecords): PackRecords {
  if (allowed === undefined) return records;
  const bounds: readonly PropertyKey[] = allowed;
  return new Proxy(records, {
    get: (all, name) => {
      if (bounds.includes(name)) return Reflect.get(all, name);
      throw new Error(`The edition ${id} may not ask for the record ${String(name)}`);
    },
  });
}

const markings = {
  public: 'OFFICIAL',
  exempt: 'OFFICIAL-SENSITIVE: exempt, not for publication',
} as const;

/** What a pack is described from, with its figures known by their ids. */
export interface KnownFacts extends Omit<PackFacts, 'ask'> {
  /** `id` is the request's `figureId`. */
  ask(request: FigureRequest, id: string): Promise<PackFigure>;
}

/** `asked` is filled with the figures, in the order in which they are first asked for. */
export function packContext(
  edition: Edition,
  circulation: Circulation,
  span: PackPeriod,
  { profile }: PackRequest,
  facts: KnownFacts,
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
    releasedAt: facts.releasedAt,
    replaces: facts.replaces,
    records: recordsWithin(edition, facts.records),
    ask: (request) => {
      withinBounds(edition, request);
      const id = figureId(request);
      const answer = asked.get(id) ?? facts.ask(request, id);
      asked.set(id, answer);
      return answer;
    },
    figures: () => Promise.all(asked.values()),
    note: (text) => {
      if (!notes.includes(text)) notes.push(text);
      return `[note ${notes.indexOf(text) + 1}]`;
    },
    notes: () => notes,
  };
}

/**
 * Sums of fractions may end in other digits from one reading to the next, as the threads of the database share the
 * rows: a pack tells 12 digits of each number, so that the same figure is the same in every pack.
 */
const steady = <T>(value: T): T => {
  if (typeof value === 'number') return steadyNumber(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  // What has nothing to round is taken as it is.
  let copy: T | undefined;
  for (const name of Object.keys(value) as (keyof T)[]) {
    const part = steady(value[name]);
    if (part === value[name]) continue;
    copy ??= (Array.isArray(value) ? [...value] : { ...value }) as T;
    copy[name] = part;
  }
  return copy ?? value;
};

/** Whole numbers of up to 12 digits have no digit to lose; adding nothing takes the sign off a nought. */
const steadyNumber = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e12 ? value + 0 : Number(value.toPrecision(12));

/** A figure as every sheet of a pack gets it. */
export const known = (id: string, figure: Figure): PackFigure => ({
  ...figure,
  id,
  limits: steady(figure.limits),
  points: figure.points.map((point) => ({ ...steady(point), figure: id })),
});
