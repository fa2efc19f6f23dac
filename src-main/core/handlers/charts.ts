// Answers for what people choose of how a figure's chart is judged.
import {
  readChartSettings,
  removeRebase,
  setJudging,
  setRebase,
  setTarget,
} from '#core/governance/chart-settings.ts';
import type { HandlersOf } from './context.ts';

export const chartHandlers: HandlersOf<
  'chart.settings' | 'chart.judge' | 'chart.target' | 'chart.rebase' | 'chart.unrebase'
> = {
  'chart.settings': ({ metric }, { house }) => readChartSettings(house.workspace().store, metric),
  'chart.judge': async (request, { house }) => {
    const { store } = house.workspace();
    await store.transaction((session) => setJudging(session, request, house.user));
    return readChartSettings(store, request.metric);
  },
  'chart.target': async (request, { house }) => {
    const { store } = house.workspace();
    await store.transaction((session) => setTarget(session, request, house.user));
    return readChartSettings(store, request.metric);
  },
  'chart.rebase': async (request, { house }) => {
    const { store } = house.workspace();
    await store.transaction((session) => setRebase(session, request, house.user));
    return readChartSettings(store, request.metric);
  },
  'chart.unrebase': async (request, { house }) => {
    const { store } = house.workspace();
    await store.transaction((session) => removeRebase(session, request, house.user));
    return readChartSettings(store, request.metric);
  },
};
