// Answers how a pack will look, sheet by sheet, without writing it or keeping anything of it.
import { smallByThemselves } from '#core/figures/index.ts';
import { previewFigure, previewSheets, type Small } from '#core/packs/preview.ts';
import type { PackFigure } from '#core/packs/sheets/sheet.ts';
import type { Parsed } from '#shared/contract.ts';
import type { PackPreview } from '#shared/schemas/pack-preview.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import type { CallContext, HandlersOf, House } from './context.ts';
import { describeNow } from './describe-now.ts';
import { findPack, keptPack } from './kept-pack.ts';

/** Which hidden numbers of these figures are small by themselves. */
async function smallIn(
  figures: readonly PackFigure[],
  house: House,
  settings: WorkspaceSettings,
): Promise<Small> {
  const { store } = house.workspace();
  const hiding = figures.filter(({ points }) => points.some(({ suppressed }) => suppressed === 'c'));
  const known = new Map<string, Awaited<ReturnType<typeof smallByThemselves>>>();
  for (const { id, request } of hiding) known.set(id, await smallByThemselves(store, request, settings));
  return (source) => source.suppressed === 'c' && (known.get(source.figure)?.(source) ?? false);
}

/** A built pack as it was described, or what is asked for as the open workspace makes it now. */
async function describedFor(request: Parsed<'pack.preview'>, context: CallContext) {
  const { house } = context;
  if (!('pack' in request)) {
    const { described, circulation, settings } = await describeNow(request, context, 0.8);
    return { described, settings, edition: request.edition, circulation, profile: request.profile };
  }
  const { edition, circulation, profile } = await findPack(house, request.pack);
  const { described, facts } = await keptPack(house, request.pack);
  return { described, settings: facts.settings, edition, circulation, profile };
}

export const previewHandlers: HandlersOf<'pack.preview'> = {
  'pack.preview': async (request, context): Promise<PackPreview> => {
    const { house, job } = context;
    const { described, settings, edition, circulation, profile } = await describedFor(request, context);
    job.progress('Explaining what is hidden', 0.8);
    const sheets = previewSheets(described, await smallIn(described.figures, house, settings));
    const { model, figures, notes, fileName } = described;
    return {
      edition,
      circulation,
      profile,
      title: model.title,
      fileName,
      marking: model.marking,
      reference: model.reference,
      sheets,
      figures: figures.map(previewFigure),
      hidden: {
        own: sheets.reduce((sum, { hidden }) => sum + hidden.own, 0),
        others: sheets.reduce((sum, { hidden }) => sum + hidden.others, 0),
      },
      rules: [...new Set(figures.map(({ provenance }) => provenance.suppression.rule))],
      notes,
    };
  },
};
