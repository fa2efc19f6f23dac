// Every pack of every edition, both twins and both forms, from the sample, from real public files and from an
// empty workspace, through the real application: no rule of severity E is broken, two programs that are not ours
// read what the model says, and a public twin holds nothing that only its exempt twin may.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DescribedPack } from '#core/packs/describe.ts';
import { editions } from '#core/packs/editions.ts';
import type { PackResult } from '#shared/schemas/pack.ts';
import type { TestApp } from '../config/app.ts';
import { emptyCouncil, realCouncil, sampleCouncil } from '../config/councils.ts';
import { realFilesThere, whyNoRealFiles } from '../config/real-files.ts';
import { disagreements } from './agree.ts';
import { leaks } from './leaks.ts';
import { missingReader } from './read-back.ts';

interface Built {
  readonly name: string;
  readonly result: PackResult;
  readonly described: DescribedPack;
  readonly bytes: Uint8Array;
  readonly manifest: string;
}

const passphrase = 'a passphrase for the second person';

async function packOf(council: TestApp, result: PackResult): Promise<Built> {
  const open = (await council.call('app.status', {})).workspace?.id ?? '';
  const at = (ending: string) => join(council.home, open, 'packs', `${result.pack}.${ending}`);
  const { described } = JSON.parse(readFileSync(at('described'), 'utf8')) as { described: DescribedPack };
  const name = `${result.edition} ${result.circulation} ${result.profile}`;
  return {
    name,
    result,
    described,
    bytes: readFileSync(at('xlsx')),
    manifest: readFileSync(at('manifest'), 'utf8'),
  };
}

/** Every pack that can be built; single cases are in the exempt ones, since the officer's key is open. */
async function everyPack(council: TestApp, period: string): Promise<Built[]> {
  await council.call('officer.setKey', { passphrase });
  await council.call('officer.unlock', { passphrase });
  const built: Built[] = [];
  for (const { id, circulations } of editions) {
    for (const circulation of circulations) {
      for (const profile of ['committee', 'published'] as const) {
        const result = await council.call('pack.build', { edition: id, period, circulation, profile });
        built.push(await packOf(council, result));
      }
    }
  }
  return built;
}

const councils = [
  { name: 'the sample council', make: sampleCouncil, period: '2024/25', there: true, lacks: '' },
  {
    name: 'real public files',
    make: realCouncil,
    period: '2022-04-01..2023-12-31',
    there: realFilesThere,
    lacks: whyNoRealFiles,
  },
  { name: 'an empty workspace', make: emptyCouncil, period: '2024/25', there: true, lacks: '' },
] as const;

describe.each(councils)('$name', ({ make, period, there, lacks }) => {
  describe.skipIf(!there)(there ? 'its packs' : lacks, () => {
    let council: TestApp;
    let packs: Built[];
    beforeAll(async () => {
      council = await make();
      packs = await everyPack(council, period);
    }, 600_000);
    afterAll(() => council.close());

    it('break no rule of severity E in the form that they are built in', async () => {
      const errors = new Set<string>();
      for (const { name, result } of packs) {
        const report = await council.call('pack.check', { pack: result.pack, profile: result.profile });
        for (const { severity, rule, sheet, cell, message } of report.findings) {
          if (severity === 'E') errors.add(`${rule}, ${name}, ${sheet} ${cell}: ${message}`);
        }
        expect(report.rules.filter(({ state }) => state === 'pass').length, name).toBeGreaterThan(60);
      }
      expect([...errors]).toEqual([]);
    });

    const missing = missingReader();
    it.skipIf(missing)(
      `read the same in openpyxl and LibreOffice${missing ? `: ${missing}` : ''}`,
      () => {
        const written = packs.map(({ name, described, bytes }) => ({ name, model: described.model, bytes }));
        expect(disagreements(written)).toEqual([]);
      },
      600_000,
    );

    it('have every sheet that the edition names, or say what is missing', () => {
      for (const { name, result, described } of packs) {
        expect(described.model.sheets.length, name).toBeGreaterThan(4);
        for (const { table, missing: lack, name: sheet } of described.model.sheets) {
          if (table.rows.length === 0) expect(lack, `${name} ${sheet}`).toMatch(/\w{3}.*\./);
        }
        expect(
          result.sheets.map(({ name: sheet }) => sheet),
          name,
        ).toEqual(described.model.sheets.map(({ name: sheet }) => sheet));
      }
    });

    it('tell nothing in a public twin that is only in the exempt one', () => {
      const twins = packs.filter(({ result }) => result.circulation === 'exempt');
      expect(twins.length).toBeGreaterThan(0);
      for (const exempt of twins) {
        const { edition, profile } = exempt.result;
        const open = packs.find(
          ({ result }) =>
            result.edition === edition && result.profile === profile && result.circulation === 'public',
        );
        expect(open, exempt.name).toBeDefined();
        if (open) expect(leaks(open, exempt), exempt.name).toEqual([]);
      }
    });
  });
});
