// Manifests made by hand for the tests of what is explained from them and what differs between them.
import { type ManifestCell, type PackManifest, packManifest } from '#shared/schemas/manifest.ts';
import { defaultSettings } from '#shared/schemas/workspace.ts';

type Source = ManifestCell['of'][number];

export const source = (parts: Partial<Source> = {}): Source => ({
  figure: 'incidents-1',
  from: '2024-04-01',
  group: 'Respect',
  across: null,
  part: 'value',
  shown: '17',
  base: 17,
  suppressed: null,
  reason: null,
  period: '2024/25',
  interval: null,
  ...parts,
});

export const hidden = (parts: Partial<Source> = {}): Source =>
  source({ shown: '[c]', base: null, suppressed: 'c', reason: 'Confidential: the group is small', ...parts });

export const cell = (parts: Partial<ManifestCell> = {}): ManifestCell => ({
  sheet: 'By_allegation',
  cell: 'B6',
  column: 'Cases',
  row: 'Respect',
  value: 17,
  of: [source()],
  ...parts,
});

export const log = (importId: string, rows = 84, sha256 = 'a'.repeat(64), file = 'log.csv') => ({
  importId,
  file,
  sha256,
  kind: 'incident',
  rows,
  rejected: 0,
  importedAt: '2025-06-02T09:30:00Z',
});

const columns = ['Allegation', 'Cases', 'Change'].map((header) => ({
  header,
  type: header === 'Cases' ? ('number' as const) : ('text' as const),
  format: header === 'Cases' ? '#,##0' : 'General',
}));

const sheet = (name: string, kind: string, rows: number) => ({
  name,
  kind,
  title: `The sheet ${name}`,
  lines: [`The sheet ${name}`, 'This sheet has one table and no charts.'],
  headerRow: 5,
  columns,
  rows,
  charts: [],
  missing: null,
});

/** A manifest of one figure; every part of it may be given. */
export function manifest(
  cells: readonly ManifestCell[],
  parts: Omit<Partial<PackManifest>, 'cells' | 'pack'> & { pack?: Partial<PackManifest['pack']> } = {},
): PackManifest {
  const { pack, imports = [log('i1')], ...rest } = parts;
  return packManifest.parse({
    version: 1,
    settings: defaultSettings('Kirkham'),
    settled: {},
    imports,
    figures: [
      {
        id: 'incidents-1',
        request: { metric: 'incidents', split: 'category', grain: 'financial-year', from: '2023-04-01' },
        metric: {
          id: 'incidents',
          title: 'Incidents received',
          definition: 'Different cases received.',
          unit: 'cases',
          direction: 'neutral',
          chart: 'xmr',
          clause: 'Section VII',
          caveat: 'More reports can mean more trust.',
          version: 1,
          kinds: ['incident'],
          grains: ['financial-year'],
          dimensions: ['category'],
        },
        method: 'A plain count.',
        filters: {},
        imports: imports.map(({ importId }) => importId),
        suppression: { rule: 'Numbers of 1 to 4 are hidden.', hidden: 1 },
        warnings: [],
        reading: 'No clear change.',
      },
    ],
    sheets: ['Cover', 'By_allegation'].map((name) => sheet(name, name === 'Cover' ? 'cover' : 'data', 5)),
    cells,
    ...rest,
    pack: {
      edition: 'standards',
      circulation: 'public',
      profile: 'committee',
      period: '2024/25',
      title: 'Standards Committee pack, 2024/25',
      reference: 'Candour standards, issue 1',
      fileName: 'standards-pack.xlsx',
      issue: 1,
      releasedAt: null,
      sha256: 'b'.repeat(64),
      asAt: '2025-06-02T09:30:00Z',
      state: 'c'.repeat(64),
      ...pack,
    },
  });
}
