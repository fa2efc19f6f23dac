// Answers for saved mappings: list, save, forget.
import { forgetMapping, keepMapping, savedMappings } from '#core/importers/mapping-store.ts';
import type { HandlersOf } from './context.ts';

export const mappingHandlers: HandlersOf<'mapping.list' | 'mapping.save' | 'mapping.forget'> = {
  'mapping.list': (_, { house }) => savedMappings(house.workspace().store),
  'mapping.save': ({ instrument = null, ...entry }, { house }) =>
    house
      .workspace()
      .store.transaction((session) => keepMapping(session, { ...entry, instrument }, house.user)),
  'mapping.forget': ({ id }, { house }) =>
    house.workspace().store.transaction((session) => forgetMapping(session, id)),
};
