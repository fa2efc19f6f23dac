// Owns the speak-up panel: volume, safety, detriment, outcome told and channels beside one another.
// The rule: every reading is a figure that has passed the gate; none is combined with another.
import type { FigureRequest } from '#shared/schemas/figure.ts';
import type { SpeakUp, SpeakUpRequest } from '#shared/schemas/speak-up.ts';
import type { SurveyQuestion } from '#shared/schemas/survey.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import {
  type SpeakUpId,
  speakUpCaution,
  speakUpOrder,
  speakUpReadings,
} from '#shared/vocabulary/speak-up.ts';
import { readFigure } from './read-figure.ts';
import { surveyQuestions } from './survey-questions.ts';

type Reading = SpeakUp['readings'][number];
type Entry = Reading['entries'][number];
type Store = Parameters<typeof readFigure>[0];

const LOG = 'Incident log';
const NOT_RECORDED = 'Not recorded';

/** The reading that asks for what a question asks; the first that knows its wording. */
export const speakUpOf = (wording: string): SpeakUpId | null =>
  speakUpReadings.find(({ words }) => words?.test(wording))?.id ?? null;

/** Reads the panel; dates bound every reading alike. */
export async function readSpeakUp(
  store: Store,
  dates: SpeakUpRequest,
  settings: WorkspaceSettings,
): Promise<SpeakUp> {
  const items = latestLines(await surveyQuestions(store, settings.minimumBase, null));
  const ask = async (id: SpeakUpId): Promise<Entry[]> => {
    if (id === 'volume') return fromLog({ metric: 'incidents', grain: 'financial-year' as const });
    if (id === 'channels') return channels();
    const entries: Entry[] = [];
    for (const { instrument, line, lineTitle } of items.filter((item) => speakUpOf(item.lineTitle) === id)) {
      const request = { metric: 'survey-favourable', filters: { instrument, question: line }, ...dates };
      const figure = await readFigure(store, request, settings);
      if (figure.points.length > 0) entries.push({ source: instrument, wording: lineTitle, figure });
    }
    return entries;
  };
  const fromLog = async (request: FigureRequest, source = LOG): Promise<Entry[]> => {
    const figure = await readFigure(store, { ...request, ...dates }, settings);
    const told = figure.points.some(({ group }) => group !== NOT_RECORDED);
    return told ? [{ source, wording: null, figure }] : [];
  };
  /** Cases under different rules are not divided together: one entry for each. */
  const channels = async (): Promise<Entry[]> => {
    const whole = { metric: 'incidents', grain: 'all' as const };
    const { points } = await readFigure(store, { ...whole, split: 'scheme' }, settings);
    const schemes = [...new Set(points.flatMap(({ group }) => group ?? []))];
    if (schemes.length < 2) return fromLog({ ...whole, split: 'channel' });
    const entries = schemes.map((scheme) =>
      fromLog({ ...whole, split: 'channel', filters: { scheme } }, scheme),
    );
    return (await Promise.all(entries)).flat();
  };
  const readings: Reading[] = [];
  for (const id of speakUpOrder) {
    const reading = speakUpReadings.find((one) => one.id === id);
    if (reading === undefined) continue;
    const { title, about, supply } = reading;
    const entries = await ask(id);
    readings.push({ id, title, about, entries, missing: entries.length > 0 ? null : supply });
  }
  return { caution: speakUpCaution, readings };
}

/** One of each line of each survey that has a good and a bad side to answer on. */
function latestLines(questions: readonly SurveyQuestion[]): SurveyQuestion[] {
  const lines = new Map<string, SurveyQuestion>();
  for (const question of questions.filter(({ scale }) => scale !== null)) {
    lines.set(JSON.stringify([question.instrument, question.line]), question);
  }
  return [...lines.values()];
}
