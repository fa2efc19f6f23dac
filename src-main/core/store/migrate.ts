// Owns the layout of a workspace: numbered migrations, each run once, in order, in one transaction.
import { AppError } from '#shared/errors.ts';
import house from './migrations/0001-house.sql?raw';
import kinds from './migrations/0002-kinds.sql?raw';
import mapping from './migrations/0003-mapping.sql?raw';
import governance from './migrations/0004-governance.sql?raw';
import freeText from './migrations/0005-free-text.sql?raw';
import lists from './migrations/0006-lists-of-answers.sql?raw';
import pattern from './migrations/0007-pattern.sql?raw';
import disclosure from './migrations/0008-disclosure.sql?raw';
import surveyLens from './migrations/0009-survey-lens.sql?raw';
import surveyTally from './migrations/0010-survey-tally.sql?raw';
import surveyTallyFill from './migrations/0011-survey-tally-fill.sql?raw';
import chartChoices from './migrations/0012-chart-choices.sql?raw';
import trainingDays from './migrations/0013-training-days.sql?raw';
import judgement from './migrations/0014-judgement.sql?raw';
import packs from './migrations/0016-packs.sql?raw';
import pins from './migrations/0017-pins.sql?raw';
import type { Session } from './session.ts';

const migrations: readonly string[] = [
  house,
  kinds,
  mapping,
  governance,
  freeText,
  lists,
  pattern,
  disclosure,
  surveyLens,
  surveyTally,
  surveyTallyFill,
  chartChoices,
  trainingDays,
  judgement,
  packs,
  pins,
];

/** Brings a database to this program's layout. @throws AppError workspace-newer */
export async function migrate(session: Session, workspace: string): Promise<void> {
  await session.run('create table if not exists layout (version integer not null)');
  const [row] = await session.all<{ version: number | null }>('select max(version) as version from layout');
  const found = row?.version ?? 0;
  if (found > migrations.length) {
    throw new AppError('workspace-newer', { name: workspace, found, known: migrations.length });
  }
  for (const [index, sql] of migrations.entries()) {
    if (index < found) continue;
    await session.run('begin');
    try {
      await session.run(sql);
      await session.run('insert into layout values ($version::integer)', { version: index + 1 });
      await session.run('commit');
    } catch (cause) {
      await session.run('rollback');
      throw cause;
    }
  }
}
