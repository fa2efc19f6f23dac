// Answers for the register of contact restrictions, which only an unlocked key opens.
import { endRestriction, readRestrictions, setRestriction } from '#core/pattern/restrictions.ts';
import type { RestrictionList } from '#shared/schemas/restriction.ts';
import type { HandlersOf, House } from './context.ts';

const today = (): string => new Date().toISOString().slice(0, 10);

async function list(house: House, on = today()): Promise<RestrictionList> {
  const { store, officer } = house.workspace();
  return readRestrictions(store, await officer.privateKey(), on);
}

async function keysOf(house: House) {
  const { officer } = house.workspace();
  return { privateKey: await officer.privateKey(), publicKey: await officer.publicKey() };
}

export const restrictionHandlers: HandlersOf<'restriction.list' | 'restriction.set' | 'restriction.end'> = {
  'restriction.list': ({ on }, { house }) => list(house, on),
  'restriction.set': async (request, { house }) => {
    const { store, audit } = house.workspace();
    const keys = await keysOf(house);
    await store.transaction(async (session) => {
      const id = await setRestriction(session, keys, request, house.user);
      await audit.add(house.user, 'restriction-set', { id });
    });
    return list(house);
  },
  'restriction.end': async (request, { house }) => {
    const { store, audit } = house.workspace();
    const keys = await keysOf(house);
    await store.transaction(async (session) => {
      await endRestriction(session, keys, request, house.user);
      await audit.add(house.user, 'restriction-ended', { id: request.id });
    });
    return list(house);
  },
};
