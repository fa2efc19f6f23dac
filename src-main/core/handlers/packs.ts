// Answers for packs: build a draft and keep it in the outbox, say what is there, keep what is typed for covers.
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { readFront, setFront } from '#core/governance/pack-front.ts';
import { issuedPacks } from '#core/governance/pack-releases.ts';
import { findEdition } from '#core/packs/editions.ts';
import type { KeptPack } from '#core/packs/pack-files.ts';
import { packPeriod } from '#core/packs/pack-period.ts';
import { packManifest } from '#shared/schemas/manifest.ts';
import type { HandlersOf } from './context.ts';
import { describeNow } from './describe-now.ts';
import { frontWarnings } from './front-warnings.ts';
import { listPacks } from './kept-pack.ts';
import { type PackCard, writePack } from './write-pack.ts';

export const packHandlers: HandlersOf<
  | 'pack.build'
  | 'pack.list'
  | 'pack.issued'
  | 'pack.manifest'
  | 'pack.saveManifest'
  | 'pack.front'
  | 'pack.setFront'
> = {
  'pack.build': async (request, context) => {
    const { house, job } = context;
    house.threads.prepare('pack');
    const now = await describeNow(request, context, 0.6);
    const { described, settings, imports, state, circulation, issue, replaces, told } = now;
    job.progress('Writing the workbook', 0.6);
    const kept: KeptPack = { described, facts: { settings, imports, settled: state.settled } };
    const card: PackCard = {
      pack: randomUUID(),
      edition: request.edition,
      circulation,
      profile: request.profile,
      period: request.period,
      standing: 'draft',
      issue,
      replaces,
      state: state.state,
      asAt: state.asAt,
      builtAt: new Date().toISOString(),
      preparedBy: house.user,
      releasedAt: null,
      releasedBy: null,
      withdrawn: null,
    };
    const { result, files } = await writePack(card, kept, context);
    await house.workspace().outbox.put(result, { ...files, told: JSON.stringify(told) });
    return result;
  },
  'pack.list': (_, { house }) => listPacks(house),
  'pack.issued': (_, { house }) => issuedPacks(house.workspace().store),
  'pack.manifest': async ({ pack }, { house }) => {
    const { manifestPath } = await house.workspace().outbox.find(pack);
    return packManifest.parse(JSON.parse(await readFile(manifestPath, 'utf8')));
  },
  'pack.saveManifest': async ({ pack }, { house }) => {
    const { result, manifestPath } = await house.workspace().outbox.find(pack);
    const tray = await house.tray();
    const { fileName } = result.manifest;
    const { file, bytes } = await tray.receive(fileName, createReadStream(manifestPath));
    return { file, fileName, bytes };
  },
  'pack.front': async ({ edition, period }, { house }) => {
    const { id } = findEdition(edition);
    const stored = await readFront(house.workspace().store, id, packPeriod(period).period);
    return { edition: id, period, ...stored, warnings: await frontWarnings(house, stored.front) };
  },
  'pack.setFront': async ({ edition, period, front }, { house }) => {
    const { store, audit } = house.workspace();
    const { id } = findEdition(edition);
    const span = packPeriod(period).period;
    await store.transaction((session) => setFront(session, id, span, front, house.user));
    await audit.add(house.user, 'pack-front', { edition: id, period: span.title });
    const stored = await readFront(store, id, span);
    return { edition: id, period, ...stored, warnings: await frontWarnings(house, stored.front) };
  },
};
