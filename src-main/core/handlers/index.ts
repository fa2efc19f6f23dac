// The register of handlers: one for every procedure of the contract, or it does not compile.
import type { ProcedureName } from '#shared/contract.ts';
import { adoptionHandlers } from './adoption.ts';
import { catalogueHandlers } from './catalogue.ts';
import { chartHandlers } from './charts.ts';
import type { HandlersOf } from './context.ts';
import { figureHandlers } from './figures.ts';
import { governanceHandlers } from './governance.ts';
import { importHandlers } from './imports.ts';
import { jobHandlers } from './jobs.ts';
import { mappingHandlers } from './mappings.ts';
import { officerHandlers } from './officer.ts';
import { packHandlers } from './packs.ts';
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
  ...officerHandlers,
  ...restrictionHandlers,
  ...packHandlers,
  ...rejectsHandlers,
  ...surveyHandlers,
  ...templateHandlers,
  ...textHandlers,
  ...jobHandlers,
};
