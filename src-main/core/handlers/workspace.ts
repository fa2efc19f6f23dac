// Answers for workspaces: make, open, close, settings, and the sample council.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { saveBreak } from '#core/governance/breaks.ts';
import { setCrosswalk } from '#core/governance/crosswalk.ts';
import { createWorkspace, listWorkspaces, openWorkspace } from '#core/workspace.ts';
import { AppError } from '#shared/errors.ts';
import type { Receipt } from '#shared/schemas/import.ts';
import { type SampleManifest, sampleManifest } from '#shared/schemas/sample.ts';
import type { CallContext, HandlersOf } from './context.ts';
import { commitImport } from './import-file.ts';

const sampleId = 'Sample council';

/** Settles what the sample council has settled: one series break and one reorganisation. */
async function settleSample({ house }: CallContext, { settings }: SampleManifest): Promise<void> {
  const { hrSystemBreak: date, reorganisationDate: effective, renamed } = settings;
  await house.workspace().store.transaction(async (session) => {
    const title = 'New HR and finance system';
    const reason = 'Absence reasons and part-day rules differ before and after.';
    await saveBreak(session, { date, title, reason, kinds: ['absence-spell'], metrics: [] }, house.user);
    for (const { from, to } of renamed) {
      for (const old of from) await setCrosswalk(session, { old, new: to, effective }, house.user);
    }
  });
}

/** Imports every file of the bundled sample through the same importers as any other file. */
async function importSample({ house, job }: CallContext): Promise<Receipt[]> {
  const folder = join(house.resources, 'samples', 'aldermere');
  const manifest = sampleManifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  await house
    .workspace()
    .change({ council: manifest.settings.council, adoptionDate: manifest.settings.adoptionDate }, house.user);
  const inbox = await house.inbox();
  const receipts: Receipt[] = [];
  for (const [index, entry] of manifest.files.entries()) {
    const { file } = await inbox.receive(entry.file, createReadStream(join(folder, entry.file)));
    const within = {
      signal: job.signal,
      progress: (step: string, fraction: number | null) =>
        job.progress(
          `File ${index + 1} of ${manifest.files.length}: ${step}`,
          (index + (fraction ?? 0)) / manifest.files.length,
        ),
    };
    const { kind, instrument, wave, sheet, mapping } = entry;
    const request = {
      file,
      kind,
      ...(instrument === undefined ? {} : { instrument }),
      ...(wave === undefined ? {} : { wave }),
      ...(sheet === undefined ? {} : { sheet }),
      ...(mapping === undefined ? {} : { mapping }),
    };
    receipts.push(await commitImport(request, { house, job: within }));
  }
  await settleSample({ house, job }, manifest);
  return receipts;
}

export const workspaceHandlers: HandlersOf<
  | 'app.status'
  | 'workspace.list'
  | 'workspace.create'
  | 'workspace.open'
  | 'workspace.close'
  | 'workspace.settings'
  | 'workspace.changes'
  | 'workspace.sample'
> = {
  'app.status': async (_, { house }) => ({
    version: house.version,
    workspace: (await house.current()?.summary()) ?? null,
  }),
  'workspace.list': (_, { house }) => listWorkspaces(house.home),
  'workspace.create': async ({ id, council = id }, { house }) => {
    const workspace = await createWorkspace(house.home, id, council, house.user);
    await house.use(workspace);
    return workspace.summary();
  },
  'workspace.open': async ({ id }, { house }) => {
    const open = house.current();
    if (open?.id === id) return open.summary();
    const workspace = await openWorkspace(house.home, id);
    await house.use(workspace);
    return workspace.summary();
  },
  'workspace.close': async (_, { house }) => {
    await house.use(null);
    return {};
  },
  'workspace.settings': async (changed, { house }) => {
    const workspace = house.workspace();
    const kept = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
    await workspace.change(kept, house.user);
    return workspace.summary();
  },
  'workspace.changes': (_, { house }) => house.workspace().changes(),
  'workspace.sample': async ({ id = sampleId }, context) => {
    const { house } = context;
    const open = house.current();
    if (open?.id !== id) {
      const known = (await listWorkspaces(house.home)).some((listing) => listing.id === id);
      await house.use(
        known
          ? await openWorkspace(house.home, id)
          : await createWorkspace(house.home, id, id, house.user, true),
      );
    }
    const before = await house.workspace().summary();
    if (before.imports > 0 && !before.sample) throw new AppError('workspace-exists', { name: id });
    const receipts = before.imports > 0 ? [] : await importSample(context);
    return { workspace: await house.workspace().summary(), receipts };
  },
};
