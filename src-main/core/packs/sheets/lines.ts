// Owns the lines above a table: definition notes, what to know of the data, the source; and what is said
// of a sheet without data: which of the Protocol's mechanisms would supply it.
import type { Note } from '#shared/schemas/import.ts';
import { isOfLimits } from '#shared/vocabulary/warnings.ts';
import type { PackContext, PackFigure } from './sheet.ts';

const mostFiles = 3;

/** A text without what only somebody at a screen can do: a reader of a pack has no filters and no commands. */
export const ofPaper = (text: string): string =>
  text
    .replace(/ The filter “[^”]+” chooses (?:an|the )other\.$/, '')
    .replace(/ Split or filter by “[^”]+” [^.]+\./, '')
    .replace(/ \(candour [^)]+\)/, '');

const betweenParts = '\n';

/** The figure of a note, what it is, and its caution. */
export const noteParts = (note: string): string[] => note.split(betweenParts);

/** "[note 1] [note 2]": the definitions of figures, each with the caveat that goes wherever it goes. */
export function noteMarkers(context: PackContext, figures: readonly PackFigure[]): string {
  const texts = figures.map(({ metric: { title, definition, caveat } }) =>
    [title, ofPaper(definition), caveat].map((part) => part.replaceAll(betweenParts, ' ')).join(betweenParts),
  );
  return [...new Set(texts)].map((text) => context.note(text)).join(' ');
}

function matters(figure: PackFigure, note: Note, limits: boolean): boolean {
  const { code, text } = note;
  if (code === 'no-data') return false;
  if (isOfLimits(note)) return limits;
  return code !== 'part-period' || figure.points.some(({ period }) => text.startsWith(`${period} `));
}

/** What to know of the data, once each; where it is not true of every measure the line names its own. */
export function warningLines(figures: readonly PackFigure[], limits: boolean): string[] {
  const titles = new Map<string, Set<string>>();
  for (const figure of figures) {
    for (const warning of figure.warnings) {
      if (!matters(figure, warning, limits)) continue;
      const text = ofPaper(warning.text);
      const known = titles.get(text) ?? new Set();
      titles.set(text, known.add(figure.metric.title));
    }
  }
  const all = new Set(figures.map(({ metric }) => metric.title)).size;
  return [...titles].map(([text, own]) => (own.size < all ? `${[...own].join(', ')}: ${text}` : text));
}

/** "Source: register.csv, log.xlsx and 2 more files, listed on the sheet Method_and_quality." */
export function sourceLine(figures: readonly PackFigure[]): string {
  const files = [...new Set(figures.flatMap(({ provenance }) => provenance.imports.map(({ file }) => file)))];
  if (files.length === 0) return 'Source: no file is loaded for this sheet.';
  const more = files.length > mostFiles ? ` and ${files.length - mostFiles} more` : '';
  return `Source: ${files.slice(0, mostFiles).join(', ')}${more}, as listed on the sheet Method_and_quality.`;
}

interface MoreLines {
  readonly more?: readonly string[];
  /** Why cells are blank: "Blank cells mean …". */
  readonly blanks?: string | undefined;
  /** Whether control limits are shown. */
  readonly limits?: boolean;
}

/** Lines in the order the rules want: what it is, its notes, what to know, blanks, the source. */
export function sheetLines(
  context: PackContext,
  figures: readonly PackFigure[],
  description: string,
  { more = [], blanks, limits = false }: MoreLines = {},
): string[] {
  return [
    description,
    `Definitions and cautions: ${noteMarkers(context, figures)}.`,
    ...more,
    ...warningLines(figures, limits),
    ...(blanks === undefined ? [] : [blanks]),
    sourceLine(figures),
  ];
}

/** What it is, what names it, what would supply it; and the section of the Protocol, where it is not VII. */
type Supply = readonly [record: string, means: string, supply: string, section?: string];

const mechanisms = {
  cases: ['incident or complaint log', 'incident reports', 'an incident import'],
  survey: ['survey', 'ongoing employee and councillor surveys', 'a survey response import'],
  sickness: ['sickness record', 'sickness absence as a proxy', 'an absence and a workforce import'],
  churn: ['record of leavers', 'churn as a proxy', 'a leaver and a workforce import'],
  trends: ['dated record', 'incident reports and proxies', 'an incident, absence or leaver import'],
  workforce: ['workforce snapshot', 'proxies that are set against the workforce', 'a workforce import'],
  signals: [
    'survey, incident log or proxy by directorate',
    'surveys, incident reports and proxies',
    'imports that name the directorate',
  ],
  appraisals: ['appraisal record', 'appraisals that reflect the Protocol', 'an appraisal import', 'II'],
  evidence: [
    'coded note of a focus group, interview, workshop or observed meeting',
    'focus groups, interviews, workshops and the observation of meetings',
    'an import of qualitative evidence',
  ],
  training: ['training record', 'learning, development and induction', 'a training import', 'II'],
  positive: [
    'return of positive examples',
    'examples of success, which Assistant Directors put to the Monitoring Officer',
    'an import of positive examples, nil returns among them,',
    'VI',
  ],
  actions: [
    'register of lessons and actions',
    'how lessons are learned as part of the evidence',
    'an import of lessons and actions',
    'II',
  ],
} satisfies Record<string, Supply>;

export type Mechanism = keyof typeof mechanisms;

/** What is not there, and the mechanism of section VII that would supply it. */
export function missingSentence(
  { span }: PackContext,
  mechanism: Mechanism,
  figures: readonly PackFigure[],
): string {
  const [record, means, supply, section = 'VII']: Supply = mechanisms[mechanism];
  const loaded = figures.some(({ provenance }) => provenance.imports.length > 0);
  const lack = loaded
    ? `What is loaded holds nothing that can be set out here for ${span.period.title}.`
    : `No ${record} has been loaded.`;
  return `${lack} Section ${section} of the Protocol names ${means}; ${supply} would fill this sheet.`;
}

/** What Candour has no import for, and what would supply it. */
export const notImported = (what: string, supply: string): string =>
  `Candour imports no ${what}, so nothing stands here and nothing is guessed. ${supply}`;
