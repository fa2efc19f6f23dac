// Answers for held-back texts: the list, the review, the release, the withdrawal.
import type { TextAccess } from '#core/identity/held-blocks.ts';
import { releaseText, withdrawText } from '#core/identity/text-release.ts';
import { reviewTexts } from '#core/identity/text-review.ts';
import { commentMinimum, textSources } from '#core/identity/text-sources.ts';
import type { HandlersOf, House } from './context.ts';

const accessOf = (house: House, { importId, field }: { importId: string; field: string }): TextAccess => ({
  key: house.workspace().key,
  by: house.user,
  importId,
  field,
});

const minimumBase = async (house: House): Promise<number> =>
  commentMinimum(await house.workspace().settings());

export const textHandlers: HandlersOf<'text.list' | 'text.review' | 'text.release' | 'text.withdraw'> = {
  'text.list': async (request, { house }) =>
    textSources(house.workspace().store, request, await minimumBase(house)),
  'text.review': async (request, { house }) => {
    const base = await minimumBase(house);
    const access = accessOf(house, request);
    return house.workspace().store.transaction((session) => reviewTexts(session, access, request, base));
  },
  'text.release': async (request, { house }) => {
    const base = await minimumBase(house);
    const access = accessOf(house, request);
    return house.workspace().store.transaction((session) => releaseText(session, access, request, base));
  },
  'text.withdraw': async (request, { house }) => {
    const access = accessOf(house, request);
    await house.workspace().store.transaction((session) => withdrawText(session, access, request.row));
    return { importId: request.importId, field: request.field, row: request.row };
  },
};
