// The register of handlers: one for every procedure of the contract, or it does not compile.
import type { ProcedureName } from '#shared/contract.ts';
import { adoptionHandlers } from './adoption.ts';
import { catalogueHandlers } from './catalogue.ts';
import { chartHandlers } from './charts.ts';
import { checkHandlers } from './check.ts';
import type { HandlersOf } from './context.ts';
import { figureHandlers } from './figures.ts';
import { governanceHandlers } from './governance.ts';
import { importHandlers } from './imports.ts';
import { jobHandlers } from './jobs.ts';
import { judgementHandlers } from './judgement.ts';
import { mappingHandlers } from './mappings.ts';
import { officerHandlers } from './officer.ts';
import { packCopyHandlers } from './pack-copy.ts';
import { packExplainHandlers } from './pack-explain.ts';
import { packReleaseHandlers } from './pack-release.ts';
import { packHandlers } from './packs.ts';
import { pinHandlers } from './pins.ts';
import { previewHandlers } from './preview-pack.ts';
import { rejectsHandlers } from './rejects.ts';
import { restrictionHandlers } from './restrictions.ts';
import { surveyHandlers } from './surveys.ts';
import { templateHandlers } from './templates.ts';
import { textHandlers } from './texts.ts';
import { workspaceHandlers } from './workspace.ts';

export const handlers: HandlersOf<ProcedureName> = {
  ...workspaceHandlers,
  ...catalogueHandlers,
  ...chartHandlers,
  ...importHandlers,
  ...mappingHandlers,
  ...figureHandlers,
  ...adoptionHandlers,
  ...governanceHandlers,
  ...judgementHandlers,
  ...officerHandlers,
  ...restrictionHandlers,
  ...packHandlers,
  ...packReleaseHandlers,
  ...packCopyHandlers,
  ...packExplainHandlers,
  ...checkHandlers,
  ...pinHandlers,
  ...previewHandlers,
  ...rejectsHandlers,
  ...surveyHandlers,
  ...templateHandlers,
  ...textHandlers,
  ...jobHandlers,
};
