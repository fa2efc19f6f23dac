// Owns the files of a pack as the worker makes them: the workbook, and the manifest beside it.
// The rule: both are made from the very text that is kept of the pack, so that what is kept made what was sent out.
import { createHash } from 'node:crypto';
import type { ManifestPack } from '#shared/schemas/manifest.ts';
import type { DescribedPack } from './describe.ts';
import { type ManifestFacts, packManifest } from './manifest.ts';
import { writeWorkbook } from './write-workbook.ts';

/** What release and explanation need: the pack as it was described, and what was settled then. */
export interface KeptPack {
  readonly described: DescribedPack;
  readonly facts: Omit<ManifestFacts, 'pack'>;
}

/** What the worker is given: a `KeptPack` as JSON in UTF-8, and what else its manifest says of the pack. */
export interface PackTask {
  readonly kept: Uint8Array;
  readonly card: Omit<ManifestPack, 'title' | 'reference' | 'fileName' | 'sha256'>;
}

/** A file with its SHA-256. */
export interface MadeFile {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export interface MadePack {
  readonly workbook: MadeFile;
  /** JSON in UTF-8, on one line. */
  readonly manifest: MadeFile;
}

const made = (bytes: Uint8Array): MadeFile => ({
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** Makes the files of a pack. @throws AppError pack-invalid */
export async function packFiles({ kept, card }: PackTask): Promise<MadePack> {
  const { described, facts } = JSON.parse(new TextDecoder().decode(kept)) as KeptPack;
  const workbook = made(await writeWorkbook(described.model));
  const { edition, circulation, profile, period, issue, releasedAt, asAt, state } = card;
  const { title, reference } = described.model;
  const pack: ManifestPack = {
    edition,
    circulation,
    profile,
    period,
    title,
    reference,
    fileName: described.fileName,
    issue,
    releasedAt,
    sha256: workbook.sha256,
    asAt,
    state,
  };
  const manifest = JSON.stringify(packManifest(described, { ...facts, pack }));
  return { workbook, manifest: made(new TextEncoder().encode(`${manifest}\n`)) };
}
