// Imports the bundled sample council into a workspace: every file of it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestWorkspace } from '../../config/workspace.ts';

const sample = new URL('../../../resources/samples/aldermere/', import.meta.url).pathname;
const survey = /^(staff|councillor)-survey-(\d{4}-\d\d)\./;
const names = { staff: 'Staff survey', councillor: 'Councillor survey' } as const;

export async function importSample(workspace: TestWorkspace): Promise<void> {
  for (const file of readdirSync(sample)) {
    if (file === 'manifest.json') continue;
    const [, side, month] = survey.exec(file) ?? [];
    const options =
      side === undefined
        ? {}
        : { kind: 'survey-response', instrument: names[side as keyof typeof names], wave: `${month}-10` };
    await workspace.import(join(sample, file), options);
  }
}
