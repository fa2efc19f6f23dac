// A release is its draft but for the words of the draft: what is written from the one is what describing the
// released pack anew would give.
import { describe, expect, it } from 'vitest';
import { describePack, type PackFacts } from '#core/packs/describe.ts';
import { released } from '#core/packs/released.ts';
import { defaultFront } from '#shared/schemas/pack.ts';
import { defaultSettings } from '#shared/schemas/workspace.ts';
import { figure, lockedRecords, noRecords, point } from '../packs-sheets/figures.ts';

const facts = (parts: Partial<PackFacts> = {}): PackFacts => ({
  settings: defaultSettings('Exampleshire Council'),
  imports: [],
  front: defaultFront,
  asAt: '2025-06-02T09:30:00Z',
  issue: 3,
  releasedAt: null,
  replaces: { pack: 'earlier', issue: 2, releasedAt: '2025-05-01T10:00:00Z' },
  records: noRecords,
  exempt: () => lockedRecords,
  ask: async (request) =>
    figure(request, {
      points: [
        point({ from: '2024-04-01', to: '2025-03-31', period: '2024/25', value: 12, shown: '12', base: 12 }),
      ],
    }),
  progress: () => {},
  ...parts,
});

describe.each(['public', 'exempt'] as const)('the %s twin', (circulation) => {
  const request = { edition: 'standards', period: '2024/25', profile: 'committee', circulation } as const;
  const releasedAt = '2025-06-05T08:00:00Z';

  it('is released as it would be described', async () => {
    const draft = await describePack(request, facts());
    const anew = await describePack(request, facts({ releasedAt }));
    expect(released(draft, 3, releasedAt)).toEqual(anew);
    expect(JSON.stringify(anew.model)).not.toMatch(/draft/i);
    expect(JSON.stringify(draft.model).match(/DRAFT: this workbook has not been released/g)).toHaveLength(
      draft.model.sheets.length,
    );
  });

  it('survives being kept as JSON', async () => {
    const draft = await describePack(request, facts());
    expect(released(JSON.parse(JSON.stringify(draft)), 3, releasedAt).model).toEqual(
      JSON.parse(JSON.stringify(released(draft, 3, releasedAt).model)),
    );
  });

  it('names the issue that it takes the place of, on the cover and among the properties', async () => {
    const { model, fileName } = released(await describePack(request, facts()), 3, releasedAt);
    expect(model.description).toContain('It takes the place of issue 2.');
    const cover = Object.fromEntries(model.sheets[0]?.table.rows ?? []);
    expect(cover).toMatchObject({
      Version: 'Issue 3',
      Released: '5 June 2025',
      'Takes the place of': 'Issue 2, released 1 May 2025',
    });
    expect(fileName).toMatch(/-issue-3\.xlsx$/);
    expect(model.created).toBe(releasedAt);
  });
});
