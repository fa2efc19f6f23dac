// Owns what is kept of a pack besides its workbook: how it was described, and where it stands today.
import { issuedPacks } from '#core/governance/pack-releases.ts';
import type { KeptPack } from '#core/packs/pack-files.ts';
import type { IssuedPack, ListedPack, PackResult } from '#shared/schemas/pack.ts';
import type { House } from './context.ts';

/** @throws AppError pack-unknown */
export const keptPack = async (house: House, pack: string): Promise<KeptPack> =>
  JSON.parse(await house.workspace().outbox.kept(pack, 'described')) as KeptPack;

/** The pack with what became of it since its files were written. */
export const standingOf = (result: PackResult, issued: IssuedPack | undefined): PackResult =>
  issued === undefined ? result : { ...result, standing: issued.standing, withdrawn: issued.withdrawn };

/** @throws AppError pack-unknown */
export async function findPack(house: House, pack: string): Promise<PackResult> {
  const { store, outbox } = house.workspace();
  const { result } = await outbox.find(pack);
  const [issued] = await issuedPacks(store, pack);
  return standingOf(result, issued);
}

/** Every pack of the workspace, the last built first. */
export async function listPacks(house: House): Promise<ListedPack[]> {
  const { store, outbox, packState } = house.workspace();
  const issued = new Map((await issuedPacks(store)).map((one) => [one.pack, one]));
  const { state } = await packState();
  return (await outbox.list()).map((result) => ({
    ...standingOf(result, issued.get(result.pack)),
    stale: result.standing === 'draft' && result.state !== state,
  }));
}

/** The pack whose workbook has this SHA-256; null where the workspace knows none. */
export async function packOfHash(house: House, sha256: string): Promise<string | null> {
  if (house.current() === null) return null;
  const found = (await house.workspace().outbox.list()).find((result) => result.sha256 === sha256);
  return found?.pack ?? null;
}
