// Owns every procedure: what it is called, what it takes and answers, what it touches.
// One entry a procedure; the dispatcher, the doors and the help are made from it.
import { z } from 'zod';
import { adoption, adoptionRequest } from './schemas/adoption.ts';
import { comparison, foundRow, plannedFile, setOutcome, undoneImport } from './schemas/again.ts';
import { association, associationRequest } from './schemas/association.ts';
import { auditList, auditListRequest, auditVerdict } from './schemas/audit.ts';
import { funnel, funnelRequest } from './schemas/awareness.ts';
import { catalogue } from './schemas/catalogue.ts';
import {
  chartJudgeRequest,
  chartRebaseRequest,
  chartSettings,
  chartSettingsRequest,
  chartTargetRequest,
} from './schemas/chart.ts';
import { checkReport, checkRequest } from './schemas/check.ts';
import { crosswalkList, crosswalkRequest } from './schemas/crosswalk.ts';
import { madeFile, rejectsResult, templateResult } from './schemas/delivery.ts';
import { diffRequest, explainRequest, explanation, packDiff, rowsBehind } from './schemas/explain.ts';
import { figure, figureOptions, figureRequest } from './schemas/figure.ts';
import {
  textList,
  textListRequest,
  textRelease,
  textReleaseRequest,
  textReview,
  textReviewRequest,
  textWithdrawal,
  textWithdrawRequest,
} from './schemas/free-text.ts';
import { health } from './schemas/health.ts';
import {
  commitRequest,
  importRecord,
  importRequest,
  preview,
  receipt,
  savedMapping,
  shownProblem,
} from './schemas/import.ts';
import { job } from './schemas/job.ts';
import {
  answerRequest,
  evidenceRequest,
  evidenceWithdrawal,
  judgement,
  judgementRequest,
  judgementYears,
  signRequest,
} from './schemas/judgement.ts';
import { packManifest } from './schemas/manifest.ts';
import { mechanismList, mechanismRequest } from './schemas/mechanism.ts';
import { mirror, mirrorRequest } from './schemas/mirror.ts';
import {
  officerKeyRequest,
  officerStatus,
  passphrase,
  reidentified,
  reidentifyRequest,
} from './schemas/officer.ts';
import {
  frontRequest,
  issuedPack,
  listedPack,
  packCopyRequest,
  packId,
  packRequest,
  packResult,
  packVerdict,
  setFrontRequest,
  shownFront,
  withdrawRequest,
} from './schemas/pack.ts';
import { packPreview, previewRequest } from './schemas/pack-preview.ts';
import {
  decideRequest,
  patternFlag,
  patternFlags,
  patternRuleRequest,
  patternState,
  publishedCount,
} from './schemas/pattern.ts';
import { pinAddRequest, pinList, pinMoveRequest, pinNoteRequest } from './schemas/pin.ts';
import { representativeness, representativenessRequest } from './schemas/representativeness.ts';
import {
  restrictionEnd,
  restrictionList,
  restrictionListRequest,
  restrictionRequest,
} from './schemas/restriction.ts';
import { seriesBreakList, seriesBreakRequest } from './schemas/series-break.ts';
import { speakUp, speakUpRequest } from './schemas/speak-up.ts';
import { surveyLink, surveyQuestion, surveyWording } from './schemas/survey.ts';
import { surveyAsks, surveyLens, surveyStep, surveyTag } from './schemas/survey-lens.ts';
import { fileId, identifier, isoDate, shortName } from './schemas/text.ts';
import {
  settingChange,
  workspaceId,
  workspaceListing,
  workspaceSettings,
  workspaceSummary,
} from './schemas/workspace.ts';

/** A query reads and may run beside others; a command changes something and waits its turn. */
export interface Procedure {
  readonly kind: 'query' | 'command';
  readonly title: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** What a screen must ask for again afterwards. */
  readonly touches: readonly (
    | 'workspace'
    | 'imports'
    | 'figures'
    | 'packs'
    | 'texts'
    | 'health'
    | 'officer'
    | 'judgement'
  )[];
}

