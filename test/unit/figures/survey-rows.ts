// Fills one wave of one survey in which the same people answer several questions.
import tallySql from '#core/store/migrations/0011-survey-tally-fill.sql?raw';
import type { Store } from '#core/store/store.ts';

export interface Asked {
  readonly line: string;
  readonly wording?: string;
  readonly theme?: string | null;
  readonly scale?: string;
}

export interface Person {
  readonly count: number;
  /** One score a question; null: not answered. */
  readonly scores: readonly (number | null)[];
  readonly directorate?: string;
  readonly grade?: string;
  readonly party?: string;
}

const favourableFrom: Readonly<Record<string, number | undefined>> = { 'agree-5': 4, 'number-1-10': 8 };

/** Adds the wave as one import. */
export async function fillSurvey(
  store: Store,
  { wave, instrument = 'Officer survey' }: { readonly wave: string; readonly instrument?: string },
  asked: readonly Asked[],
  people: readonly Person[],
): Promise<void> {
  const id = `${instrument} ${wave}`;
  const text = (value: string | null | undefined): string =>
    value === undefined || value === null ? 'null' : `'${value}'`;
  const rows = people.flatMap(({ count, ...person }) => Array.from({ length: count }, () => person));
  await store.transaction(async (session) => {
    for (const [index, { line, wording, theme = 'Respect', scale = 'agree-5' }] of asked.entries()) {
      await session.run(
        `insert into clean.survey_question by name select '${id}' as import_id, ${index + 1} as column_no, '${instrument}' as instrument, date '${wave}' as wave, ${text(wording ?? line)} as wording, 'single' as style, '${scale}' as scale, '${line}' as line, '${line}' as wording_line, 'wording' as linked_by, ${text(theme)} as theme, false as reversed`,
      );
    }
    const responses = rows.map(
      ({ directorate, grade, party }, index) =>
        `('${id}', ${index + 1}, null, '${instrument}', date '${wave}', ${text(directorate)}, ${text(grade)}, null, ${text(party)}, false)`,
    );
    await session.run(`insert into clean.survey_response values ${responses.join(', ')}`);
    let answer = 0;
    const labels: string[] = [];
    const given = rows.map(({ scores }, index) => {
      const own = scores.flatMap((score, at) => {
        if (score === null) return [];
        answer += 1;
        const from = favourableFrom[asked[at]?.scale ?? 'agree-5'];
        const favourable = from === undefined ? 'null' : score >= from;
        labels.push(`('${id}', ${answer}, ${at + 1}, 'x', ${score}, ${favourable}, true)`);
        return [answer];
      });
      return `('${id}', ${index + 1}, [${own.join(', ')}])`;
    });
    await session.run(`insert into clean.survey_label values ${labels.join(', ')}`);
    await session.run(`insert into clean.survey_given values ${given.join(', ')}`);
    await session.run(tallySql);
  });
}
