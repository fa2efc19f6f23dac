// Owns the step from a described pack to its files: the workbook from the worker, the manifest beside it.
import { createHash } from 'node:crypto';
import { packManifest } from '#core/packs/manifest.ts';
import type { PackManifest } from '#shared/schemas/manifest.ts';
import type { PackResult } from '#shared/schemas/pack.ts';
import type { CallContext } from './context.ts';
import type { KeptPack } from './kept-pack.ts';

/** What a pack is said to be before its files are there. */
export type PackCard = Omit<
  PackResult,
  'title' | 'reference' | 'fileName' | 'bytes' | 'sha256' | 'manifest' | 'sheets' | 'notes'
>;

export interface WrittenPack {
  readonly result: PackResult;
  readonly workbook: Uint8Array;
  readonly manifest: string;
}

export const sha256Of = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

/** The name of the manifest that lies beside a workbook. */
export const manifestName = (workbook: string): string => workbook.replace(/\.xlsx$/i, '.manifest.json');

/** Writes the workbook and its manifest; nothing is kept. @throws AppError pack-invalid */
export async function writePack(
  card: PackCard,
  { described, facts }: KeptPack,
  { house, job }: CallContext,
): Promise<WrittenPack> {
  const { model, notes, fileName } = described;
  const workbook = await house.threads.run('workbook', model, { signal: job.signal });
  const sha256 = sha256Of(workbook);
  const { edition, circulation, profile, period, issue, releasedAt, asAt, state } = card;
  const { title, reference } = model;
  const about: PackManifest['pack'] = {
    edition,
    circulation,
    profile,
    period,
    title,
    reference,
    fileName,
    issue,
    releasedAt,
    sha256,
    asAt,
    state,
  };
  const manifest = `${JSON.stringify(packManifest(described, { ...facts, pack: about }))}\n`;
  const result: PackResult = {
    ...card,
    title,
    reference,
    fileName,
    bytes: workbook.byteLength,
    sha256,
    manifest: {
      fileName: manifestName(fileName),
      bytes: Buffer.byteLength(manifest),
      sha256: sha256Of(manifest),
    },
    sheets: model.sheets.map(({ name, title: heading, table, charts, missing = null }) => ({
      name,
      title: heading,
      rows: table.rows.length,
      charts: charts.length,
      missing,
    })),
    notes,
  };
  return { result, workbook, manifest };
}
