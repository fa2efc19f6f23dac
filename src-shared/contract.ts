// Owns every procedure: what it is called, what it takes and answers, what it touches.
// One entry a procedure; the dispatcher, the doors and the help are made from it.
import { z } from 'zod';
import { catalogue } from './schemas/catalogue.ts';
import { figure, figureOptions, figureRequest } from './schemas/figure.ts';
import { importRecord, importRequest, preview, problem, receipt } from './schemas/import.ts';
import { job } from './schemas/job.ts';
import { packRequest, packResult } from './schemas/pack.ts';
import { surveyLink, surveyQuestion, surveyWording } from './schemas/survey.ts';
import { fileId, identifier, shortName } from './schemas/text.ts';
import { workspaceId, workspaceListing, workspaceSettings, workspaceSummary } from './schemas/workspace.ts';

/** A query reads and may run beside others; a command changes something and waits its turn. */
export interface Procedure {
  readonly kind: 'query' | 'command';
  readonly title: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** What a screen must ask for again afterwards. */
  readonly touches: readonly ('workspace' | 'imports' | 'figures' | 'packs')[];
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
  'import.commit': command(
    'Import a file',
    importRequest.extend({ again: z.boolean().optional() }),
    receipt,
    ['imports', 'figures'],
  ),
  'import.list': query('List the imports', nothing, z.array(importRecord)),
  'import.rejects': query(
    'List the problems of an import',
    z.object({ importId: z.string() }),
    z.array(problem),
  ),
  'import.undo': command(
    'Undo an import',
    z.object({ importId: z.string() }),
    z.object({ importId: z.string(), kind: z.string(), file: z.string(), rows: z.int() }),
    ['imports', 'figures'],
  ),
  'file.discard': command('Forget a file', z.object({ file: fileId }), nothing, []),
  'figure.read': query('Read a figure', figureRequest, figure),
  'figure.options': query(
    'Read what a figure can be filtered by',
    z.object({ metric: identifier }),
    figureOptions,
  ),
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
  'pack.build': command('Build a pack', packRequest, packResult, ['packs']),
  'pack.list': query('List the packs', nothing, z.array(packResult)),
  'job.list': query('List the work under way', nothing, z.array(job)),
  'job.cancel': query('Cancel work', z.object({ id: z.string() }), nothing),
} as const satisfies Record<string, Procedure>;

export type ProcedureName = keyof typeof contract;
export type Input<N extends ProcedureName> = z.input<(typeof contract)[N]['input']>;
export type Parsed<N extends ProcedureName> = z.output<(typeof contract)[N]['input']>;
export type Output<N extends ProcedureName> = z.output<(typeof contract)[N]['output']>;
