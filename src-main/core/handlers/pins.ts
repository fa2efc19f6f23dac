// Answers for the figures that are pinned for the packs.
import { addPin, movePin, notePin, pinsOf, removePin } from '#core/governance/pins.ts';
import type { Session } from '#core/store/session.ts';
import type { Pin } from '#shared/schemas/pin.ts';
import type { HandlersOf, House } from './context.ts';

/** Does it whole or not at all, and answers the pins as they then are. */
async function change(house: House, work: (session: Session) => Promise<void>): Promise<Pin[]> {
  const { store } = house.workspace();
  await store.transaction(work);
  return pinsOf(store);
}

export const pinHandlers: HandlersOf<'pin.list' | 'pin.add' | 'pin.note' | 'pin.move' | 'pin.remove'> = {
  'pin.list': (_, { house }) => pinsOf(house.workspace().store),
  'pin.add': (request, { house }) => change(house, (session) => addPin(session, request, house.user)),
  'pin.note': ({ id, note }, { house }) => change(house, (session) => notePin(session, id, note)),
  'pin.move': ({ id, to }, { house }) => change(house, (session) => movePin(session, id, to)),
  'pin.remove': ({ id }, { house }) => change(house, (session) => removePin(session, id)),
};
