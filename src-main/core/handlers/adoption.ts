// Answers for a figure before and after adoption, and for an exploratory link of two.
import { readAdoption, readAssociation } from '#core/figures/index.ts';
import type { HandlersOf } from './context.ts';

export const adoptionHandlers: HandlersOf<'adoption.read' | 'association.read'> = {
  'adoption.read': async (request, { house }) => {
    const workspace = house.workspace();
    return readAdoption(workspace.store, request, await workspace.settings());
  },
  'association.read': async (request, { house }) => {
    const workspace = house.workspace();
    return readAssociation(workspace.store, request, await workspace.settings());
  },
};
