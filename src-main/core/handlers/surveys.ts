// Answers for surveys beyond one figure: the mirror, the funnel, who answered, and what people say of questions.
import { readFunnel } from '#core/figures/funnel.ts';
import { readMirror } from '#core/figures/mirror.ts';
import { readRepresentativeness } from '#core/figures/representativeness.ts';
import { readSurveyLens, setSide, setStep, tagLine } from '#core/governance/survey-lens.ts';
import type { HandlersOf } from './context.ts';

export const surveyHandlers: HandlersOf<
  | 'survey.lens'
  | 'survey.tag'
  | 'survey.step'
  | 'survey.asks'
  | 'survey.funnel'
  | 'mirror.read'
  | 'representativeness.read'
> = {
  'survey.lens': (_, { house }) => readSurveyLens(house.workspace().store),
  'survey.tag': async (request, { house }) => {
    const { store } = house.workspace();
    await store.transaction((session) => tagLine(session, request, house.user));
    return readSurveyLens(store);
  },
  'survey.step': async (request, { house }) => {
    const { store } = house.workspace();
    await store.transaction((session) => setStep(session, request, house.user));
    return readSurveyLens(store);
  },
  'survey.asks': async (request, { house }) => {
    const { store } = house.workspace();
    await store.transaction((session) => setSide(session, request, house.user));
    return readSurveyLens(store);
  },
  'survey.funnel': async (request, { house }) => {
    const workspace = house.workspace();
    return readFunnel(workspace.store, request, await workspace.settings());
  },
  'mirror.read': async (request, { house }) => {
    const workspace = house.workspace();
    return readMirror(workspace.store, request, await workspace.settings());
  },
  'representativeness.read': async (request, { house }) => {
    const workspace = house.workspace();
    return readRepresentativeness(workspace.store, request, await workspace.settings());
  },
};
