// Owns whom a survey asks, officers or councillors: what a person said, else what its name tells.
import { type SurveySide, surveySide } from '#shared/vocabulary/survey-sides.ts';
import type { Reader } from './metric.ts';

/** The side of a survey; null where its name does not tell and nobody has said. */
export async function sideOf(session: Reader, instrument: string): Promise<SurveySide | null> {
  const [said] = await session.all<{ side: SurveySide }>(
    'select side from survey_side where instrument = $instrument',
    { instrument },
  );
  return said?.side ?? surveySide(instrument);
}
