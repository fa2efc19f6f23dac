// Answers for figures and the survey question registry.
import { figureOptions, readFigure, readSpeakUp } from '#core/figures/index.ts';
import { linkQuestion, reverseQuestion, surveyQuestions } from '#core/figures/survey-questions.ts';
import type { HandlersOf } from './context.ts';

export const figureHandlers: HandlersOf<
  'figure.read' | 'figure.options' | 'speakup.read' | 'survey.questions' | 'survey.link' | 'survey.reverse'
> = {
  'figure.read': async (request, { house }) => {
    const workspace = house.workspace();
    return readFigure(workspace.store, request, await workspace.settings());
  },
  'figure.options': async ({ metric }, { house }) => figureOptions(house.workspace().store, metric),
  'speakup.read': async (dates, { house }) => {
    const workspace = house.workspace();
    return readSpeakUp(workspace.store, dates, await workspace.settings());
  },
  'survey.questions': async ({ instrument = null }, { house }) => {
    const workspace = house.workspace();
    return surveyQuestions(workspace.store, (await workspace.settings()).minimumBase, instrument);
  },
  'survey.link': async ({ question, line }, { house }) => {
    const workspace = house.workspace();
    await workspace.store.transaction((session) => linkQuestion(session, question, line));
    return surveyQuestions(workspace.store, (await workspace.settings()).minimumBase, null);
  },
  'survey.reverse': async ({ question, reversed }, { house }) => {
    const workspace = house.workspace();
    await workspace.store.transaction((session) => reverseQuestion(session, question, reversed));
    return surveyQuestions(workspace.store, (await workspace.settings()).minimumBase, null);
  },
};
