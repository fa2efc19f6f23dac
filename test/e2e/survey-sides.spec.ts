// The survey screen with officers and councillors: the mirror, measures, behaviours, awareness, who answered.
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectQuiet, loadSample, type RunningCandour, settled, startCandour } from './support.ts';

let candour: RunningCandour;
test.beforeAll(async ({ browser }) => {
  candour = await startCandour();
  await loadSample(await candour.open(browser));
});

/** The survey screen of the staff survey, with all its answers: the first ones decide what is hidden. */
async function openSurvey(browser: Browser): Promise<Page> {
  const page = await candour.open(browser, '#/survey?p.instrument=Staff+survey');
  await expect(page.getByRole('heading', { name: /^Of 19 questions that both were asked/ })).toBeVisible({
    timeout: 90_000,
  });
  await expect(page.getByRole('heading', { name: /answered \(\d+%\)/ })).toBeVisible({ timeout: 90_000 });
  await settled(page);
  return page;
}

test.afterAll(() => candour.stop());

test('officers and councillors stand side by side, drawn and as a table', async ({ browser }) => {
  const page = await openSurvey(browser);
  const plot = page.getByRole('application', { name: /^Of 19 questions/ });
  await plot.focus();
  await page.keyboard.press('Home');
  await expect(
    page.getByText(/: officers \d+% \(base \d+\), councillors \d+% \(base \d+\), gap /),
  ).toBeVisible();
  await page.locator('section', { has: plot }).getByText('The same data as a table').first().click();
  const table = page.getByRole('table', { name: /Officers and councillors on the same questions/ });
  const row = table.getByRole('row').filter({ hasText: 'I can manage my workload' });
  await expect(row).toContainText('Officers are more favourable');
  await expect(row).toContainText(/0\.\d{3}/);

  const questions = page.getByRole('table', { name: /^Questions: per cent favourable/ });
  await expect(questions.getByRole('row').filter({ hasText: 'Councillors trust officers' })).toContainText(
    /Higher, \+\d/,
  );
  await page.getByLabel('Measure of the questions').selectOption('Index, 0 to 100');
  await expect(page.getByRole('table', { name: /^Questions: index, 0 to 100/ })).toBeVisible();

  await expect(page.getByText(/3 steps were not asked/)).toBeVisible();
  await expect(page.getByRole('heading', { name: /943 of 1,964 answered \(48%\)/ })).toBeVisible();
  expectQuiet(page);
});

test('a behaviour counts when a person confirms it', async ({ browser }) => {
  const page = await openSurvey(browser);
  const fold = page.locator('details', { hasText: 'Questions and the behaviours of the Protocol' });
  await expect(fold.locator('summary')).toContainText(': 0 of ');
  await fold.locator('summary').click();
  await fold
    .getByRole('button', { name: 'Confirm the suggestion for Leaders here recognise good work' })
    .click();
  await expect(fold.locator('summary')).toContainText(': 1 of ');
  await fold.getByRole('button', { name: 'Choose behaviours for I can manage my workload' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Purpose over process').check();
  await dialog.getByRole('button', { name: 'Confirm these behaviours' }).click();
  await expect(dialog).toBeHidden();
  await page.getByLabel('Shown', { exact: true }).selectOption('Behaviour: Recognition of success');
  await expect(
    page.getByText('Behaviours are shown for everybody who answered, not by groups.'),
  ).toBeVisible();
  await expect(page.getByText(/Only questions whose behaviour a person has confirmed count/)).toBeVisible();
  expectQuiet(page);
});

test('whom a survey asks can be said, and the mirror follows', async ({ browser }) => {
  const page = await openSurvey(browser);
  const asks = page.getByLabel('It asks');
  // Every figure is decided anew after a change, so that the answers may take a while.
  const slowly = { timeout: 60_000 };
  await asks.selectOption('Councillors');
  await expect(page.getByText(/There is no survey of officers in this period/)).toBeVisible(slowly);
  await asks.selectOption('Go by its name');
  const mirror = page.getByRole('heading', { name: /^Of 19 questions that both were asked/ });
  await expect(mirror).toBeVisible(slowly);
  expectQuiet(page);
});
