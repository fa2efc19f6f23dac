// Owns what people say of survey questions beyond their line: behaviours of the Protocol, step of awareness,
// and whom a survey asks. The rule: words only suggest a behaviour; it counts when a person has confirmed it.
import type { Session } from '#core/store/session.ts';
import { AppError } from '#shared/errors.ts';
import type { SurveyLens } from '#shared/schemas/survey-lens.ts';
import { type AwarenessStep, awarenessStepOf, awarenessTitles } from '#shared/vocabulary/awareness.ts';
import { behavioursIn } from '#shared/vocabulary/behaviour-words.ts';
import { behaviours } from '#shared/vocabulary/protocol.ts';
import { type SurveySide, surveySide } from '#shared/vocabulary/survey-sides.ts';
import { decisionsOn, noteDecision, now } from './decisions.ts';
import linesSql from './survey-lens.sql?raw';

type Reader = Pick<Session, 'all'>;
type Behaviour = SurveyLens['lines'][number]['suggested'][number];

interface LineRow {
  readonly line: string;
  readonly title: string;
  readonly instruments: readonly string[];
  readonly theme: string | null;
  readonly behaviours: readonly Behaviour[] | null;
  readonly said: boolean;
  readonly step: AwarenessStep | null;
}

const order = behaviours.terms.map(({ label }) => label);
const inOrder = (list: readonly string[]): string[] => order.filter((label) => list.includes(label));

/** Every line with an answer scale and every survey, with what was said of them and what their words suggest. */
export async function readSurveyLens(session: Reader): Promise<SurveyLens> {
  const rows = await session.all<LineRow>(linesSql);
  const surveys = await session.all<{ instrument: string; side: SurveySide | null }>(
    `select distinct q.instrument, s.side from clean.survey_question q
     left join survey_side s using (instrument) order by q.instrument`,
  );
  return {
    lines: rows.map(({ said, step, behaviours: confirmed, instruments, ...row }) => ({
      ...row,
      instruments: [...instruments],
      behaviours: confirmed && inOrder(confirmed),
      suggested: behavioursIn(row.title),
      step: said ? step : awarenessStepOf(row.title),
      stepBy: said ? 'person' : 'wording',
    })),
    instruments: surveys.map(({ instrument, side }) => ({
      instrument,
      side: side ?? surveySide(instrument),
      sideBy: side ? 'person' : 'name',
    })),
    decisions: await decisionsOn(session, 'survey'),
  };
}

/** Says which behaviours a line asks about; null takes back what was said. @throws AppError question-unknown */
export async function tagLine(
  session: Session,
  { line, behaviours: said }: { line: string; behaviours: readonly string[] | null },
  by: string,
): Promise<void> {
  const title = await titleOf(session, line);
  const at = now();
  await session.run('delete from survey_behaviour where line = $line', { line });
  for (const behaviour of said === null ? [] : said.length === 0 ? [null] : inOrder(said)) {
    await session.run('insert into survey_behaviour values ($line, $behaviour, $by, $at::timestamp)', {
      line,
      behaviour,
      by,
      at,
    });
  }
  const what = said?.length ? inOrder(said).join(', ') : 'none of the seven behaviours';
  await note(session, line, said !== null, `“${title}” asks about: ${what}`, by, at);
}

/** Says which step of awareness a line measures, if any; null goes by its wording. @throws AppError question-unknown */
export async function setStep(
  session: Session,
  { line, step }: { line: string; step: AwarenessStep | 'none' | null },
  by: string,
): Promise<void> {
  const title = await titleOf(session, line);
  const at = now();
  if (step === null) await session.run('delete from survey_step where line = $line', { line });
  else {
    await session.run('insert or replace into survey_step values ($line, $step, $by, $at::timestamp)', {
      line,
      step: step === 'none' ? null : step,
      by,
      at,
    });
  }
  const what = step === null || step === 'none' ? 'no step' : awarenessTitles[step];
  await note(session, line, step !== null, `“${title}” as a step of awareness: ${what}`, by, at);
}

/** Says whom a survey asks; null goes by its name. @throws AppError instrument-unknown */
export async function setSide(
  session: Session,
  { instrument, side }: { instrument: string; side: SurveySide | null },
  by: string,
): Promise<void> {
  const found = await session.all(
    'select 1 as found from clean.survey_question where instrument = $instrument limit 1',
    { instrument },
  );
  if (found.length === 0) throw new AppError('instrument-unknown', { instrument });
  const at = now();
  if (side === null)
    await session.run('delete from survey_side where instrument = $instrument', { instrument });
  else {
    await session.run('insert or replace into survey_side values ($instrument, $side, $by, $at::timestamp)', {
      instrument,
      side,
      by,
      at,
    });
  }
  await note(
    session,
    instrument,
    side !== null,
    `“${instrument}” asks ${side ?? 'whom its name tells'}`,
    by,
    at,
  );
}

const note = (session: Session, id: string, set: boolean, what: string, by: string, at: string) =>
  noteDecision(session, { subject: 'survey', id, action: set ? 'set' : 'removed', by, what }, at);

async function titleOf(session: Session, line: string): Promise<string> {
  const [found] = await session.all<{ title: string }>(
    `select arg_max(wording, (wave, wording)) as title from clean.survey_question
     where line = $line and scale is not null having count(*) > 0`,
    { line },
  );
  if (!found) throw new AppError('question-unknown');
  return found.title;
}
