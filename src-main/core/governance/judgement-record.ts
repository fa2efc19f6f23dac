// Owns the recording of a year's judgement: answers as versions, evidence and its withdrawal, sign-offs in order.
// The rule: rows are added and never changed; who it was, by name, goes into the log of decisions alone.
import { randomBytes } from 'node:crypto';
import type { Session } from '#core/store/session.ts';
import { formatDate, parsePeriod } from '#shared/calendar.ts';
import { AppError } from '#shared/errors.ts';
import type {
  AnswerRequest,
  EvidenceRequest,
  EvidenceWithdrawal,
  LinkedState,
  SignOff,
  SignRequest,
} from '#shared/schemas/judgement.ts';
import {
  type EvidenceSide,
  evidenceSides,
  evidenceStrengths,
  type JudgementQuestionId,
  judgementQuestions,
  type SignOffStageId,
  signOffStages,
} from '#shared/vocabulary/judgement.ts';
import { noteDecision, now } from './decisions.ts';
import { judgementRows } from './judgement-rows.ts';
import {
  capital,
  coverOf,
  currentOf,
  listed,
  nextStage,
  signOffsOf,
  theStage,
  wantsBefore,
} from './judgement-standing.ts';

const quoted = (question: JudgementQuestionId): string => `“${judgementQuestions[question].title}”`;
const newId = (letter: string): string => `${letter}${randomBytes(5).toString('hex')}`;

async function note(
  session: Session,
  { year, what, by, at }: { year: string; what: string; by: string; at: string },
  action: 'set' | 'removed' = 'set',
): Promise<void> {
  await noteDecision(session, { subject: 'judgement', id: year, action, by, what: `${year}, ${what}` }, at);
}

/** Nothing told happened after today. @throws AppError judgement-date */
function notAfter(date: string, today: string): void {
  if (date > today) throw new AppError('judgement-date', { date: formatDate(date), why: 'has not come yet' });
}

/** Each side has evidence, or words on why it has none; never both. @throws AppError judgement-one-sided, input-invalid */
function bothSides(request: AnswerRequest, sides: ReadonlySet<EvidenceSide>): void {
  for (const side of evidenceSides) {
    const none = side === 'for' ? request.noneFor : request.noneAgainst;
    if (!sides.has(side) && none === undefined) throw new AppError('judgement-one-sided', { side });
    if (sides.has(side) && none !== undefined)
      throw new AppError('input-invalid', {
        detail: `there is evidence ${side}, so it is not said to have none`,
      });
  }
}

/**
 * Adds a version of an answer, which weighs the evidence that stands now.
 * @throws AppError judgement-one-sided, judgement-no-reason, input-invalid, period-invalid
 */
export async function recordAnswer(session: Session, request: AnswerRequest, by: string): Promise<void> {
  const { year, question } = request;
  parsePeriod(year);
  const rows = await judgementRows(session, year);
  const standing = rows.evidence.filter((one) => one.question === question && one.withdrawn === null);
  bothSides(request, new Set(standing.map(({ side }) => side)));
  const version = (currentOf(rows, question)?.version ?? 0) + 1;
  if (version > 1 && request.reason === undefined)
    throw new AppError('judgement-no-reason', { question: quoted(question) });
  const at = now();
  await session.run(
    `insert into judgement_answer values ($year, $question, $version::integer, $words, $confidence, $confidence_reason,
       $none_for, $none_against, $reason, $evidence::json, $role, $at::timestamp)`,
    {
      year,
      question,
      version,
      words: request.words,
      confidence: request.confidence,
      confidence_reason: request.confidenceReason,
      none_for: request.noneFor ?? null,
      none_against: request.noneAgainst ?? null,
      reason: version > 1 ? (request.reason ?? null) : null,
      evidence: JSON.stringify(standing.map(({ id }) => id)),
      role: request.role,
      at,
    },
  );
  const what = `${quoted(question)}: version ${version}, ${request.confidence} confidence`;
  await note(session, { year, what, by, at });
}

/**
 * Adds an item of evidence. `said` is what its figure says now; null without one.
 * @throws AppError judgement-date, period-invalid
 */
