// Every planted fault is found, under its own rule and no other, in a pack that has no finding of any kind.
import { beforeAll, describe, expect, it } from 'vitest';
import { checkWorkbook, families } from '#core/checker/index.ts';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import type { CheckFinding } from '#shared/schemas/check.ts';
import { chartMutations } from './mutations/charts.ts';
import { disclosureMutations } from './mutations/disclosure.ts';
import { documentMutations, safetyMutations } from './mutations/document.ts';
import { formatMutations } from './mutations/formats.ts';
import type { Mutation } from './mutations/mutation.ts';
import { noteMutations } from './mutations/notes.ts';
import { sheetMutations } from './mutations/sheets.ts';
import { tableMutations } from './mutations/tables.ts';
import { Parts } from './parts.ts';
import { soundModel, soundName } from './sound-model.ts';

type Profile = 'published' | 'committee';
const sound = new Map<Profile, Uint8Array>();

beforeAll(async () => {
  for (const profile of ['published', 'committee'] as const)
    sound.set(profile, await writeWorkbook(soundModel(profile)));
});

const bytesOf = (profile: Profile): Uint8Array => sound.get(profile) ?? new Uint8Array();
const findings = (bytes: Uint8Array, profile: Profile, fileName = soundName): CheckFinding[] =>
  checkWorkbook(bytes, { fileName, sha256: '', profile }).findings;

const mutations: readonly Mutation[] = [
  ...sheetMutations,
  ...tableMutations,
  ...noteMutations,
  ...formatMutations,
  ...chartMutations,
  ...documentMutations,
  ...safetyMutations,
  ...disclosureMutations,
];

describe('a sound pack', () => {
  it.each(['published', 'committee'] as const)('has no finding in the profile %s', (profile) => {
    expect(findings(bytesOf(profile), profile)).toEqual([]);
  });

  it.each(['published', 'committee'] as const)(
    'has none after it was taken apart and put together (%s)',
    (profile) => {
      expect(findings(new Parts(bytesOf(profile)).pack(), profile)).toEqual([]);
    },
  );
});

describe('a planted fault', () => {
  it.each(mutations.map((mutation) => [mutation.rule, mutation.what, mutation] as const))(
    'is found as %s and as nothing else: %s',
    (rule, _, { change, profile = 'published', fileName }) => {
      const parts = new Parts(bytesOf(profile));
      const made = change(parts);
      const found = findings(made instanceof Uint8Array ? made : parts.pack(), profile, fileName);
      const told = found.map(
        (one) => `${one.rule} ${one.sheet ?? ''} ${one.cell ?? ''} ${one.part ?? ''} ${one.message}`,
      );
      expect([...new Set(found.map((one) => one.rule))], told.slice(0, 8).join('\n')).toEqual([rule]);
      expect(found.every((one) => one.message.length > 15 && one.hint.length > 10)).toBe(true);
    },
  );

  it('is there for every rule', () => {
    const rules = families.flatMap((family) => family.rules.map(({ id }) => id));
    expect(rules.filter((id) => !mutations.some(({ rule }) => rule === id))).toEqual([]);
    expect(mutations.length).toBeGreaterThan(90);
  });
});
