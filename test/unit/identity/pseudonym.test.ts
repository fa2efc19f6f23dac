import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeKey, readKey } from '#core/identity/key.ts';
import { pseudonymiser } from '#core/identity/pseudonym.ts';

describe('pseudonyms', () => {
  const one = pseudonymiser(Buffer.alloc(32, 1));

  it('are HMAC-SHA-256 of the identity under the key, cut to 80 bits', () => {
    const digest = createHmac('sha256', Buffer.alloc(32, 1)).update('e1042').digest('hex');
    expect(one('E1042')).toBe(`p-${digest.slice(0, 20)}`);
  });

  it('are one for all spellings of an identity, and differ between people and between keys', () => {
    expect(one('  Ann\u00a0 SMITH ')).toBe(one('ann smith'));
    expect(one('Ａnn Smith')).toBe(one('Ann Smith'));
    expect(one('Ann Smith')).not.toBe(one('Anne Smith'));
    expect(pseudonymiser(Buffer.alloc(32, 2))('Ann Smith')).not.toBe(one('Ann Smith'));
  });
});

describe('the key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-key-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made once, for its owner only, and a damaged one is refused', async () => {
    await makeKey(folder);
    const key = await readKey(folder, 'test');
    expect(key).toHaveLength(32);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'candour.key')).mode & 0o777).toBe(0o600);
    await expect(makeKey(folder)).rejects.toThrow('EEXIST');
    writeFileSync(join(folder, 'candour.key'), 'short');
    await expect(readKey(folder, 'test')).rejects.toMatchObject({ code: 'workspace-damaged' });
  });
});
