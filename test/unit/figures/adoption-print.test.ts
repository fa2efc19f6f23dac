// The words of the commands adoption and association, on a real database.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readAdoption, readAssociation } from '#core/figures/index.ts';
import { adoptionText, associationText } from '#hosts/cli/adoption.ts';
import { addMonths } from '#shared/calendar.ts';
import { fill, openWorkspace, settings, type Workspace } from './workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await openWorkspace();
  await fill(
    workspace.store,
    'mart.absence_month',
    Array.from({ length: 20 }, (_, index) => ({
      month: addMonths('2022-04-01', index),
      term: 'Short term',
      fte_days_lost: 100 + ((index * 7) % 5) - (index >= 10 ? 20 : 0),
      spells: 20,
    })),
  );
});
afterEach(() => workspace.close());

it('tell the reading, the estimates, the other analyses and the warnings', async () => {
  const adopted = { ...settings, adoptionDate: '2023-02-01' };
  const text = adoptionText(await readAdoption(workspace.store, { metric: 'absence-fte-days' }, adopted));
  const lines = text.split('\n');
  expect(lines[0]).toBe('FTE days lost to sickness');
  expect(lines[1]).toMatch(/^FTE days lost to sickness: consistent with improvement\. /);
  expect(lines[2]).toMatch(/^Shift since adoption: too little data \(10 before and 10 after/);
  expect(text).toMatch(/^Change of level at the first point after +FTE days +-\d/m);
  expect(text).toMatch(/^Ordinary least squares .* yes /m);
  expect(text).toContain('gives the verdict');
  expect(text).toMatch(/^Warning: 10 months before and 10 after: at least 12 on each side are wanted/m);
  expect(text).toMatch(/^Caveat: A proxy/m);
});

it('tell a refusal in its reason and what to do', async () => {
  const refused = await readAdoption(workspace.store, { metric: 'absence-fte-days' }, settings);
  expect(adoptionText(refused).split('\n')).toHaveLength(3);
  const none = await readAssociation(
    workspace.store,
    { survey: 'absence-fte-days', other: 'absence-fte-days' },
    settings,
  );
  expect(associationText(none)).toBe(
    'The first figure is not of a survey.\nName a figure that is read by wave.',
  );
});
