// Owns the reading of what was recorded of a year's judgement: versions, evidence, sign-offs, in their order.
// The rule: everything that was ever recorded is read; what holds of it is worked out elsewhere.
import type { Session } from '#core/store/session.ts';
import type { FigureRequest } from '#shared/schemas/figure.ts';
import type { AnswerVersion, JudgementEvidence, LinkedState, SignOff } from '#shared/schemas/judgement.ts';
import type { JudgementQuestionId } from '#shared/vocabulary/judgement.ts';

type Reader = Pick<Session, 'all'>;

export interface VersionRow extends AnswerVersion {
  readonly question: JudgementQuestionId;
}

export interface EvidenceRow extends Omit<JudgementEvidence, 'figure'> {
  readonly figure: { readonly request: FigureRequest; readonly said: LinkedState } | null;
}

export type SignOffRow = Pick<
  SignOff,
  'id' | 'stage' | 'date' | 'reference' | 'note' | 'covers' | 'role' | 'at'
>;

export interface JudgementRows {
  /** The latest version first. */
  readonly versions: readonly VersionRow[];
  readonly evidence: readonly EvidenceRow[];
  /** In the order in which they were recorded. */
  readonly signOffs: readonly SignOffRow[];
}

const parsed = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T));

async function versionsOf(session: Reader, year: string): Promise<VersionRow[]> {
  const rows = await session.all<Omit<VersionRow, 'evidence'> & { readonly ids: string }>(
    `select question, version, words, confidence, confidence_reason as "confidenceReason",
       none_for as "noneFor", none_against as "noneAgainst", reason, evidence as ids, role, said_at as at
     from judgement_answer where year = $year order by version desc`,
    { year },
  );
  return rows.map(({ ids, ...row }) => ({ ...row, evidence: parsed<string[]>(ids) ?? [] }));
}

type StoredEvidence = Omit<EvidenceRow, 'figure' | 'withdrawn'> & {
  readonly figure: string | null;
  readonly said: string | null;
  readonly gone: string | null;
  readonly goneRole: EvidenceRow['role'] | null;
  readonly goneAt: string | null;
};

async function evidenceOf(session: Reader, year: string): Promise<EvidenceRow[]> {
  const rows = await session.all<StoredEvidence>(
    `select evidence_id as id, question, side, words, strength, evidence_date as date, figure, said, e.role,
       added_at as at, w.reason as gone, w.role as "goneRole", withdrawn_at as "goneAt"
     from judgement_evidence e left join judgement_withdrawal w using (evidence_id)
     where year = $year order by added_at, evidence_id`,
    { year },
  );
  return rows.map(({ figure, said, gone, goneRole, goneAt, ...row }) => {
    const request = parsed<FigureRequest>(figure);
    const linked = parsed<LinkedState>(said);
    return {
      ...row,
      figure: request === null || linked === null ? null : { request, said: linked },
      withdrawn:
        gone === null || goneRole === null || goneAt === null
          ? null
          : { reason: gone, role: goneRole, at: goneAt },
    };
  });
}

async function signOffsOf(session: Reader, year: string): Promise<SignOffRow[]> {
  const rows = await session.all<Omit<SignOffRow, 'covers'> & { readonly versions: string }>(
    `select sign_off_id as id, stage, decided_on as date, reference, note, covers as versions, role, signed_at as at
     from judgement_sign_off where year = $year order by signed_at, rowid`,
    { year },
  );
  return rows.map(({ versions, ...row }) => ({
    ...row,
    covers: parsed<SignOffRow['covers']>(versions) ?? {},
  }));
}

/** All that was recorded of a year ("2024/25"). */
export async function judgementRows(session: Reader, year: string): Promise<JudgementRows> {
  return {
    versions: await versionsOf(session, year),
    evidence: await evidenceOf(session, year),
    signOffs: await signOffsOf(session, year),
  };
}
