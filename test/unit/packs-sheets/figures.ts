// Builds figures by hand for the pack sheets, each parsed by the schema, so that a test says what it shows.
import type { ExemptRecords, PackRecords } from '#core/packs/sheets/records.ts';
import { periodsBetween } from '#shared/calendar.ts';
import {
  type Figure,
  type FigurePoint,
  type FigureRequest,
  figure as figureSchema,
  type Grain,
} from '#shared/schemas/figure.ts';
import type { JudgementRecord } from '#shared/schemas/judgement.ts';
import { judgementGuard, judgementQuestionIds, judgementQuestions } from '#shared/vocabulary/judgement.ts';

const unjudged: JudgementRecord = {
  year: '2024/25',
  from: '2024-04-01',
  to: '2025-03-31',
  reading: 'Council can say nothing of the year yet: none of the three answers is recorded.',
  next: null,
  guard: judgementGuard,
  answers: judgementQuestionIds.map((question) => ({
    question,
    ...judgementQuestions[question],
    standing: 'Not recorded.',
    current: null,
    earlier: [],
    evidence: [],
    unweighed: [],
  })),
  stages: [],
  signOffs: [],
  notHeard: { reading: 'Nothing was heard.', mechanisms: [], returns: [] },
};

/** A workspace in which nobody settled anything. */
export const noRecords: PackRecords = {
  mechanisms: async () => ({ asAt: '2025-06-02', reading: 'None.', mechanisms: [], decisions: [] }),
  pins: async () => [],
  health: async () => ({ asAt: '2025-06-02', reading: 'None.', sources: [] }),
  actions: async () => [],
  commonIssues: async () => [],
  judgement: async (year) => ({ record: { ...unjudged, year }, screened: [] }),
  mirror: async () => ({
    officers: null,
    councillors: null,
    rows: [],
    tested: 0,
    reading: 'There is no survey of officers and none of councillors in this period.',
    method: 'None.',
    suppression: '',
    warnings: [],
  }),
  speakUp: async () => ({ caution: 'Readings side by side.', readings: [] }),
  adoption: async (request) => ({
    status: 'refused',
    metric: figure(request).metric,
    request,
    code: 'not-adopted',
    reason: 'The adoption date is not set.',
    advice: 'Set it in the settings.',
  }),
  survival: async (request) => ({
    request,
    cases: null,
    closed: null,
    steps: [],
    reason: 'Fewer than 15 cases are closed: too few for a curve.',
    method: 'Kaplan-Meier.',
  }),
  patternCount: async () => null,
};

/** What an exempt pack is given while the officer's key is locked. */
export const lockedRecords: ExemptRecords = { cases: async () => null };

type PointParts = Partial<FigurePoint> & Pick<FigurePoint, 'from' | 'to' | 'period'>;

export const point = (parts: PointParts): FigurePoint => ({
  group: null,
  across: null,
  label: parts.group ?? null,
  value: null,
  numerator: null,
  denominator: null,
  base: null,
  interval: null,
  suppressed: null,
  reason: null,
  change: null,
  shown: parts.suppressed ? `[${parts.suppressed}]` : String(parts.value ?? ''),
  segment: 0,
  ...parts,
});

interface FigureParts {
  readonly title?: string;
  readonly unit?: string;
  readonly points?: readonly FigurePoint[];
  readonly limits?: Figure['limits'];
  readonly events?: Figure['events'];
  readonly warnings?: Figure['warnings'];
  readonly reading?: string;
  readonly files?: readonly string[];
}

/** A figure for a request; without points it is the figure of a workspace that holds nothing. */
export const figure = (request: FigureRequest, parts: FigureParts = {}): Figure =>
  figureSchema.parse({
    metric: {
      id: request.metric,
      title: parts.title ?? `Title of ${request.metric}`,
      definition: `Definition of ${request.metric}.`,
      unit: parts.unit ?? 'cases',
      direction: 'neutral',
      chart: 'xmr',
      clause: 'Section VII',
      caveat: `Caveat of ${request.metric}.`,
      version: 1,
      kinds: ['incident'],
      grains: ['month'],
      dimensions: [],
    },
    request,
    points: parts.points ?? [],
    limits: parts.limits ?? [],
    events: parts.events ?? [],
    breaks: [],
    warnings: parts.warnings ?? [],
    reading: parts.reading ?? 'There is no data for this yet.',
    provenance: {
      method: 'A plain count.',
      metricVersion: 1,
      filters: {},
      imports: (parts.files ?? []).map((file, index) => ({
        importId: `import-${index}`,
        file,
        sha256: 'a'.repeat(64),
        kind: 'incident',
        rows: 10,
      })),
      suppression: { rule: 'None.', hidden: 0 },
    },
  });

/** One point for each period from `from` to `to`, with these values in turn; null is hidden. */
export const seriesPoints = (
  from: string,
  to: string,
  grain: Grain,
  values: readonly (number | null)[],
): FigurePoint[] =>
  periodsBetween(from, to, grain).map(({ from: first, to: last, title }, index) => {
    const value = values[index % values.length] ?? null;
    return point({
      from: first,
      to: last,
      period: title,
      value,
      base: value,
      suppressed: value === null ? 'c' : null,
      shown: value === null ? '[c]' : String(value),
    });
  });
