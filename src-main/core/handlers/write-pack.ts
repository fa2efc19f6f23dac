// Owns the step from a described pack to its files: the worker makes them, and what it made is told.
import type { KeptPack } from '#core/packs/pack-files.ts';
import type { PackResult } from '#shared/schemas/pack.ts';
import type { CallContext } from './context.ts';

/** What a pack is said to be before its files are there. */
export type PackCard = Omit<
  PackResult,
  'title' | 'reference' | 'fileName' | 'bytes' | 'sha256' | 'manifest' | 'sheets' | 'notes'
>;

/** A pack and its files; `described` is what is kept of it. */
export interface WrittenPack {
  readonly result: PackResult;
  readonly files: Readonly<Record<'workbook' | 'manifest' | 'described', Uint8Array>>;
}

/** The name of the manifest that lies beside a workbook. */
const manifestName = (workbook: string): string => workbook.replace(/\.xlsx$/i, '.manifest.json');

/** Writes the workbook and its manifest; nothing is kept. @throws AppError pack-invalid */
export async function writePack(
  card: PackCard,
  kept: KeptPack,
  { house, job }: CallContext,
): Promise<WrittenPack> {
  const described = new TextEncoder().encode(JSON.stringify(kept));
  const { workbook, manifest } = await house.threads.run(
    'pack',
    { kept: described, card },
    { signal: job.signal },
  );
  const { model, notes, fileName } = kept.described;
  const result: PackResult = {
    ...card,
    title: model.title,
    reference: model.reference,
    fileName,
    bytes: workbook.bytes.byteLength,
    sha256: workbook.sha256,
    manifest: {
      fileName: manifestName(fileName),
      bytes: manifest.bytes.byteLength,
      sha256: manifest.sha256,
    },
    sheets: model.sheets.map(({ name, title, table, charts, missing = null }) => ({
      name,
      title,
      rows: table.rows.length,
      charts: charts.length,
      missing,
    })),
    notes,
  };
  return { result, files: { workbook: workbook.bytes, manifest: manifest.bytes, described } };
}
