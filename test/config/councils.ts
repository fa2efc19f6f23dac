// Councils to build packs for: the sample, one of real public files, one with nothing in it, each a whole
// application with its worker thread.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Input } from '#shared/contract.ts';
import { type TestApp, testApp } from './app.ts';
import { realFile } from './real-files.ts';

const mappings = resolve(import.meta.dirname, '../fixtures/importers');

type Choices = Omit<Input<'import.commit'>, 'file'>;

const mapped = (name: string): Choices =>
  ({ mapping: JSON.parse(readFileSync(join(mappings, `${name}.mapping.json`), 'utf8')) }) as Choices;

const maintainers = (wave: string): Choices => ({ instrument: 'Maintainers', wave });

/** Real public files with what a person would say of each. */
const realFiles: readonly (readonly [path: string, choices: () => Choices])[] = [
  ['surveymonkey-cncf-maintainers/2019-h1.csv', () => maintainers('2019-03-31')],
  ['surveymonkey-cncf-maintainers/2020-h1.csv', () => maintainers('2020-04-30')],
  ['surveymonkey-cncf-maintainers/2020-h2.csv', () => maintainers('2020-12-31')],
  ['surveymonkey-cncf-maintainers/2021-h2.csv', () => maintainers('2021-11-30')],
  ['surveymonkey-cncf-maintainers/2022-h1.csv', () => maintainers('2022-06-30')],
  ['surveymonkey-cncf-maintainers/2023-h1.csv', () => maintainers('2023-06-30')],
  [
    'councillor-survey-mysociety/councillor-survey-2020.csv',
    () => ({ instrument: 'Councillors', wave: '2020-06-30' }),
  ],
  ['conduct-govtrack/misconduct-instances.csv', () => ({ kind: 'incident', ...mapped('conduct-govtrack') })],
  ['councillor-resignations-538/congressional_resignations.csv', () => mapped('congressional-resignations')],
  ['leavers-dete-exit-survey/dete_survey.csv', () => ({})],
];

export async function sampleCouncil(): Promise<TestApp> {
  const council = await testApp();
  await council.call('workspace.sample', {});
  return council;
}

export async function realCouncil(): Promise<TestApp> {
  const council = await testApp();
  await council.call('workspace.create', { id: 'real', council: 'Council of real files' });
  for (const [path, choices] of realFiles) {
    const file = await council.receive(realFile(path));
    await council.call('import.commit', { file, ...choices() });
  }
  return council;
}

export async function emptyCouncil(): Promise<TestApp> {
  const council = await testApp();
  await council.call('workspace.create', { id: 'empty', council: 'Council of nothing yet' });
  return council;
}