export async function addEvidence(
  session: Session,
  request: EvidenceRequest,
  said: LinkedState | null,
  by: string,
): Promise<void> {
  const { year, question, side, words, strength, date, figure, role } = request;
  parsePeriod(year);
  const at = now();
  notAfter(date, at.slice(0, 10));
  const id = newId('e');
  await session.run(
    `insert into judgement_evidence values ($id, $year, $question, $side, $words, $strength, $date::date, $figure::json,
       $said::json, $role, $at::timestamp)`,
    {
      id,
      year,
      question,
      side,
      words,
      strength,
      date,
      figure: figure === undefined ? null : JSON.stringify(figure),
      said: said === null ? null : JSON.stringify(said),
      role,
      at,
    },
  );
  const what = `${quoted(question)}: evidence ${side} (${evidenceStrengths[strength].title.toLowerCase()}, ${formatDate(date)}), ${id}`;
  await note(session, { year, what, by, at });
}

/** Withdraws an item of evidence, which stays readable. @throws AppError judgement-evidence-unknown, judgement-withdrawn */
export async function withdrawEvidence(
  session: Session,
  request: EvidenceWithdrawal,
  by: string,
): Promise<void> {
  const { year, id, reason, role } = request;
  const { evidence } = await judgementRows(session, year);
  const found = evidence.find((one) => one.id === id);
  if (!found) throw new AppError('judgement-evidence-unknown', { id, year });
  if (found.withdrawn !== null) throw new AppError('judgement-withdrawn', { id });
  const at = now();
  await session.run('insert into judgement_withdrawal values ($id, $reason, $role, $at::timestamp)', {
    id,
    reason,
    role,
    at,
  });
  const what = `${quoted(found.question)}: evidence ${found.side}, ${id}`;
  await note(session, { year, what, by, at }, 'removed');
}

/** @throws AppError judgement-signed, judgement-order */
function inTurn(signOffs: readonly SignOff[], stage: SignOffStageId): void {
  const own = signOffs.find((one) => one.stands && one.stage === stage);
  if (own)
    throw new AppError('judgement-signed', {
      stage: theStage(stage),
      date: formatDate(own.date),
      reference: own.reference,
    });
  const next = nextStage(signOffs);
  if (next !== null && next !== stage)
    throw new AppError('judgement-order', { stage: capital(theStage(stage)), next: theStage(next) });
}

/** A sign-off is not before the one that it follows. @throws AppError judgement-date */
function notBefore(date: string, signOffs: readonly SignOff[]): void {
  const last = signOffs.filter(({ stands }) => stands).at(-1);
  if (last && date < last.date)
    throw new AppError('judgement-date', {
      date: formatDate(date),
      why: `is before ${theStage(last.stage)} signed, on ${formatDate(last.date)}`,
    });
}

/**
 * Adds a sign-off of the answers as they stand. Answers what it covers.
 * @throws AppError judgement-signed, judgement-order, judgement-not-ready, judgement-moved, judgement-date
 */
export async function signJudgement(
  session: Session,
  { year, stage, date, reference, note: said, covers: seen, role }: SignRequest,
  by: string,
): Promise<string> {
  parsePeriod(year);
  const at = now();
  const rows = await judgementRows(session, year);
  const signOffs = signOffsOf(rows);
  inTurn(signOffs, stage);
  const wants = wantsBefore(rows, stage);
  if (wants.length > 0)
    throw new AppError('judgement-not-ready', { stage: capital(theStage(stage)), wants: listed(wants) });
  const covers = coverOf(rows, stage);
  const other = signOffStages[stage].covers.find(
    (question) => seen !== undefined && seen[question] !== covers[question],
  );
  if (other !== undefined) throw new AppError('judgement-moved', { question: quoted(other) });
  notAfter(date, at.slice(0, 10));
  notBefore(date, signOffs);
  await session.run(
    `insert into judgement_sign_off values ($id, $year, $stage, $date::date, $reference, $note, $covers::json, $role,
       $at::timestamp)`,
    {
      id: newId('s'),
      year,
      stage,
      date,
      reference,
      note: said ?? null,
      covers: JSON.stringify(covers),
      role,
      at,
    },
  );
  const versions = signOffStages[stage].covers
    .map((question) => `${question} ${covers[question] ?? 0}`)
    .join(', ');
  const what = `signed by ${theStage(stage)} on ${formatDate(date)} (${reference}): ${versions}`;
  await note(session, { year, what, by, at });
  return versions;
}