const query = <I extends z.ZodType, O extends z.ZodType>(title: string, input: I, output: O) =>
  ({ kind: 'query', title, input, output, touches: [] }) as const;
const command = <I extends z.ZodType, O extends z.ZodType>(
  title: string,
  input: I,
  output: O,
  touches: Procedure['touches'],
) => ({ kind: 'command', title, input, output, touches }) as const;

const nothing = z.object({});
/** The day that lateness is counted to; today unless said otherwise. */
const asAt = z.object({ on: isoDate.optional() });

export const contract = {
  'app.status': query(
    'Read what is open',
    nothing,
    z.object({ version: z.string(), workspace: workspaceSummary.nullable() }),
  ),
  'workspace.list': query('List the workspaces', nothing, z.array(workspaceListing)),
  'workspace.create': command(
    'Make a workspace',
    z.object({ id: workspaceId, council: shortName.optional() }),
    workspaceSummary,
    ['workspace', 'imports', 'figures', 'packs'],
  ),
  'workspace.open': command('Open a workspace', z.object({ id: workspaceId }), workspaceSummary, [
    'workspace',
    'imports',
    'figures',
    'packs',
  ]),
  'workspace.close': command('Close the workspace', nothing, nothing, ['workspace']),
  'workspace.settings': command('Change the settings', workspaceSettings.partial(), workspaceSummary, [
    'workspace',
    'figures',
  ]),
  'workspace.sample': command(
    'Load the sample council',
    z.object({ id: workspaceId.optional() }),
    z.object({ workspace: workspaceSummary, receipts: z.array(receipt) }),
    ['workspace', 'imports', 'figures', 'packs'],
  ),
  'catalogue.read': query('Read the catalogue', nothing, catalogue),
  'import.preview': command('Preview a file', importRequest, preview, []),
  'import.compare': command(
    'Compare a file with an import',
    importRequest.extend({ importId: z.string() }),
    comparison,
    [],
  ),
  'import.commit': command('Import a file', commitRequest, receipt, ['imports', 'figures']),
  'import.plan': command(
    'Plan a set of files',
    z.object({ files: z.array(fileId).min(1).max(500) }),
    z.array(plannedFile),
    [],
  ),
  'import.commitSet': command(
    'Import a set of files',
    z.object({ files: z.array(commitRequest).min(1).max(500) }),
    z.array(setOutcome),
    ['imports', 'figures'],
  ),
  'import.findRow': command(
    'Find a row again',
    z.object({ file: fileId, importId: z.string().optional(), row: z.int().min(1) }),
    foundRow,
    [],
  ),
  'import.list': query('List the imports', nothing, z.array(importRecord)),
  'import.undone': query('List the imports that were undone', nothing, z.array(undoneImport)),
  'import.rejects': query(
    'List the problems of an import',
    z.object({ importId: z.string() }),
    z.array(shownProblem),
  ),
  'import.rejectsFile': command(
    'Make the rejects file of an import',
    z.object({ importId: z.string() }),
    rejectsResult,
    [],
  ),
  'import.undo': command(
    'Undo an import',
    z.object({ importId: z.string() }),
    // What it had replaced does not come back.
    z.object({
      importId: z.string(),
      kind: z.string(),
      file: z.string(),
      rows: z.int(),
      replaced: receipt.shape.replaced,
    }),
    ['imports', 'figures'],
  ),
  'template.build': command('Make a starter template', z.object({ kind: identifier }), templateResult, []),
  'mapping.list': query('List the saved mappings', nothing, z.array(savedMapping)),
  'mapping.save': command(
    'Save a mapping',
    savedMapping.pick({ name: true, kind: true, headings: true, mapping: true }).extend({
      instrument: shortName.optional(),
    }),
    savedMapping,
    ['imports'],
  ),
  'mapping.forget': command('Forget a saved mapping', z.object({ id: z.string() }), savedMapping, [
    'imports',
  ]),
  'file.discard': command('Forget a file', z.object({ file: fileId }), nothing, []),
  'figure.read': query('Read a figure', figureRequest, figure),
  'figure.options': query(
    'Read what a figure can be filtered by',
    z.object({ metric: identifier }),
    figureOptions,
  ),
  'chart.settings': query('Read how a chart is judged', chartSettingsRequest, chartSettings),
  'chart.judge': command('Change how a chart is judged', chartJudgeRequest, chartSettings, ['figures']),
  'chart.target': command('Set a target', chartTargetRequest, chartSettings, ['figures']),
  'chart.rebase': command('Set limits anew from a day', chartRebaseRequest, chartSettings, ['figures']),
  'chart.unrebase': command('Take back a day of new limits', chartRebaseRequest, chartSettings, ['figures']),
  'speakup.read': query('Read whether people can speak up', speakUpRequest, speakUp),
  'adoption.read': query('Compare a figure before and after adoption', adoptionRequest, adoption),
  'association.read': query('Explore a link with a survey', associationRequest, association),
  'survey.questions': query(
    'List the survey questions',
    z.object({ instrument: shortName.optional() }),
    z.array(surveyQuestion),
  ),
  'survey.link': command('Join a question to a line', surveyLink, z.array(surveyQuestion), ['figures']),
  'survey.reverse': command(
    'Say whether a question is negatively worded',
    surveyWording,
    z.array(surveyQuestion),
    ['figures'],
  ),
  'survey.lens': query('Read what is said of the survey questions', nothing, surveyLens),
  'survey.tag': command('Say which behaviours a question asks about', surveyTag, surveyLens, ['figures']),
  'survey.step': command('Say which step of awareness a question measures', surveyStep, surveyLens, [
    'figures',
  ]),
  'survey.asks': command('Say whom a survey asks', surveyAsks, surveyLens, ['figures', 'health']),
  'survey.funnel': query('Read the awareness funnel', funnelRequest, funnel),
  'mirror.read': query('Read the perception-gap mirror', mirrorRequest, mirror),
  'representativeness.read': query(
    'Read who answered a survey against who could have',
    representativenessRequest,
    representativeness,
  ),
  'text.list': query('List what is held back', textListRequest, textList),
  'text.review': command('Read held-back texts', textReviewRequest, textReview, []),
  'text.release': command('Decide on a held-back text', textReleaseRequest, textRelease, ['texts']),
  'text.withdraw': command('Withdraw a released text', textWithdrawRequest, textWithdrawal, ['texts']),
  'health.read': query('Read the health of the data', asAt, health),
  'mechanism.list': query('Read the register of mechanisms', asAt, mechanismList),
  'mechanism.set': command('Change the register of mechanisms', mechanismRequest, mechanismList, ['health']),
  'crosswalk.list': query('Read the directorate crosswalk', nothing, crosswalkList),
  'crosswalk.set': command('Say which directorate became which', crosswalkRequest, crosswalkList, [
    'figures',
    'health',
  ]),
  'crosswalk.remove': command(
    'Take back what a directorate became',
    crosswalkRequest.omit({ new: true }),
    crosswalkList,
    ['figures', 'health'],
  ),
  'break.list': query('List the series breaks', nothing, seriesBreakList),
  'break.set': command('Set a series break', seriesBreakRequest, seriesBreakList, ['figures', 'health']),
  'break.remove': command('Take a series break back', z.object({ id: z.string() }), seriesBreakList, [
    'figures',
    'health',
  ]),
  'judgement.read': query('Read the judgement of a year', judgementRequest, judgement),
  'judgement.years': query('List the years of judgements', nothing, judgementYears),
  'judgement.answer': command('Record an answer', answerRequest, judgement, ['judgement']),
  'judgement.addEvidence': command('Add evidence', evidenceRequest, judgement, ['judgement']),
  'judgement.withdrawEvidence': command('Withdraw evidence', evidenceWithdrawal, judgement, ['judgement']),
  'judgement.sign': command('Record a sign-off', signRequest, judgement, ['judgement', 'officer']),
  'pack.build': command('Build a pack', packRequest, packResult, ['packs']),
  'pack.list': query('List the packs', nothing, z.array(listedPack)),
  'pack.manifest': query('Read what stands behind a pack', packId, packManifest),
  'pack.saveManifest': command('Lay out the manifest of a pack', packId, madeFile, []),
  'pack.copy': command('Make a copy of a pack in another format', packCopyRequest, madeFile, []),
  'pack.front': query('Read what the cover of a pack says', frontRequest, shownFront),
  'pack.setFront': command('Say what the cover of a pack says', setFrontRequest, shownFront, ['packs']),
  'pack.explain': query('Explain a cell of a pack', explainRequest, explanation),
  'pack.rows': command('Read the rows behind a cell', explainRequest, rowsBehind, ['officer']),
  'pack.diff': query('Compare two packs', diffRequest, packDiff),
  'pack.release': command('Release a pack', packId, packResult, ['packs', 'figures', 'officer']),
  'pack.withdraw': command('Withdraw a released pack', withdrawRequest, packResult, ['packs', 'officer']),
  'pack.verify': query('Check the files of a released pack', packId, packVerdict),
  'pack.check': query('Check a workbook against the pack rules', checkRequest, checkReport),
  'pack.issued': query('List the packs that were released', nothing, z.array(issuedPack)),
  'pack.preview': command('Show how a pack will look', previewRequest, packPreview, []),
  'pin.list': query('List what is pinned for the packs', nothing, pinList),
  'pin.add': command('Pin a figure for the packs', pinAddRequest, pinList, ['packs']),
  'pin.note': command('Say something of a pinned figure', pinNoteRequest, pinList, ['packs']),
  'pin.move': command('Move a pinned figure', pinMoveRequest, pinList, ['packs']),
  'pin.remove': command('Take a pin away', z.object({ id: z.string() }), pinList, ['packs']),
  'workspace.changes': query('List the changes of settings', nothing, z.array(settingChange)),
  'officer.status': query('Read the state of the officer’s key', nothing, officerStatus),
  'officer.setKey': command('Set the officer’s key', officerKeyRequest, officerStatus, ['officer']),
  'officer.unlock': command('Unlock with the officer’s key', z.object({ passphrase }), officerStatus, [
    'officer',
  ]),
  // No command: it waits for no work that is under way.
  'officer.lock': { ...query('Lock the officer’s key', nothing, officerStatus), touches: ['officer'] },
  'officer.keepIdentities': command(
    'Say whether names are kept',
    z.object({ on: z.boolean() }),
    officerStatus,
    ['officer'],
  ),
  'officer.reidentify': command('Ask who somebody is', reidentifyRequest, reidentified, ['officer']),
  'audit.list': query('Read the audit log', auditListRequest, auditList),
  'audit.verify': query('Check the audit log', nothing, auditVerdict),
  'pattern.read': query('Read whether a cumulative rule is set', nothing, patternState),
  'pattern.setRule': command('Set the cumulative rule', patternRuleRequest, patternState, ['officer']),
  'pattern.flags': command('Read the flags', nothing, patternFlags, ['officer']),
  'pattern.decide': command('Decide on a flag', decideRequest, patternFlag, ['officer']),
  'pattern.publishCount': command('Release the count for packs', nothing, publishedCount, [
    'officer',
    'packs',
  ]),
  'pattern.published': query(
    'Read the released count',
    nothing,
    z.object({ published: publishedCount.nullable() }),
  ),
  'restriction.list': command('Read the contact restrictions', restrictionListRequest, restrictionList, []),
  'restriction.set': command('Set a contact restriction', restrictionRequest, restrictionList, ['officer']),
  'restriction.end': command('End a contact restriction', restrictionEnd, restrictionList, ['officer']),
  'job.list': query('List the work under way', nothing, z.array(job)),
  'job.cancel': query('Cancel work', z.object({ id: z.string() }), nothing),
} as const satisfies Record<string, Procedure>;

export type ProcedureName = keyof typeof contract;
export type Input<N extends ProcedureName> = z.input<(typeof contract)[N]['input']>;
export type Parsed<N extends ProcedureName> = z.output<(typeof contract)[N]['input']>;
export type Output<N extends ProcedureName> = z.output<(typeof contract)[N]['output']>;
