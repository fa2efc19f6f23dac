// The officer's key file opens by its passphrase only, a changed passphrase keeps the key, and what is sealed
// to its public half opens with its private half and at its place only.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOfficerKey, openKey, readOfficerKey, rewriteOfficerKey } from '#core/identity/officer-key.ts';
import { waitAfter } from '#core/identity/officer-notes.ts';
import { namesInReason } from '#core/identity/reidentify.ts';
import { openSealed, sealTo } from '#core/identity/sealed-to.ts';

const passphrase = 'pärsnip lantern 4 oboe';
let folder = '';
let publicKey = '';
const path = () => join(folder, 'officer.key');
const stored = async () => {
  const file = await readOfficerKey(folder);
  if (!file) throw new Error('no key file');
  return file;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candour-officer-'));
  expect(await readOfficerKey(folder)).toBeNull();
  publicKey = await makeOfficerKey(folder, passphrase);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the key file', () => {
  it('opens by its passphrase, however its accents are typed, and by no other', async () => {
    const file = await stored();
    expect(await openKey(file, passphrase)).not.toBeNull();
    expect(await openKey(file, passphrase.normalize('NFD'))).not.toBeNull();
    for (const wrong of [`${passphrase} `, passphrase.toUpperCase(), 'something else entirely'])
      expect(await openKey(file, wrong)).toBeNull();
  });

  it('states a cost of at least 2^15, holds no passphrase, and is for its owner only', async () => {
    const file = await stored();
    expect(file.N).toBeGreaterThanOrEqual(2 ** 15);
    expect(readFileSync(path(), 'utf8')).not.toMatch(/parsnip|pärsnip|oboe/);
    if (process.platform !== 'win32') expect(statSync(path()).mode & 0o077).toBe(0);
  });

  it('does not open when its public key or its cost was changed, and refuses a dear one', async () => {
    const file = await stored();
    expect(await openKey({ ...file, publicKey: `A${publicKey.slice(1)}` }, passphrase)).toBeNull();
    expect(await openKey({ ...file, N: 2 ** 15 }, passphrase)).toBeNull();
    const text = readFileSync(path(), 'utf8');
    for (const bad of [{ ...file, N: 2 ** 30 }, { ...file, N: 2 }, { ...file, version: 2 }, 'x']) {
      writeFileSync(path(), JSON.stringify(bad));
      await expect(readOfficerKey(folder)).rejects.toMatchObject({ code: 'officer-key-changed' });
    }
    writeFileSync(path(), text);
  });

  it('keeps what was sealed before when the passphrase changes', async () => {
    const sealed = sealTo(publicKey, 'Zebedee Quillfeather', 'names');
    const key = await openKey(await stored(), passphrase);
    if (!key) throw new Error('it did not open');
    await rewriteOfficerKey(folder, key, publicKey, 'another passphrase');
    expect(await openKey(await stored(), passphrase)).toBeNull();
    const again = await openKey(await stored(), 'another passphrase');
    if (!again) throw new Error('it did not open again');
    expect(openSealed(again, sealed, 'names')).toBe('Zebedee Quillfeather');
    expect(openSealed(again, sealed, 'elsewhere')).toBeNull();
    for (const part of ['sealed', 'nonce', 'ephemeral'] as const) {
      const flipped = sealed[part].startsWith('A')
        ? `B${sealed[part].slice(1)}`
        : `A${sealed[part].slice(1)}`;
      expect(openSealed(again, { ...sealed, [part]: flipped }, 'names'), part).toBeNull();
    }
    expect(sealTo(publicKey, 'the same', 'names').sealed).not.toBe(
      sealTo(publicKey, 'the same', 'names').sealed,
    );
  });
});

it('wrong passphrases have to wait longer and longer', () => {
  expect([0, 4, 5, 6, 7, 9, 10, 99].map(waitAfter)).toEqual([
    0, 0, 30_000, 60_000, 120_000, 480_000, 900_000, 900_000,
  ]);
});

it('a reason may not hold the name, with or without accents, titles apart', () => {
  expect(namesInReason('About QUILLFEATHER, third case', 'Cllr Zébedee Quillfeather')).toBe(true);
  expect(namesInReason('zebedee again', 'Cllr Zébedee Quillfeather')).toBe(true);
  expect(namesInReason('employee E10432 again', 'E10432')).toBe(true);
  expect(namesInReason('a councillor, pattern of advice; Cllr', 'Cllr Zébedee Quillfeather')).toBe(false);
});
