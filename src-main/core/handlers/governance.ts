// Answers for what people settle about the data: its health, the mechanisms, the crosswalk, the breaks.
import { breakList, removeBreak, saveBreak } from '#core/governance/breaks.ts';
import { crosswalkList, removeCrosswalk, setCrosswalk } from '#core/governance/crosswalk.ts';
import { readHealth } from '#core/governance/health.ts';
import { mechanismList, setMechanism } from '#core/governance/mechanisms.ts';
import { kinds } from './catalogue.ts';
import type { HandlersOf } from './context.ts';

const today = (): string => new Date().toISOString().slice(0, 10);

export const governanceHandlers: HandlersOf<
  | 'health.read'
  | 'mechanism.list'
  | 'mechanism.set'
  | 'crosswalk.list'
  | 'crosswalk.set'
  | 'crosswalk.remove'
  | 'break.list'
  | 'break.set'
  | 'break.remove'
> = {
  'health.read': async ({ on = today() }, { house }) => {
    const workspace = house.workspace();
    return readHealth(workspace.store, kinds, await workspace.settings(), on);
  },
  'mechanism.list': ({ on = today() }, { house }) => mechanismList(house.workspace().store, on),
  'mechanism.set': async (request, { house }) => {
    const { store } = house.workspace();
    await store.transaction((session) => setMechanism(session, request, house.user));
    return mechanismList(store, today());
  },
  'crosswalk.list': (_, { house }) => crosswalkList(house.workspace().store),
  'crosswalk.set': async (request, { house }) => {
    const { store } = house.workspace();
    await store.transaction((session) => setCrosswalk(session, request, house.user));
    return crosswalkList(store);
  },
  'crosswalk.remove': async (request, { house }) => {
    const { store } = house.workspace();
    await store.transaction((session) => removeCrosswalk(session, request, house.user));
    return crosswalkList(store);
  },
  'break.list': (_, { house }) => breakList(house.workspace().store),
  'break.set': async (request, { house }) => {
    const { store } = house.workspace();
    await store.transaction((session) => saveBreak(session, request, house.user));
    return breakList(store);
  },
  'break.remove': async ({ id }, { house }) => {
    const { store } = house.workspace();
    await store.transaction((session) => removeBreak(session, id, house.user));
    return breakList(store);
  },
};
